/** Appeals of units, read anew whenever the workbook changed: once for all cards that show them. */
import { useEffect, useState } from 'react';
import type { AppealsNow } from '../../../session/council/appeals.ts';
import type { Workspace } from '../../../session/pane/workspace-data.ts';
import { usePane } from '../pane-context.ts';

const NONE: AppealsNow = { states: [], faults: [] };

/** Each change of the workbook makes a new workspace. */
const reads = new WeakMap<Workspace, Promise<AppealsNow>>();

export function useAppeals(): AppealsNow {
  const { state, session } = usePane();
  const { workspace } = state;
  const [appeals, setAppeals] = useState(NONE);
  useEffect(() => {
    if (workspace === null) return;
    let wanted = true;
    const read =
      reads.get(workspace) ??
      session.appeals().then((now) => (now.ok ? now.value : { states: [], faults: [now.refusal.message] }));
    reads.set(workspace, read);
    void read.then((now) => {
      if (wanted) setAppeals(now);
    });
    return () => {
      wanted = false;
    };
  }, [session, workspace]);
  return appeals;
}
