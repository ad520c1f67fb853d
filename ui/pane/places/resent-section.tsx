/** Reports sent anew: nothing when none waits; what shows them (resent-list.tsx) is fetched when one does. */
import { later } from '../../later.tsx';
import { usePane } from '../pane-context.ts';

const ResentList = later(async () => (await import('./resent-list.tsx')).ResentList);

export function ResentSection() {
  const waiting = usePane().state.workspace?.resent ?? [];
  return waiting.length === 0 ? null : <ResentList />;
}
