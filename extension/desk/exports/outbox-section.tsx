/**
 * What waits for the add-in in Excel on the web and what it has taken, in words; a capture can be made to wait again.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useLive, useStore } from '../../live/use-store.ts';
import { instantText } from '../../reading/time.ts';
import type { Store } from '../../store/db.ts';
import { markWaiting } from '../../store/outbox.ts';
import type { CaptureRecord } from '../../store/records.ts';
import { DeskLink } from '../desk-link.tsx';
import { routeTo } from '../route.ts';
import { captureText } from './capture-text.ts';
import { Section } from './section.tsx';
import { useWork } from './use-work.ts';

const AT_ONCE = 20;

interface Row {
  readonly record: CaptureRecord;
  readonly sentAt: string | null;
}

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, width: '100%' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '4px 12px',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  what: { minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  state: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

export function OutboxSection() {
  const styles = useStyles();
  const db = useStore();
  const work = useWork();
  const [most, setMost] = useState(AT_ONCE);
  const box = useLive((store) => outboxOf(store, most), [most]);
  if (!box) return null;
  const { waiting, sent, rows } = box;
  const again = (ids: readonly string[]) =>
    work.run(async () => {
      const count = await markWaiting(db, ids);
      return { kind: 'done', text: `${count} bản chụp đã trở lại hàng chờ chuyển sang Excel.` };
    }, 'Không đổi được. Hãy thử lại.');
  return (
    <Section
      title="Chuyển sang Excel"
      lead="Trong Excel trên web, mở bảng Thi đua số, chọn “Nhập số liệu Cổng”, rồi “Lấy từ tiện ích trình duyệt”. Với Excel trên máy tính, hãy tải tệp Excel hoặc tệp số liệu ở trên."
      work={work}
    >
      <p className={styles.state} role="status">
        {waiting === 0 ? 'Mọi bản chụp đã chuyển sang Excel.' : `${waiting} bản chụp chưa chuyển sang Excel.`}
        {sent === 0 ? '' : ` Đã chuyển: ${sent}.`}
      </p>
      {rows.length === 0 ? null : (
        <ul className={styles.list}>
          {rows.map(({ record, sentAt }) => (
            <li key={record.id} className={styles.row}>
              <div className={styles.what}>
                <DeskLink href={routeTo('ban-chup', record.id)}>{captureText(record)}</DeskLink>
                <div className={styles.quiet}>
                  {sentAt === null ? 'Chưa chuyển' : `Đã chuyển lúc ${instantText(sentAt)}`}
                </div>
              </div>
              {sentAt === null ? null : (
                <Button
                  size="small"
                  aria-label={`Chuyển lại: ${captureText(record)}`}
                  onClick={() => again([record.id])}
                >
                  Chuyển lại
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {rows.length < waiting + sent && <Button onClick={() => setMost(most + AT_ONCE)}>Xem thêm</Button>}
    </Section>
  );
}

/** Waiting first; of each the newest first. */
async function outboxOf(db: Store, most: number) {
  const box = new Map((await db.outbox.toArray()).map((row) => [row.captureId, row]));
  const newest = (await db.captures.orderBy('at').reverse().primaryKeys()).filter((id) => box.has(id));
  const inState = (state: 'waiting' | 'sent') => newest.filter((id) => box.get(id)?.state === state);
  const [waiting, sent] = [inState('waiting'), inState('sent')];
  const records = await db.captures.bulkGet([...waiting, ...sent].slice(0, most));
  return {
    waiting: waiting.length,
    sent: sent.length,
    rows: records.flatMap((record): Row[] => (record ? [{ record, sentAt: box.get(record.id)?.sentAt ?? null }] : [])),
  };
}
