/** Texts over several cells of a row, as the head and the foot of a form are made of. */
import type { Range } from '../sheet/grid/sheet.ts';
import type { CellStyle, NewCell, NewValue } from '../sheet/workbook/port.ts';

export interface MergedCells {
  readonly cells: readonly NewCell[];
  readonly merges: readonly Range[];
}

export type MergedText = readonly [row: number, left: number, right: number, content: string, style: CellStyle];

/** Merged texts. Every cell of a merge carries the style, so that borders and fills are whole. */
export function spanned(spans: readonly MergedText[]): MergedCells {
  const cells = spans.flatMap(([row, left, right, content, style]) =>
    Array.from({ length: right - left + 1 }, (_, step): NewCell => {
      return { row, column: left + step, value: step === 0 ? textOrEmpty(content) : { kind: 'empty' }, style };
    }),
  );
  const merges = spans.map(([row, left, right]): Range => ({ top: row, left, bottom: row, right }));
  return { cells, merges: merges.filter(({ left, right }) => right > left) };
}

export function textOrEmpty(content: string): NewValue {
  return content === '' ? { kind: 'empty' } : { kind: 'text', text: content };
}
