/** Dates of the year with their last day, where each unit stands and what to write to it, visits and models. */
import { useEffect, useState } from 'react';
import { FOLLOW_UP_NAME, followUpCounts } from '../../../core/commune/calendar/follow-up.ts';
import { visitWords } from '../../../core/commune/calendar/journal.ts';
import { formatDate } from '../../../core/sheet/grid/date.ts';
import type { YearRound } from '../../../session/year/year-round.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { ModelForm } from './model-form.tsx';
import { VisitForm } from './visit-form.tsx';

/** The last visits shown; all stand in their sheet. */
const SHOWN = 5;

export function YearBoard() {
  const styles = usePaneStyles();
  const { state, session } = usePane();
  const { workspace } = state;
  const [told, setTold] = useState<YearRound | string | null>(null);
  useEffect(() => {
    // Reads again whenever the workbook changed, because each change makes a new state.
    if (workspace === null) return;
    let wanted = true;
    void session.yearRound().then((read) => wanted && setTold(read.ok ? read.value : read.refusal.message));
    return () => {
      wanted = false;
    };
  }, [session, workspace]);
  if (told === null) return <p className={styles.quiet}>Đang đọc…</p>;
  if (typeof told === 'string') return <p role="alert">{told}</p>;
  return (
    <>
      <Dates year={told} />
      <Units year={told} />
      <Journal year={told} />
      <VisitForm units={told.units} today={told.asOf} />
      <ModelForm units={told.units} />
    </>
  );
}

interface Year {
  readonly year: YearRound;
}

function Dates({ year: { days } }: Year) {
  const styles = usePaneStyles();
  return (
    <div className={styles.section}>
      <h3 className={styles.heading}>Lịch của phong trào</h3>
      {days.length === 0 ? <p className={styles.quiet}>Kế hoạch không ghi ngày nào trong năm.</p> : null}
      <ul className={styles.list}>
        {days.map(({ code, name, words, section, daysLeft }) => (
          <li key={code} className={styles.text}>
            <strong>{name}:</strong> {`${words}${leftWords(daysLeft)}${section === '' ? '' : ` (mục ${section})`}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

function leftWords(days: number | null): string {
  if (days === null) return '';
  return days < 0 ? ' · đã qua' : days === 0 ? ' · hôm nay' : ` · còn ${days} ngày`;
}

function Units({ year: { board, messages, registration, asOf } }: Year) {
  const styles = usePaneStyles();
  if (board === null)
    return (
      <p className={styles.quiet}>
        Chưa có danh sách đơn vị hoặc kỳ báo cáo nên chưa rõ đơn vị nào chưa nộp. Ghi ngày đăng ký, ngày nhận kế hoạch,
        ngày nhận báo cáo ở trang tính “Đơn vị”.
      </p>
    );
  const counts = [...followUpCounts(board)].map(([state, count]) => `${FOLLOW_UP_NAME[state]}: ${count}`).join(' · ');
  return (
    <div className={styles.section}>
      <h3 className={styles.heading}>{`Báo cáo của các đơn vị đến ngày ${formatDate(asOf)}`}</h3>
      <p className={styles.text}>{counts}</p>
      {registration.length === 0 ? null : <p className={styles.text}>{`${registration.join('; ')}.`}</p>}
      <ul className={styles.list}>
        {board
          .filter(({ state, visit }) => state !== 'received' && (state !== 'appraised' || visit !== ''))
          .map(({ unit, audience, state, line, visit }) => (
            <li key={`${audience}\n${unit}`} className={styles.text}>
              <strong>{`${FOLLOW_UP_NAME[state]} · ${unit}:`}</strong>{' '}
              {[line, visit].filter((text) => text !== '').join('; ')}
            </li>
          ))}
      </ul>
      {messages.map(({ group, text }) => (
        <details key={text}>
          <summary>{`Tin nhắn cho nhóm ${group}`}</summary>
          <p className={styles.text}>{text}</p>
        </details>
      ))}
    </div>
  );
}

function Journal({ year: { journal, faults } }: Year) {
  const styles = usePaneStyles();
  const { visits, models } = journal;
  return (
    <div className={styles.section}>
      <h3 className={styles.heading}>{`Kiểm tra, đôn đốc (${visits.length}) và mô hình (${models.length})`}</h3>
      <ul className={styles.list}>
        {visits.slice(-SHOWN).map((visit) => (
          <li key={JSON.stringify(visit)} className={styles.text}>
            <strong>{visit.unit === '' ? 'Các đơn vị' : visit.unit}:</strong> {visitWords(visit)}
          </li>
        ))}
        {models.map(({ name, unit, adopters }) => (
          <li key={`${unit}\n${name}`} className={styles.text}>
            <strong>{`Mô hình ${name}`}</strong>{' '}
            {`(${unit}); ${adopters.length === 0 ? 'chưa có đơn vị nhân rộng' : `nhân rộng: ${adopters.join(', ')}`}`}
          </li>
        ))}
        {faults.map((fault) => (
          <li key={fault} className={styles.text} role="alert">
            {fault}
          </li>
        ))}
      </ul>
    </div>
  );
}
