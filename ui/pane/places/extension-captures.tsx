/**
 * "Lấy từ tiện ích trình duyệt": what waits in the browser extension, where this page can ask it; else how its figures
 * come by file.
 */
import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

export function ExtensionCaptures() {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  const { extension } = session;
  const [waiting, setWaiting] = useState<number | 'silent'>();
  const isIdle = state.work === null;
  // Counts again when work ends, because captures that were taken wait no longer.
  useEffect(() => {
    if (!isIdle) return;
    let over = false;
    void extension?.waiting().then((count) => {
      if (!over) setWaiting(count ?? 'silent');
    });
    return () => {
      over = true;
    };
  }, [extension, isIdle]);

  if (extension === null || waiting === 'silent') {
    return (
      <p className={styles.quiet}>
        Tiện ích Thi Đua Số của trình duyệt không trả lời ở đây (Excel trên máy tính, trình duyệt khác hoặc chưa cài).
        Hãy mở tiện ích, bấm “Tải tệp số liệu”, rồi chọn tệp đó ở trên.
      </p>
    );
  }
  const take = () => actions.act('Đang lấy số liệu từ tiện ích', (progress) => extension.take(progress));
  return (
    <>
      <Button disabled={!isIdle || waiting === undefined} onClick={() => void take()}>
        Lấy từ tiện ích trình duyệt
      </Button>
      <p className={styles.quiet} role="status">
        {waiting === undefined ? 'Đang hỏi tiện ích…' : waitingText(waiting)}
      </p>
    </>
  );
}

function waitingText(waiting: number): string {
  return waiting === 0 ? 'Không có bản chụp nào chờ chuyển sang Excel.' : `${waiting} bản chụp chờ chuyển sang Excel.`;
}
