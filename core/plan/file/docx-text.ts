/**
 * Text of a Word file (.docx), a paragraph a line with its automatic number, a table row a line with tabs. Deleted and
 * moved-away text, field codes, hidden text, notes with their marks and the second copy of text boxes are left out; what
 * is shown in capitals is in capitals. Text only: no links, no embedded files, no macros.
 */
import { guarded } from '../../sheet/workbook/xlsx/fault.ts';
import { findPart, openPackage, readPart } from '../../sheet/workbook/xlsx/package.ts';
import { CLOSE, OPEN, XmlScanner } from '../../sheet/workbook/xlsx/xml-scan.ts';
import { capitalsOf, isOn, listOf, type Numbering, readNumbering } from './docx-numbering.ts';
import { labelMaker } from './list-labels.ts';
import { isNoteMark } from './note-mark.ts';
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
    if (size > MAX_DOCUMENT) return { ok: false, reason: 'Tệp Word quá lớn so với một kế hoạch.' } as const;
    const numbering = readNumbering(
      readPart(pack, 'word/numbering.xml') ?? '',
      readPart(pack, 'word/styles.xml') ?? '',
    );
    return { ok: true, value: linesOf(readPart(pack, DOCUMENT) ?? '', numbering).join('\n') } as const;
  });
  if (read.ok) return read.value;
  return {
    ok: false,
    reason: 'Tệp Word bị hỏng hoặc có mật khẩu nên không đọc được: hãy mở bằng Word rồi lưu lại thành .docx hoặc .txt.',
  };
}

interface Paragraph {
  text: string;
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
  /** null = as its styles say. */
  readonly capitals: boolean | null;
  readonly style: string | null;
  /** It holds the mark of a note, as typed. */
  readonly marks: boolean;
}
const PLAIN: Look = { hidden: false, raised: false, capitals: null, style: null, marks: false };
const newParagraph = (): Paragraph => ({
  text: '',
  list: null,
  level: null,
  style: null,
  runsOn: false,
  look: PLAIN,
});

/** Where text goes: the page, or a cell of a row. */
interface Row {
  readonly cells: string[];
  deleted: boolean;
}

function linesOf(xml: string, numbering: Numbering): readonly string[] {
  const scanner = new XmlScanner(xml);
  const labelOf = labelMaker(numbering);
  const lines: string[] = [];
  const rows: Row[] = [];
  const open: Paragraph[] = [];
  let carried = '';
  const emit = (line: string): void => {
    const row = rows.at(-1);
    const cell = (row?.cells.length ?? 0) - 1;
    if (row && cell >= 0) row.cells[cell] = `${row.cells[cell] ?? ''} ${line.replace(/[\t\n]/g, ' ')}`.trim();
    else lines.push(line);
  };
  const endCarried = (): void => {
    if (carried !== '') emit(carried);
    carried = '';
  };
  const closeParagraph = (paragraph: Paragraph): void => {
    const place = listOf(numbering, paragraph);
    const text = carried + paragraph.text;
    carried = paragraph.runsOn ? text : '';
    if (paragraph.runsOn) return;
    // An empty paragraph of a list is counted too: its number stands in the page.
    const label = place ? labelOf(place.list, place.level) : '';
    emit(label === '' || text.trim() === '' ? text : `${label} ${text}`);
  };
  for (let token = scanner.next(); token; token = scanner.next()) {
    const { name } = scanner;
    if (token === OPEN) {
      const paragraph = open.at(-1);
      if (name === 'p') open.push(newParagraph());
      else if (name === 'tbl') endCarried();
      else if (name === 'tr') rows.push({ cells: [], deleted: false });
      else if (name === 'trPr') markDeleted(scanner, rows.at(-1));
      else if (name === 'tc') rows.at(-1)?.cells.push('');
      else if (name === 'pPr' && paragraph) readProperties(scanner, paragraph);
      else if (LEFT_OUT.has(name)) scanner.skip();
      else if (paragraph) addPiece(scanner, paragraph, numbering);
    } else if (token === CLOSE) {
      if (name === 'p') closeParagraph(open.pop() ?? newParagraph());
      if (name === 'tc' || name === 'body') endCarried();
      if (name === 'tr') {
        const row = rows.pop();
        if (row && !row.deleted) emit(row.cells.join('\t'));
      }
      const paragraph = open.at(-1);
      if (name === 'r' && paragraph) paragraph.look = PLAIN;
    }
  }
  return lines;
}

/** Reads `<w:trPr>` to its end. */
function markDeleted(scanner: XmlScanner, row: Row | undefined): void {
  const { depth } = scanner;
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next())
    if (token === OPEN && scanner.name === 'del' && row) row.deleted = true;
}

/** Reads `<w:pPr>` to its end. */
function readProperties(scanner: XmlScanner, paragraph: Paragraph): void {
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

/** One piece of a run, or one of its looks. */
function addPiece(scanner: XmlScanner, paragraph: Paragraph, numbering: Numbering): void {
  const { look } = paragraph;
  switch (scanner.name) {
    case 't': {
      const text = scanner.content();
      if (look.hidden || look.marks || (look.raised && isNoteMark(text, paragraph.text))) {
        // A space is one whatever it looks like.
        if (!look.hidden && text.includes(' ')) paragraph.text += ' ';
        return;
      }
      const capitals = look.capitals ?? capitalsOf(numbering, look.style) ?? capitalsOf(numbering, paragraph.style);
      paragraph.text += capitals ? text.toLocaleUpperCase('vi') : text;
      return;
    }
    case 'vanish':
      paragraph.look = { ...look, hidden: isOn(scanner.linked('val') ?? '') };
      return;
    case 'caps':
    case 'smallCaps':
      paragraph.look = { ...look, capitals: isOn(scanner.linked('val') ?? '') || look.capitals === true };
      return;
    case 'rStyle':
      paragraph.look = { ...look, style: scanner.linked('val') ?? null };
      return;
    case 'vertAlign':
      paragraph.look = { ...look, raised: scanner.linked('val') === 'superscript' };
      return;
    case 'footnoteReference':
    case 'endnoteReference':
      paragraph.look = { ...look, marks: isOn(scanner.linked('customMarkFollows') ?? '0') };
      return;
    case 'tab':
      // Tables are also typed with tabs.
      paragraph.text += '\t';
      return;
    case 'br':
    case 'cr':
      paragraph.text += '\n';
      return;
    case 'noBreakHyphen':
      paragraph.text += '-';
      return;
    case 'sym':
      paragraph.text += symbolOf(Number.parseInt(scanner.linked('char') ?? '', 16));
      return;
  }
}
