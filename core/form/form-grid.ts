/**
 * The layout of our own form: which columns a set needs, a row for each group, criterion and part. Positions only; the
 * content is in head-block.ts, table-cells.ts and foot-block.ts, the look in form-look.ts.
 */

import type { Points } from '../base/quantity/points.ts';
import type { CriteriaSet, Criterion } from '../movement/criteria-set.ts';
import type { Measure, RulePart, ScoringRule } from '../movement/rule.ts';
import { factsOf } from '../movement/rule.ts';
import type { ColumnRole } from '../report/report.ts';
import type { FormShape } from './form-subject.ts';
import { guideLines } from './guide-lines.ts';

/**
 * The columns of a form: those a report has, where the plan asks for the row (the other forms say it with the method),
 * and the figure of the last time.
 */
export type FormColumn = ColumnRole | 'basis' | 'before';

/** A criterion, or a part of a composed criterion (`1.2.a`), with what its row needs. */
export interface FormLine {
  readonly kind: 'criterion' | 'part';
  readonly code: string;
  readonly title: string;
  readonly measure: Measure;
  readonly rule: ScoringRule;
  readonly maxPoints: Points;
  readonly criterion: Criterion;
  /** Cells the unit may type in. */
  readonly open: ReadonlySet<FormColumn>;
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
  readonly shape: FormShape;
  /** `UBND phường`: whose form it is. */
  readonly committee: string;
  /** Columns in order. */
  readonly columns: ReadonlyMap<FormColumn, number>;
  readonly lastColumn: number;
  /** Last column of the left half above and below the table, first column of the right half. */
  readonly leftEnd: number;
  readonly rightStart: number;
  /** Instructions: a title in this row, the lines under it, or all in one cell. */
  readonly guideRow: number;
  readonly guide: readonly string[];
  readonly headerRow: number;
  readonly rows: readonly FormRow[];
  /** The plan awards no points at all: a single mark above the columns counts for every row. */
  readonly isOurs: boolean;
  /** null when the set has no points. */
  readonly totalRow: number | null;
  /** First row under the table. */
  readonly footRow: number;
  /** Cells the unit fills above the table. */
  readonly unitCell: { readonly row: number; readonly column: number };
  readonly dateCell: { readonly row: number; readonly column: number };
}

/** Rows above who and when: two of the letterhead, two of the title. */
const TITLE_ROWS = 4;

const COLUMNS: Readonly<Record<FormShape, readonly FormColumn[]>> = {
  full: [
    ...(['code', 'title', 'target', 'max', 'method', 'baseline'] as const),
    ...(['numerator', 'denominator', 'value', 'self', 'evidence', 'explanation'] as const),
  ],
  short: ['code', 'title', 'method', 'baseline', 'value', 'evidence', 'explanation'],
  'follow-up': [
    ...(['code', 'title', 'basis', 'unit', 'target', 'method', 'before'] as const),
    ...(['numerator', 'denominator', 'value', 'explanation'] as const),
  ],
};

/**
 * The form's places for a set; the committee as the form's words name it (committeeOf). A set without points (SR-31) has no points columns and no total, nor has the short form:
 * its points are counted by the commune. The baseline column stands where a rule needs it.
 */
export function formGrid(set: CriteriaSet, committee: string, shape: FormShape = 'full'): FormGrid {
  const lines = set.criteria.flatMap((criterion) => linesOf(criterion, shape));
  const asksBefore = lines.some((line) => line.open.has('baseline'));
  const roles = COLUMNS[shape].filter((role) => {
    if (role === 'baseline') return asksBefore;
    return set.scored || (role !== 'max' && role !== 'self');
  });
  const columns = new Map(roles.map((role, column) => [role, column]));
  const guide = guideLines(lines, { shape, scored: set.scored, committee });
  const factRows = shape === 'short' ? 4 : 2;
  const guideRow = TITLE_ROWS + factRows;
  // The full form has the widest lines and the least room: its guide is one paragraph.
  const headerRow = guideRow + 1 + (shape === 'full' ? 0 : guide.length);
  const rows = rowsOf(set, lines, headerRow + 1);
  const hasPoints = columns.has('self');
  const endRow = headerRow + 1 + rows.length;
  const rightStart = (columns.get('method') ?? 0) + (shape === 'short' ? 0 : 1);
  const dateColumn = shape === 'short' ? 2 : (columns.get('denominator') ?? 0) + (shape === 'full' ? 1 : 0);
  return {
    shape,
    committee,
    columns,
    lastColumn: roles.length - 1,
    leftEnd: shape === 'short' ? rightStart - 1 : 2,
    rightStart,
    guideRow,
    guide,
    headerRow,
    rows,
    isOurs: set.criteria.every(({ proposed }) => proposed === true),
    totalRow: hasPoints ? endRow : null,
    footRow: hasPoints ? endRow + 1 : endRow,
    unitCell: { row: TITLE_ROWS, column: 2 },
    dateCell: { row: guideRow - 1, column: dateColumn },
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
function linesOf(criterion: Criterion, shape: FormShape): FormLine[] {
  const { code, title, measure, rule, maxPoints } = criterion;
  const { parts, grader, deducts } = factsOf(rule);
  const open = new Set<FormColumn>(['explanation', ...(criterion.evidence === 'none' ? [] : ['evidence' as const])]);
  if (criterion.filledBy === 'unit' && grader === null) {
    // A deduction without a stated size is the council's to set.
    if (deducts !== 0 && shape === 'full') open.add('self');
    if (parts.length === 0) for (const role of inputsOf(measure, rule, shape)) open.add(role);
  }
  const own: FormLine = { kind: 'criterion', code, title, measure, rule, maxPoints, criterion, open };
  return [own, ...parts.map((part) => partLine(criterion, part, shape))];
}

function partLine(criterion: Criterion, part: RulePart, shape: FormShape): FormLine {
  const { title, measure, rule, maxPoints } = part;
  const fills = criterion.filledBy === 'unit' && factsOf(rule).grader === null;
  const open = new Set<FormColumn>(['explanation', ...(fills ? inputsOf(measure, rule, shape) : [])]);
  return { kind: 'part', code: `${criterion.code}.${part.code}`, title, measure, rule, maxPoints, criterion, open };
}

function inputsOf(measure: Measure, rule: ScoringRule, shape: FormShape): readonly ColumnRole[] {
  const isPair = measure === 'percentage' && shape !== 'short';
  const inputs: readonly ColumnRole[] = isPair ? ['numerator', 'denominator'] : ['value'];
  return factsOf(rule).needsBaseline ? [...inputs, 'baseline'] : inputs;
}
