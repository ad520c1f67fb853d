/** The head of a .doc (File Information Block, [MS-DOC] 2.5): which kind of Word wrote it, and where its tables lie. */
import { FileFault } from '../../../sheet/workbook/xlsx/fault.ts';
import { partOf } from './part.ts';

interface Fib {
  readonly kind: 'word';
  readonly tableStream: '0Table' | '1Table';
  /** Characters of the page's text, and of the text boxes, which stand behind notes, heads and remarks. */
  readonly text: ByteRange;
  readonly boxes: ByteRange;
  /** Bytes of a table of the table stream, by its place in the head. */
  readonly place: (table: FibTable) => { readonly at: number; readonly length: number };
}

export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/** Numbers of the pairs (offset, length) in the head. */
const TABLES = { styles: 1, characters: 12, paragraphs: 13, pieces: 33, lists: 73, overrides: 74 } as const;
type FibTable = keyof typeof TABLES;

const WORD_97 = 0xa5ec;
/** Word 6 and 95 write the same first number or their own. */
const OLDER = new Set([0xa5dc, 0xa59b, 0xa699]);
const FIRST_97 = 193;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
const COUNTS = 64;
const PAIRS = 154;
/** No document has more characters; larger counts are damage. */
const MOST = 0x7fffffff;

/** Throws FileFault `damaged`. */
export function readFib(main: Uint8Array): Fib | { readonly kind: 'encrypted' | 'older' | 'foreign' } {
  const part = partOf(main);
  const first = part.u16(0);
  if (first !== WORD_97) return { kind: OLDER.has(first) ? 'older' : 'foreign' };
  if (part.u16(2) < FIRST_97) return { kind: 'older' };
  const flags = part.u16(10);
  if (flags & ENCRYPTED) return { kind: 'encrypted' };
  const [text = 0, notes = 0, heads = 0, macros = 0, remarks = 0, endnotes = 0, boxes = 0] = [3, 4, 5, 6, 7, 8, 9].map(
    (place) => part.u32(COUNTS + place * 4),
  );
  const before = text + notes + heads + macros + remarks + endnotes;
  if (before + boxes > MOST) throw new FileFault('damaged');
  return {
    kind: 'word',
    tableStream: flags & SECOND_TABLE ? '1Table' : '0Table',
    text: { from: 0, to: text },
    boxes: { from: before, to: before + boxes },
    place: (table) => {
      const at = PAIRS + TABLES[table] * 8;
      return { at: part.u32(at), length: part.u32(at + 4) };
    },
  };
}
