/** The report sheets found and how they stand; what the run could not check, folded. */
import type { SheetFound } from '../../../session/pane/pane-session.ts';
import { Empty } from '../../empty.tsx';
import { Icon, type IconName } from '../../icons.tsx';
import { PointsRange } from '../../points-range.tsx';
import { rovingKeys } from '../../roving-focus.ts';
import { SeverityTag } from '../../severity-tag.tsx';
import { usePane } from '../pane-context.ts';
import { type ReportRow, reportRows } from '../report-rows.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { useMovement } from './use-movement.ts';

export function FoundSection() {
  return (
    <>
      <Sheets />
      <Silent />
    </>
  );
}

function Sheets() {
  const styles = usePaneStyles();
  const { state } = usePane();
  const movement = useMovement();
  if (state.workspace === null) return null;
  const rows = reportRows(state.workspace, movement);
  return (
    <section className={styles.section} aria-labelledby="sheets-heading">
      <h2 id="sheets-heading" className={styles.heading}>{`Báo cáo tìm thấy (${rows.length})`}</h2>
      {rows.length === 0 ? (
        <Empty>
          Chưa có trang tính nào là báo cáo. Bấm “Tạo mẫu” để lập biểu cho các đơn vị, hoặc “Thêm tệp báo cáo” để gộp
          các tệp đơn vị đã gửi.
        </Empty>
      ) : (
        <ul className={styles.list} onKeyDown={rovingKeys}>
          {rows.map((row, index) => (
            <SheetCard key={row.sheet} row={row} first={index === 0} />
          ))}
        </ul>
      )}
    </section>
  );
}

const STATE: Readonly<Record<SheetFound['state'], { readonly word: string; readonly icon: IconName }>> = {
  empty: { word: 'Chưa điền', icon: 'info' },
  waiting: { word: 'Chưa chấm', icon: 'stale' },
  scored: { word: 'Đã chấm', icon: 'done' },
  changed: { word: 'Đã sửa sau khi chấm', icon: 'warning' },
};

function SheetCard({ row, first }: { readonly row: ReportRow; readonly first: boolean }) {
  const styles = usePaneStyles();
  const { actions } = usePane();
  const { score, flags } = row;
  return (
    <li className={styles.card}>
      <button
        type="button"
        data-roving
        tabIndex={first ? 0 : -1}
        className={styles.choice}
        onClick={() => void actions.select({ sheet: row.sheet, address: 'A1' })}
      >
        <span className={styles.spread}>
          <span className={styles.strong}>{row.unit}</span>
          <span className={styles.note}>
            <Icon name={STATE[row.state].icon} />
            {STATE[row.state].word}
          </span>
        </span>
        <span className={styles.quiet}>
          {`${row.audience} · trang tính “${row.sheet}”`}
          {score?.classification == null ? '' : ` · ${score.classification.name}`}
        </span>
        {score === null ? null : <PointsRange now={score.total} low={score.low} high={score.high} max={score.max} />}
        {flags.error + flags.warning + flags.info === 0 ? null : (
          <span className={styles.row}>
            {(['error', 'warning', 'info'] as const).map((severity) =>
              flags[severity] === 0 ? null : <SeverityTag key={severity} severity={severity} count={flags[severity]} />,
            )}
          </span>
        )}
      </button>
    </li>
  );
}

/** What the run could not check, folded. */
function Silent() {
  const styles = usePaneStyles();
  const silent = usePane().state.workspace?.run?.silent ?? [];
  if (silent.length === 0) return null;
  return (
    <details>
      <summary>{`Phần chưa kiểm tra được (${silent.length})`}</summary>
      <ul>
        {silent.map((sentence) => (
          <li key={sentence} className={styles.text}>
            {sentence}
          </li>
        ))}
      </ul>
    </details>
  );
}
