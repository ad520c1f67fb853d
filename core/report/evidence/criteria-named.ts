/**
 * Which criteria the name of a file or folder tells: by code (`II.3`, `2.3 và 2.4`, `tiêu chí 1.2`), by group, by the
 * number of a document that the report cites, or by the criterion's title. A number that can be read in two ways is
 * never decided here.
 */
import { bareKey } from '../../base/text/text.ts';
import type { CriteriaSet } from '../../movement/criteria-set.ts';
import { citationsIn } from '../citation.ts';

interface NamedCriteria {
  /**
   * Each reading: codes of criteria. None = the name tells none; several = it can be read in several ways, of which an
   * empty list means that the figure in the name is no code.
   */
  readonly readings: readonly (readonly string[])[];
}

/** What a unit reports on: the name of its file is compared with it. */
export interface Reported {
  readonly set: CriteriaSet;
  /** Code of a criterion → documents its row cites. */
  readonly cited: ReadonlyMap<string, readonly string[]>;
}

/** `2.3`, `1.2.a`, `3`. */
const CODE = String.raw`\d{1,2}(?:\.(?:\d{1,2}|[a-z])(?![a-z\d]))*`;
const LIST = String.raw`${CODE}(?:\s*(?:,|;|\+|&|va)\s*${CODE})*`;
/** No letter or figure before and none behind; nor the steps of a day. */
const FROM = String.raw`(?<![\p{L}\d]|\d[.,/])`;
const TO = String.raw`(?![\p{L}\d]|[.,/]\d)`;
const LED = new RegExp(
  String.raw`(?<![\p{L}\d])(nhom )?(?:tieu chi|tc|chi tieu|chi so|muc|noi dung)(?: so)?[\s.:_-]*(${LIST})${TO}`,
  'gu',
);
const FIRST = new RegExp(String.raw`^[\s([]*(${LIST})${TO}`, 'u');
/** A count and what it counts, or a code and a title: `12 hộ`, `3 biên bản`. */
const FIGURE_AND_WORD = /^[\s([]*\d{1,2}\s+[a-z]/;
const DOTTED = new RegExp(String.raw`${FROM}(\d{1,2}(?:\.(?:\d{1,2}|[a-z])(?![a-z\d]))+)${TO}`, 'gu');

/** `steps`: the folders from the outside in, then the file's name without its ending; the unit's own name taken out. */
export function criteriaNamed(steps: readonly string[], reported: Reported): NamedCriteria {
  const { set } = reported;
  const own = steps.at(-1) ?? '';
  const folders = steps.slice(0, -1).toReversed();
  const group = folders.map((folder) => groupNamed(folder, set)).find((code) => code !== null) ?? null;
  for (const step of [own, ...folders]) {
    const readings = byCode(plain(step.replace(SYMBOL_IN_NAME, ' ')), set, step === own ? group : null);
    if (readings.length > 0) return { readings };
  }
  const byWords = [byDocument(own, reported), ...[own, ...folders].map((step) => byTitle(step, set))];
  const found = byWords.find((codes) => codes.length > 0);
  return { readings: found ? [found] : [] };
}

/** Lower case, without diacritics, Roman numerals as figures; dots, dashes and spaces stay. */
function plain(text: string): string {
  return text
    .replace(ROMAN, (numeral) => String(romanValue(numeral)))
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/_/g, ' ');
}

function byCode(name: string, set: CriteriaSet, group: string | null): readonly (readonly string[])[] {
  const led = [...name.matchAll(LED)];
  const lists = led.length > 0 ? led.map(([, , list = '']) => list) : [FIRST.exec(name)?.[1] ?? ''];
  const isGroup = led.some(([, word]) => word !== undefined);
  const all = lists.flatMap((list) => list.split(/\s*(?:,|;|\+|&|va)\s*/)).filter((code) => code !== '');
  const read = all.map((code) => readingsOf(code, set, isGroup ? 'group' : group)).filter(({ length }) => length > 0);
  if (led.length === 0 && group === null && FIGURE_AND_WORD.test(name))
    return read.flat().length > 0 ? [...read.flat(), []] : [];
  if (read.length > 0) return read.length === 1 ? (read[0] ?? []) : joined(read);
  const dotted = [...name.matchAll(DOTTED)].flatMap(([, code = '']) => readingsOf(code, set, null).slice(0, 1));
  return dotted.length > 0 ? [[...new Set(dotted.flat())]] : [];
}

/** Several codes in one name: the file serves them all, where each can be read in one way. */
function joined(read: readonly (readonly (readonly string[])[])[]): readonly (readonly string[])[] {
  const open = read.find(({ length }) => length > 1);
  return open ?? [[...new Set(read.flatMap(([only = []]) => only))]];
}

/** `group` = code of the group the file lies in, or `group` where the name says that it means a group. */
function readingsOf(code: string, set: CriteriaSet, group: string | null): readonly (readonly string[])[] {
  const key = keyOf(code);
  const exact = set.criteria.find((criterion) => keyOf(criterion.code) === key) ?? partOwner(key, set);
  if (exact && group !== 'group') return [[exact.code]];
  const within = group === null || group === 'group' ? null : inGroup(key, group, set);
  if (within !== null) return [[within]];
  if (key.includes('.')) return [];
  const ofGroup = set.criteria.filter((criterion) => keyOf(criterion.group) === key).map((criterion) => criterion.code);
  const nth = group === 'group' || !/^\d+$/.test(code) ? undefined : set.criteria[Number(code) - 1]?.code;
  return [ofGroup, nth === undefined ? [] : [nth]].filter(({ length }) => length > 0);
}

/** `3` in the folder of group II: its criterion II.3, else its third. */
function inGroup(key: string, group: string, set: CriteriaSet): string | null {
  if (!/^\d+$/.test(key)) return null;
  const own = set.criteria.filter((criterion) => criterion.group === group);
  const named = own.find((criterion) => keyOf(criterion.code) === `${keyOf(group)}.${key}`);
  return (named ?? own[Number(key) - 1])?.code ?? null;
}

function partOwner(key: string, set: CriteriaSet) {
  const owner = /^(.+)\.[a-z]$/.exec(key)?.[1];
  return owner === undefined ? undefined : set.criteria.find((criterion) => keyOf(criterion.code) === owner);
}

function groupNamed(folder: string, set: CriteriaSet): string | null {
  const name = plain(folder);
  const code = [...name.matchAll(LED)][0]?.[2] ?? FIRST.exec(name)?.[1];
  const title = bareKey(folder);
  const found = set.groups.find(
    (group) => (code !== undefined && keyOf(group.code) === keyOf(code)) || bareKey(group.title) === title,
  );
  return found?.code ?? null;
}

/** `II.3`, `2.3` and `2.03` are one code. */
function keyOf(code: string): string {
  return plain(code)
    .split('.')
    .map((step) => (/^\d+$/.test(step) ? String(Number(step)) : step))
    .join('.');
}

/** In capitals, or before a figure: "vi" and "xi" are also words. */
const ROMAN = /(?<![\p{L}\d])(?:[IVX]{1,5}(?![\p{L}\d])|[ivx]{1,5}(?=\.\d))/gu;
const NUMERALS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

function romanValue(numeral: string): number {
  const values = [...numeral.toLowerCase()].map((letter) => NUMERALS[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** A name cannot hold `/`: `15-BC-UBND` for 15/BC-UBND. */
const SYMBOL_IN_NAME =
  /(?<![\p{L}\d])(\d{1,5})[-_. ]{1,3}((?:KH|QĐ|QD|BC|CV|TB|TTr|BB|NQ|CT|HD|GM)(?:[-_][A-ZĐ]{2,12})*)(?![\p{L}\d])/giu;

function byDocument(name: string, { set, cited }: Reported): readonly string[] {
  const named = [...name.matchAll(SYMBOL_IN_NAME)].map(([, number = '', symbol = '']) =>
    documentKey(`${number}/${symbol.replaceAll('_', '-')}`),
  );
  const means = (text: string) =>
    citationsIn(text).some(({ number }) =>
      named.some((text) => documentKey(number) === text || documentKey(number).startsWith(`${text}-`)),
    );
  return set.criteria.filter(({ code }) => (cited.get(code) ?? []).some(means)).map(({ code }) => code);
}

function documentKey(number: string): string {
  return plain(number).replace(/^0+/, '').replaceAll(' ', '');
}

/** A shorter likeness to a title says nothing. */
const LEAST_TITLE = 16;

/** The title stands in the name, or the name is where the title begins. */
function byTitle(step: string, set: CriteriaSet): readonly string[] {
  const name = bareKey(step);
  if (name.length < LEAST_TITLE) return [];
  const found = set.criteria.filter(({ title, aliases }) =>
    [title, ...aliases].some((words) => {
      const key = bareKey(words);
      return key.length >= LEAST_TITLE && (name.includes(key) || key.startsWith(name));
    }),
  );
  return found.length === 1 ? found.map(({ code }) => code) : [];
}
