/**
 * The mark inside our own workbooks, a custom property that Excel and LibreOffice preserve when they save: the kind of
 * output, a digest of the parts as we wrote them (so that people's changes are never overwritten) and, in a scored
 * copy, a digest of the unit's answers (so that a copy is not read back as a report unless somebody changed the
 * figures). Against mistakes, not against forgery.
 */

import { newDigest } from '../base/text/digest.ts';
import { SCORE_HEADERS } from '../form/score-columns.ts';
import { type Book, type Cell, isCellError, type Sheet } from '../sheet/grid/sheet.ts';
import { CUSTOM_PART, customPart, propertyOf, withProperty } from '../sheet/workbook/xlsx/custom-properties.ts';
import { type BookDraft, draftEntries } from '../sheet/workbook/xlsx/draft.ts';
import { guarded } from '../sheet/workbook/xlsx/fault.ts';
import { type OfficePackage, openPackage } from '../sheet/workbook/xlsx/package.ts';
import { encodeXml } from '../sheet/workbook/xlsx/xml-text.ts';
import { looksLikeZip, type ZipEntry } from '../sheet/workbook/xlsx/zip-directory.ts';
import { packEntry, writeZip } from '../sheet/workbook/xlsx/zip-write.ts';

/**
 * `council`: the council's workbook; `scored-copy`: a unit's file with its points; `form`: an empty form; `dossier`: a
 * movement; `paper`: a Word
 * paper; `province`: the overview of a province; `appraisal`: what an appraiser fills in.
 */
export type OwnKind = 'council' | 'scored-copy' | 'form' | 'dossier' | 'paper' | 'province' | 'appraisal';

interface OwnMark {
  readonly kind: OwnKind;
  /** Digest of what the unit had filled (`contentDigest`), '' where that does not apply. */
  readonly content: string;
  /** The file is byte for byte, part for part, what we wrote. */
  readonly untouched: boolean;
}

const NAME = 'ThiDuaSo';
const KINDS: readonly OwnKind[] = ['council', 'scored-copy', 'form', 'dossier', 'paper', 'province', 'appraisal'];

/** First cells of the sheets a scored copy has of ours. */
const OWN_TITLES: ReadonlySet<string> = new Set(['CẢNH BÁO CẦN XEM XÉT', 'KẾT QUẢ XẾP HẠNG']);
/** Rows without any of our three columns filled after which they have ended. */
const GAP = 8;

/** The workbook with the mark; unchanged when it cannot carry a mark. The same bytes give the same bytes. */
export function markBook(bytes: Uint8Array, kind: OwnKind, content = ''): Uint8Array {
  const marked = guarded(() => writeZip(markedParts(openPackage(bytes), kind, content)));
  return marked.ok ? marked.value : bytes;
}

/** The parts of a file with the mark among them. Throws as reading it does. */
export function markedParts(pack: OfficePackage, kind: OwnKind, content: string): readonly ZipEntry[] {
  const draft: BookDraft = { pack, changes: new Map(), strict: false };
  const text = (parts: string) => [kind, parts, content].join(';');
  const { name, xml: old } = customPart(draft);
  const entries = draftEntries(draft);
  const xml = withProperty(old, NAME, text(partsDigest(entries)));
  return entries.map((entry) => (entry.name === name ? packEntry(name, encodeXml(xml), entry) : entry));
}

/** The mark of a workbook of ours; null for any other file. */
export function readOwnMark(bytes: Uint8Array): OwnMark | null {
  if (!looksLikeZip(bytes)) return null;
  const read = guarded(() => {
    const pack = openPackage(bytes);
    const [kind, parts, content = ''] = (propertyOf(pack, NAME) ?? '').split(';');
    const known = KINDS.find((ownKind) => ownKind === kind);
    return known ? { kind: known, content, untouched: parts === partsDigest(pack.entries) } : null;
  });
  return read.ok ? read.value : null;
}

/** The book of a scored copy without what we added: our sheets, and our three columns beside each table. */
export function withoutOwnParts(book: Book): Book {
  return { ...book, sheets: book.sheets.filter((sheet) => !isOwnSheet(sheet)).map(withoutColumns) };
}

/** Names of the sheets of ours in a scored copy. */
export function ownSheets(book: Book): readonly string[] {
  return book.sheets.filter(isOwnSheet).map((sheet) => sheet.name);
}

/** Digest of all that is filled: sheet, place, value, and of computed cells the formula only. */
export function contentDigest(book: Book): string {
  const digest = newDigest();
  for (const sheet of book.sheets) {
    digest.add(`\n[${sheet.name.normalize('NFC')}]`);
    for (const cells of sheet.rows.values()) {
      for (const { row, column, value, formula } of cells) {
        const text = formula === undefined ? (isCellError(value) ? value.error : String(value)) : `=${formula}`;
        digest.add(`\n${row},${column},${text}`);
      }
    }
  }
  return digest.text();
}

function isOwnSheet(sheet: Sheet): boolean {
  const first = sheet.rows.get(0)?.find((cell) => cell.column === 0)?.value;
  return typeof first === 'string' && OWN_TITLES.has(first);
}

function withoutColumns(sheet: Sheet): Sheet {
  const rows = new Map(sheet.rows);
  for (const [row, cells] of sheet.rows) {
    for (const cell of cells) {
      const ours = SCORE_HEADERS.every((title, offset) =>
        cells.some((item) => item.column === cell.column + offset && item.value === title),
      );
      if (ours) clearBelow(rows, row, cell.column, Math.max(...sheet.rows.keys()));
    }
  }
  return { ...sheet, rows };
}

function clearBelow(rows: Map<number, readonly Cell[]>, from: number, column: number, last: number): void {
  for (let row = from, empty = 0; row <= last && empty < GAP; row += 1) {
    const cells = rows.get(row) ?? [];
    const ownCells = cells.filter((cell) => cell.column < column || cell.column >= column + SCORE_HEADERS.length);
    empty = ownCells.length === cells.length ? empty + 1 : 0;
    if (ownCells.length === 0) rows.delete(row);
    else rows.set(row, ownCells);
  }
}

/** Digest over all parts except the part that holds it. */
function partsDigest(entries: readonly ZipEntry[]): string {
  const digest = newDigest();
  for (const { name, crc, size } of entries)
    if (name.toLowerCase() !== CUSTOM_PART.toLowerCase()) digest.add(`${name}:${crc}:${size}\n`);
  return digest.text();
}
