/** What is in a backup, what of it is new, what is here already, what is damaged. */
import { makeStyles } from '@fluentui/react-components';
import type { BackupPreview, CaptureSummary } from '../../backup/preview-backup.ts';
import { Notice } from '../../pieces/notice.tsx';
import { instantText } from '../../reading/time.ts';

const MOST_NAMED = 20;

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
  text: { margin: 0 },
});

export function PreviewView({ name, preview }: { readonly name: string; readonly preview: BackupPreview }) {
  const styles = useStyles();
  const { at, captures, added, same, conflicts, lost, withoutEvidence, damaged, readers, addedReaders, settings } =
    preview;
  const { movement, addsMovement } = preview;
  return (
    <>
      <p className={styles.text}>
        Tệp “{name}”, sao lưu lúc {instantText(at)}:
      </p>
      <ul className={styles.list}>
        <li>{captures} bản chụp trong tệp</li>
        <li>{added} bản chụp chưa có ở máy này</li>
        <li>{same} bản chụp đã có, giống hệt</li>
        {conflicts.length === 0 ? null : (
          <li>
            {conflicts.length} bản chụp đã có nhưng khác nội dung (giữ bản ở máy này):
            <Named captures={conflicts} />
          </li>
        )}
        {readers.length === 0 ? null : (
          <li>
            {readers.length} cách đọc tự tạo, {addedReaders} chưa có ở máy này
          </li>
        )}
        {movement === null ? null : (
          <li>
            Hồ sơ phong trào “{movement.title}”
            {addsMovement ? '' : ': máy này đã có hồ sơ, thêm thì giữ hồ sơ ở máy này'}
          </li>
        )}
        {settings === null ? null : <li>Cài đặt: chỉ điền vào mục còn trống ở máy này</li>}
      </ul>
      {damaged.size === 0 ? (
        <Notice kind="done">Tệp nguyên vẹn: mọi mã băm đều khớp.</Notice>
      ) : (
        <Notice kind="warning">
          Tệp bị hỏng {damaged.size} phần nên chỉ thêm được phần còn tốt.
          {lost > 0 && ` Mất ${lost} bản chụp.`}
        </Notice>
      )}
      {withoutEvidence.length === 0 ? null : (
        <div>
          <p className={styles.text}>
            {withoutEvidence.length} bản chụp không còn đủ bằng chứng; số liệu của chúng được đưa về ở trạng thái chờ
            xác nhận:
          </p>
          <Named captures={withoutEvidence} />
        </div>
      )}
    </>
  );
}

function Named({ captures }: { readonly captures: readonly CaptureSummary[] }) {
  const styles = useStyles();
  const rest = captures.length - MOST_NAMED;
  return (
    <ul className={styles.list}>
      {captures.slice(0, MOST_NAMED).map(({ id, at, title }) => (
        <li key={id}>
          {title || 'Trang không tên'} – {instantText(at)}
        </li>
      ))}
      {rest > 0 && <li>và {rest} bản chụp khác</li>}
    </ul>
  );
}
