/**
 * Which movement the figures are held against. The list comes from the worker, so that no page carries the movements'
 * data.
 */
import { Field, Select } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Output } from '../messages/contract.ts';
import { send } from '../panel/send.ts';

interface Props {
  /** Id; empty = not chosen. */
  readonly value: string;
  readonly onChange: (id: string) => void;
}

export function MovementField({ value, onChange }: Props) {
  const [movements, setMovements] = useState<Output<'movements.list'>>();
  useEffect(() => {
    void send('movements.list', {}).then((reply) => setMovements(reply.ok ? reply.data : []));
  }, []);
  return (
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
        {movements?.some(({ id }) => id === value) || value === '' ? null : <option value={value}>{value}</option>}
        {movements?.map(({ id, title, commune }) => (
          <option key={id} value={id}>
            {commune}: {title}
          </option>
        ))}
      </Select>
    </Field>
  );
}
