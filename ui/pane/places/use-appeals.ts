/** Appeals of units beside the points of today: rows are read once a workspace, for all cards; points are the pane's own. */
import { useEffect, useMemo, useState } from 'react';
import { type AppealState, appealStates } from '../../../core/commune/calendar/appeal.ts';
import type { WrittenAppeals } from '../../../session/council/appeals.ts';
import type { Workspace } from '../../../session/pane/workspace-data.ts';
import { usePane } from '../pane-context.ts';

const NONE: WrittenAppeals = { appeals: [], faults: [] };

/** Each change of the workbook makes a new workspace. */
const reads = new WeakMap<Workspace, Promise<WrittenAppeals>>();

interface AppealsNow {
  readonly states: readonly AppealState[];
  readonly faults: WrittenAppeals['faults'];
}

export function useAppeals(): AppealsNow {
  const { state, session } = usePane();
  const { workspace } = state;
  const [written, setWritten] = useState(NONE);
  useEffect(() => {
    if (workspace === null) return;
    let wanted = true;
    const read =
      reads.get(workspace) ??
      session.appeals().then((now) => (now.ok ? now.value : { appeals: [], faults: [now.refusal.message] }));
    reads.set(workspace, read);
    void read.then((now) => {
      if (wanted) setWritten(now);
    });
    return () => {
      wanted = false;
    };
  }, [session, workspace]);
  const reports = workspace?.run?.reports;
  return useMemo(
    () => ({ states: appealStates(written.appeals, reports ?? []), faults: written.faults }),
    [written, reports],
  );
}
