/**
 * One file in a process of its own, for proof-workbooks.mjs: reads it or patches it, prints one JSON line with values
 * or losses.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Book, Cell, Sheet } from '../core/sheet/grid/sheet.ts';
import { kindOf, patchBook, readBook, readLegacyBook } from '../core/sheet/workbook/file.ts';
import type { Action, Applied } from '../core/sheet/workbook/port.ts';
import { openPackage, readPart } from '../core/sheet/workbook/xlsx/package.ts';
import { findWorkbook } from '../core/sheet/workbook/xlsx/workbook-parts.ts';
import { OPEN, XmlScanner } from '../core/sheet/workbook/xlsx/xml-scan.ts';
import { lossesOf } from './proof-losses.ts';

const COLUMNS = 16_384;
const [mode = '', file = '', copy = ''] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(file));
const started = performance.now();
if (mode === 'read') await read();
else print(patch());

async function read(): Promise<void> {
  const kind = kindOf(bytes);
  const old = kind.ok && ['xls', 'ods', 'html', 'xml-2003'].includes(kind.value);
  const result = old ? await readLegacyBook(bytes) : readBook(bytes);
  const measured = { ms: elapsed(), mb: Math.round(process.resourceUsage().maxRSS / 1024) };
  if (!result.ok) print({ ...measured, ok: false, code: result.refusal.code });
  else {
    const links = old ? new Map<string, string[]>() : hyperlinks();
    print({ ...measured, ok: true, sheets: result.value.sheets.map((sheet) => plainSheet(sheet, links)) });
  }
}

function elapsed(): number {
  return Math.round(performance.now() - started);
}

function plainSheet(sheet: Sheet, links: ReadonlyMap<string, string[]>): unknown {
  const cells: Record<string, string> = {};
  for (const row of sheet.rows.values()) {
    for (const cell of row) if (cell.value !== null) cells[(cell.row + 1) * COLUMNS + cell.column] = plainValue(cell);
  }
  const covered = Object.keys(cells)
    .map(Number)
    .filter((key) => isCovered(sheet, Math.floor(key / COLUMNS) - 1, key % COLUMNS));
  return { name: sheet.name, cells, covered, links: links.get(sheet.name) ?? [] };
}

function plainValue({ value }: Cell): string {
  if (typeof value === 'number') return `n${value}`;
  if (typeof value === 'boolean') return `b${value ? 1 : 0}`;
  return typeof value === 'string' ? `s${value}` : `e${value?.error}`;
}

function isCovered(sheet: Sheet, row: number, column: number): boolean {
  return sheet.merges.some(
    (range) =>
      row >= range.top &&
      row <= range.bottom &&
      column >= range.left &&
      column <= range.right &&
      !(row === range.top && column === range.left),
  );
}

/** Ranges with hyperlinks by sheet: the referee gives an empty linked cell the link's address as its value. */
function hyperlinks(): ReadonlyMap<string, string[]> {
  const pack = openPackage(bytes);
  const links = new Map<string, string[]>();
  for (const { name, part } of findWorkbook(pack).sheets) {
    if (part === undefined) continue;
    const scanner = new XmlScanner(readPart(pack, part) ?? '');
    const ranges: string[] = [];
    for (let token = scanner.next(); token; token = scanner.next()) {
      if (token === OPEN && scanner.name === 'hyperlink') ranges.push(scanner.attribute('ref') ?? '');
    }
    links.set(name, ranges);
  }
  return links;
}

/**
 * One value with a fill, one note and one sheet; tries other cells where the first belongs to a formula of several
 * cells.
 */
function patch(): unknown {
  const before = readBook(bytes);
  if (!before.ok) return { ok: false, code: before.refusal.code };
  for (const { sheet, row, column } of candidates(before.value)) {
    const actions: readonly Action[] = [
      { kind: 'write', sheet, row, column, value: { kind: 'number', number: 98.5 }, style: { fill: 'FFC7CE' } },
      { kind: 'note', sheet, row, column, text: 'Ghi chú để thử' },
      {
        kind: 'add-sheet',
        sheet: { name: 'Xếp hạng thử', cells: [{ row: 0, column: 0, value: { kind: 'text', text: '=1+1' } }] },
      },
    ];
    const result = patchBook(bytes, actions);
    if (!result.ok) return { ok: false, code: result.refusal.code };
    if (result.value.refused.some(({ action }) => action.kind === 'write')) continue;
    return report(before.value, result.value, sheet, row, column);
  }
  return { ok: false, code: 'no cell to write' };
}

function report(before: Book, applied: Applied, sheet: string, row: number, column: number): unknown {
  writeFileSync(copy, applied.bytes);
  const refused = applied.refused.map(({ refusal }) => `refused: ${refusal.code}`);
  const { losses, parts, same } = lossesOf(bytes, applied.bytes, before, { sheet, row, column, value: 98.5 });
  return { ok: true, losses: [...refused, ...losses], parts, same };
}

/** Plain cells first, then an empty place below. */
function candidates(book: Book): readonly { readonly sheet: string; readonly row: number; readonly column: number }[] {
  const sheets = book.sheets.filter((sheet) => sheet.state === 'visible');
  const found = sheets.flatMap((sheet) =>
    [...sheet.rows.values()]
      .flat()
      .filter((cell) => cell.formula === undefined && !isCovered(sheet, cell.row, cell.column))
      .sort((a, b) => Number(typeof b.value === 'number') - Number(typeof a.value === 'number'))
      .slice(0, 50)
      .map(({ row, column }) => ({ sheet: sheet.name, row, column })),
  );
  return [...found, ...sheets.map((sheet) => ({ sheet: sheet.name, row: 3000, column: 200 }))];
}

function print(answer: unknown): void {
  process.stdout.write(JSON.stringify(answer));
}
