/**
 * The way to free disk space: discarded captures removed for good, after they were counted and the officer has agreed.
 */
import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { formatNumber } from '../../../core/base/quantity/points.ts';
import { useLive } from '../../live/use-store.ts';
import { Notice } from '../../pieces/notice.tsx';
import { send } from '../../pieces/send.ts';
import { ERROR_TEXT } from '../../pieces/words.ts';
import { isRemovable } from '../../store/captures.ts';
import type { Store } from '../../store/db.ts';
import { useWork } from '../exports/use-work.ts';

const useStyles = makeStyles({ buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' } });

const discardedCount = (db: Store) => db.captures.where('state').equals('discarded').and(isRemovable).count();

export function RemoveDiscarded() {
  const styles = useStyles();
  const count = useLive(discardedCount, []) ?? 0;
  const [isAsking, setIsAsking] = useState(false);
  const work = useWork();
  const remove = () => {
    setIsAsking(false);
    work.run(async () => {
      const reply = await send('captures.remove-discarded', {});
      return reply.ok
        ? { kind: 'done', text: `Đã xóa hẳn ${formatNumber(reply.data.removed)} bản chụp.` }
        : { kind: 'error', text: ERROR_TEXT[reply.code] };
    }, ERROR_TEXT.failed);
  };
  return (
    <>
      {work.notice && <Notice kind={work.notice.kind}>{work.notice.text}</Notice>}
      {count === 0 ? null : isAsking ? (
        <>
          <Notice kind="warning">
            Xóa hẳn {formatNumber(count)} bản chụp đã bỏ cùng bằng chứng của chúng? Không lấy lại được nữa. Số liệu đã
            xác nhận và các bản trùng vẫn còn.
          </Notice>
          <div className={styles.buttons}>
            <Button autoFocus onClick={() => setIsAsking(false)}>
              Thôi
            </Button>
            <Button onClick={remove}>Xóa hẳn</Button>
          </div>
        </>
      ) : (
        <div className={styles.buttons}>
          <Button disabled={work.done !== null} onClick={() => setIsAsking(true)}>
            Xóa hẳn {formatNumber(count)} bản chụp đã bỏ
          </Button>
        </div>
      )}
    </>
  );
}
