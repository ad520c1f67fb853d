/** The commune's result on its way to the province: looked over first, then sent. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { dayText } from '../../../core/base/period/day.ts';
import { parsePeriod, periodName } from '../../../core/base/period/period.ts';
import { done, type Result } from '../../../core/base/result.ts';
import type { SentResult } from '../../../core/commune/result/sent-result.ts';
import { capitalised } from '../../../core/movement/rules/wording.ts';
import type { Standing } from '../../../core/share/standing.ts';
import type { SyncRequest } from '../../../session/pane/sync-book.ts';
import { unsentResults } from '../../../session/share/unsent-results.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

interface ResultSectionProps {
  /** This machine. */
  readonly device: string;
  readonly standing: Standing;
  readonly sync: (wanted: Partial<SyncRequest>) => Promise<boolean>;
}

export function ResultSection({ device, standing, sync }: ResultSectionProps) {
  const styles = usePaneStyles();
  const { state, session } = usePane();
  const [looked, setLooked] = useState<Result<SentResult> | null>(null);
  const busy = state.work !== null;
  const look = async () => setLooked(await session.resultToSend());
  const send = (result: SentResult) =>
    sync({ say: async (now) => done({ facts: unsentResults([result], device, now), files: new Map() }) });
  const isSent = looked?.ok === true && unsentResults([looked.value], device, standing).length === 0;
  return (
    <section className={styles.section} aria-label="Kết quả gửi tỉnh">
      <h3 className={styles.heading}>Kết quả gửi tỉnh</h3>
      <p className={styles.quiet}>
        Chỉ gửi kết quả chung của xã: chỉ tiêu, số báo cáo, số liệu Cổng. Không gửi báo cáo, tên đơn vị hay tên người.
      </p>
      <span>
        <Button disabled={busy} onClick={() => void look()}>
          Xem kết quả sẽ gửi
        </Button>
      </span>
      {looked?.ok === false ? <p role="alert">{looked.refusal.message}</p> : null}
      {looked?.ok ? (
        <>
          <ul className={styles.list}>
            {resultLines(looked.value).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <span>
            <Button appearance="primary" disabled={busy || isSent} onClick={() => void send(looked.value)}>
              {isSent ? 'Kết quả này đã ghi để gửi' : 'Gửi kết quả cho tỉnh'}
            </Button>
          </span>
        </>
      ) : null}
    </section>
  );
}

const STATES: Readonly<Record<SentResult['targets'][number]['state'], string>> = {
  met: 'đạt',
  'not-met': 'chưa đạt',
  'not-enough-data': 'chưa đủ số liệu',
  'no-source': 'không có nguồn số liệu',
  'not-due': 'chưa đến hạn',
};

function resultLines({ commune, province, movement, period, asOf, targets, reports, indicators }: SentResult) {
  const known = parsePeriod(period);
  const counts = Object.entries(STATES).flatMap(([kind, words]) => {
    const count = targets.filter(({ state }) => state === kind).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  const registeredText = reports.asked === null ? '' : `/${reports.asked} đơn vị đăng ký`;
  return [
    `${capitalised(commune)}, ${province}: ${movement.title}, ${known ? periodName(known) : period}, tính đến ${dayText(asOf)}`,
    `${targets.length} chỉ tiêu: ${counts.join(', ')}`,
    `Báo cáo đã nhận: ${reports.received}${registeredText}${reports.late ? `, ${reports.late} nộp muộn` : ''}`,
    `Số liệu Cổng: ${indicators.length} chỉ số`,
  ];
}
