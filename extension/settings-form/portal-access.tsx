/**
 * The only permission requested beyond a press: recording the national portal's answers. Granted where it is needed,
 * revoked in the settings, always with the reason.
 */

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { PORTAL } from '../../core/portal/capture/readers/national-2026/requests.ts';
import { useAccess } from '../live/use-access.ts';
import { Notice } from '../pieces/notice.tsx';

const PAGES = `${PORTAL}/*`;

const useStyles = makeStyles({
  button: { alignSelf: 'start' },
  give: { display: 'flex', flexDirection: 'column', gap: '6px', marginTop: '6px' },
  why: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** In the settings. */
export function PortalAccess() {
  const styles = useStyles();
  const granted = useAccess(PAGES);
  if (granted === undefined) return null;
  if (!granted)
    return (
      <GiveAccess why="Để biết đúng tỉnh và kỳ đang xem trên Cổng Dịch vụ công quốc gia mà không phải chọn lại." />
    );
  return (
    <>
      <Notice kind="done">Đã được nghe câu trả lời của Cổng Dịch vụ công quốc gia khi Cổng được mở.</Notice>
      <Button className={styles.button} onClick={() => void chrome.permissions.remove({ origins: [PAGES] })}>
        Thôi cho nghe
      </Button>
    </>
  );
}

/** Where the officer has to enter province and period, because no answer was recorded. */
export function PortalAccessInstead() {
  const styles = useStyles();
  const granted = useAccess(PAGES);
  if (granted === undefined) return null;
  if (!granted)
    return (
      <GiveAccess why="Để lần sau tỉnh và kỳ đang xem được chọn sẵn: cho nghe, tải lại trang Cổng rồi bấm lại nút Thi Đua Số." />
    );
  return (
    <p className={styles.why}>
      Đã được nghe Cổng: bảng nào trang Cổng tự hỏi sau khi mở thì nghe được, các bảng còn lại lấy ở đây.
    </p>
  );
}

function GiveAccess({ why }: { readonly why: string }) {
  const styles = useStyles();
  return (
    <div className={styles.give}>
      <Button className={styles.button} onClick={() => void chrome.permissions.request({ origins: [PAGES] })}>
        Cho nghe số liệu của Cổng
      </Button>
      <p className={styles.why}>{why} Không có gì rời khỏi máy này.</p>
    </div>
  );
}
