/**
 * `<sheetData>` with some cells changed: one pass over the part that finds the touched cells, replaces or restyles them
 * and puts
 * new cells and rows in their order. Everything else keeps its characters.
 */
import { rangeFromA1 } from '../../grid/address.ts';
import type { Range } from '../../grid/sheet.ts';
import type { CellStyle, NewValue } from '../port.ts';
import { parsePlace, parseWhole, ROW } from './cell-address.ts';
import { cellXml, quoteOf } from './cell-xml.ts';
import { FileFault } from './fault.ts';
import type { Element, Splice } from './outline.ts';
import { appendInside, setAttribute } from './outline.ts';
import { isTrue } from './read-cells.ts';
import { type CellEdit, contains } from './sheet-edits.ts';
import { CLOSE, OPEN, XmlScanner } from './xml-scan.ts';

interface CellPatch {
  readonly xml: string;
  readonly sheetData: Element;
  readonly prefix: string;
  readonly edits: ReadonlyMap<number, CellEdit>;
  /** Format of a new cell in a row without own format, by column. */
  readonly columnStyle: (column: number) => number;
  readonly derive: (base: number, style: CellStyle | undefined, quote: boolean | undefined) => number;
  /** Called for cells whose value must not be overwritten: they head, or lie in, a formula of several cells. */
  readonly refuse: (edit: CellEdit) => void;
}

interface CellPatchResult {
  readonly splices: readonly Splice[];
  /** The sheet has formulas after the change. */
  readonly hasFormulas: boolean;
  /** A formula went or came, so that the calculation chain no longer fits. */
  readonly formulasChanged: boolean;
}

/** Array formulas and data tables a sheet may have; each is looked at for every touched cell. */
const MAX_BLOCKS = 20_000;

/** A row of the file that is touched, and where its new cells go. */
interface RowGap {
  readonly row: number;
  readonly element: Element;
  readonly style: number;
}

interface PatchScan {
  readonly splices: Splice[];
  readonly done: Set<number>;
  /** Place of a cell not met yet → where it would stand, among cells that are there. */
  readonly gaps: Map<number, { readonly at: number; readonly row: RowGap }>;
  /** Row not met yet → start of the first row behind it. */
  readonly rowGaps: Map<number, number>;
  readonly blocks: Range[];
  hasFormulas: boolean;
  formulasChanged: boolean;
}

/** Splices for the cells of one sheet. Throws FileFault when the part is not well formed. */
export function patchCells(patch: CellPatch): CellPatchResult {
  const found: PatchScan = {
    splices: [],
    done: new Set(),
    gaps: new Map(),
    rowGaps: new Map(),
    blocks: [],
    hasFormulas: false,
    formulasChanged: false,
  };
  const places = [...patch.edits.keys()].sort((a, b) => a - b);
  const columns = new Map<number, number[]>();
  for (const place of places) {
    const row = Math.floor(place / ROW);
    const list = columns.get(row) ?? [];
    list.push(place % ROW);
    columns.set(row, list);
  }
  scanRows(patch, columns, found);
  insertMissing(patch, columns, found);
  return { splices: found.splices, hasFormulas: found.hasFormulas, formulasChanged: found.formulasChanged };
}

function scanRows(patch: CellPatch, columns: ReadonlyMap<number, readonly number[]>, found: PatchScan): void {
  const scanner = new XmlScanner(patch.xml, patch.sheetData.start);
  scanner.next();
  const wanted = [...columns.keys()];
  let ahead = 0;
  let row = -1;
  for (let token = scanner.next(); token !== CLOSE || scanner.depth > 0; token = scanner.next()) {
    if (token !== OPEN) continue;
    if (scanner.name !== 'row') {
      scanner.skip();
      continue;
    }
    const at = scanner.find('r');
    row = at < 0 ? row + 1 : parseWhole(scanner.source, scanner.from(at), scanner.to(at)) - 1;
    for (; ahead < wanted.length && (wanted[ahead] ?? 0) < row; ahead++)
      found.rowGaps.set(wanted[ahead] ?? 0, scanner.start);
    scanRow(scanner, patch, row, columns.get(row) ?? [], found);
  }
}

function scanRow(
  scanner: XmlScanner,
  patch: CellPatch,
  row: number,
  wanted: readonly number[],
  found: PatchScan,
): void {
  const { depth, start, end: openEnd, empty } = scanner;
  const style = isTrue(scanner.attribute('customFormat')) ? Number(scanner.attribute('s') ?? 0) : 0;
  const spans = wanted.length > 0 ? spansSplice(scanner, wanted) : undefined;
  const gaps: { place: number; at: number }[] = [];
  let ahead = 0;
  let column = -1;
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    if (token !== OPEN) continue;
    if (scanner.name !== 'c') {
      scanner.skip();
      continue;
    }
    const at = scanner.find('r');
    const place = at < 0 ? row * ROW + column + 1 : parsePlace(scanner.source, scanner.from(at), scanner.to(at));
    if (place < 0) throw new FileFault('damaged');
    column = place % ROW;
    for (; ahead < wanted.length && (wanted[ahead] ?? 0) < column; ahead++) {
      gaps.push({ place: row * ROW + (wanted[ahead] ?? 0), at: scanner.start });
    }
    scanCell(scanner, patch, place, found);
  }
  if (wanted.length === 0) return;
  const element = { name: 'row', start, openEnd, closeStart: empty ? openEnd : scanner.start, end: scanner.end, empty };
  const gap: RowGap = { row, element, style };
  for (const { place, at } of gaps) found.gaps.set(place, { at, row: gap });
  for (; ahead < wanted.length; ahead++) {
    found.gaps.set(row * ROW + (wanted[ahead] ?? 0), { at: empty ? -1 : scanner.start, row: gap });
  }
  if (spans) found.splices.push(spans);
}

/** The optional `spans` of a row must hold its new cells. */
function spansSplice(scanner: XmlScanner, wanted: readonly number[]): Splice | undefined {
  const at = scanner.find('spans');
  const spans = at < 0 ? null : /^(\d{1,5}):(\d{1,5})$/.exec(scanner.attribute('spans') ?? '');
  if (!spans) return undefined;
  const first = Math.min(Number(spans[1]), (wanted[0] ?? 0) + 1);
  const last = Math.max(Number(spans[2]), (wanted.at(-1) ?? 0) + 1);
  return { from: scanner.from(at), to: scanner.to(at), text: `${first}:${last}` };
}

function scanCell(scanner: XmlScanner, patch: CellPatch, place: number, found: PatchScan): void {
  const { depth, start } = scanner;
  const edit = patch.edits.get(place);
  const base = edit ? Number(scanner.attribute('s') ?? 0) : 0;
  let formula = false;
  let head = false;
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    if (token !== OPEN || scanner.name !== 'f') continue;
    formula = true;
    const range = rangeFromA1(scanner.attribute('ref') ?? '');
    if (range) {
      head = true;
      // A shared formula is one cell's own affair but for its head; an array or data table owns its whole range.
      if (scanner.attribute('t') !== 'shared') found.blocks.push(range);
    }
  }
  if (found.blocks.length > MAX_BLOCKS) throw new FileFault('too-large');
  found.hasFormulas ||= formula;
  if (!edit) return;
  found.done.add(place);
  const value = allowedValue(patch, edit, head || inBlock(found, place));
  const style = patch.derive(base, styleOf(edit), quoteOf(value));
  if (value === undefined) {
    if (style !== base) found.splices.push(setAttribute(patch.xml, start, 's', String(style)));
    return;
  }
  found.formulasChanged ||= formula || value.kind === 'formula';
  found.hasFormulas ||= value.kind === 'formula';
  const text = cellXml(Math.floor(place / ROW), place % ROW, value, style, patch.prefix);
  found.splices.push({ from: start, to: scanner.end, text });
}

function inBlock(found: PatchScan, place: number): boolean {
  return found.blocks.some((range) => contains(range, Math.floor(place / ROW), place % ROW));
}

/** The value to write, or undefined when there is none or it is refused; a refused write takes its style with it. */
function allowedValue(patch: CellPatch, edit: CellEdit, blocked: boolean): NewValue | undefined {
  if (edit.value === undefined || !blocked) return edit.value;
  patch.refuse(edit);
  edit.styles = edit.styles.filter(({ action }) => action.kind !== 'write');
  return undefined;
}

function styleOf(edit: CellEdit): CellStyle | undefined {
  const [first, ...more] = edit.styles;
  // A single style object is passed on unchanged: formats are looked up by object.
  return more.length === 0 ? first?.style : Object.assign({}, ...edit.styles.map(({ style }) => style));
}

function insertMissing(patch: CellPatch, columns: ReadonlyMap<number, readonly number[]>, found: PatchScan): void {
  const inEmptyRows = new Map<Element, string>();
  for (const [row, list] of columns) {
    let newRow = '';
    for (const column of list) {
      const place = row * ROW + column;
      const edit = patch.edits.get(place);
      if (!edit || found.done.has(place)) continue;
      const gap = found.gaps.get(place);
      const text = newCell(patch, place, edit, gap?.row.style, found);
      if (!gap) newRow += text;
      else if (gap.at >= 0) found.splices.push({ from: gap.at, to: gap.at, text });
      else inEmptyRows.set(gap.row.element, (inEmptyRows.get(gap.row.element) ?? '') + text);
    }
    if (newRow === '') continue;
    const text = `<${patch.prefix}row r="${row + 1}">${newRow}</${patch.prefix}row>`;
    const at = found.rowGaps.get(row);
    if (at === undefined) inEmptyRows.set(patch.sheetData, (inEmptyRows.get(patch.sheetData) ?? '') + text);
    else found.splices.push({ from: at, to: at, text });
  }
  for (const [element, text] of inEmptyRows) found.splices.push(appendInside(patch.xml, element, text));
}

function newCell(
  patch: CellPatch,
  place: number,
  edit: CellEdit,
  rowStyle: number | undefined,
  found: PatchScan,
): string {
  const value = allowedValue(patch, edit, inBlock(found, place));
  if (value === undefined && edit.styles.length === 0) return '';
  const base = rowStyle || patch.columnStyle(place % ROW);
  const style = patch.derive(base, styleOf(edit), quoteOf(value));
  if (value?.kind === 'formula') {
    found.formulasChanged = true;
    found.hasFormulas = true;
  }
  return cellXml(Math.floor(place / ROW), place % ROW, value ?? { kind: 'empty' }, style, patch.prefix);
}
