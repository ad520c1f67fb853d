/** The evidence files of a run by unit and criterion, and their meeting with what the reports cite. */
import { groupBy } from '../../base/group-by.ts';
import { foldKey } from '../../base/text/text.ts';
import type { PlacedEvidence } from '../../report/evidence/evidence-file.ts';
import { citedIn } from './evidence.ts';
import type { CheckRun, CheckSubject } from './run.ts';

/** null = the run has no files of evidence, so no check speaks of them. */
export function evidenceOf({ context }: CheckRun): readonly PlacedEvidence[] | null {
  return context.evidence === undefined || context.evidence.length === 0 ? null : context.evidence;
}

const NONE: readonly PlacedEvidence[] = [];
const byRow = new WeakMap<readonly PlacedEvidence[], ReadonlyMap<string, readonly PlacedEvidence[]>>();
/** A sheet may print its unit in capitals. */
const rowKey = (unit: string, criterion: string) => JSON.stringify([foldKey(unit), criterion]);

/** Files of a unit for a criterion, in the order of the run. */
export function filesFor(run: CheckRun, subject: CheckSubject, code: string): readonly PlacedEvidence[] {
  const all = evidenceOf(run);
  if (all === null) return NONE;
  const rows = byRow.get(all) ?? groupBy(all, ({ unit, criterion }) => rowKey(unit, criterion));
  byRow.set(all, rows);
  return rows.get(rowKey(subject.unit, code)) ?? NONE;
}

/** Documents a criterion cites, its parts' too, with the cell of the first. */
export function citedFor(subject: CheckSubject, code: string) {
  const criterion = (line: string) => line === code || line.startsWith(`${code}.`);
  const rows = citedIn(subject).filter(({ line }) => criterion(line));
  return {
    texts: rows.map(({ text }) => text),
    cell: rows[0]?.cell ?? subject.entries.get(code)?.evidenceCell ?? null,
  };
}
