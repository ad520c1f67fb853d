/** Acts on what a plan's reading left over: several figures, several findings or a whole grid at once. Pure. */
import type { PlanReading } from '../../core/plan/extract-plan.ts';
import { targetOfFigure } from '../../core/plan/fate/target-of-figure.ts';
import type { PlanTarget } from '../../core/plan/finding.ts';
import { type LaidOut, laidOut } from '../../core/plan/laid-out.ts';
import { type GridGuess, guessOf } from '../../core/plan/table/grid-roles.ts';
import { targetsOfGrid } from '../../core/plan/table/grid-targets.ts';
import { freeId, type PlanDraft, readingOf, withFinding } from './plan-draft.ts';

/** The present leftovers, figures set aside and questions. */
export function openIn(
  draft: PlanDraft,
): Pick<PlanReading, 'leftovers' | 'setAside' | 'questions'> & { readonly grids: readonly OpenGrid[] } {
  const { leftovers, setAside, questions } = readingOf(draft);
  const grids = askedGrids(draft);
  // A grid that the officer used or dismissed is not a question any more.
  const isOpen = ({ code, offset }: PlanReading['questions'][number]): boolean =>
    code !== 'grid' || grids.some((grid) => grid.offset === offset);
  return { leftovers, setAside, questions: questions.filter(isOpen), grids };
}

/** The figures at these offsets are targets of the plan, each with the comparator and time of its part. */
export function takenAsTargets(draft: PlanDraft, offsets: readonly number[]): PlanDraft {
  const laid = laidOut(draft.text, draft.movement.period);
  return withTargets(
    draft,
    offsets.flatMap((offset) => targetOfFigure(laid, offset) ?? []),
  );
}

/** The figures at these offsets are none of the plan's. */
export function dismissed(draft: PlanDraft, offsets: readonly number[]): PlanDraft {
  return { ...draft, dismissed: [...new Set([...draft.dismissed, ...offsets])] };
}

/** A grid with an open question. */
export interface OpenGrid {
  /** Where it begins. */
  readonly offset: number;
  readonly names: readonly string[];
  /** Cells below its heading. */
  readonly rows: readonly (readonly string[])[];
  readonly guess: GridGuess;
}

/** The grids that the officer has not answered yet. */
function askedGrids(draft: PlanDraft): readonly OpenGrid[] {
  const laid = laidOut(draft.text, draft.movement.period);
  return laid.tables.flatMap((table): OpenGrid[] => {
    if (!('unread' in table) || table.of !== 'figures') return [];
    const { unread } = table;
    const offset = laid.text.offsetOf(unread.from);
    const end = laid.text.offsetOf(Math.max(unread.from, unread.to - 1));
    if (draft.dismissed.includes(offset) || isTaken(draft, offset, end)) return [];
    const rows = unread.rows.slice(unread.head.rows).map((row) => row.map(({ text }) => text));
    return [{ offset, names: unread.head.names, rows, guess: guessOf(unread) }];
  });
}

function isTaken({ findings }: PlanDraft, from: number, to: number): boolean {
  return findings.some(
    (finding) => finding.kind === 'target' && finding.value.figureOffset >= from && finding.value.figureOffset <= to,
  );
}

/** Makes a target of every cell of the grid at an offset, by the roles of its columns. */
export function withGrid(draft: PlanDraft, offset: number, roles: GridGuess): PlanDraft {
  const laid: LaidOut = laidOut(draft.text, draft.movement.period);
  return withTargets(draft, targetsOfGrid(laid, offset, roles));
}

function withTargets(draft: PlanDraft, targets: readonly PlanTarget[]): PlanDraft {
  return targets.reduce(
    (now, value) => withFinding(now, { id: freeId(now, 'target'), kind: 'target', value, state: 'added', out: false }),
    draft,
  );
}
