/** One worksheet part → `Sheet`. Only what reading a report needs; the rest of the part is stepped over. */
import { rangeFromA1 } from '../../grid/address.ts';
import type { Range, Sheet } from '../../grid/sheet.ts';
import { FileFault } from './fault.ts';
import { type CellContext, type CellData, isTrue, readCells } from './read-cells.ts';
import { CLOSE, OPEN, type XmlScanner } from './xml-scan.ts';

const MAX_MERGES = 300_000;
const LAST_COLUMN = 16_384;

/** The sheet of the part at whose begin the cursor stands, or undefined when the part is a chart, dialog or macro sheet. Throws FileFault. */
export function readSheet(
  scanner: XmlScanner,
  name: string,
  state: Sheet['state'],
  context: CellContext,
): Sheet | undefined {
  while (scanner.next() !== OPEN);
  const root: string = scanner.name;
  if (root !== 'worksheet') {
    if (/^(?:chartsheet|dialogsheet|macrosheet)$/.test(root)) return undefined;
    throw new FileFault('damaged');
  }
  let data: CellData = { rows: new Map(), hiddenRows: new Set() };
  let locked = false;
  const merges: Range[] = [];
  const hiddenColumns = new Set<number>();
  for (let token = scanner.next(); token !== CLOSE || scanner.depth > 0; token = scanner.next()) {
    if (token !== OPEN) continue;
    if (scanner.name === 'sheetData') data = readCells(scanner, context);
    else if (scanner.name === 'cols') readHiddenColumns(scanner, hiddenColumns);
    else if (scanner.name === 'mergeCells') readMerges(scanner, merges);
    else {
      if (scanner.name === 'sheetProtection') locked = isTrue(scanner.attribute('sheet'));
      scanner.skip();
    }
  }
  const sheet = { name, state, ...data, merges, hiddenColumns };
  return locked ? { ...sheet, protected: true } : sheet;
}

/** A narrower column shows not one letter, in characters. */
const LEAST_WIDTH = 0.3;

function readHiddenColumns(scanner: XmlScanner, hidden: Set<number>): void {
  const depth = scanner.depth;
  const spans: { readonly first: number; readonly last: number }[] = [];
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    if (token !== OPEN || scanner.name !== 'col') continue;
    if (!isTrue(scanner.attribute('hidden')) && Number(scanner.attribute('width') ?? 1) >= LEAST_WIDTH) continue;
    const first = Math.max(1, Number(scanner.attribute('min')));
    const last = Math.min(LAST_COLUMN, Number(scanner.attribute('max')));
    if (first <= last) spans.push({ first, last });
  }
  // Visit each column once, however many spans overlap.
  let done = 0;
  for (const { first, last } of spans.sort((a, b) => a.first - b.first)) {
    for (let column = Math.max(first, done + 1); column <= last; column++) hidden.add(column - 1);
    done = Math.max(done, last);
  }
}

function readMerges(scanner: XmlScanner, merges: Range[]): void {
  const depth = scanner.depth;
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    if (token !== OPEN || scanner.name !== 'mergeCell') continue;
    const range = rangeFromA1(scanner.attribute('ref') ?? '');
    if (range) merges.push(range);
    if (merges.length > MAX_MERGES) throw new FileFault('too-large');
  }
}
