/**
 * Which movement the figures are held against. The list comes from the worker, so that no page carries the movements'
 * data.
 */
import { Field, makeStyles, Select } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { FileButton } from '../../ui/file-button.tsx';
import { useStore } from '../live/use-store.ts';
import type { Output } from '../messages/contract.ts';
import { send } from '../pieces/send.ts';
import { ERROR_TEXT } from '../pieces/words.ts';
import { OWN_MOVEMENT } from '../settings/own-movement.ts';

interface Props {
  /** Id; empty = not chosen. */
  readonly value: string;
  readonly onChange: (id: string) => void;
}

const useStyles = makeStyles({
  field: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '6px',
    '& .fui-Field': { width: '100%' },
  },
});

export function MovementField({ value, onChange }: Props) {
  const styles = useStyles();
  const db = useStore();
  const [movements, setMovements] = useState<Output<'movements.list'>>();
  const [outcome, setSaid] = useState<string | null>(null);
  const list = () => void send('movements.list', {}).then((reply) => setMovements(reply.ok ? reply.data : []));
  useEffect(list, []);
  const take = async (bytes: Uint8Array) => {
    await db.movements.put({ id: OWN_MOVEMENT.given, content: bytes });
    const reply = await send('movement.take', {});
    setSaid(reply.ok ? saidOf(reply.data) : ERROR_TEXT[reply.code]);
    if (!reply.ok || reply.data.kind === 'refused') return;
    list();
    onChange(OWN_MOVEMENT.taken);
  };
  return (
    <div className={styles.field}>
      <Field
        label="Phong trào thi đua"
        hint="Số liệu được so với chỉ tiêu của phong trào này: còn thiếu bao nhiêu, đến ngày nào."
        validationState={movements?.length === 0 ? 'error' : 'none'}
        validationMessage={
          movements?.length === 0 ? 'Chưa lấy được danh sách phong trào: hãy đóng khung này rồi mở lại.' : null
        }
      >
        <Select value={value} disabled={!movements} onChange={(_, data) => onChange(data.value)}>
          <option value="">Chưa chọn</option>
          {/* What was chosen stays in sight while the list is still on its way. */}
          {movements?.some(({ id }) => id === value) || value === '' ? null : (
            <option value={value}>{value === OWN_MOVEMENT.taken ? 'Hồ sơ của xã (cần chọn lại tệp)' : value}</option>
          )}
          {movements?.map(({ id, title, commune }) => (
            <option key={id} value={id}>
              {commune}: {title}
            </option>
          ))}
        </Select>
      </Field>
      <FileButton
        label="Chọn Hồ sơ phong trào của xã (.xlsx)"
        accept=".xlsx"
        onFiles={([file]) => file && void take(file.bytes).catch(() => setSaid(ERROR_TEXT.failed))}
        onFault={setSaid}
      />
      <div role="status">{outcome}</div>
    </div>
  );
}

function saidOf(taken: Output<'movement.take'>): string {
  if (taken.kind === 'refused') return taken.reason;
  const { title, followed, waiting } = taken;
  if (followed + waiting === 0)
    return `Đã nhận hồ sơ “${title}”, nhưng không chỉ tiêu nào của hồ sơ đối chiếu được với chỉ số trên Cổng.`;
  const left =
    waiting === 0
      ? ''
      : ` Chưa theo dõi ${waiting} chỉ tiêu vì số đọc từ bản quét chưa xác nhận: xác nhận ở trang “Số từ bản quét” của hồ sơ rồi chọn lại tệp.`;
  return `Đã nhận hồ sơ “${title}”: theo dõi ${followed} chỉ tiêu trên Cổng.${left}`;
}
