/** Appeals of units, read anew whenever the workbook changed. */
import { useEffect, useState } from 'react';
import type { AppealsNow } from '../../../session/council/appeals.ts';
import { usePane } from '../pane-context.ts';

const NONE: AppealsNow = { states: [], faults: [] };

export function useAppeals(): AppealsNow {
  const { state, session } = usePane();
  const { workspace } = state;
  const [read, setRead] = useState(NONE);
  useEffect(() => {
    // Each change of the workbook makes a new state.
    if (workspace === null) return;
    let wanted = true;
    void session.appeals().then((now) => {
      if (wanted) setRead(now.ok ? now.value : { states: [], faults: [now.refusal.message] });
    });
    return () => {
      wanted = false;
    };
  }, [session, workspace]);
  return read;
}
