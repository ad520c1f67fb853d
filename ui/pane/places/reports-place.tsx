/** Báo cáo: the reports that came and how they stand, taking in more, and the work of a run. */
import { Button } from '@fluentui/react-components';
import type { Workspace } from '../../../session/pane/workspace-data.ts';
import { Empty } from '../../empty.tsx';
import { FileButton } from '../../file-button.tsx';
import { later } from '../../later.tsx';
import { usePane } from '../pane-context.ts';
import { NextStep, PlaceBar } from '../place-bar.tsx';
import { SENT_KINDS } from '../sent-kinds.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { receivedIn } from '../way.ts';

/** Reports sent anew that wait for an answer. */
const ResentList = later(async () => (await import('./resent-list.tsx')).ResentList);
const NoRegister = later(async () => (await import('./no-register.tsx')).NoRegister);
const ReportBoard = later(async () => (await import('./report-board.tsx')).ReportBoard);

export function ReportsPlace() {
  const styles = usePaneStyles();
  const { state } = usePane();
  const { workspace } = state;
  if (workspace === null) return state.work === null ? <Unread /> : <Empty>Đang đọc sổ…</Empty>;
  return (
    <div className={styles.place}>
      <Head workspace={workspace} />
      {workspace.resent.length > 0 ? <ResentList /> : null}
      {workspace.noRegister ? <NoRegister /> : null}
      <ReportBoard />
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

/** The next act first: take reports in, score what is not scored, or go on to what is in doubt. */
function Head({ workspace }: { readonly workspace: Workspace }) {
  const { state, actions } = usePane();
  const busy = state.work !== null;
  const filled = workspace.sheets.filter(({ state }) => state !== 'empty');
  const next =
    filled.length === 0 ? 'collect' : receivedIn(workspace).unscored > 0 || workspace.run === null ? 'score' : 'review';
  const look = (of: typeof next) => (of === next ? 'primary' : 'secondary');
  return (
    <PlaceBar place="reports">
      <FileButton
        label="Thêm tệp báo cáo"
        appearance={look('collect')}
        accept={`${SENT_KINDS},.zip`}
        multiple
        disabled={busy}
        onFiles={(files) => void actions.collect(files)}
        onFault={actions.refuse}
      />
      <Button appearance={look('score')} disabled={busy} onClick={() => void actions.checkAndScore()}>
        Kiểm tra và chấm điểm
      </Button>
      {next === 'review' ? <NextStep step="review" /> : null}
    </PlaceBar>
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
