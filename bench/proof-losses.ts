/**
 * What a patch lost: every part, cell and element of the original that is not in the patched file as it was. Used by
 * proof-child.ts.
 */
import type { Book, Cell } from '../core/sheet/grid/sheet.ts';
import { readBook } from '../core/sheet/workbook/file.ts';
import { childrenAt, outlineOf } from '../core/sheet/workbook/xlsx/outline.ts';
import {
  findPart,
  type OfficePackage,
  openPackage,
  parseRelations,
  readPart,
} from '../core/sheet/workbook/xlsx/package.ts';
import { OPEN, XmlScanner } from '../core/sheet/workbook/xlsx/xml-scan.ts';
import { inflateEntry } from '../core/sheet/workbook/xlsx/zip-inflate.ts';

export interface Touched {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/** Children whose list may only grow at its end, by root. Any other child must be as it was. */
const GROWING = new Map([
  ['styleSheet', ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs']],
  ['workbook', ['sheets', 'definedNames']],
  ['comments', ['authors', 'commentList']],
  ['Types', []],
  ['Relationships', []],
  ['worksheet', ['sheetData']],
]);
/** Children that may change or come. */
const FREE = new Set(['calcPr', 'dimension', 'legacyDrawing']);

/** Differences between a workbook and its patched copy, apart from the intended changes. */
export function lossesOf(
  old: Uint8Array,
  patched: Uint8Array,
  before: Book,
  touched: Touched,
): { readonly losses: readonly string[]; readonly parts: number; readonly same: number } {
  const [a, b] = [openPackage(old), openPackage(patched)];
  const losses = compareBooks(before, patched, touched);
  let same = 0;
  for (const entry of a.entries) {
    if (findPart(a, entry.name) !== entry) continue;
    const other = b.byName.get(entry.name);
    if (other && other.crc === entry.crc && equal(other.data, entry.data)) same++;
    else if (!other) {
      if (!/calcChain\.xml$/i.test(entry.name)) losses.push(`part gone: ${entry.name}`);
    } else if (/\.vml$/i.test(entry.name))
      losses.push(...compareVml(entry.name, inflateEntry(entry), inflateEntry(other)));
    else losses.push(...compareXml(a, b, entry.name, touched));
  }
  return { losses, parts: a.entries.length, same };
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function compareBooks(before: Book, patched: Uint8Array, touched: Touched): string[] {
  const after = readBook(patched);
  if (!after.ok) return [`cannot be read back: ${after.refusal.code}`];
  const losses: string[] = [];
  for (const sheet of before.sheets) {
    const other = after.value.sheets.find(({ name }) => name === sheet.name);
    if (!other) {
      losses.push(`sheet gone: ${sheet.name}`);
      continue;
    }
    const isTouched = (cell: Cell): boolean =>
      sheet.name === touched.sheet && cell.row === touched.row && cell.column === touched.column;
    const plain = (rows: Iterable<readonly Cell[]>): string =>
      JSON.stringify(
        [...rows].flatMap((row) =>
          row.filter((cell) => !isTouched(cell)).map((cell) => ({ ...cell, style: cell.style ?? 0 })),
        ),
      );
    if (plain(sheet.rows.values()) !== plain(other.rows.values())) losses.push(`cells differ: ${sheet.name}`);
    const rest = ({ merges, hiddenRows, hiddenColumns, state }: typeof sheet): string =>
      JSON.stringify([merges, [...hiddenRows], [...hiddenColumns], state]);
    if (rest(sheet) !== rest(other)) losses.push(`merges or hidden content differ: ${sheet.name}`);
  }
  const cell = after.value.sheets
    .find(({ name }) => name === touched.sheet)
    ?.rows.get(touched.row)
    ?.find((cell) => cell.column === touched.column);
  if (cell?.value !== touched.value || !cell.style) losses.push('the written cell does not show');
  if (after.value.sheets.length !== before.sheets.length + 1) losses.push('the new sheet does not show');
  return losses;
}

function compareVml(name: string, old: Uint8Array, now: Uint8Array): readonly string[] {
  const [a, b] = [old, now].map((bytes) => Buffer.from(bytes).toString('latin1')) as [string, string];
  const end = a.lastIndexOf('</xml>');
  return b.startsWith(a.slice(0, end)) && b.endsWith(a.slice(end)) ? [] : [`drawing differs: ${name}`];
}

/**
 * Every child of the root must be unchanged; growing lists must start with their old items; only the touched cell may
 * differ.
 */
function compareXml(a: OfficePackage, b: OfficePackage, name: string, touched: Touched): readonly string[] {
  const [old, now] = [outlineOf(readPart(a, name) ?? ''), outlineOf(readPart(b, name) ?? '')];
  const growing = GROWING.get(old.root.name) ?? [];
  const losses: string[] = [];
  const rest = now.children.map((child) => ({ ...child, raw: now.xml.slice(child.start, child.end) }));
  for (const child of old.children) {
    if (FREE.has(child.name)) continue;
    const raw = old.xml.slice(child.start, child.end);
    if (growing.includes(child.name)) {
      const grown = rest.find((item) => item.name === child.name);
      const [items, nowItems] = [itemsOf(old.xml, child.start), grown ? itemsOf(now.xml, grown.start) : []];
      if (!growsFrom(items, nowItems, touched, child.name)) losses.push(`${child.name} differs: ${name}`);
      continue;
    }
    const at = rest.findIndex((item) => item.raw === raw);
    if (at < 0 && !isCalcChain(raw)) losses.push(`${child.name} differs: ${name}`);
    rest.splice(at, at < 0 ? 0 : 1);
  }
  if (old.root.name === 'Relationships' && parseRelations(now.xml, '').length < old.children.length - 1)
    losses.push(`relations: ${name}`);
  return losses;
}

function isCalcChain(raw: string): boolean {
  return /calcChain/i.test(raw);
}

function itemsOf(xml: string, start: number): readonly string[] {
  const rows = childrenAt(xml, start);
  if (rows[0]?.name !== 'row') return rows.map((row) => xml.slice(row.start, row.end));
  return rows.flatMap((row) => childrenAt(xml, row.start).map((cell) => xml.slice(cell.start, cell.end)));
}

function growsFrom(old: readonly string[], now: readonly string[], touched: Touched, list: string): boolean {
  if (list !== 'sheetData' && list !== 'commentList') return old.every((item, index) => now[index] === item);
  // Cells without an address are compared by their order: only the touched cell may differ.
  if (old.some((item) => refOf(item) === '')) return old.filter((item, index) => now[index] !== item).length <= 1;
  const address = new RegExp(`^${columnLetters(touched.column)}${touched.row + 1}$`, 'i');
  const others = (items: readonly string[]): readonly string[] => items.filter((item) => !address.test(refOf(item)));
  const [a, b] = [others(old), others(now)];
  return a.length === b.length && a.every((item, index) => b[index] === item);
}

function refOf(item: string): string {
  const scanner = new XmlScanner(item);
  return scanner.next() === OPEN ? (scanner.attribute('r') ?? scanner.attribute('ref') ?? '') : '';
}

function columnLetters(column: number): string {
  return column < 0 ? '' : columnLetters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));
}
