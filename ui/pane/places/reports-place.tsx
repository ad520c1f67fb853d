/** Báo cáo: which movement and period, the report sheets found and how they stand, and the work of a run. */
import { Button } from '@fluentui/react-components';
import type { SheetFound } from '../../../session/pane/pane-session.ts';
import { Empty } from '../../empty.tsx';
import { FileButton } from '../../file-button.tsx';
import { Icon, type IconName } from '../../icons.tsx';
import { later } from '../../later.tsx';
import { PointsRange } from '../../points-range.tsx';
import { rovingKeys } from '../../roving-focus.ts';
import { SeverityTag } from '../../severity-tag.tsx';
import { usePane } from '../pane-context.ts';
import { type ReportRow, reportRows } from '../report-rows.ts';
import { SENT_KINDS } from '../sent-kinds.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { momentText } from './moment-text.ts';
import { useMovement } from './use-movement.ts';

/** Follows the opening: a book that was set up can be worked with before. */
const SettingsForm = later(async () => (await import('./settings-form.tsx')).SettingsForm);
const FormsForm = later(async () => (await import('./forms-form.tsx')).FormsForm);
const OwnMovementSection = later(async () => (await import('./own-movement-section.tsx')).OwnMovementSection);
const YearSection = later(async () => (await import('./year-section.tsx')).YearSection);
/** Reports sent anew that wait for an answer. */
const ResentList = later(async () => (await import('./resent-list.tsx')).ResentList);
const NoRegister = later(async () => (await import('./no-register.tsx')).NoRegister);
const CapturesForm = later(async () => (await import('./captures-form.tsx')).CapturesForm);

export function ReportsPlace() {
  const styles = usePaneStyles();
  const { state } = usePane();
  const { workspace } = state;
  if (workspace === null) return state.work === null ? <Unread /> : <Empty>Đang đọc sổ…</Empty>;
  return (
    <div className={styles.place}>
      <SettingsForm />
      {state.unfolded === 'own' ? <OwnMovementSection /> : null}
      <Buttons />
      {state.unfolded === 'forms' ? <FormsForm /> : null}
      {state.unfolded === 'captures' ? <CapturesForm /> : null}
      {state.edited ? <Edited /> : null}
      {workspace.resent.length > 0 ? <ResentList /> : null}
      {workspace.noRegister ? <NoRegister /> : null}
      <YearSection />
      <Sheets />
      <Silent />
    </div>
  );
}

function Unread() {
  const { actions } = usePane();
  return (
    <Empty>
      <p>Chưa đọc được sổ.</p>
      <Button onClick={() => void actions.open()}>Đọc lại</Button>
    </Empty>
  );
}

function Buttons() {
  const styles = usePaneStyles();
  const { state, actions, dispatch } = usePane();
  const busy = state.work !== null;
  const undo = state.workspace?.undo ?? null;
  const fold = (part: 'forms' | 'captures') => ({
    disabled: busy,
    'aria-expanded': state.unfolded === part,
    onClick: () => dispatch({ kind: 'unfolded', part, open: state.unfolded !== part }),
  });
  return (
    <section className={styles.section} aria-label="Việc làm">
      <Button appearance="primary" disabled={busy} onClick={() => void actions.checkAndScore()}>
        Kiểm tra và chấm điểm
      </Button>
      <div className={styles.fields}>
        <Button {...fold('forms')}>Tạo mẫu</Button>
        <FileButton
          label="Thêm tệp báo cáo"
          accept={SENT_KINDS}
          multiple
          disabled={busy}
          onFiles={(files) => void actions.collect(files)}
          onUnreadable={(name) => actions.refuse(`Không đọc được tệp “${name}”. Hãy đóng tệp đó rồi chọn lại.`)}
        />
        <Button {...fold('captures')}>Nhập số liệu Cổng</Button>
        <Button disabled={busy || undo === null} icon={<Icon name="undo" />} onClick={() => void actions.undo()}>
          Hoàn tác lần chạy
        </Button>
      </div>
      {undo === null ? null : (
        <p className={styles.quiet}>{`Có thể hoàn tác: ${undo.label} (${momentText(undo.at)})`}</p>
      )}
    </section>
  );
}

function Edited() {
  const styles = usePaneStyles();
  return (
    <p className={styles.quiet} role="status">
      Sổ đã thay đổi từ lần đọc trước. Bấm “Kiểm tra và chấm điểm” để cập nhật.
    </p>
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
