/** By when: years and days that a sentence or a heading sets for its figures. */
import { lastDayOfMonth } from '../../base/period/day.ts';
import { readDate } from '../../sheet/grid/date.ts';
import { EVERY, NONE } from '../lexicon/function-words.ts';
import { phrases } from '../lexicon/phrases.ts';
import { phraseAt, phraseBefore, type Token } from '../words/token.ts';
import { unitAt } from '../words/unit-words.ts';
import { onlyYear, type PlanPeriod, UNKNOWN_PERIOD, yearEnd } from './plan-period.ts';

export interface Horizon {
  /** Token where it starts and the first one behind it. */
  readonly from: number;
  readonly to: number;
  /** ISO day: the last day of a quarter or month, of a year that of the movement in it. */
  readonly day: string;
}

const YEAR = /^(?:19|20)\d{2}$/;
const QUARTERS: ReadonlyMap<string, number> = new Map([
  ['i', 1],
  ['ii', 2],
  ['iii', 3],
  ['iv', 4],
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['4', 4],
]);
const BASELINE = phrases('đầu | so với | từ | từ năm | so với năm | kể từ | kể từ năm | từ đầu năm | bằng');

/** `so với năm học 2025 - 2026`; "từ 2026 - 2030" is a time. */
const COMPARED = phrases('so với | so với năm | so với năm học | so với giai đoạn');

/**
 * Every stated point in time that may be a horizon; baselines ("so với năm 2024") are none. In a plan for one year
 * "quý II" is of that year.
 */
export function horizonsOf(tokens: readonly Token[], period: PlanPeriod = UNKNOWN_PERIOD): readonly Horizon[] {
  const only = onlyYear(period);
  const horizons: Horizon[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const found = horizonAt(tokens, at, period, only) ?? timeInList(tokens, at, horizons.at(-1), period, only);
    if (!found) continue;
    const baseline = tokens[found.from]?.kind === 'years' ? COMPARED : BASELINE;
    const isBaseline = phraseBefore(tokens, found.from, baseline) > 0 || isMultiplied(tokens, found.from);
    if (!isBaseline || isStart(tokens, found)) horizons.push(found);
    at = found.to - 1;
  }
  return horizons;
}

/** `gấp 2 lần năm 2026` */
function isMultiplied(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.key === 'lần' && /^(?:gấp|bằng)$/.test(tokens[at - 3]?.key ?? '');
}

/** `khi kết thúc phong trào`, `cuối đợt 2`: the last day of the plan's own time or of a stage of it, where that is known. */
export function endsOf(tokens: readonly Token[], { to, stages = [] }: PlanPeriod): readonly Horizon[] {
  if (to === null) return [];
  return tokens.flatMap((_, at) => {
    const length = phraseAt(tokens, at, ENDS);
    if (length === 0 || phraseBefore(tokens, at, BASELINE) > 0) return [];
    const end = at + length;
    const words = tokens.slice(at, end + 1).map(({ key }) => key);
    const stage = stages.find(({ name }) => words.join(' ').endsWith(` ${name.toLowerCase()}`));
    // "kết thúc đợt 3" where the plan does not say when that is
    if (!stage && tokens[end - 1]?.key === 'đợt' && tokens[end]?.kind === 'number') return [];
    return [{ from: at, to: end + (stage ? 1 : 0), day: stage?.to ?? to }];
  });
}
const ENDS = phrases(
  ['kết thúc', 'hết', 'cuối']
    .flatMap((end) =>
      ['phong trào', 'giai đoạn', 'đợt thi đua', 'đợt cao điểm', 'đợt', 'kế hoạch'].map((of) => `${end} ${of}`),
    )
    .join(' | '),
);

/** `từ quý III: 100%`: by the end of it at the latest. */
function isStart(tokens: readonly Token[], { from, to }: Horizon): boolean {
  if (tokens[from - 1]?.key !== 'từ') return false;
  if (phraseAt(tokens, to, ONWARDS) > 0) return true;
  // "không dùng giấy từ năm 2027.", "95% từ quý II/2026"
  if (
    /^(?:năm|quí|tháng)$/.test(tokens[from]?.key ?? '') &&
    (tokens[to] === undefined || /^[,.)]$/.test(tokens[to]?.key ?? ''))
  )
    return true;
  // "từ năm 2028 không còn hộ nào", "từ quý III đạt 100%"; "từ quý I đạt 40% lên 60%" is where it stood.
  if (phraseAt(tokens, to, NONE) > 0) return true;
  if (tokens[to]?.key === 'đạt' && tokens[from - 2]?.key !== 'kể')
    return tokens.slice(to, to + FARTHEST_RISE).every(({ key }) => key !== 'lên' && key !== 'xuống');
  return tokens[to]?.key === ':' && tokens[to + 1]?.kind === 'number';
}

/** Tokens from a time to the word that something rises from it. */
const FARTHEST_RISE = 8;
const LEADS_TO_YEAR = phrases('hết | đến | đến hết | tới | cuối | đến cuối | vào cuối | tầm nhìn');
const ONWARDS = phrases('trở đi | trở về sau');

/** The last horizon of a heading ("Mục tiêu đến năm 2025"); null = none. */
export function latestTime(tokens: readonly Token[], period: PlanPeriod): string | null {
  return horizonsOf(tokens, period).at(-1)?.day ?? null;
}

/** `các năm 2026, 2027 và 2028`, `trong tháng 3 và tháng 7`: a year behind a year, a month behind a month. */
function timeInList(
  tokens: readonly Token[],
  at: number,
  before: Horizon | undefined,
  period: PlanPeriod,
  only: number | null,
): Horizon | null {
  const token = tokens[at];
  const joint = tokens[at - 1]?.key;
  if (!before || before.to !== at - 1 || (joint !== ',' && joint !== 'và')) return null;
  if (token?.key === 'tháng' && tokens[before.from]?.key === 'tháng' && only !== null)
    return periodEnd(false, Number(tokens[at + 1]?.text), only, at, at + 2);
  if (token?.kind !== 'number' || !YEAR.test(token.text) || tokens[before.to - 1]?.kind !== 'number') return null;
  return { from: at, to: at + 1, day: yearEnd(token.text, period) };
}

function horizonAt(tokens: readonly Token[], at: number, period: PlanPeriod, only: number | null): Horizon | null {
  const token = tokens[at];
  if (!token) return null;
  const year = (index: number): number | null => {
    const next = tokens[index];
    return next?.kind === 'number' && YEAR.test(next.text) ? Number(next.text) : null;
  };
  const before = tokens[at - 1]?.key ?? '';
  if (token.kind === 'years') return { from: at, to: at + 1, day: yearEnd(token.text.slice(-4), period) };
  // "96 nhà (2026: 40 nhà, 2027: 36 nhà)"
  if (year(at) && tokens[at + 1]?.key === ':' && tokens[at + 2]?.kind === 'number' && /^(?:[(,;:]|)$/.test(before))
    return { from: at, to: at + 2, day: yearEnd(token.text, period) };
  // "20.000 lượt (2026), 30.000 lượt (2027)"
  if (year(at) && tokens[at - 1]?.key === '(' && tokens[at + 1]?.key === ')' && isBehindFigure(tokens, at - 1))
    return { from: at, to: at + 1, day: yearEnd(token.text, period) };
  if (token.kind === 'date') {
    const day = isOfDocument(tokens, at) ? null : readDate(token.text);
    return day ? { from: back(tokens, at), to: at + 1, day } : null;
  }
  const inWords = before === 'ngày' && tokens[at + 1]?.key === 'tháng' ? dayInWords(tokens, at, year, only) : null;
  if (inWords) return inWords;
  if (token.key === 'năm') {
    const stated = year(at + 1);
    return stated ? { from: at, to: at + 2, day: yearEnd(stated, period) } : null;
  }
  // "đến hết 2026 giảm 30%"; "đến 2026 hộ" counts them.
  if (year(at) && phraseBefore(tokens, at, LEADS_TO_YEAR) > 0 && unitAt(tokens, at + 1)?.kind !== 'count')
    return { from: at, to: at + 1, day: yearEnd(token.text, period) };
  if (token.kind === 'slash') return only === null ? null : dayOfYear(tokens, at, only);
  if (token.key === 'tháng' || token.key === 'quí')
    return partOfYear(tokens, at, year, period, only) ?? monthOrQuarter(tokens, at, year, only);
  if (/^(?:cả|hết|cuối)$/.test(token.key) && tokens[at + 1]?.key === 'năm')
    return only === null || year(at + 2) ? null : { from: at, to: at + 2, day: yearEnd(only, period) };
  return null;
}

/** "theo Quyết định số 297/QĐ-UBND ngày 24/02/2023" */
function isOfDocument(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 3), at).some(({ kind }) => kind === 'document');
}

/** `ngày 15 tháng 8 năm 2026`, `ngày 15 tháng 8/2026`; `ngày 15 tháng 8` in a plan for one year. */
function dayInWords(
  tokens: readonly Token[],
  at: number,
  year: (index: number) => number | null,
  only: number | null,
): Horizon | null {
  const month = tokens[at + 2];
  if (!month || isOfDocument(tokens, at)) return null;
  if (month.kind === 'slash') {
    const day = readDate(`${tokens[at]?.text}/${month.text.replace(/ /g, '')}`);
    return day ? { from: at - 1, to: at + 3, day } : null;
  }
  const stated = tokens[at + 3]?.key === 'năm' ? year(at + 4) : null;
  const of = stated ?? (tokens[at + 3]?.key === 'năm' ? null : only);
  const day = of === null ? null : readDate(`${tokens[at]?.text}/${month.text}/${of}`);
  return day ? { from: at - 1, to: at + (stated ? 5 : 3), day } : null;
}

/** A number or percent at most two words before a bracket. */
function isBehindFigure(tokens: readonly Token[], open: number): boolean {
  for (let at = open - 1; at >= Math.max(0, open - 3); at--) {
    if (tokens[at]?.kind === 'number' || tokens[at]?.kind === 'percent') return true;
    if (tokens[at]?.kind !== 'word') return false;
  }
  return false;
}

/** `đến 30/6`, `trước ngày 05/11` in a plan for one year; `đến 05/11` alone may be a fraction. */
function dayOfYear(tokens: readonly Token[], at: number, only: number): Horizon | null {
  const [day = 0, month = 0] = (tokens[at]?.text ?? '').split('/').map(Number);
  if (phraseBefore(tokens, at, day > month ? DAY_LEADS : SURE_DAY_LEADS) === 0) return null;
  const date = month > 12 ? null : readDate(`${day}/${month}/${only}`);
  return date ? { from: back(tokens, at), to: at + 1, day: date } : null;
}
const SURE_DAY_LEADS = phrases('ngày | trước | hết');
const DAY_LEADS = phrases('ngày | trước | hết | đến | tới');

/** `6 tháng đầu năm`, `9 tháng năm 2026`, `6 tháng cuối năm`: the last day of that part of the year. */
function partOfYear(
  tokens: readonly Token[],
  at: number,
  year: (index: number) => number | null,
  period: PlanPeriod,
  only: number | null,
): Horizon | null {
  const months = PARTS.get(tokens[at - 1]?.key ?? '');
  const which = tokens[at + 1]?.key === 'đầu' || tokens[at + 1]?.key === 'cuối' ? 1 : 0;
  const named = tokens[at + 1 + which]?.key === 'năm';
  if (months === undefined || tokens[at]?.key !== 'tháng' || !named) return null;
  const stated = year(at + 2 + which);
  const of = stated ?? (which === 1 ? only : null);
  const to = at + (stated ? 3 : 2) + which;
  if (of !== null && tokens[at + 1]?.key === 'cuối') return { from: at - 1, to, day: yearEnd(of, period) };
  return of === null ? null : periodEnd(false, months, of, at - 1, to);
}
const PARTS: ReadonlyMap<string, number> = new Map([
  ['6', 6],
  ['06', 6],
  ['sáu', 6],
  ['9', 9],
  ['09', 9],
  ['chín', 9],
]);

function back(tokens: readonly Token[], at: number): number {
  return tokens[at - 1]?.key === 'ngày' ? at - 1 : at;
}

function monthOrQuarter(
  tokens: readonly Token[],
  at: number,
  year: (index: number) => number | null,
  only: number | null,
): Horizon | null {
  const next = tokens[at + 1];
  if (!next || phraseBefore(tokens, at, EVERY) > 0) return null;
  if (next.kind === 'slash') {
    const [first = '', second = ''] = next.text.split('/').map((part) => part.trim());
    return endedBefore(tokens, periodEnd(tokens[at]?.key === 'quí', Number(first), Number(second), at, at + 2));
  }
  const number = tokens[at]?.key === 'quí' ? (QUARTERS.get(next.key) ?? 0) : Number(next.text);
  const joint = tokens[at + 2]?.key === '/' || tokens[at + 2]?.key === 'năm' || tokens[at + 2]?.key === '-' ? 1 : 0;
  const stated = year(at + 2 + joint);
  if (stated) return endedBefore(tokens, periodEnd(tokens[at]?.key === 'quí', number, stated, at, at + 3 + joint));
  // "quý II 50%", "tháng 10: 80 người": in a plan for one year they are that year's.
  const isPart = tokens[at]?.key === 'quí' || isSetTime(tokens, at);
  if (only === null || !isPart) return null;
  const to = tokens[at]?.key === 'tháng' ? afterMonth(tokens, at) : at + 2;
  const last = to > at + 2 ? Number(tokens[to - 1]?.text) : number;
  return endedBefore(tokens, periodEnd(tokens[at]?.key === 'quí', last, only, at, to));
}

/** `xong trước tháng 9`: the last day of August; `trước quý IV`: that of the third. */
function endedBefore(tokens: readonly Token[], ended: Horizon | null): Horizon | null {
  if (ended === null || tokens[ended.from - 1]?.key !== 'trước') return ended;
  const [year = 0, month = 0] = ended.day.split('-').map(Number);
  const months = tokens[ended.from]?.key === 'quí' ? 3 : 1;
  return { ...ended, day: lastDayOfMonth(year, month - months) };
}

/** `trong tháng 10`, `tháng 10: 80 người`; not `(tháng 4 và tháng 9)`. */
function isSetTime(tokens: readonly Token[], at: number): boolean {
  // "đợt 1 (tháng 2) 1.000 cây"
  const closing = afterMonth(tokens, at);
  const isBracketed =
    tokens[at - 1]?.key === '(' && tokens[closing]?.key === ')' && tokens[closing + 1]?.kind === 'number';
  return (
    isBracketed ||
    phraseBefore(tokens, at, MONTH_LEADS) > 0 ||
    tokens[at + 2]?.key === ':' ||
    tokens[at + 2]?.key === 'đạt'
  );
}
/** Behind `tháng 2`, `tháng 5 - 6`. */
function afterMonth(tokens: readonly Token[], at: number): number {
  const isSpan = /^[-–]$/.test(tokens[at + 2]?.key ?? '') && /^(?:0?[1-9]|1[0-2])$/.test(tokens[at + 3]?.text ?? '');
  return isSpan ? at + 4 : at + 2;
}
/** `mỗi quý 1 lần` */
const MONTH_LEADS = phrases('đến | hết | trong | vào | trước | xong | cuối | xong trong');

function periodEnd(quarter: boolean, number: number, year: number, from: number, to: number): Horizon | null {
  const month = quarter ? number * 3 : number;
  if (!Number.isInteger(month) || month < 1 || month > 12 || year < 1990 || year > 2099) return null;
  return { from, to, day: lastDayOfMonth(year, month) };
}
