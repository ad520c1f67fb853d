/** What waits for a decision: equal flags together, criteria to grade, the sheets; or one sheet with all of its things. */
import type { Workspace } from '../../../session/pane/workspace-data.ts';
import { usePane } from '../pane-context.ts';
import { AlikeSection } from './alike-section.tsx';
import { GradingSection } from './grading-section.tsx';
import { Queue } from './queue-list.tsx';
import { RoundsField } from './rounds-field.tsx';
import { SheetReview } from './sheet-review.tsx';

export function ReviewThings({ workspace }: { readonly workspace: Workspace }) {
  const { state } = usePane();
  const open = workspace.queue.find(({ unit }) => unit === state.unit);
  if (open !== undefined) return <SheetReview sheet={open} />;
  return (
    <>
      {workspace.closed === null ? (
        <>
          <AlikeSection queue={workspace.queue} />
          <GradingSection workspace={workspace} />
        </>
      ) : null}
      <Queue queue={workspace.queue} />
      <RoundsField />
    </>
  );
}
