/**
 * Lists of a .doc ([MS-DOC] 2.9.131, 2.9.147): definitions with their levels, and the lists paragraphs name by number.
 */
import { FileFault } from '../../../sheet/workbook/xlsx/fault.ts';
import type { ListLevel, WordList, WordLists } from '../list-labels.ts';
import type { Part } from './part.ts';

/** Ways of counting by Word's number; others count in digits. */
const FORMATS: Readonly<Record<number, string>> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
};
const LEVELS = 9;
const DEFINITION = 28;
const LIST = 16;

interface Place {
  readonly at: number;
  readonly length: number;
}

/** Lists by their number from 1, as text. Throws FileFault `damaged`. */
export function readLists(table: Part, definitionsAt: Place, listsAt: Place): WordLists {
  const definitions = new Map<string, ReadonlyMap<number, ListLevel>>();
  const lists = new Map<string, WordList>();
  if (definitionsAt.length >= 2) readDefinitions(table, definitionsAt, definitions);
  if (listsAt.length < 4) return { definitions, lists };
  const count = table.u32(listsAt.at);
  if (count > listsAt.length / LIST) throw new FileFault('damaged');
  const cursor = { at: listsAt.at + 4 + count * LIST };
  for (let index = 0; index < count; index++) {
    const head = listsAt.at + 4 + index * LIST;
    const list = {
      definition: String(table.u32(head)),
      starts: new Map<number, number>(),
      own: new Map<number, ListLevel>(),
    };
    cursor.at += 4;
    const changes = table.u8(head + 12);
    for (let change = 0; change < changes; change++) {
      const start = table.i32(cursor.at);
      const flags = table.u32(cursor.at + 4);
      cursor.at += 8;
      if (flags & 0x20) list.own.set(flags & 15, readLevel(table, cursor));
      else if (flags & 0x10) list.starts.set(flags & 15, start);
    }
    lists.set(String(index + 1), list);
  }
  return { definitions, lists };
}

function readDefinitions(table: Part, { at }: Place, definitions: Map<string, ReadonlyMap<number, ListLevel>>): void {
  const count = table.u16(at);
  // The levels stand behind the table, and are not counted in its length.
  const cursor = { at: at + 2 + count * DEFINITION };
  for (let index = 0; index < count; index++) {
    const head = at + 2 + index * DEFINITION;
    const levels = new Map<number, ListLevel>();
    const isSimple = (table.u8(head + 26) & 1) === 1;
    for (let level = 0; level < (isSimple ? 1 : LEVELS); level++) levels.set(level, readLevel(table, cursor));
    definitions.set(String(table.u32(head)), levels);
  }
}

/** Reads the level at the cursor and moves it on. */
function readLevel(table: Part, cursor: { at: number }): ListLevel {
  const { at } = cursor;
  const flags = table.u8(at + 5);
  const looks = table.u8(at + 24) + table.u8(at + 25);
  const length = table.u16(at + 28 + looks);
  const codes = table.slice(at + 30 + looks, length * 2);
  cursor.at = at + 30 + looks + length * 2;
  // A code below 9 stands for the counter of that level.
  const text = [...new TextDecoder('utf-16le').decode(codes)]
    .map((sign) => ((sign.codePointAt(0) ?? 0) < LEVELS ? `%${(sign.codePointAt(0) ?? 0) + 1}` : sign))
    .join('');
  return {
    start: table.i32(at),
    format: FORMATS[table.u8(at + 4)] ?? 'decimal',
    text,
    legal: (flags & 4) !== 0,
    restart: (flags & 8) !== 0 ? table.u8(at + 26) : null,
  };
}
