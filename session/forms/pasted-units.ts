/** A pasted list of units → their names: one a line, numbering and doubles taken off, nothing cut. Pure. */
import { bareKey, squashKey } from '../../core/text/text.ts';

/** First lines of lists copied from a table. */
const HEADERS = new Set(['stt', 'tt', 'donvi', 'tendonvi', 'danhsachdonvi', 'coquandonvi', 'tencoquandonvi']);
const INVISIBLE = /[\p{Cf}\p{Cc}]+/gu;
const NUMBERING = /^(?:\d{1,4}[.)]\s*|[-–—•*]\s*|\+\s+)/;

/** A line longer than this is no name, nor would the reader take it for one. */
export const LONGEST_NAME = 120;

export function longName(line: string): string {
  return `Dòng “${line.slice(0, 40)}…” dài hơn ${LONGEST_NAME} ký tự nên không thể là tên đơn vị; hãy sửa rồi làm lại.`;
}

/** Names that differ by a tone are two units; `uỷ` and `ủy` are one. */
export function pastedUnits(pasted: string): readonly string[] {
  const names = pasted
    .normalize('NFC')
    .split(/\r?\n|\r/)
    .map(nameIn);
  const known = new Map<string, string>();
  for (const name of names) {
    const key = squashKey(name);
    if (key !== '' && !HEADERS.has(bareKey(name)) && !known.has(key)) known.set(key, name);
  }
  return [...known.values()];
}

/** The first cell of a line that is no number. */
function nameIn(line: string): string {
  const cells = line.split('\t').map((cell) => cell.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim());
  const [first = '', second = ''] = cells.filter((cell) => cell !== '');
  return /^\d+[.)]?$/.test(first) ? second : first.replace(NUMBERING, '').trim();
}

/** Names of one list that are the same but for their tones and marks: two units, or one spelt two ways. */
export function alikeUnits(names: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, Map<string, string>>();
  for (const name of names) {
    const group = groups.get(bareKey(name)) ?? new Map<string, string>();
    groups.set(bareKey(name), group.set(squashKey(name), name));
  }
  return [...groups.values()].filter(({ size }) => size > 1).map((group) => [...group.values()]);
}
