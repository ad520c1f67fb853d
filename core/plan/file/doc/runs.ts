/**
 * Looks by place in the file ([MS-DOC] 2.9.60, 2.9.175): a table names pages of 512 bytes in the main stream, each page
 * says where runs start and which looks they have.
 */
import { FileFault } from '../../../sheet/workbook/xlsx/fault.ts';
import { type Part, partOf } from './part.ts';

export interface FormattedRun {
  readonly from: number;
  readonly to: number;
  /** The sprms; of a paragraph its style's number (two bytes) stands before them. */
  readonly bytes: Uint8Array;
}

const PAGE = 512;
const EMPTY = new Uint8Array();
const PAGE_NUMBER = 0x3fffff;

/** Runs in the order of their places. Throws FileFault `damaged`. */
export function readRuns(
  main: Part,
  table: Part,
  place: { at: number; length: number },
  kind: 'paragraphs' | 'characters',
): readonly FormattedRun[] {
  const count = Math.max(0, Math.floor((place.length - 4) / 8));
  // No page is named twice: more of them than the file holds is damage.
  if (count > main.length / PAGE) throw new FileFault('damaged');
  const runs: FormattedRun[] = [];
  for (let index = 0; index < count; index++) {
    const number = table.u32(place.at + (count + 1) * 4 + index * 4) & PAGE_NUMBER;
    runs.push(...pageRuns(partOf(main.slice(number * PAGE, PAGE)), kind));
  }
  return runs.sort((a, b) => a.from - b.from);
}

function pageRuns(page: Part, kind: 'paragraphs' | 'characters'): FormattedRun[] {
  const runs: FormattedRun[] = [];
  const count = page.u8(PAGE - 1);
  const width = kind === 'paragraphs' ? 13 : 1;
  for (let index = 0; index < count; index++) {
    const offset = page.u8((count + 1) * 4 + index * width) * 2;
    const bytes =
      offset === 0
        ? EMPTY
        : kind === 'paragraphs'
          ? paragraphBytes(page, offset)
          : page.slice(offset + 1, page.u8(offset));
    runs.push({ from: page.u32(index * 4), to: page.u32(index * 4 + 4), bytes });
  }
  return runs;
}

/** The length counts words and one byte less; 0 says that the next byte counts, words only. */
function paragraphBytes(page: Part, offset: number): Uint8Array {
  const length = page.u8(offset);
  return length > 0 ? page.slice(offset + 1, length * 2 - 1) : page.slice(offset + 2, page.u8(offset + 1) * 2);
}

/** Returns a function that finds the run of a place; fast when places are nearly in rising order. */
export function runFinder(runs: readonly FormattedRun[]): (place: number) => FormattedRun | null {
  let last = 0;
  return (place) => {
    const here = runs[last];
    if (here && place >= here.from && place < here.to) return here;
    let low = 0;
    let high = runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((runs[middle]?.from ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    last = low;
    const found = runs[low];
    return found && place >= found.from && place < found.to ? found : null;
  };
}
