/** The parts of a rule in its sentence: how each is written, what it may look like, how it is read back. */

import type { Result } from '../base/result.ts';
import { foldKey } from '../base/text/text.ts';
import type { Criterion } from '../movement/criteria-set.ts';
import type { Band, Comparator, Measure } from '../movement/rule.ts';
import { readDate } from '../sheet/grid/date.ts';
import { bandWords, readBands } from './band-words.ts';
import {
  exactNumber,
  exactPoints,
  NAME,
  NUMBER,
  named,
  notUnderstood,
  QUOTED,
  quoted,
  readName,
  readNumber,
  readPoints,
  understood,
  unquoted,
} from './words.ts';

/** The setting in which a rule is put into words. */
export interface RuleWordsSetting {
  readonly measure: Measure;
  readonly direction: Criterion['direction'];
  /** Unit of the criterion; a part has none of its own. */
  readonly unit: string;
  /** Hundredths. */
  readonly maxPoints: number;
}

export interface Slot<T = unknown> {
  /** What it may look like; without groups of its own. */
  readonly source: string;
  readonly write: (value: T, setting: RuleWordsSetting) => string;
  /** null = not understood; a refusal says why. */
  readonly read: (text: string, setting: RuleWordsSetting) => Result<T> | null;
  /** An example, shown in the message to a user whose words were not understood. */
  readonly sample: string;
}

const COMPARATORS: readonly (readonly [words: string, comparator: Comparator])[] = [
  ['trên', 'gt'],
  ['từ', 'gte'],
  ['dưới', 'lt'],
  ['không quá', 'lte'],
  ['đúng', 'eq'],
  ['phấn đấu', 'soft'],
  ['>=', 'gte'],
  ['≥', 'gte'],
  ['>', 'gt'],
  ['<=', 'lte'],
  ['≤', 'lte'],
  ['<', 'lt'],
  ['=', 'eq'],
];
const FIGURE = new RegExp(`^(${NUMBER}) ?(.*)$`, 'u');
const POINTS = `${NUMBER}(?: ?(?:điểm|đ))?`;

const orNull = <T>(value: T | null): Result<T> | null => (value === null ? null : understood(value));

/**
 * The cast is safe: the rule's own sentence pairs each slot with a field of its type, and a test of each kind proves
 * it.
 */
function slot<T>({ write, ...rest }: Slot<T>): Slot {
  return { ...rest, write: (value, setting) => write(value as T, setting) };
}

const points = slot<number>({
  source: POINTS,
  write: exactPoints,
  read: (text) => orNull(readPoints(text)),
  sample: '5',
});

/** By the names that stand in the rule kinds' sentences. */
export const SLOTS: Readonly<Record<string, Slot>> = {
  points,
  number: slot<number>({
    source: NUMBER,
    write: exactNumber,
    read: (text) => orNull(readNumber(text)),
    sample: '30',
  }),
  figure: slot<number>({
    source: String.raw`${NUMBER} ?[^\d,;:]*?`,
    write: (value, { measure }) => `${exactNumber(value)} ${figureUnit(measure)}`.trim(),
    read: (text, setting) => {
      const [, number = '', unit = ''] = FIGURE.exec(text) ?? [];
      return isOwnUnit(unit, setting) ? orNull(readNumber(number)) : null;
    },
    sample: '80 %',
  }),
  comparator: slot<Comparator>({
    source: COMPARATORS.map(([words]) => words).join('|'),
    write: (value) => COMPARATORS.find(([, text]) => text === value)?.[0] ?? '',
    read: (text) => orNull(COMPARATORS.find(([words]) => words === text.toLowerCase())?.[1] ?? null),
    sample: 'từ',
  }),
  day: slot<string>({
    source: String.raw`\d{1,2}/\d{1,2}(?:/\d{4})?|${QUOTED}`,
    write: (day) => (/^(?:\d{4}-)?\d{2}-\d{2}$/.test(day) ? day.split('-').reverse().join('/') : quoted(day)),
    read: (text) => orNull(isoDay(text)),
    sample: '04/11',
  }),
  name: slot<string>({ source: NAME, write: named, read: (text) => understood(readName(text)), sample: 'tot' }),
  quoted: slot<string>({ source: QUOTED, write: quoted, read: (text) => orNull(unquoted(text)), sample: '“Tốt”' }),
  bands: slot<readonly Band[]>({
    source: String.raw`[\s\S]+`,
    write: (bands, { measure }) => bandWords(bands, figureUnit(measure)),
    read: (text, setting) =>
      text.includes(':')
        ? readBands(text, (unit) => (isOwnUnit(unit, setting) ? '' : null))
        : notUnderstood(
            `Không hiểu cách chấm “${text.slice(0, 80)}”: ghi như “từ 80 %: 10; từ 70 %: 7; còn lại: 0” hoặc “theo tỷ lệ, đủ điểm từ 80 %”.`,
          ),
    sample: 'từ 80 %: 10; từ 70 %: 7; còn lại: 0',
  }),
  /** The parts of a composed rule have rows of their own. */
  rows: slot<readonly never[]>({ source: '', write: () => '', read: () => understood([]), sample: '' }),
  /** What is counted, where the unit is a plain word. */
  unit: slot<undefined>({
    source: '[^,]{1,40}',
    write: (_none, { unit }) => (/^\p{L}[\p{L} ]{0,30}$/u.test(unit) ? unit : 'lần'),
    read: () => understood(undefined),
    sample: 'lần',
  }),
  /** All points, in words or as their number. */
  all: slot<undefined>({
    source: `(?:được )?đủ điểm|${POINTS}`,
    write: () => 'đủ điểm',
    read: (text, { maxPoints }) => orNull(/điểm$/iu.test(text) && !/\d/.test(text) ? undefined : same(text, maxPoints)),
    sample: 'đủ điểm',
  }),
  zero: slot<undefined>({ source: POINTS, write: () => '0', read: (text) => orNull(same(text, 0)), sample: '0' }),
};

function same(text: string, expected: number): undefined | null {
  return readPoints(text) === expected ? undefined : null;
}

/** Behind a figure of this measure. */
function figureUnit(measure: Measure): '%' | '%/năm' | '' {
  return measure === 'percentage' ? '%' : measure === 'rate' ? '%/năm' : '';
}

/** The words behind a figure are the unit the criterion is measured in, or nothing. */
function isOwnUnit(words: string, { measure, unit }: RuleWordsSetting): boolean {
  const key = foldKey(words);
  return key === '' || key === foldKey(unit) || key === foldKey(figureUnit(measure));
}

/** `04/11` → `11-04`, `04/11/2025` → `2025-11-04`; null for a day that does not exist. */
function isoDay(text: string): string | null {
  const raw = unquoted(text);
  if (raw !== null) return raw;
  const [day = '', month = '', year] = text.split('/');
  // 2024 has every day a year can have.
  const iso = readDate(`${day}/${month}/${year ?? 2024}`);
  return year === undefined ? (iso?.slice(5) ?? null) : iso;
}
