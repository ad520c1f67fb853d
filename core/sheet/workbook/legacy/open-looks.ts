/**
 * What SheetJS does not return of an .ods: hidden rows, columns and sheets, the fonts of cells (they reveal old
 * Vietnamese encodings), text that is struck out or in the colour of its background, texts with their blanks, line
 * breaks and runs, and fractions of seconds. Read from content.xml and styles.xml.
 */
import { type SeenText, seenText } from '../../../base/text/seen-text.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../../grid/address.ts';
import type { Sheet } from '../../grid/sheet.ts';
import { ROW } from '../xlsx/cell-address.ts';
import { serialFromIso } from '../xlsx/iso-date.ts';
import { openPackage, readPart } from '../xlsx/package.ts';
import { CLOSE, OPEN, XmlScanner } from '../xlsx/xml-scan.ts';
import { type OpenLook, type OpenStyles, readOpenStyles } from './open-styles.ts';
import { type OpenRun, readOpenText } from './open-text.ts';

/** One sheet, places packed as in cell-address.ts. */
export interface OpenLooks {
  readonly state: Sheet['state'];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly fonts: ReadonlyMap<number, string>;
  readonly texts: ReadonlyMap<number, string>;
  /** Texts with runs of their own look. */
  readonly seen: ReadonlyMap<number, SeenText>;
  readonly struck: ReadonlySet<number>;
  readonly unseen: ReadonlySet<number>;
  readonly times: ReadonlyMap<number, number>;
}

interface Span {
  readonly from: number;
  /** First one behind. */
  readonly to: number;
}

interface State {
  readonly styles: OpenStyles;
  readonly hiddenRows: Span[];
  readonly hiddenColumns: Span[];
  readonly columnStyles: (Span & { readonly style: string })[];
  readonly fonts: Map<number, string>;
  readonly texts: Map<number, string>;
  readonly seen: Map<number, SeenText>;
  readonly struck: Set<number>;
  readonly unseen: Set<number>;
  readonly times: Map<number, number>;
  column: number;
  row: number;
  lastRow: number;
  lastColumn: number;
}

/** Looks of the sheets in their order. Throws FileFault. */
export function readOpenLooks(bytes: Uint8Array): readonly OpenLooks[] {
  const pack = openPackage(bytes);
  const content = readPart(pack, 'content.xml') ?? '';
  const styles = readOpenStyles([readPart(pack, 'styles.xml') ?? '', content]);
  const scanner = new XmlScanner(content);
  const sheets: OpenLooks[] = [];
  for (let token = scanner.next(); token; token = scanner.next()) {
    if (token !== OPEN) continue;
    if (scanner.name === 'tracked-changes') scanner.skip();
    else if (scanner.name === 'table') sheets.push(readTable(scanner, styles));
  }
  return sheets;
}

function readTable(scanner: XmlScanner, styles: OpenStyles): OpenLooks {
  const { depth } = scanner;
  const hidden = styles.hiddenTables.has(scanner.linked('style-name') ?? '');
  const state: State = {
    styles,
    hiddenRows: [],
    hiddenColumns: [],
    columnStyles: [],
    fonts: new Map(),
    texts: new Map(),
    seen: new Map(),
    struck: new Set(),
    unseen: new Set(),
    times: new Map(),
    column: 0,
    row: 0,
    lastRow: -1,
    lastColumn: -1,
  };
  const folded: number[] = [];
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    while (scanner.depth < (folded.at(-1) ?? 0)) folded.pop();
    if (token !== OPEN) continue;
    if (/^table-(?:row|column)-group$/.test(scanner.name) && scanner.linked('display') === 'false')
      folded.push(scanner.depth);
    if (scanner.name === 'table-column') readColumn(scanner, state, folded.length > 0);
    else if (scanner.name === 'table-row') readRow(scanner, state, folded.length > 0);
    else if (scanner.name === 'shapes' || scanner.name === 'table') scanner.skip();
  }
  return {
    state: hidden ? 'hidden' : 'visible',
    hiddenRows: spread(state.hiddenRows, state.lastRow),
    hiddenColumns: spread(state.hiddenColumns, state.lastColumn),
    fonts: state.fonts,
    texts: state.texts,
    seen: state.seen,
    struck: state.struck,
    unseen: state.unseen,
    times: state.times,
  };
}

function readColumn(scanner: XmlScanner, state: State, folded: boolean): void {
  const span = {
    from: state.column,
    to: Math.min(MAX_COLUMNS, state.column + count(scanner, 'number-columns-repeated')),
  };
  const style = scanner.linked('default-cell-style-name');
  if (folded || isHidden(scanner)) state.hiddenColumns.push(span);
  if (style !== undefined && span.from < span.to) state.columnStyles.push({ ...span, style });
  state.column = span.to;
}

function readRow(scanner: XmlScanner, state: State, folded: boolean): void {
  const { depth } = scanner;
  const span = { from: state.row, to: Math.min(MAX_ROWS, state.row + count(scanner, 'number-rows-repeated')) };
  const isLow = state.styles.lowRows.has(scanner.linked('style-name') ?? '');
  if (folded || isLow || isHidden(scanner)) state.hiddenRows.push(span);
  const rowStyle = scanner.linked('default-cell-style-name');
  let column = 0;
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    if (token !== OPEN) continue;
    if (scanner.name !== 'table-cell' && scanner.name !== 'covered-table-cell') {
      scanner.skip();
      continue;
    }
    const to = Math.min(MAX_COLUMNS, column + count(scanner, 'number-columns-repeated'));
    readCell(scanner, state, span, { from: column, to }, rowStyle);
    column = to;
  }
  state.row = span.to;
}

function readCell(scanner: XmlScanner, state: State, rows: Span, columns: Span, rowStyle: string | undefined): void {
  const type = scanner.linked('value-type');
  if (type === undefined) {
    scanner.skip();
    return;
  }
  const own = scanner.linked('style-name') ?? rowStyle;
  const style = own ?? state.columnStyles.find(({ from, to }) => columns.from >= from && columns.from < to)?.style;
  const written = scanner.linked('string-value');
  const time = scanner.linked('time-value') ?? scanner.linked('date-value');
  const runs = readOpenText(scanner);
  if (rows.from >= rows.to || columns.from >= columns.to) return;
  state.lastRow = Math.max(state.lastRow, rows.to - 1);
  state.lastColumn = Math.max(state.lastColumn, columns.to - 1);
  const look = state.styles.cellLook(style ?? 'Default');
  const font = type === 'string' ? look.font : '';
  const isUnseen = look.ink !== undefined && look.ink === (look.ground ?? WHITE);
  const seen = type === 'string' ? textSeen(runs, look, state.styles) : null;
  const text = seen?.text ?? runs.map((run) => run.text).join('');
  const serial = time?.includes('.') ? serialOf(time) : undefined;
  for (let row = rows.from; row < rows.to; row++) {
    for (let column = columns.from; column < columns.to; column++) {
      const place = row * ROW + column;
      if (font !== '') state.fonts.set(place, font);
      if (type === 'string') state.texts.set(place, text || (seen ? '' : (written ?? '')));
      if (seen) state.seen.set(place, seen);
      if (look.struck) state.struck.add(place);
      if (isUnseen) state.unseen.add(place);
      if (serial !== undefined) state.times.set(place, serial);
    }
  }
}

const WHITE = 'FFFFFF';

/** The visible text of the runs; null where no run has a look of its own. */
function textSeen(runs: readonly OpenRun[], cell: OpenLook, { textLook }: OpenStyles): SeenText | null {
  if (runs.every(({ style }) => style === '')) return null;
  const ground = cell.ground ?? WHITE;
  const looked = runs.map(({ text, style }) => {
    const { font, struck, raised, ink } = textLook(style);
    return { text, font: font || cell.font, struck, raised, hidden: ink !== undefined && ink === ground, own: font };
  });
  const isPlain = looked.every((run) => !run.struck && !run.raised && !run.hidden && !run.own);
  return isPlain ? null : seenText(looked);
}

/** `PT10H20M30.123S` or an ISO date with a fraction of a second → serial number. */
function serialOf(text: string): number | undefined {
  const match = /^PT(\d{1,5})H(\d{1,2})M(\d{1,2}(?:\.\d{1,9})?)S$/.exec(text);
  if (!match) return serialFromIso(text, false);
  return (Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3])) / 86_400;
}

function isHidden(scanner: XmlScanner): boolean {
  return /^(?:collapse|filter)$/.test(scanner.linked('visibility') ?? '');
}

function count(scanner: XmlScanner, attribute: string): number {
  const number = Number(scanner.linked(attribute) ?? 1);
  return Number.isSafeInteger(number) && number > 0 ? number : 1;
}

/** Indexes of the spans up to the last used index: sheets often hide everything behind it. */
function spread(spans: readonly Span[], last: number): ReadonlySet<number> {
  const all = new Set<number>();
  for (const { from, to } of spans) for (let index = from; index < to && index <= last; index++) all.add(index);
  return all;
}
