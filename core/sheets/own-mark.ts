/**
 * The mark our own workbooks carry inside, as a custom property that Excel and LibreOffice keep when they save: what
 * kind of output it is, a digest of the parts as we wrote them (so that what people changed is never replaced) and, in
 * a scored copy, a digest of what the unit had filled (so that a copy is not read back as a report unless somebody
 * changed the figures). Against mistakes, not against forgery.
 */

import type { Result } from '../base/result.ts';
import { newDigest } from '../base/text/digest.ts';
import { SCORE_HEADERS } from '../form/score-columns.ts';
import { type Book, type Cell, isCellError, type Sheet } from '../sheet/grid/sheet.ts';
import type { NewSheet } from '../sheet/workbook/port.ts';
import { addPart, addRelation, type Draft, draftEntries, XML_HEAD } from '../sheet/workbook/xlsx/draft.ts';
import { guarded } from '../sheet/workbook/xlsx/fault.ts';
import { newBookParts } from '../sheet/workbook/xlsx/new-book.ts';
import { appendInside, outlineOf, splice } from '../sheet/workbook/xlsx/outline.ts';
import { findPart, type OfficePackage, openPackage, packageOf, readPart } from '../sheet/workbook/xlsx/package.ts';
import { XmlScanner } from '../sheet/workbook/xlsx/xml-scan.ts';
import { encodeXml } from '../sheet/workbook/xlsx/xml-text.ts';
import { looksLikeZip, type ZipEntry } from '../sheet/workbook/xlsx/zip-directory.ts';
import { packEntry, writeZip } from '../sheet/workbook/xlsx/zip-write.ts';

/**
 * `council`: the council's workbook; `scored-copy`: a unit's file with its points; `form`: an empty form; `dossier`: a
 * movement; `paper`: a Word
 * paper; `province`: the overview of a province.
 */
type OwnKind = 'council' | 'scored-copy' | 'form' | 'dossier' | 'paper' | 'province';

interface OwnMark {
  readonly kind: OwnKind;
  /** Digest of what the unit had filled (`contentDigest`), '' where that does not apply. */
  readonly content: string;
  /** The file is byte for byte, part for part, what we wrote. */
  readonly untouched: boolean;
}

const PART = 'docProps/custom.xml';
const NAME = 'ThiDuaSo';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const VALUES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
const FORMAT = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const KINDS: readonly OwnKind[] = ['council', 'scored-copy', 'form', 'dossier', 'paper', 'province'];

/** First cells of the sheets a scored copy has of ours. */
const OWN_TITLES: ReadonlySet<string> = new Set(['CẢNH BÁO CẦN XEM XÉT', 'KẾT QUẢ XẾP HẠNG']);
/** Rows without any of our three columns filled after which they have ended. */
const GAP = 8;

/** The workbook with the mark; as it is when it cannot take one. The same bytes give the same bytes. */
export function markBook(bytes: Uint8Array, kind: OwnKind, content = ''): Uint8Array {
  const marked = guarded(() => writeZip(markedParts(openPackage(bytes), kind, content)));
  return marked.ok ? marked.value : bytes;
}

/** A new workbook of ours with its mark, put together once; refused where it would be too large to be opened again. */
export function markedBook(sheets: Iterable<NewSheet>, kind: OwnKind): Result<Uint8Array> {
  return guarded(() => writeZip(markedParts(packageOf(newBookParts(sheets)), kind, '')));
}

function markedParts(pack: OfficePackage, kind: OwnKind, content: string): readonly ZipEntry[] {
  const draft: Draft = { pack, changes: new Map(), strict: false };
  const text = (parts: string) => [kind, parts, content].join(';');
  const existing = findPart(pack, PART)?.name;
  const old = (existing === undefined ? undefined : readPart(pack, existing)) ?? EMPTY;
  if (existing === undefined) {
    addPart(draft, PART, CONTENT_TYPE, old);
    addRelation(draft, '', 'custom-properties', PART);
  }
  const entries = draftEntries(draft);
  const xml = withProperty(old, text(partsDigest(entries)));
  const name = existing ?? PART;
  return entries.map((entry) => (entry.name === name ? packEntry(name, encodeXml(xml), entry) : entry));
}

/** The mark of a workbook of ours; null for any other file. */
export function readOwnMark(bytes: Uint8Array): OwnMark | null {
  if (!looksLikeZip(bytes)) return null;
  const read = guarded(() => {
    const pack = openPackage(bytes);
    const xml = findPart(pack, PART) ? readPart(pack, PART) : undefined;
    const [kind, parts, content = ''] = (xml ? (propertyOf(xml) ?? '') : '').split(';');
    const known = KINDS.find((one) => one === kind);
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
        cells.some((one) => one.column === cell.column + offset && one.value === title),
      );
      if (ours) clearBelow(rows, row, cell.column, Math.max(...sheet.rows.keys()));
    }
  }
  return { ...sheet, rows };
}

function clearBelow(rows: Map<number, readonly Cell[]>, from: number, column: number, last: number): void {
  for (let row = from, empty = 0; row <= last && empty < GAP; row += 1) {
    const cells = rows.get(row) ?? [];
    const kept = cells.filter((cell) => cell.column < column || cell.column >= column + SCORE_HEADERS.length);
    empty = kept.length === cells.length ? empty + 1 : 0;
    if (kept.length === 0) rows.delete(row);
    else rows.set(row, kept);
  }
}

const EMPTY = `${XML_HEAD}<Properties xmlns="${PROPERTIES}" xmlns:vt="${VALUES}"/>`;

/** The properties with ours set. */
function withProperty(xml: string, text: string): string {
  const outline = outlineOf(xml);
  const own = outline.children.filter((child) => nameAt(outline.xml, child.start) === NAME);
  const ids = outline.children.map((child) => Number(attributeAt(outline.xml, child.start, 'pid')) || 1);
  const id = ids.reduce((highest, one) => Math.max(highest, one), 1) + 1;
  const tag = `${outline.prefix}property`;
  const property = `<${tag} fmtid="${FORMAT}" pid="${id}" name="${NAME}"><vt:lpwstr xmlns:vt="${VALUES}">${text}</vt:lpwstr></${tag}>`;
  const [first, ...others] = own;
  const removed = others.map(({ start, end }) => ({ from: start, to: end, text: '' }));
  const added = first
    ? { from: first.start, to: first.end, text: property }
    : appendInside(outline.xml, outline.root, property);
  return splice(outline.xml, [...removed, added]);
}

function attributeAt(xml: string, start: number, name: string): string | undefined {
  const scanner = new XmlScanner(xml, start);
  scanner.next();
  return scanner.attribute(name);
}

function nameAt(xml: string, start: number): string | undefined {
  return attributeAt(xml, start, 'name');
}

function propertyOf(xml: string): string | undefined {
  const { xml: text, children } = outlineOf(xml);
  const own = children.find((child) => nameAt(text, child.start) === NAME);
  if (!own) return undefined;
  const scanner = new XmlScanner(text, own.start);
  scanner.next();
  scanner.next();
  return scanner.name === 'lpwstr' ? scanner.content() : undefined;
}

/** Digest over the parts but the one that holds it. */
function partsDigest(entries: readonly ZipEntry[]): string {
  const digest = newDigest();
  for (const { name, crc, size } of entries)
    if (name.toLowerCase() !== PART.toLowerCase()) digest.add(`${name}:${crc}:${size}\n`);
  return digest.text();
}
