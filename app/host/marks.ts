/**
 * The severities shown on cells of the preview: plain state beside the workbook, written into the file only when it is
 * saved.
 */
import type { Severity } from '../../core/judge/flag/flag.ts';
import type { Range } from '../../core/sheet/grid/sheet.ts';
import { WHOLE_SHEET } from '../../core/sheet/workbook/marks.ts';
import type { Action } from '../../core/sheet/workbook/port.ts';
import type { HostAction } from '../../session/host/port.ts';

export interface Mark {
  readonly row: number;
  readonly column: number;
  readonly severity: Severity;
  /** The note at the cell; '' without. */
  readonly text: string;
}

/** Sheet → key of the cell → mark. */
export type PreviewMarks = ReadonlyMap<string, ReadonlyMap<string, Mark>>;

type MarkAction = Extract<HostAction, { kind: 'mark' }>;

/** The marks after a further action. */
export function withMark(marks: PreviewMarks, { sheet, ranges, severity, texts = [] }: MarkAction): PreviewMarks {
  const own = new Map(marks.get(sheet));
  if (severity === null) {
    for (const [key, mark] of own) if (ranges.some((range) => isInside(range, mark))) own.delete(key);
    return new Map(marks).set(sheet, own);
  }
  const textAt = new Map(texts.map(({ row, column, text }) => [markKey(row, column), text]));
  for (const [row, column] of cellsOf(ranges)) {
    const key = markKey(row, column);
    own.set(key, { row, column, severity, text: textAt.get(key) ?? '' });
  }
  return new Map(marks).set(sheet, own);
}

/** The marks for a file, in place of those an earlier saving left in it. */
export function markActions(marks: PreviewMarks): Action[] {
  return [...marks].flatMap(([sheet, own]): Action[] => [
    { kind: 'mark', sheet, ranges: [WHOLE_SHEET], severity: null },
    ...[...own.values()].map(({ row, column, severity, text }): Action => {
      const ranges = [{ top: row, left: column, bottom: row, right: column }];
      return { kind: 'mark', sheet, ranges, severity, texts: text === '' ? [] : [{ row, column, text }] };
    }),
  ]);
}

function isInside({ top, left, bottom, right }: Range, { row, column }: Mark): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** Key of a cell among the marks of its sheet. */
export function markKey(row: number, column: number): string {
  return `${row},${column}`;
}

function* cellsOf(ranges: readonly Range[]): Generator<readonly [row: number, column: number]> {
  for (const { top, left, bottom, right } of ranges)
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) yield [row, column];
}
