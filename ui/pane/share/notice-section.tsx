/** Sends units the first appraisal by their links: until when they may explain, and which units have it. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { hanoiTime } from '../../../core/base/period/hanoi-time.ts';
import type { Standing } from '../../../core/share/standing.ts';
import { readDate } from '../../../core/sheet/grid/date.ts';
import type { SyncRequest } from '../../../session/pane/sync-book.ts';
import { type NoticesMade, noticeFacts } from '../../../session/share/appraisal-notices.ts';
import { TextField } from '../../text-field.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

interface NoticeSectionProps {
  readonly standing: Standing;
  readonly sync: (wanted: Partial<SyncRequest>) => Promise<boolean>;
}

export function NoticeSection({ standing, sync }: NoticeSectionProps) {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  const [until, setUntil] = useState('');
  const [said, setSaid] = useState<readonly string[]>([]);
  const notified = [...standing.links.values()].filter(({ notices, ended }) => notices.length > 0 && ended === null);
  const send = async () => {
    const day = readDate(until.trim());
    if (day === null) return setSaid(['Hãy ghi ngày cuối đơn vị được giải trình, dạng ngày/tháng/năm.']);
    const notices = await session.noticesToSend();
    if (!notices.ok) return setSaid([notices.refusal.message]);
    let made = null as NoticesMade | null;
    const isSent = await sync({
      say: async (now) => {
        const facts = noticeFacts(notices.value, day, now, hanoiTime(new Date()));
        if (facts.ok) made = facts.value;
        return facts;
      },
    });
    if (!isSent || made === null) return;
    setSaid(outcomeOf(made));
    const today = hanoiTime(new Date()).slice(0, 10);
    const what = `Kết quả thẩm định của ${made.notified.length} đơn vị, gửi qua liên kết nộp`;
    const row = { day: today, kind: 'notice', unit: '', who: state.texts.who, what, until: day, outcome: '' } as const;
    await actions.note(() => session.noteVisit(row));
  };
  return (
    <details>
      <summary>{`Kết quả thẩm định gửi đơn vị${notified.length === 0 ? '' : ` (${notified.length} đơn vị đã được gửi)`}`}</summary>
      <div className={styles.section}>
        <p className={styles.quiet}>
          Liên kết của mỗi đơn vị sẽ hiện điểm của riêng đơn vị ấy: tiêu chí nào bị bớt, vì sao. Đơn vị ghi giải trình,
          nộp thêm minh chứng cũng bằng liên kết ấy, kể cả khi đã hết hạn nộp báo cáo. Gửi lại thì bản mới thay bản cũ.
        </p>
        <TextField label="Nhận giải trình đến hết ngày (ngày/tháng/năm)" value={until} onType={setUntil} />
        <div>
          <Button disabled={state.work !== null} onClick={() => void send()}>
            Gửi kết quả thẩm định cho đơn vị
          </Button>
        </div>
        <div role="status">
          {said.map((line) => (
            <p key={line} className={styles.text}>
              {line}
            </p>
          ))}
        </div>
      </div>
    </details>
  );
}

function outcomeOf({ notified, without }: NoticesMade): readonly string[] {
  const first =
    notified.length === 0 ? 'Đơn vị nào cũng đã có kết quả này.' : `Đã gửi kết quả cho ${notified.length} đơn vị.`;
  return without.length === 0
    ? [first]
    : [first, `Chưa có liên kết nên chưa gửi được (in phiếu chấm ở “Văn bản”): ${without.join('; ')}.`];
}
