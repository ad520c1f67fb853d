/** The dossier for another year or for a commune several were joined into, as a file; and units of the old communes. */

import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Movement } from '../../../core/movement/movement.ts';
import type { FileMade } from '../../../session/host/files.ts';
import { type ChosenFile, FileButton } from '../../file-button.tsx';
import { Icon } from '../../icons.tsx';
import { saveFile } from '../../save-file.ts';
import { TextField } from '../../text-field.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { yearScored } from '../way.ts';

const OLD_KINDS = '.xlsx,.csv';

export function CopySection({ movement }: { readonly movement: Movement }) {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  const { issuer, period } = movement;
  const last = Number(period.to.slice(0, 4));
  const [year, setYear] = useState(String(last + 1));
  const [commune, setCommune] = useState(issuer.commune);
  const [province, setProvince] = useState(issuer.province);
  const [since, setSince] = useState('');
  const [from, setFrom] = useState<readonly ChosenFile[]>([]);
  const [made, setMade] = useState<FileMade | null>(null);
  const busy = state.work !== null;
  const copy = async () => {
    setMade(null);
    if (!/^20\d\d$/.test(year.trim())) return actions.refuse('Ghi năm bốn chữ số, như 2027.');
    const request = { kind: 'copy' as const, year: Number(year), commune, province, since, from };
    const file = await actions.makeFile(request, 'Đang sao chép hồ sơ');
    if (file === null) return;
    saveFile(file.name, file.bytes);
    setMade(file);
  };
  return (
    <div className={styles.section} style={{ paddingTop: 8 }}>
      {state.workspace && yearScored(state.workspace, last) < last ? (
        <p className={styles.text}>
          {`Phong trào còn đến hết năm ${last}: năm tới dùng tiếp hồ sơ này, chỉ sao chép khi có kế hoạch mới.`}
        </p>
      ) : null}
      <p className={styles.quiet}>
        Ngày tháng chuyển sang năm mới, số và ngày kế hoạch để trống, đăng ký của đơn vị ghi lại từ đầu; khen thưởng đã
        có giữ nguyên. Sổ này không đổi.
      </p>
      <div className={styles.fields}>
        <TextField label="Sang năm" inputMode="numeric" value={year} onType={setYear} />
        <TextField label="Xã, phường nhận" value={commune} onType={setCommune} />
        <TextField label="Tỉnh, thành phố" value={province} onType={setProvince} />
        <TextField label="Mang tên này từ ngày" placeholder="01/7/2025" value={since} onType={setSince} />
      </div>
      <FileButton
        label="Chọn hồ sơ, danh sách đơn vị của xã cũ"
        accept={OLD_KINDS}
        multiple
        disabled={busy}
        onFiles={(files) => setFrom(files)}
        onFault={actions.refuse}
      />
      {from.length === 0 ? null : (
        <div className={styles.row}>
          <span role="status">{`Kèm đơn vị của: ${from.map(({ name }) => name).join(', ')}.`}</span>
          <Button size="small" onClick={() => setFrom([])}>
            Bỏ các tệp này
          </Button>
        </div>
      )}
      <span>
        <Button appearance="primary" disabled={busy} onClick={() => void copy()}>
          {`Sao chép sang năm ${year.trim()}`}
        </Button>
      </span>
      {made === null || made.notes.length === 0 ? null : <ToConfirm notes={made.notes} />}
      <p className={styles.quiet}>
        Sổ này đã là của xã mới thì nhận thẳng đơn vị vào trang “Đơn vị”: tên cũ kèm tên xã cũ vẫn nhận ra, khen thưởng
        đã có đi theo. Tệp chỉ là danh sách đơn vị thì đặt tên theo xã, như “xã Mỹ Yên.xlsx”.
      </p>
      <FileButton
        label="Nhận đơn vị từ xã cũ"
        accept={OLD_KINDS}
        multiple
        disabled={busy}
        onFiles={(files) => void actions.act('Đang nhận đơn vị', () => session.takeOldUnits(files))}
        onFault={actions.refuse}
      />
    </div>
  );
}

/** What the copy could not decide. */
function ToConfirm({ notes }: Pick<FileMade, 'notes'>) {
  const styles = usePaneStyles();
  return (
    <>
      <h3 className={styles.heading}>{`Cần xác nhận trong hồ sơ mới (${notes.length})`}</h3>
      <ul className={styles.list}>
        {notes.map((note) => (
          <li key={note} className={styles.note}>
            <Icon name="info" />
            <span className={styles.text}>{note}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
