/**
 * Where everything stands on our own form: which columns a set needs, one row for each group, criterion and part.
 * Places only; what is written there is form-cells.ts, how it looks is form-look.ts.
 */

import type { CriteriaSet, Criterion } from '../movement/criteria-set.ts';
import type { Measure, Part, ScoringRule } from '../movement/rule.ts';
import { factsOf } from '../movement/rule.ts';
import type { Points } from '../quantity/points.ts';
import type { ColumnRole } from '../report/report.ts';

/** A criterion, or a part of a composed one (`1.2.a`), with what its row needs. */
export interface FormLine {
  readonly kind: 'criterion' | 'part';
  readonly code: string;
  readonly title: string;
  readonly measure: Measure;
  readonly rule: ScoringRule;
  readonly maxPoints: Points;
  readonly criterion: Criterion;
  /** Cells the unit may type in. */
  readonly open: ReadonlySet<ColumnRole>;
}

export type FormRow =
  | {
      readonly kind: 'group';
      readonly row: number;
      readonly code: string;
      readonly title: string;
      readonly maxPoints: Points;
    }
  | { readonly kind: 'line'; readonly row: number; readonly line: FormLine };

export interface FormGrid {
  /** Columns in order, by role. */
  readonly columns: ReadonlyMap<ColumnRole, number>;
  readonly lastColumn: number;
  readonly headerRow: number;
  readonly rows: readonly FormRow[];
  /** null when the set has no points. */
  readonly totalRow: number | null;
  /** First row under the table. */
  readonly footRow: number;
  /** Cells the unit fills above the table. */
  readonly unitCell: { readonly row: number; readonly column: number };
  readonly dateCell: { readonly row: number; readonly column: number };
}

/** Rows above the table: two of the letterhead, two of the title, two that say who and when. */
export const HEAD_ROWS = 6;

const ALWAYS: readonly ColumnRole[] = ['code', 'title', 'unit', 'target', 'max', 'method'];
const FILLED: readonly ColumnRole[] = ['numerator', 'denominator', 'value', 'self', 'evidence', 'explanation'];

/**
 * The form's places for a set. A set without points (SR-31) has no points columns and no total; the baseline column
 * stands where a rule needs it.
 */
export function formGrid(set: CriteriaSet): FormGrid {
  const lines = set.criteria.flatMap(linesOf);
  const baseline: readonly ColumnRole[] = lines.some((line) => line.open.has('baseline')) ? ['baseline'] : [];
  const roles = [...ALWAYS, ...baseline, ...FILLED].filter((role) => set.scored || (role !== 'max' && role !== 'self'));
  const columns = new Map(roles.map((role, column) => [role, column]));
  const rows = rowsOf(set, lines, HEAD_ROWS + 1);
  const endRow = HEAD_ROWS + 1 + rows.length;
  const rightPair = (columns.get('method') ?? 0) + 1 + baseline.length;
  return {
    columns,
    lastColumn: roles.length - 1,
    headerRow: HEAD_ROWS,
    rows,
    totalRow: set.scored ? endRow : null,
    footRow: set.scored ? endRow + 1 : endRow,
    unitCell: { row: HEAD_ROWS - 2, column: 2 },
    dateCell: { row: HEAD_ROWS - 1, column: rightPair + 2 },
  };
}

function rowsOf(set: CriteriaSet, lines: readonly FormLine[], first: number): FormRow[] {
  const rows: FormRow[] = [];
  const known = new Set(set.groups.map((group) => group.code));
  const add = (line: FormLine) => rows.push({ kind: 'line', row: first + rows.length, line });
  for (const { code, title } of set.groups) {
    const own = lines.filter((line) => line.criterion.group === code);
    if (own.length === 0) continue;
    const maxPoints = own.reduce((sum, line) => sum + (line.kind === 'criterion' ? line.maxPoints : 0), 0);
    rows.push({ kind: 'group', row: first + rows.length, code, title, maxPoints });
    own.forEach(add);
  }
  lines.filter((line) => !known.has(line.criterion.group)).forEach(add);
  return rows;
}

/** A criterion and, when its rule is composed, its parts. */
function linesOf(criterion: Criterion): FormLine[] {
  const { code, title, measure, rule, maxPoints } = criterion;
  const { parts, grader, deducts } = factsOf(rule);
  const open = new Set<ColumnRole>(['explanation', ...(criterion.evidence === 'none' ? [] : ['evidence' as const])]);
  if (criterion.filledBy === 'unit' && grader === null) {
    // A deduction without a stated size is the council's to set.
    if (deducts !== 0) open.add('self');
    if (parts.length === 0) for (const role of inputsOf(measure, rule)) open.add(role);
  }
  const own: FormLine = { kind: 'criterion', code, title, measure, rule, maxPoints, criterion, open };
  return [own, ...parts.map((part) => partLine(criterion, part))];
}

function partLine(criterion: Criterion, part: Part): FormLine {
  const { title, measure, rule, maxPoints } = part;
  const fills = criterion.filledBy === 'unit' && factsOf(rule).grader === null;
  const open = new Set<ColumnRole>(['explanation', ...(fills ? inputsOf(measure, rule) : [])]);
  return { kind: 'part', code: `${criterion.code}.${part.code}`, title, measure, rule, maxPoints, criterion, open };
}

function inputsOf(measure: Measure, rule: ScoringRule): readonly ColumnRole[] {
  const inputs: readonly ColumnRole[] = measure === 'percentage' ? ['numerator', 'denominator'] : ['value'];
  return factsOf(rule).needsBaseline ? [...inputs, 'baseline'] : inputs;
}
