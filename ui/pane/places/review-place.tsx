/** Cần xem: what waits for a decision, equal doubts together, what can still change a class or a place first. */
import { Empty } from '../../empty.tsx';
import { later } from '../../later.tsx';
import { Toggle } from '../../toggle.tsx';
import { usePane } from '../pane-context.ts';
import { NextStep, PlaceBar } from '../place-bar.tsx';
import { usePaneStyles } from '../use-pane-styles.ts';
import { groupsToReview } from '../way.ts';

const ReviewGroups = later(async () => (await import('./review-groups.tsx')).ReviewGroups);
const AppealsWaiting = later(async () => (await import('./appeals-waiting.tsx')).AppealsWaiting);
const ReviewSheets = later(async () => (await import('./review-sheets.tsx')).ReviewSheets);
const EvidenceReview = later(async () => (await import('./evidence-review.tsx')).EvidenceReview);
const FlagsListView = later(async () => (await import('./flags-list-view.tsx')).FlagsListView);

export function ReviewPlace() {
  const styles = usePaneStyles();
  const { state, dispatch } = usePane();
  const { workspace, reviewed } = state;
  const run = workspace?.run ?? null;
  if (workspace === null || run === null)
    return (
      <>
        <PlaceBar place="review" />
        <Empty>
          <p>Chưa kiểm tra. Việc cần xem hiện ở đây khi báo cáo đã được kiểm tra và chấm điểm.</p>
          <NextStep step="reports" />
        </Empty>
      </>
    );
  const unseen = workspace.evidence.filter(({ state }) => state === 'given' || state === 'opened').length;
  const labels = {
    sheets: 'Theo đơn vị',
    flags: `Mọi cảnh báo (${run.flags.length})`,
    evidence: unseen === 0 ? 'Minh chứng' : `Minh chứng (${unseen})`,
  };
  return (
    <div className={styles.place}>
      <PlaceBar place="review">
        {(['sheets', 'flags', 'evidence'] as const).map((what) => (
          <Toggle
            key={what}
            size="medium"
            isPressed={reviewed === what}
            onPress={() => dispatch({ kind: 'reviewed', what: reviewed === what ? 'groups' : what })}
          >
            {labels[what]}
          </Toggle>
        ))}
        {groupsToReview(workspace.queue).groups === 0 ? <NextStep step="council" /> : null}
      </PlaceBar>
      {reviewed === 'groups' ? <AppealsWaiting /> : null}
      {reviewed === 'groups' ? <ReviewGroups workspace={workspace} /> : null}
      {reviewed === 'sheets' ? <ReviewSheets workspace={workspace} /> : null}
      {reviewed === 'evidence' ? <EvidenceReview workspace={workspace} /> : null}
      {reviewed === 'flags' ? <FlagsListView run={run} /> : null}
    </div>
  );
}
