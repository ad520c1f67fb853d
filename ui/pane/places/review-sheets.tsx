/** The sheets that wait for a decision, unit by unit, or all open matters of the selected sheet. */
import type { Workspace } from '../../../session/pane/workspace-data.ts';
import { usePane } from '../pane-context.ts';
import { Queue } from './queue-list.tsx';
import { SheetReview } from './sheet-review.tsx';

export function ReviewSheets({ workspace }: { readonly workspace: Workspace }) {
  const { state } = usePane();
  const open = workspace.queue.find(({ unit }) => unit === state.unit);
  return open === undefined ? <Queue queue={workspace.queue} /> : <SheetReview sheet={open} />;
}
