/** Opening a unit: its sheet, on its first flag, with the flags of that unit beside it. */
import { groupedFlags, NO_UNIT } from './flag-list.ts';
import { usePane } from './pane-context.ts';

/** Opens the report on `sheet`. A report without flags is shown from its top, and the pane stays where it is. */
export function useOpenReport(): (sheet: string) => Promise<boolean> {
  const { state, actions, dispatch } = usePane();
  return async (sheet) => {
    const result = state.workspace?.run?.reports.find(({ report }) => report.layout.sheet === sheet);
    const all = { severity: null, code: '' };
    const flags = groupedFlags(result?.flags ?? [], { ...all, unit: '' }).flatMap((group) => group.flags);
    const [flag] = [...flags.filter(({ cell }) => cell?.sheet === sheet), ...flags];
    if (flag === undefined) return actions.select({ sheet, address: 'A1' });
    dispatch({ kind: 'filtered', filter: { ...all, unit: flag.unit ?? NO_UNIT } });
    dispatch({ kind: 'reviewed', what: 'flags' });
    dispatch({ kind: 'went', place: 'review' });
    const gone = await actions.goTo(flag);
    return flag.cell === null ? actions.select({ sheet, address: 'A1' }) : gone;
  };
}
