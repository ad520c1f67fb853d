/**
 * Reads a value cell. The column decides: a dot before three digits separates thousands in a column of whole numbers
 * and is doubtful in a ratio; `x` is "yes" in a yes/no column only. Nothing is guessed: what can mean two things is
 * `ambiguous`; what the grammar does not cover is `text`, and so are a number in brackets, a range, an "about 90" and a
 * number under a date format.
 */

import { TOO_LARGE } from '../../base/quantity/any-figure.ts';
import { foldFullWidth } from '../../base/text/confusables.ts';
import { cleanText, unicodeOf, withoutMarks } from '../../base/text/seen-text.ts';
import { foldKey, squashKey } from '../../base/text/text.ts';
import type { Measure } from '../../movement/rule.ts';
import { formatDate, readDate } from '../../sheet/grid/date.ts';
import { isDateFormat, isPercentFormat } from '../../sheet/grid/number-format.ts';
import { type NumberContext, readNumberText } from '../../sheet/grid/number-text.ts';
import { type CellLook, type CellValue, isCellError } from '../../sheet/grid/sheet.ts';
import type { PointsReading, Reading } from '../report.ts';
import {
  daysLate,
  isNotArising,
  readBound,
  readUnit,
  readYesNo,
  tickedChoice,
  withoutBrackets,
  withoutLead,
  withoutParts,
  withoutRemark,
  withoutSpelling,
} from './value-words.ts';

/** What the column is to hold. `numerator`, `denominator` and `count` are whole numbers. */
export interface Expected {
  readonly measure: Measure | 'points' | 'numerator' | 'denominator';
  /** Unit of the criterion: accepted behind the number although no list of ours has it. */
  readonly unit?: string | undefined;
  /** What a or b counts, in the criterion's words: money, areas and lengths have decimals, people and papers do not. */
  readonly counts?: string | undefined;
  readonly date1904?: boolean | undefined;
  /** The levels of a `level` criterion. */
  readonly levels?: readonly { readonly code: string; readonly label: string }[] | undefined;
}

interface ValueRead<T = Reading> {
  readonly reading: T;
  /** Shown with a percent sign or percent format; the number is then in percent (0.955 shown as 95,5 % → 95.5). */
  readonly percent: boolean;
}

/** Longest text that can be a value; anything longer is prose. */
const LONGEST_VALUE = 200;
const ERROR_TEXT = /^(?:#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)|Err:\d{3})$/i;

/** Reads one cell by the grammar. Never throws; linear in the length of the text. */
export function readValue(value: CellValue | null, look: CellLook, expected: Expected): ValueRead {
  const read = withinReach(readAny(value, look, expected), value);
  return expected.measure === 'points' ? asPoints(read) : read;
}

/** Reads a cell of a points column (self-assessed, appraised, maximum, total). */
export function readPoints(value: CellValue | null, look: CellLook): ValueRead<PointsReading> {
  return asPoints(withinReach(readAny(value, look, { measure: 'points' }), value));
}

/** A number no report can mean is text: it is flagged on its cell and counted nowhere. */
function withinReach(read: ValueRead, value: CellValue | null): ValueRead {
  return numbersIn(read.reading).every((number) => Math.abs(number) < TOO_LARGE)
    ? read
    : plain({ kind: 'text', text: String(value) });
}

function numbersIn(reading: Reading): readonly number[] {
  if (reading.kind === 'number' || reading.kind === 'bound') return [reading.value];
  if (reading.kind === 'fraction') return [reading.a, reading.b];
  return reading.kind === 'ambiguous' ? reading.candidates : [];
}

function readAny(value: CellValue | null, look: CellLook, expected: Expected): ValueRead {
  if (value === null) return plain({ kind: 'missing' });
  if (isCellError(value)) return plain({ kind: 'error', text: value.error });
  if (typeof value === 'number') return readNumberCell(value, look, expected);
  if (typeof value === 'string') return readTextCell(clean(value, look.font), expected);
  if (expected.measure === 'yes-no') return plain({ kind: value ? 'yes' : 'no' });
  return plain({ kind: 'text', text: value ? 'TRUE' : 'FALSE' });
}

function readNumberCell(value: number, look: CellLook, expected: Expected): ValueRead {
  const { measure, date1904 = false } = expected;
  const shown = tidyNumber(value);
  if (measure === 'yes-no' && (value === 1 || value === 0)) return plain({ kind: value === 1 ? 'yes' : 'no' });
  if (measure === 'yes-no') return plain({ kind: 'text', text: String(shown) });
  if (measure === 'level') return plain(readLevel(String(shown), expected));
  if (measure === 'date') {
    const date = readDate(value, date1904);
    return plain(date ? { kind: 'date', date } : { kind: 'bad-date', text: String(shown) });
  }
  if (isDateFormat(look.numberFormat)) {
    const date = readDate(value, date1904);
    return plain({ kind: 'text', text: date ? formatDate(date) : String(shown) });
  }
  if (isPercentFormat(look.numberFormat)) {
    return { reading: { kind: 'number', value: tidyNumber(value * 100) }, percent: true };
  }
  const thousandfold = tidyNumber(value * 1000);
  if (contextOf(expected) === 'whole' && isLostThousand(value, thousandfold)) {
    return plain({ kind: 'ambiguous', text: String(shown), candidates: [shown, thousandfold] });
  }
  // Beyond what a sheet can show of a number there is no figure anybody counted.
  if (Math.abs(shown) >= MOST) return plain({ kind: 'text', text: String(shown) });
  if (countsThings(expected) && !Number.isInteger(shown))
    return plain({ kind: 'text', text: String(shown).replace('.', ',') });
  return plain({ kind: 'number', value: shown });
}

const MOST = 1e15;

/**
 * `15.763` people typed into an Excel that takes the dot for a decimal point becomes the number 15.763: no count, so in
 * doubt.
 */
function isLostThousand(value: number, thousandfold: number): boolean {
  return !Number.isInteger(value) && Math.abs(value) >= 1 && Math.abs(value) < 1000 && Number.isInteger(thousandfold);
}

function readTextCell(text: string, expected: Expected): ValueRead {
  const { measure } = expected;
  if (text === '' || (/^[.…‥_· %/]*$/.test(text) && /[.…‥_·]/.test(text))) return plain({ kind: 'missing' });
  if (text.length > LONGEST_VALUE) return plain({ kind: measure === 'date' ? 'bad-date' : 'text', text });
  if (ERROR_TEXT.test(text)) return plain({ kind: 'error', text });
  // A level may itself be named "Không có".
  const ticked = measure === 'level' ? tickedChoice(text) : undefined;
  if (ticked === '') return plain({ kind: 'missing' });
  const level = measure === 'level' ? readLevel(ticked ?? text, expected) : undefined;
  if (level?.kind === 'level') return plain(level);
  // To a question of yes or no "không có" is the answer, not a way round it.
  if (measure === 'yes-no' && readYesNo(text) === 'no') return plain({ kind: 'no' });
  const late = measure === 'count' ? daysLate(text, expected.unit) : undefined;
  if (late !== undefined) return plain({ kind: 'number', value: late });
  if (isNotArising(text)) return plain({ kind: 'not-applicable', text });
  if (level) return plain(level);
  if (measure === 'date') {
    const date = dayIn(text);
    return plain(date ? { kind: 'date', date } : { kind: 'bad-date', text });
  }
  if (measure === 'yes-no') {
    const answer = readYesNo(text);
    return plain(answer ? { kind: answer } : { kind: 'text', text });
  }
  return readNumeric(text, expected);
}

/**
 * The day in a cell of a criterion measured by a day: `21-10-25` is day, month and year there, and brackets behind the
 * day name the document that states it.
 */
function dayIn(text: string): string | null {
  const day = text.replace(/ ?\((?:[^()]*\p{L}[^()]*|\*|\d)\)$/u, '');
  return readDate(day) ?? readDate(day.replace(SHORT_YEAR, '$1/$2/20$3'));
}

const SHORT_YEAR = /^(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{2})$/;

function readNumeric(text: string, expected: Expected): ValueRead {
  const bare = withoutNoteMark(text)
    .replace(/^['’]|['’]$/g, '')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/ ?[.;]$/, '')
    .trim();
  // `264.` among counts: something behind the dot may be lost.
  if (contextOf(expected) === 'whole' && /^\d+\.$/.test(text)) return plain({ kind: 'text', text });
  const bound = readBound(bare);
  if (bound) {
    const { reading, percent } = readMeasured(bound.rest, expected);
    if (reading?.kind !== 'number') return plain({ kind: 'text', text });
    return { reading: { kind: 'bound', comparator: bound.comparator, value: reading.value, text }, percent };
  }
  const measured = withoutBrackets(withoutRemark(withoutSpelling(withoutParts(withoutLead(bare)))));
  const fraction = expected.measure === 'points' ? undefined : readFraction(measured, expected.unit);
  if (fraction) return plain(fraction);
  if (expected.measure === 'count' && isNone(bare, expected.unit)) return plain({ kind: 'number', value: 0 });
  const { reading, percent } = readMeasured(measured, expected);
  if (!reading) return plain({ kind: 'text', text });
  if (reading.kind === 'number' && isBrokenCount(reading, expected, percent)) return plain({ kind: 'text', text });
  return { reading: reading.kind === 'ambiguous' ? { ...reading, text } : reading, percent };
}

/** The mark of a footnote behind a value: `85%(1)`, `17/20*`, `4 (*)`. */
function withoutNoteMark(text: string): string {
  return text.replace(/(?<=[\d%\p{L}]) ?(?:\*{1,3}|\((?:\*{1,3}|\d)\))$/u, '');
}

/** `Không có vụ nào`, `Không xảy ra vụ việc nào`: none of what the criterion counts. */
function isNone(text: string, unit: string | undefined): boolean {
  const words = foldKey(text).replace(/[.;]$/, '');
  const counted = unit === undefined ? '' : foldKey(unit);
  const [, what = ''] = /^(?:không|chưa) (?:có|xảy ra|để xảy ra|phát sinh) (.{1,40}) nào$/u.exec(words) ?? [];
  return what !== '' && (what === counted || what.startsWith(`${counted} `) || readUnit(what, unit) !== undefined);
}

/** 1,5 hộ: things are counted whole. What has a measure of its own (km, triệu đồng) is not counted. */
function isBrokenCount(reading: { readonly value: number }, expected: Expected, percent: boolean): boolean {
  return !percent && countsThings(expected) && !Number.isInteger(reading.value);
}

/** Number, optional percent sign or unit behind it. */
function readMeasured(
  text: string,
  expected: Expected,
): { reading: Extract<Reading, { kind: 'number' | 'ambiguous' }> | undefined; percent: boolean } {
  const digits = /^[+-]?\d[\d., ]*/.exec(text)?.[0] ?? '';
  const behind = text.slice(digits.length).trim();
  const unit = behind === '' ? undefined : readUnit(behind, expected.unit);
  if (behind !== '' && unit === undefined) return { reading: undefined, percent: false };
  const percent = unit?.startsWith('%') ?? false;
  const number = readNumberText(digits.trim(), percent ? 'decimal' : contextOf(expected));
  if (number?.kind !== 'number') {
    return { reading: number && { kind: 'ambiguous', text, candidates: number.candidates }, percent };
  }
  const named = expected.measure === 'points' && unit === 'đ' ? 'điểm' : unit;
  return { reading: { kind: 'number', value: number.value, ...(named === undefined ? {} : { unit: named }) }, percent };
}

/** `25/30`, `1.200/1.500 hộ`. Both are counts. */
export function readFraction(text: string, own: string | undefined): Reading | undefined {
  const [, ratio] = /^.*\d[^=\d]*= ?(\d[\d.,]* ?%)$/.exec(text) ?? [];
  const pair = ratio === undefined ? text : text.slice(0, text.lastIndexOf('=')).trim();
  const match = /^(\d[\d., ]*?) ?(\p{L}[\p{L} ]{0,30})?\/ ?(\d[\d., ]*?) ?([^\d\s]\D*)?$/u.exec(pair);
  if (!match) return undefined;
  const [, first = '', , second = ''] = match;
  if ([match[2], match[4]].some((unit) => unit !== undefined && readUnit(unit.trim(), own) === undefined))
    return undefined;
  if (ratio !== undefined) return undefined;
  const a = readNumberText(first, 'whole');
  const b = readNumberText(second, 'whole');
  return a?.kind === 'number' && b?.kind === 'number' ? { kind: 'fraction', a: a.value, b: b.value } : undefined;
}

/**
 * A level by its label or code as printed, or by a label that the form's list had to cut (`…`); when none matches, or
 * more than one, the reading is text.
 */
function readLevel(text: string, expected: Expected): Reading {
  const key = squashKey(text);
  const cut = text.endsWith('…');
  const found = (expected.levels ?? []).filter(({ code, label }) => {
    const name = squashKey(label);
    return name === key || squashKey(code) === key || (cut && name.startsWith(key));
  });
  const [only] = found;
  return only && found.length === 1 && key !== '' ? { kind: 'level', code: only.code } : { kind: 'text', text };
}

/** A points column says a number, nothing, or something that is no points: then it is text. */
function asPoints({ reading, percent }: ValueRead): ValueRead<PointsReading> {
  switch (reading.kind) {
    case 'bound':
    case 'bad-date':
      return plain({ kind: 'text', text: reading.text });
    case 'fraction':
    case 'yes':
    case 'no':
    case 'date':
    case 'level':
      return plain({ kind: 'text', text: '' });
  }
  return { reading, percent };
}

/** The unit in brackets behind what is counted: `Tổng doanh thu (triệu đồng)`. */
const MEASURED_THINGS = /\((?:nghìn |ngàn |triệu |tỷ )?(?:đồng|vnđ|km|ha|m2|m²|kg|tấn)\)/iu;

/** Units in which something is measured and not counted. */
const MEASURED_UNITS =
  /^(?:(?:nghìn |ngàn |triệu |tỷ )?(?:đồng|vnđ)|km|m|m2|m²|ha|kg|tấn|tạ|lít|giờ|phút|điểm|công|%.*)$/iu;

/** People, papers, meetings: things that are counted whole. */
function countsThings({ measure, unit, counts }: Expected): boolean {
  const isCount = measure === 'count' || measure === 'numerator' || measure === 'denominator';
  return isCount && !MEASURED_THINGS.test(counts ?? '') && !(measure === 'count' && MEASURED_UNITS.test(unit ?? ''));
}

/** Whole numbers only: a count, and a and b unless they are money or another measured quantity. */
function contextOf({ measure, counts }: Expected): NumberContext {
  if (measure === 'count') return 'whole';
  const pair = measure === 'numerator' || measure === 'denominator';
  return pair && !MEASURED_THINGS.test(counts ?? '') ? 'whole' : 'decimal';
}

/**
 * One kind of space, no invisible characters, no marks of footnotes, Unicode, composed, ASCII digits.
 */
function clean(text: string, font: string): string {
  // `8,5®`, `8,5ñ`: too short to tell TCVN3 or VNI, and no letter of any unit but đ.
  const unicode = unicodeOf(text, font).replace(/(?<=\d\s?)[®ñ](?=\s*$)/u, 'đ');
  return foldFullWidth(withoutMarks(cleanText(unicode)))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Smaller than any figure with six places: what adding up decimals leaves where the sum is zero. */
const NOTHING = 5e-7;

/** As Excel shows it: 15 significant digits, so that 0.1 + 0.2 is 0.3 and 0.1 + 0.2 - 0.3 is 0. */
function tidyNumber(value: number): number {
  if (Math.abs(value) < NOTHING) return 0;
  return Math.abs(value) < TOO_LARGE ? Number(value.toPrecision(15)) : value;
}

function plain<T extends Reading>(reading: T): ValueRead<T> {
  return { reading, percent: false };
}
