/** A pasted list of units → their names and audiences: one per line, without numbering and duplicates. Pure. */

import { bareKey, squashKey } from '../../core/base/text/text.ts';
import type { Audience } from '../../core/movement/movement.ts';
import { audienceNamed, audienceOfName } from '../../core/report/register-audience.ts';

/** First lines of lists copied from a table. */
const HEADERS = new Set(['stt', 'tt', 'donvi', 'tendonvi', 'danhsachdonvi', 'coquandonvi', 'tencoquandonvi']);
const INVISIBLE = /[\p{Cf}\p{Cc}]+/gu;
const NUMBERING = /^(?:\d{1,4}[.)]\s*|[-–—•*]\s*|\+\s+)/;

/** A longer line is no name; the reader would not take it for a name either. */
export const LONGEST_NAME = 120;

export function longName(line: string): string {
  return `Dòng “${line.slice(0, 40)}…” dài hơn ${LONGEST_NAME} ký tự nên không thể là tên đơn vị; hãy sửa rồi làm lại.`;
}

/** A line of the list: the unit, and what else its cells say. */
interface PastedLine {
  readonly name: string;
  readonly rest: readonly string[];
}

/** Names that differ by a tone are two units; `uỷ` and `ủy` are the same. */
function pastedLines(pasted: string): readonly PastedLine[] {
  const lines = pasted
    .normalize('NFC')
    .split(/\r?\n|\r/)
    .map(lineIn);
  const known = new Map<string, PastedLine>();
  for (const line of lines) {
    const key = squashKey(line.name);
    if (key !== '' && !HEADERS.has(bareKey(line.name)) && !known.has(key)) known.set(key, line);
  }
  return [...known.values()];
}

export function pastedUnits(pasted: string): readonly string[] {
  return pastedLines(pasted).map(({ name }) => name);
}

/**
 * Each unit of the list with its audience: from a cell beside its name, else from the name itself (`Bản Nà Đắng` →
 * village); null where neither shows it.
 */
export function unitsWithAudience(
  pasted: string,
  audiences: readonly Audience[],
): readonly { readonly name: string; readonly audience: string | null }[] {
  return pastedLines(pasted).map(({ name, rest }) => {
    const written = rest.flatMap((cell) => audienceNamed(cell, audiences) ?? []);
    return { name, audience: written[0] ?? audienceOfName(name, audiences) ?? null };
  });
}

/** The first cell of a line that is no number. */
function lineIn(line: string): PastedLine {
  const cells = line.split('\t').map((cell) => cell.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim());
  const [first = '', second = '', ...rest] = cells.filter((cell) => cell !== '');
  if (/^\d+[.)]?$/.test(first)) return { name: second, rest };
  return { name: first.replace(NUMBERING, '').trim(), rest: [second, ...rest] };
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

/** For a file: the unit's name without what no file system takes; a number behind it when it is taken. */
export function freeName(unit: string, taken: Set<string>): string {
  const plain = unit
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 80)
    .replace(/^[. ]+|[. ]+$/g, '');
  const base = /^(?:con|prn|aux|nul|com\d|lpt\d)?(?:\..*)?$/i.test(plain) ? `Đơn vị ${plain}`.trim() : plain;
  let name = base;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base} (${number})`;
  taken.add(name.toLowerCase());
  return name;
}
