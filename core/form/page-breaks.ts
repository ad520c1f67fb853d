/**
 * Where the end of a form begins a page of its own: a total and its signatures are never cut by the edge of the paper.
 * Programs that print break a sheet by its rows' heights, so it can be reckoned beforehand.
 */
import type { PrintSetup } from '../sheet/workbook/port.ts';

/** A4, inches. */
const PAPER = { long: 11.69, short: 8.27 };
const POINTS = 72;
/** Characters of width that an inch of paper takes at full size, as LibreOffice sets Times New Roman 13. */
const CHARACTERS = 11.07;
/** Points of a row that says no height. */
const PLAIN_ROW = 17;
/** Programs differ by this much in where a page ends. */
const TOLERANCE = 0.04;

interface Paged {
  readonly heights: ReadonlyMap<number, number>;
  /** Characters of the printed columns together. */
  readonly width: number;
  readonly print: Pick<PrintSetup, 'orientation' | 'titleRows'> & {
    readonly margins: NonNullable<PrintSetup['margins']>;
  };
}

/** The row before which a page must end so that rows `first` … `last` stand together; none where they do anyway. */
export function breaksToKeep(first: number, last: number, { heights, width, print }: Paged): readonly number[] {
  const { orientation, margins, titleRows } = print;
  const [across, down] = orientation === 'landscape' ? [PAPER.long, PAPER.short] : [PAPER.short, PAPER.long];
  const scale = Math.min(1, ((across - margins.left - margins.right) * CHARACTERS) / width);
  const room = (POINTS * (down - margins.top - margins.bottom)) / scale;
  const heightOf = (row: number) => heights.get(row) ?? PLAIN_ROW;
  const head = titleRows ? heightOf(titleRows[0]) : 0;
  let used = 0;
  for (let row = 0; row < first; row += 1) {
    used += heightOf(row);
    if (used > room) used = head + heightOf(row);
  }
  let block = 0;
  for (let row = first; row <= last; row += 1) block += heightOf(row);
  return used > head && used + block > room * (1 - TOLERANCE) ? [first] : [];
}
