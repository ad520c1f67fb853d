/**
 * On the hosted page's start: says that the page opens without a network, and offers a newer version when there is one.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { keepOffline, type OfflineState } from './offline-state.ts';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    color: tokens.colorNeutralForeground2,
  },
});

export function OfflineNotice() {
  const styles = useStyles();
  const [now, setNow] = useState<OfflineState>({ isSaved: false, useNewer: null });
  useEffect(() => keepOffline(setNow), []);
  return (
    <div role="status" className={styles.notice}>
      {now.useNewer !== null ? (
        <>
          <span>Có bản mới của chương trình.</span>
          <Button size="small" onClick={now.useNewer}>
            Dùng bản mới
          </Button>
        </>
      ) : now.isSaved ? (
        'Trang đã được giữ trong trình duyệt này: lần sau mở được cả khi không có mạng.'
      ) : null}
    </div>
  );
}
