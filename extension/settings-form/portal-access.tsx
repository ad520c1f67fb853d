/** The one right asked for beyond a press: to hear the national portal's answers. Given and taken back here, with the reason. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { Notice } from '../panel/notice.tsx';

const PORTAL = { origins: ['https://dichvucong.gov.vn/*'] };

const useStyles = makeStyles({
  button: { alignSelf: 'start' },
  why: { margin: '-8px 0 0', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export function PortalAccess() {
  const styles = useStyles();
  const [granted, setGranted] = useState<boolean>();
  useEffect(() => {
    void chrome.permissions.contains(PORTAL).then(setGranted);
  }, []);
  if (granted === undefined) return null;
  if (!granted) {
    return (
      <>
        <Button className={styles.button} onClick={() => void chrome.permissions.request(PORTAL).then(setGranted)}>
          Cho nghe số liệu của Cổng
        </Button>
        <p className={styles.why}>
          Để biết đúng kỳ đang xem trên Cổng Dịch vụ công quốc gia mà không phải chọn lại. Không có gì rời khỏi máy này.
        </p>
      </>
    );
  }
  return (
    <>
      <Notice kind="done">Đã được nghe câu trả lời của Cổng Dịch vụ công quốc gia khi Cổng được mở.</Notice>
      <Button
        className={styles.button}
        onClick={() => void chrome.permissions.remove(PORTAL).then((removed) => setGranted(!removed))}
      >
        Thôi cho nghe
      </Button>
    </>
  );
}
