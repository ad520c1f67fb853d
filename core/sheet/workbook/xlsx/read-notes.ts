/** What people wrote in the notes (classic comments) of a sheet's cells. Threads are mirrored there by Excel itself. */

import { cleanText } from '../../../base/text/seen-text.ts';
import type { Sheet } from '../../grid/sheet.ts';
import { parsePlace } from './cell-address.ts';
import { type OfficePackage, readPart, readRelations } from './package.ts';
import { readRichText } from './read-strings.ts';
import { OPEN, XmlScanner } from './xml-scan.ts';

const COMMENTS = /comments?\d*\.xml$/i;
const MAX_NOTES = 20_000;
const LONGEST_NOTE = 2_000;

/** The sheet with its notes; the same object where it has none. Throws FileFault for a damaged part. */
export function withNotes(pack: OfficePackage, part: string | undefined, sheet: Sheet): Sheet {
  const hasAny = part !== undefined && pack.entries.some(({ name }) => COMMENTS.test(name));
  const related = hasAny ? readRelations(pack, part) : [];
  const comments = related.find(({ type, external }) => type === 'comments' && !external);
  const xml = comments && readPart(pack, comments.target);
  const notes = xml ? readNotes(xml) : new Map<number, string>();
  return notes.size > 0 ? { ...sheet, notes } : sheet;
}

function readNotes(xml: string): ReadonlyMap<number, string> {
  const notes = new Map<number, string>();
  const authors: string[] = [];
  const scanner = new XmlScanner(xml);
  let place = -1;
  let author = '';
  for (let token = scanner.next(); token && notes.size < MAX_NOTES; token = scanner.next()) {
    if (token !== OPEN) continue;
    if (scanner.name === 'author') authors.push(scanner.content());
    else if (scanner.name === 'comment') {
      const address = (scanner.attribute('ref') ?? '').toUpperCase();
      place = parsePlace(address, 0, address.length);
      author = authors[Number(scanner.attribute('authorId') ?? 0)] ?? '';
    } else if (scanner.name === 'text' && place >= 0) {
      const text = noteText(readRichText(scanner), author);
      if (text !== '') notes.set(place, text);
      place = -1;
    }
  }
  return notes;
}

/** Lines of ours in a note: `[Lỗi: …] …` with its `→ …`. What a person typed into our note is theirs. */
const OWN_LINES = /(?:^|\n)(?:\[[^\]\n]+\] |→ )[^\n]*/g;
/** What Excel writes before the mirror of a thread, and the author's name it puts before a note. */
const THREAD = /^\[(?:Threaded comment|Nhận xét theo chuỗi)\][\s\S]*?(?:Comment|Nhận xét):\s*/i;

function noteText(text: string, author: string): string {
  const own = cleanText(text.slice(0, LONGEST_NOTE)).replace(THREAD, '').replace(OWN_LINES, '').trim();
  const named = author !== '' && own.startsWith(`${author}:`) ? own.slice(author.length + 1) : own;
  return named.trim();
}
