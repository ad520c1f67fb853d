/** Báo cáo: which movement and period, the report sheets found and how they stand, and the work of a run. */
import { Button } from '@fluentui/react-components';
import { Empty } from '../../empty.tsx';
import { FileButton } from '../../file-button.tsx';
import { Icon } from '../../icons.tsx';
import { later } from '../../later.tsx';
import { usePane } from '../pane-context.ts';
import { SENT_KINDS } from '../sent-kinds.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { momentText } from './moment-text.ts';

/** Follows the opening: a book that was set up can be worked with before. */
const SettingsForm = later(async () => (await import('./settings-form.tsx')).SettingsForm);
const FormsForm = later(async () => (await import('./forms-form.tsx')).FormsForm);
const OwnMovementSection = later(async () => (await import('./own-movement-section.tsx')).OwnMovementSection);
const YearSection = later(async () => (await import('./year-section.tsx')).YearSection);
/** Reports sent anew that wait for an answer. */
const ResentList = later(async () => (await import('./resent-list.tsx')).ResentList);
const NoRegister = later(async () => (await import('./no-register.tsx')).NoRegister);
const ReportCards = later(async () => (await import('./report-cards.tsx')).ReportCards);
const CapturesForm = later(async () => (await import('./captures-form.tsx')).CapturesForm);

export function ReportsPlace() {
  const styles = usePaneStyles();
  const { state } = usePane();
  const { workspace } = state;
  if (workspace === null) return state.work === null ? <Unread /> : <Empty>Đang đọc sổ…</Empty>;
  // A book with a movement and nothing else begins with its forms.
  const isNew = workspace.sheets.length === 0 && workspace.settings.movement !== null;
  return (
    <div className={styles.place}>
      <SettingsForm />
      {state.unfolded === 'own' ? <OwnMovementSection /> : null}
      <Buttons isNew={isNew} />
      {isNew || state.unfolded === 'forms' ? <FormsForm /> : null}
      {state.unfolded === 'captures' ? <CapturesForm /> : null}
      {workspace.resent.length > 0 ? <ResentList /> : null}
      {workspace.noRegister ? <NoRegister /> : null}
      <YearSection />
      <ReportCards />
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

function Buttons({ isNew }: { readonly isNew: boolean }) {
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
        {isNew ? null : <Button {...fold('forms')}>Tạo mẫu</Button>}
        <FileButton
          label="Thêm tệp báo cáo"
          accept={`${SENT_KINDS},.zip`}
          multiple
          disabled={busy}
          onFiles={(files) => void actions.collect(files)}
          onUnreadable={(name) => actions.refuse(`Không đọc được tệp “${name}”. Hãy đóng tệp đó rồi chọn lại.`)}
        />
        <Button {...fold('captures')}>Nhập số liệu Cổng</Button>
      </div>
      {undo === null ? null : (
        <div className={styles.row}>
          <Button size="small" disabled={busy} icon={<Icon name="undo" />} onClick={() => void actions.undo()}>
            Hoàn tác lần chạy
          </Button>
          <span className={styles.quiet}>{`${undo.label}, ${momentText(undo.at)}`}</span>
        </div>
      )}
    </section>
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
