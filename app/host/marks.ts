/** The severities shown on cells of the preview: plain state beside the workbook, written into the file only when it is saved. */
import type { Severity } from '../../core/flag/flag.ts';
import type { Range } from '../../core/grid/sheet.ts';
import { SEVERITY_FILL } from '../../core/sheets/council/look.ts';
import type { Action } from '../../core/workbook/port.ts';
import type { HostAction } from '../../session/host/port.ts';

export interface Mark {
  readonly row: number;
  readonly column: number;
  readonly severity: Severity;
  /** What is said about the cell; '' when nothing. */
  readonly text: string;
}

/** Sheet → `row,column` → mark. */
export type Marks = ReadonlyMap<string, ReadonlyMap<string, Mark>>;

type MarkAction = Extract<HostAction, { kind: 'mark' }>;

/** The marks after one more action. */
export function withMark(marks: Marks, { sheet, ranges, severity, texts = [] }: MarkAction): Marks {
  const own = new Map(marks.get(sheet));
  const textAt = new Map(texts.map(({ row, column, text }) => [keyOf(row, column), text]));
  for (const [row, column] of cellsOf(ranges)) {
    const key = keyOf(row, column);
    if (severity === null) own.delete(key);
    else own.set(key, { row, column, severity, text: textAt.get(key) ?? '' });
  }
  return new Map(marks).set(sheet, own);
}

export function markAt(marks: Marks, sheet: string, row: number, column: number): Mark | undefined {
  return marks.get(sheet)?.get(keyOf(row, column));
}

/** The marks as fills and notes for a file. */
export function markActions(marks: Marks): Action[] {
  return [...marks].flatMap(([sheet, own]) =>
    [...own.values()].flatMap(({ row, column, severity, text }): Action[] => {
      const range = { top: row, left: column, bottom: row, right: column };
      const fill: Action = { kind: 'style', sheet, range, style: { fill: SEVERITY_FILL[severity] } };
      return text === '' ? [fill] : [fill, { kind: 'note', sheet, row, column, text }];
    }),
  );
}

function keyOf(row: number, column: number): string {
  return `${row},${column}`;
}

function* cellsOf(ranges: readonly Range[]): Generator<readonly [row: number, column: number]> {
  for (const { top, left, bottom, right } of ranges)
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) yield [row, column];
}
