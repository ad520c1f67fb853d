/**
 * A Word file (.docx) as a document, written as its text: paragraphs with their automatic numbers, tables with their
 * spans, tables within tables, what its notes say. Deleted and moved-away text, field codes, the marks of notes and the
 * second copy of text boxes are left out; what is shown in capitals is in capitals. Text only: no links, no embedded
 * files, no macros.
 */
import { fromPictureFont, isPictureFont } from '../../base/text/picture-fonts.ts';
import { guarded } from '../../sheet/workbook/xlsx/fault.ts';
import { findPart, openPackage, readPart } from '../../sheet/workbook/xlsx/package.ts';
import { CLOSE, OPEN, XmlScanner } from '../../sheet/workbook/xlsx/xml-scan.ts';
import { documentText } from '../document/document-text.ts';
import type { Block, PlanDocument, Run } from '../document/plan-document.ts';
import { type Notes, notesIn } from './docx-notes.ts';
import { capitalsOf, isOn, listOf, type Numbering, readNumbering } from './docx-numbering.ts';
import { labelMaker } from './list-labels.ts';
import { OpenTable } from './open-table.ts';
import { symbolOf } from './symbol-of.ts';

/** The text, or why there is none in one Vietnamese sentence. */
export type WordText = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly reason: string };

const DOCUMENT = 'word/document.xml';
/** A plan's document part is some hundred kB. */
const MAX_DOCUMENT = 40 * 1024 * 1024;
/** What is written twice or is no text of the page. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'delText',
  'delInstrText',
  'sectPr',
  'rPrChange',
  'pPrChange',
]);

/** Reads the bytes of a .docx. Never throws for what the file holds: `reason` is one Vietnamese sentence. */
export function docxText(bytes: Uint8Array): WordText {
  const read = guarded(() => {
    const pack = openPackage(bytes);
    const size = findPart(pack, DOCUMENT)?.size;
    if (size === undefined) return { ok: false, reason: 'Tệp không phải văn bản Word (.docx).' } as const;
    if (size > MAX_DOCUMENT) return { ok: false, reason: 'Tệp Word quá lớn so với một kế hoạch hay báo cáo.' } as const;
    const numbering = readNumbering(
      readPart(pack, 'word/numbering.xml') ?? '',
      readPart(pack, 'word/styles.xml') ?? '',
    );
    const notes = {
      footnoteReference: notesIn(readPart(pack, 'word/footnotes.xml') ?? '', LEFT_OUT),
      endnoteReference: notesIn(readPart(pack, 'word/endnotes.xml') ?? '', LEFT_OUT),
    };
    return { ok: true, value: documentText(documentOf(readPart(pack, DOCUMENT) ?? '', { numbering, notes })) } as const;
  });
  if (read.ok) return read.value;
  return {
    ok: false,
    reason: 'Tệp Word bị hỏng hoặc có mật khẩu nên không đọc được: hãy mở bằng Word rồi lưu lại thành .docx hoặc .txt.',
  };
}

interface OpenParagraph {
  readonly runs: Run[];
  list: string | null;
  level: number | null;
  style: string | null;
  /** Its end was deleted or moved away: it runs on into the next. */
  runsOn: boolean;
  /** Of the run that is open in it. */
  look: Look;
}

interface Look {
  readonly hidden: boolean;
  readonly raised: boolean;
  readonly struck: boolean;
  /** null = as its styles say. */
  readonly capitals: boolean | null;
  readonly style: string | null;
  /** '' = as its styles say. */
  readonly font: string;
  /** It holds the mark of a note, as typed. */
  readonly marks: boolean;
}
const PLAIN: Look = {
  hidden: false,
  raised: false,
  struck: false,
  capitals: null,
  style: null,
  font: '',
  marks: false,
};
const newParagraph = (): OpenParagraph => ({
  runs: [],
  list: null,
  level: null,
  style: null,
  runsOn: false,
  look: PLAIN,
});

interface Parts {
  readonly numbering: Numbering;
  /** By the element that marks them. */
  readonly notes: Readonly<Record<'footnoteReference' | 'endnoteReference', Notes>>;
}

function documentOf(xml: string, parts: Parts): PlanDocument {
  const { numbering } = parts;
  const scanner = new XmlScanner(xml);
  const labelOf = labelMaker(numbering);
  const blocks: Block[] = [];
  const tables: OpenTable[] = [];
  const open: OpenParagraph[] = [];
  let carried: readonly Run[] = [];
  const emit = (block: Block): void => {
    (tables.at(-1)?.cell?.blocks ?? blocks).push(block);
  };
  const endCarried = (): void => {
    if (carried.length > 0) emit({ kind: 'paragraph', label: '', runs: carried });
    carried = [];
  };
  const closeParagraph = (paragraph: OpenParagraph): void => {
    const place = listOf(numbering, paragraph);
    const runs = [...carried, ...paragraph.runs];
    carried = paragraph.runsOn ? runs : [];
    // An empty paragraph of a list is counted too: its number stands in the page.
    if (!paragraph.runsOn) emit({ kind: 'paragraph', label: place ? labelOf(place.list, place.level) : '', runs });
  };
  for (let token = scanner.next(); token; token = scanner.next()) {
    const { name } = scanner;
    const paragraph = open.at(-1);
    const table = tables.at(-1);
    if (token === OPEN) {
      if (name === 'p') open.push(newParagraph());
      else if (name === 'tbl') {
        endCarried();
        tables.push(new OpenTable());
      } else if (table && openInTable(scanner, table)) continue;
      else if (name === 'pPr' && paragraph) readProperties(scanner, paragraph);
      else if (LEFT_OUT.has(name)) scanner.skip();
      else if (paragraph) addPiece(scanner, paragraph, parts);
    } else if (token === CLOSE) {
      if (name === 'p') closeParagraph(open.pop() ?? newParagraph());
      if (name === 'tc' || name === 'body') endCarried();
      if (name === 'tc') table?.endCell();
      if (name === 'tr') table?.endRow();
      if (name === 'tbl') {
        tables.pop();
        if (table) emit(table.grid());
      }
      if (name === 'r' && paragraph) paragraph.look = PLAIN;
    }
  }
  return { blocks };
}

/** A row, a cell or their properties; false = something else. */
function openInTable(scanner: XmlScanner, table: OpenTable): boolean {
  if (scanner.name === 'tr') table.startRow();
  else if (scanner.name === 'tc') table.startCell();
  else if (scanner.name === 'trPr') readRowProperties(scanner, table);
  else if (scanner.name === 'tcPr') readCellProperties(scanner, table);
  else return false;
  return true;
}

/** Reads `<w:trPr>` to its end. */
function readRowProperties(scanner: XmlScanner, table: OpenTable): void {
  const { depth } = scanner;
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    if (token !== OPEN) continue;
    if (scanner.name === 'del') table.deleteRow();
    if (scanner.name === 'gridBefore') table.skip(Number(scanner.linked('val')) || 0);
  }
}

/** Reads `<w:tcPr>` to its end. */
function readCellProperties(scanner: XmlScanner, table: OpenTable): void {
  const { depth } = scanner;
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    if (token !== OPEN || !table.cell) continue;
    if (scanner.name === 'gridSpan') table.cell.across = Math.max(1, Number(scanner.linked('val')) || 1);
    if (scanner.name === 'vMerge') table.cell.goesOn = scanner.linked('val') !== 'restart';
    if (scanner.name === 'tcPrChange') scanner.skip();
  }
}

/** Reads `<w:pPr>` to its end. */
function readProperties(scanner: XmlScanner, paragraph: OpenParagraph): void {
  const { depth } = scanner;
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    if (token !== OPEN) continue;
    const value = scanner.linked('val') ?? null;
    if (scanner.name === 'pStyle') paragraph.style = value;
    else if (scanner.name === 'numId') paragraph.list = value;
    else if (scanner.name === 'ilvl') paragraph.level = Number(value);
    else if (scanner.name === 'del' || scanner.name === 'moveFrom') paragraph.runsOn = true;
    else if (scanner.name === 'pPrChange') scanner.skip();
  }
}

/** Adds a piece of a run, or applies a property of its look. */
function addPiece(scanner: XmlScanner, paragraph: OpenParagraph, { numbering, notes }: Parts): void {
  const { look } = paragraph;
  switch (scanner.name) {
    case 't': {
      const content = scanner.content();
      const text = isPictureFont(look.font) ? fromPictureFont(content, look.font) : content;
      const capitals = look.capitals ?? capitalsOf(numbering, look.style) ?? capitalsOf(numbering, paragraph.style);
      const { hidden, raised, struck } = look;
      // All kinds of spaces count as a space.
      const words = look.marks ? (text.includes(' ') ? ' ' : '') : capitals ? text.toLocaleUpperCase('vi') : text;
      paragraph.runs.push({
        text: words,
        ...(hidden && { hidden }),
        ...(raised && { raised }),
        ...(struck && { struck }),
      });
      return;
    }
    case 'vanish':
      paragraph.look = { ...look, hidden: isOn(scanner.linked('val') ?? '') };
      return;
    case 'strike':
    case 'dstrike':
      paragraph.look = { ...look, struck: isOn(scanner.linked('val') ?? '') };
      return;
    case 'caps':
    case 'smallCaps':
      paragraph.look = { ...look, capitals: isOn(scanner.linked('val') ?? '') || look.capitals === true };
      return;
    case 'rStyle':
      paragraph.look = { ...look, style: scanner.linked('val') ?? null };
      return;
    case 'rFonts':
      paragraph.look = { ...look, font: scanner.linked('ascii') ?? scanner.linked('hAnsi') ?? '' };
      return;
    case 'vertAlign':
      paragraph.look = { ...look, raised: scanner.linked('val') === 'superscript' };
      return;
    case 'footnoteReference':
    case 'endnoteReference': {
      const note = notes[scanner.name].get(scanner.linked('id') ?? '');
      if (note !== undefined) paragraph.runs.push({ text: '', note });
      paragraph.look = { ...look, marks: isOn(scanner.linked('customMarkFollows') ?? '0') };
      return;
    }
    case 'tab':
      // Tables are also typed with tabs.
      paragraph.runs.push({ text: '\t' });
      return;
    case 'br':
    case 'cr':
      paragraph.runs.push({ text: '\n' });
      return;
    case 'noBreakHyphen':
      paragraph.runs.push({ text: '-' });
      return;
    case 'sym': {
      const code = Number.parseInt(scanner.linked('char') ?? '', 16);
      paragraph.runs.push({ text: symbolOf(code) || tickOf(code, scanner.linked('font') ?? '') });
      return;
    }
    case 'checkBox':
      paragraph.runs.push({ text: isTicked(scanner) ? '☑' : '☐' });
      return;
    // A fraction and a power written as an equation: their figures are not one number.
    case 'den':
      paragraph.runs.push({ text: '/' });
      return;
    case 'sup':
      paragraph.runs.push({ text: '^' });
      return;
  }
}

/** A tick or a box drawn by a picture font; '' for any other sign. */
function tickOf(code: number, font: string): string {
  const sign = Number.isNaN(code) ? '' : fromPictureFont(String.fromCharCode(code), font);
  return /^[☐☑☒✓✗√]$/.test(sign) ? sign : '';
}

/** Reads a `<w:checkBox>` of a form to its end: its state, else what it began with. */
function isTicked(scanner: XmlScanner): boolean {
  const { depth } = scanner;
  let ticked = false;
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next())
    if (token === OPEN && (scanner.name === 'checked' || scanner.name === 'default'))
      ticked = isOn(scanner.linked('val') ?? '');
  return ticked;
}
