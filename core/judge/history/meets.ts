/** Whether a unit or person meets a condition on earlier years. A year without records is unknown, not failed. */
import { bareKey, squashKey } from '../../base/text/text.ts';
import type { YearCondition } from './conditions.ts';
import type { History, HistoryQuestion, Holder, YearAward, YearResult } from './history.ts';

interface ConditionResult {
  readonly state: 'met' | 'failed' | 'unknown';
  /** A Vietnamese sentence without its full stop. */
  readonly why: string;
}

interface ReviewedYear {
  readonly year: number | null;
  readonly movement: string;
  /** Class in the year under review; null = not settled, or none. */
  readonly classification: string | null;
  /** Names of the classes, best first. */
  readonly ladder: readonly string[];
}

export function meets(
  condition: YearCondition,
  name: string,
  history: History,
  reviewed: ReviewedYear,
): ConditionResult {
  const { year } = reviewed;
  if (condition.kind === 'unread') return unknown('chưa đọc được điều kiện này, Hội đồng xem');
  if (year === null) return unknown('chưa rõ năm xét');
  const found = history.byName.get(squashKey(name)) ?? [];
  const open = history.questions.find((question) => isAbout(question, name));
  if (found.length > 1 || open)
    return unknown('thành tích các năm còn điểm phải xác nhận ở trang “Thành tích các năm”');
  return condition.kind === 'in-a-row'
    ? inARow(condition, found[0], { ...reviewed, year })
    : notCommended(condition.years, found[0], history, { ...reviewed, year });
}

const met = (why: string): ConditionResult => ({ state: 'met', why });
const failed = (why: string): ConditionResult => ({ state: 'failed', why });
const unknown = (why: string): ConditionResult => ({ state: 'unknown', why });

function isAbout(question: HistoryQuestion, name: string): boolean {
  const key = squashKey(name);
  return squashKey(question.name) === key || (question.kind === 'renamed' && squashKey(question.guess ?? '') === key);
}

type OfYear = ReviewedYear & { readonly year: number };

function notCommended(
  years: number,
  holder: Holder | undefined,
  history: History,
  { year, movement }: OfYear,
): ConditionResult {
  const [from, to] = [year - years, year - 1];
  const awards = (holder?.awards ?? []).filter(
    (award) => award.year === null || (from <= award.year && award.year <= to),
  );
  const own = awards.find((award) => award.year !== null && squashKey(award.movement) === squashKey(movement));
  if (own) return failed(`đã được khen: ${awardWords(own)}`);
  const [other] = awards;
  if (other) return unknown(`đã được khen: ${awardWords(other)}`);
  const missing = span(from, to).filter((wanted) => !history.years.includes(wanted));
  if (missing.length > 0) return unknown(`chưa có sổ của năm ${missing.join(', ')}`);
  return met(`không có khen thưởng nào trong sổ các năm ${from}–${to}`);
}

function inARow(
  { years, wanted, before }: Extract<YearCondition, { kind: 'in-a-row' }>,
  holder: Holder | undefined,
  { year, classification, ladder }: OfYear,
): ConditionResult {
  if (wanted === '') return unknown('kế hoạch không nêu rõ danh hiệu, mức xếp loại phải đạt');
  const last = before ? year - 1 : year;
  const accepted = (text: string) => isWanted(text, wanted) || isAbove(text, wanted, ladder);
  const asksClass = ladder.some((name) => isWanted(name, wanted));
  const states = span(last - years + 1, last).map((of): readonly [number, ConditionResult['state'], string] => {
    const results = (holder?.results ?? []).filter((result) => result.year === of);
    const now = of === year && classification !== null ? [classification] : [];
    const classes = [...now, ...results.flatMap((result) => result.classification ?? [])];
    const awards = (holder?.awards ?? []).filter((award) => award.year === of && accepted(award.title));
    if (awards.length > 0) return [of, 'met', awards[0]?.title ?? ''];
    if (results.some(({ differs }) => differs) || classes.length === 0) return [of, 'unknown', ''];
    if (classes.every(accepted)) return [of, 'met', classes[0] ?? ''];
    const isSure =
      asksClass && !classes.some(accepted) && classes.every((name) => ladder.some((own) => isWanted(name, own)));
    return [of, isSure ? 'failed' : 'unknown', classes.join(', ')];
  });
  const words = states.map(
    ([of, state, text]) => `${of}: ${text || (state === 'unknown' ? 'chưa có dữ liệu' : 'không')}`,
  );
  const why = words.join('; ');
  if (states.some(([, state]) => state === 'failed')) return failed(why);
  return states.every(([, state]) => state === 'met') ? met(why) : unknown(why);
}

/** `Hoàn thành tốt nhiệm vụ` matches `hoàn thành tốt`, and the other way round. */
function isWanted(name: string, wanted: string): boolean {
  const [own, written] = [bareKey(name), bareKey(wanted.replace(/ trở lên$/u, ''))];
  return own.length > 5 && (written.includes(own) || own.includes(written));
}

/** For `… trở lên`: whether a class is at least as good as the one in the plan. */
function isAbove(name: string, wanted: string, ladder: readonly string[]): boolean {
  if (!/trở lên/iu.test(wanted)) return false;
  const least = ladder.findIndex((own) => isWanted(own, wanted));
  const at = ladder.findIndex((own) => bareKey(own) === bareKey(name));
  return at >= 0 && least >= 0 && at <= least;
}

function span(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

function awardWords({ title, year, movement }: YearAward): string {
  return `${title}${year === null ? ' (chưa rõ năm)' : ` năm ${year}`}${movement === '' ? '' : `, ${movement}`}`;
}

/** `2023: 92,5 điểm, Hoàn thành tốt nhiệm vụ`, for a page or a reason. */
export function resultWords(
  { points, classification, differs }: YearResult,
  format: (points: number) => string,
): string {
  if (differs) return 'các nguồn khác nhau';
  return [points === null ? '' : `${format(points)} điểm`, classification ?? '']
    .filter((text) => text !== '')
    .join(', ');
}
