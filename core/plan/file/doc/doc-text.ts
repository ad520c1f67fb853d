/**
 * A Word 97–2003 file (.doc, [MS-DOC]) as a document, in the form of docx-text.ts, with text boxes at the end. Deleted
 * and hidden words, field codes, notes with their marks and page heads are left out; text formatted as capitals becomes
 * capitals. Every length and offset in the file is checked; no macro, link or embedded file is touched.
 */
import { detectLegacy } from '../../../base/text/legacy-text.ts';
import { openOle } from '../../../sheet/workbook/legacy/ole.ts';
import { FileFault, guarded } from '../../../sheet/workbook/xlsx/fault.ts';
import { documentText } from '../../document/document-text.ts';
import type { Block } from '../../document/plan-document.ts';
import type { WordText } from '../docx-text.ts';
import { labelMaker } from '../list-labels.ts';
import { symbolOf } from '../symbol-of.ts';
import { type ByteRange, readFib } from './fib.ts';
import { readLists } from './lists.ts';
import { type CharacterLook, characterLook, type ParagraphLook, PLAIN_CHARACTER, paragraphLook } from './looks.ts';
import { OpenPage } from './open-page.ts';
import { type Part, partOf } from './part.ts';
import { type DocPiece, readPieces } from './pieces.ts';
import { type FormattedRun, readRuns, runFinder } from './runs.ts';
import { docListOf, NO_LOOK, readStyles } from './styles.ts';

/** 200 pages of 2,500 characters, and as much again for what is deleted or hidden. */
const MOST_CHARACTERS = 1_000_000;
const HEADER = 512;

const SAVE_ANEW = 'hãy mở bằng Word rồi lưu lại thành .docx.';
const REASONS = {
  damaged: `Tệp Word (.doc) bị hỏng nên không đọc được: ${SAVE_ANEW}`,
  'too-large': 'Tệp Word quá lớn so với một kế hoạch hay báo cáo.',
  encrypted: 'Tệp Word có mật khẩu: hãy mở bằng Word, bỏ mật khẩu rồi lưu lại thành .docx.',
  older: `Tệp do Word 6 hoặc Word 95 ghi, chưa đọc được: ${SAVE_ANEW}`,
  foreign: 'Tệp không phải văn bản Word (.doc): hãy kiểm tra lại tệp đã chọn.',
} as const;

/** Reads the bytes of a compound file. Never throws for what the file holds: `reason` is one Vietnamese sentence. */
export function docText(bytes: Uint8Array): WordText {
  const refuse = (why: keyof typeof REASONS): WordText => ({ ok: false, reason: REASONS[why] });
  const read = guarded((): WordText => {
    if (bytes.length < HEADER) throw new FileFault('damaged');
    const ole = openOle(bytes);
    if (ole.names.has('EncryptedPackage')) return refuse('encrypted');
    const stream = ole.stream('WordDocument');
    if (!stream) return refuse('foreign');
    const fib = readFib(stream);
    if (fib.kind !== 'word') return refuse(fib.kind);
    const table = partOf(ole.stream(fib.tableStream) ?? new Uint8Array());
    const main = partOf(stream);
    const lists = readLists(table, fib.place('lists'), fib.place('overrides'));
    const styles = readStyles(table, fib.place('styles'));
    const labelOf = labelMaker(lists);
    const looks = looksOf(
      readRuns(main, table, fib.place('paragraphs'), 'paragraphs'),
      readRuns(main, table, fib.place('characters'), 'characters'),
      partOf(ole.stream('Data') ?? new Uint8Array()),
    );
    const pieces = readPieces(main, table, fib.place('pieces'), MOST_CHARACTERS);
    const label = (look: ParagraphLook): string => {
      const { list, level } = docListOf(styles, look);
      return list === 0 ? '' : labelOf(String(list), level);
    };
    const blocks = [fib.text, fib.boxes].flatMap((stretch) => blocksOf(pieces, stretch, looks, label));
    return { ok: true, value: documentText({ blocks }).split('\n').map(withoutSoftHyphens).join('\n') };
  });
  return read.ok ? read.value : refuse(read.refusal.code === 'too-large' ? 'too-large' : 'damaged');
}

interface Looks {
  readonly paragraph: (place: number, over: Uint8Array) => ParagraphLook;
  readonly character: (place: number, over: Uint8Array) => CharacterLook;
  /** A paragraph ends with the character before this place. */
  readonly endsAt: (place: number) => boolean;
}

function looksOf(paragraphs: readonly FormattedRun[], characters: readonly FormattedRun[], data: Part): Looks {
  const paragraphAt = runFinder(paragraphs);
  const characterAt = runFinder(characters);
  const ends = new Set(paragraphs.map(({ to }) => to));
  const known = new Map<FormattedRun, CharacterLook>();
  const characterOf = (run: FormattedRun): CharacterLook => {
    const look = known.get(run) ?? characterLook(PLAIN_CHARACTER, run.bytes);
    known.set(run, look);
    return look;
  };
  return {
    paragraph: (place, over) => {
      const bytes = paragraphAt(place)?.bytes;
      if (!bytes || bytes.length < 2) return paragraphLook(NO_LOOK, over);
      const style = (bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8);
      const look = paragraphLook({ ...NO_LOOK, style }, bytes.subarray(2));
      const whole = look.elsewhere === null ? look : paragraphLook(look, elsewhere(data, look.elsewhere));
      return paragraphLook(whole, over);
    },
    character: (place, over) => {
      const run = characterAt(place);
      const look = run ? characterOf(run) : PLAIN_CHARACTER;
      return over.length === 0 ? look : characterLook(look, over);
    },
    endsAt: (place) => ends.has(place),
  };
}

function elsewhere(data: Part, at: number): Uint8Array {
  return at + 2 > data.length ? new Uint8Array() : data.slice(at + 2, Math.min(data.u16(at), data.length - at - 2));
}

const PARAGRAPH_END = 0x0d;
const CELL_END = 0x07;
const PAGE_END = 0x0c;
const FIELD = { begin: 0x13, middle: 0x14, end: 0x15 } as const;

function blocksOf(
  pieces: readonly DocPiece[],
  { from, to }: ByteRange,
  looks: Looks,
  label: (look: ParagraphLook) => string,
): readonly Block[] {
  const page = new OpenPage();
  /** Fields that are open here: true while their code is passed, which is no text; and how many of them are true. */
  const fields: boolean[] = [];
  let codes = 0;
  for (const piece of pieces) {
    const first = Math.max(0, from - piece.from);
    const last = Math.min(piece.text.length, to - piece.from);
    for (let index = first; index < last; index++) {
      const code = piece.text.charCodeAt(index);
      const place = piece.place + index * piece.width;
      const look = looks.character(place, piece.over);
      const isEnd =
        code === PARAGRAPH_END || code === CELL_END || (code === PAGE_END && looks.endsAt(place + piece.width));
      if (isEnd && !look.deleted) {
        const ended = looks.paragraph(place, piece.over);
        page.endParagraph(code === CELL_END, ended, label(ended));
      } else if (code === FIELD.begin) {
        fields.push(true);
        codes += 1;
      } else if (code === FIELD.middle && fields.at(-1)) {
        fields[fields.length - 1] = false;
        codes -= 1;
      } else if (code === FIELD.end) codes -= fields.pop() ? 1 : 0;
      else if (!look.deleted && codes === 0) page.add(textOf(code, look), look);
    }
  }
  return page.end();
}

/** Old fonts have their ư where Word keeps the soft hyphen: it stays until the line is known to be in none of them. */
const SOFT_HYPHEN = '\u00ad';

function textOf(code: number, look: CharacterLook): string {
  if (look.symbol !== null && look.special) return symbolOf(look.symbol);
  if (code === 0x09) return '\t';
  if (code === 0x0b || code === 0x0c || code === 0x0e) return '\n';
  if (code === 0x1e) return '-';
  if (code === 0x1f) return SOFT_HYPHEN;
  if (code < 0x20 || look.special) return '';
  return code >= 0xf000 && code <= 0xf0ff ? symbolOf(code) : String.fromCharCode(code);
}

function withoutSoftHyphens(line: string): string {
  if (!line.includes(SOFT_HYPHEN) || detectLegacy(line, '') === 'tcvn3') return line;
  return line.replaceAll(SOFT_HYPHEN, '');
}
