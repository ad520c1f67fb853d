/**
 * Where the end of a form begins a page of its own: a total and its signatures are never cut by the edge of the paper.
 * Programs that print break a sheet by its rows' heights, so it can be reckoned beforehand.
 */
import type { PrintSetup } from '../sheet/workbook/port.ts';

/** A4, inches. */
const PAPER = { long: 11.69, short: 8.27 };
const POINTS = 72;
/**
 * Characters of Times New Roman 13 that an inch of paper takes at full size: as LibreOffice sets them, and as Excel
 * does, whose columns have a margin each.
 */
const CHARACTERS = { libreOffice: 11.07, excel: 10.2 };
/** Points of a row that says no height. */
const PLAIN_ROW = 17;
/** Programs differ by this much in where a page ends. */
const TOLERANCE = 0.04;

export interface Paged {
  readonly heights: ReadonlyMap<number, number>;
  /** Characters of the printed columns together. */
  readonly width: number;
  readonly print: Pick<PrintSetup, 'orientation' | 'titleRows'> & {
    readonly margins: NonNullable<PrintSetup['margins']>;
  };
}

type Span = readonly [first: number, last: number];
interface Pages {
  /** Rows before which a page must end. */
  readonly breaks: readonly number[];
  /** How many pages it takes with them, and the row that begins the last. */
  readonly pages: number;
  readonly lastPage: number;
}

/**
 * The breaks with which no span of rows (first and last, top down, none inside another) is parted, and the pages that
 * rows 0 … `last` then take in LibreOffice. A span higher than a page loses rows at its beginning until it fits.
 */
export function breaksToKeep(spans: readonly Span[], last: number, paged: Paged): Pages {
  return pagesWith(spans, last, paged, CHARACTERS.libreOffice);
}

/**
 * The break with which rows `first` … `last` are not parted in LibreOffice nor in Excel, where pages end elsewhere; none
 * where no program parts them. Excel has more room on a page: with a break where LibreOffice's last page begins anyway,
 * it takes no page more, and that page holds the same rows in both.
 */
export function breaksInEach(first: number, last: number, paged: Paged): readonly number[] {
  const [here, there] = Object.values(CHARACTERS).map((each) => pagesWith([[first, last]], last, paged, each));
  if (here === undefined || there === undefined || here.breaks.length > 0) return here?.breaks ?? [];
  return there.breaks.length > 0 && here.lastPage > 0 ? [here.lastPage] : [];
}

function pagesWith(spans: readonly Span[], last: number, { heights, width, print }: Paged, characters: number): Pages {
  const { orientation, margins, titleRows } = print;
  const [across, down] = orientation === 'landscape' ? [PAPER.long, PAPER.short] : [PAPER.short, PAPER.long];
  const scale = Math.min(1, ((across - margins.left - margins.right) * characters) / width);
  const room = (POINTS * (down - margins.top - margins.bottom)) / scale;
  const heightOf = (row: number) => heights.get(row) ?? PLAIN_ROW;
  const head = titleRows ? heightOf(titleRows[0]) : 0;
  const heightFrom = (first: number, end: number) => {
    let sum = 0;
    for (let row = first; row <= end; row += 1) sum += heightOf(row);
    return sum;
  };
  const fitting = ([first, end]: Span): Span =>
    first < end && head + heightFrom(first, end) > room ? fitting([first + 1, end]) : [first, end];
  const endOf = new Map(spans.map(fitting));
  const breaks: number[] = [];
  let [pages, used, lastPage] = [1, 0, 0];
  for (let row = 0; row <= last; row += 1) {
    const block = heightFrom(row, endOf.get(row) ?? row);
    const isKept = endOf.has(row) && used > head;
    // A program may find room for a little more or less than reckoned here: the signatures are broken early.
    const slack = endOf.get(row) === last ? TOLERANCE : 0;
    if (isKept && used + block > room * (1 - slack)) breaks.push(row);
    if (breaks.at(-1) === row || used + heightOf(row) > room) [pages, used, lastPage] = [pages + 1, head, row];
    used += heightOf(row);
  }
  return { breaks, pages, lastPage };
}
