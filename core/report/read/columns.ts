/**
 * Which column of a table serves which role, from the header words of each column over all its levels. No rows are
 * looked at here.
 */
import type { Period } from '../../base/period/period.ts';
import type { ColumnRole } from '../report.ts';
import { columnTime, isEstimate, isTimeText, matchTime, type TimeMatch } from './column-time.ts';
import { type HeaderRole, type HeaderWord, headerWord, namesResult, speaksOfResult } from './header-words.ts';

/** Header texts of one column, from the top row down; empty texts are left out. */
export interface HeaderColumn {
  readonly column: number;
  readonly texts: readonly string[];
}

export interface ReportColumns {
  readonly index: number | undefined;
  /** Our own form's "Mã", or a column of codes. */
  readonly code: number | undefined;
  /** Columns that can hold the criterion's title, the finer one first. */
  readonly titles: readonly number[];
  readonly unit: number | undefined;
  readonly target: number | undefined;
  /** The planned figure of the unit: a ratio beside the result may be done ÷ plan. */
  readonly plan: number | undefined;
  readonly max: number | undefined;
  readonly method: number | undefined;
  readonly numerator: number | undefined;
  readonly denominator: number | undefined;
  /** The result. Beside a `figure` column it holds the ratio only. */
  readonly value: number | undefined;
  /** The column of results that holds shares by its words ("Tỷ lệ (%)") or by its figures: no count stands in it … */
  readonly ratio: number | undefined;
  /** … unless its words say so ("Tỷ lệ/Kết quả"). */
  readonly mixed: boolean;
  /** Further columns that may hold the result just as well: where they differ nobody can say which counts. */
  readonly rivals: readonly number[];
  /** Further columns under the same words as a, b, their ratio or the figures: parts of them, or their whole. */
  readonly twins: readonly Twin[];
  /** "Số liệu thực hiện": `72/90`, or the value of a criterion that is no percentage. */
  readonly figure: number | undefined;
  /** A tick in the column `yes` means yes, in the column `no` it means no. */
  readonly yes: number | undefined;
  readonly no: number | undefined;
  readonly self: number | undefined;
  /** Best first: the final points before those of the first round. */
  readonly appraised: readonly number[];
  readonly evidence: number | undefined;
  readonly explanation: number | undefined;
  readonly baseline: number | undefined;
  readonly exempted: number | undefined;
  /** A header word that only lists of another kind have. */
  readonly foreign: boolean;
  /** Columns set aside unread, each with the reason. */
  readonly apart: ReadonlyMap<number, Apart>;
  /** Columns whose words say nothing we know and that no figures explain. */
  readonly open: readonly number[];
  /** Columns of results that have their meaning only from a word over several columns. */
  readonly weak: readonly number[];
}

/**
 * Why a column is not read: its time is another (`time`) or a stretch of the period (`stretch`) or nearly it (`near`), its word is known and of no use to us (`word`), it counts
 * what was not reached (`rest`) or a part of what was (`part`), it is filled in by others than the unit (`other`), it holds
 * other things than figures (`things`), or its figures may mean two things and a person has to say which (`doubt`).
 */
export type Apart = 'time' | 'stretch' | 'near' | 'word' | 'rest' | 'part' | 'other' | 'things' | 'doubt';

/** A column of a role that another column serves so far. */
interface Twin {
  readonly role: TwinRole;
  readonly column: number;
}

const TWIN_ROLES = ['numerator', 'denominator', 'ratio', 'figure'] as const;
export type TwinRole = (typeof TWIN_ROLES)[number];

interface ColumnTime extends HeaderWord {
  readonly column: number;
  readonly time: TimeMatch;
  /** Brought forward from some beginning. */
  readonly isSum: boolean;
  /** The year before the period. */
  readonly lastYear: boolean;
  /** Its own words say nothing: the word over several columns does. */
  readonly isWeak: boolean;
  readonly texts: readonly string[];
}

const RESULTS: ReadonlySet<HeaderRole> = new Set(['value', 'figure', 'ratio', 'numerator', 'denominator', 'yes', 'no']);

/** Decides the columns' roles for the period whose figures are wanted; null = not known. */
export function resolveColumns(header: readonly HeaderColumn[], period: Period | null): ReportColumns {
  const all = header.flatMap(({ column, texts }): ColumnTime[] => {
    const time = columnTime(texts);
    const word = columnWord(texts) ?? (time && header.length > 1 ? timeOnly(texts) : undefined);
    const lastYear = period !== null && time?.year === period.year - 1;
    const isWeak = hasNoOwnWord(texts);
    const isSum = time?.part === 'sum';
    return word ? [{ ...word, column, time: matchTime(time, period), isSum, lastYear, isWeak, texts }] : [];
  });
  const placed = stronger(ofPeriod(withoutEstimates(withOwnResult(withoutFound(all)))));
  const of = (role: HeaderRole): ColumnTime[] =>
    placed.filter((item) => item.role === role).sort((a, b) => b.rank - a.rank || a.column - b.column);
  const first = (role: HeaderRole): number | undefined => of(role)[0]?.column;
  // "Chỉ tiêu năm 2026" in a report on 2025 is what the next year is to bring.
  const current = (role: HeaderRole): number | undefined => of(role).find(({ time }) => time !== 'other')?.column;
  const { index, titles, spare } = titleColumns(of);
  const completion = first('completion') !== undefined;
  const plan = first('plan') ?? (completion ? (first('target') ?? spare) : undefined);
  const before = all.find(
    (item) => item.lastYear && item.time === 'other' && (item.role === 'value' || item.role === 'ratio'),
  );
  const results = resultColumns(of, plan !== undefined);
  const resolved = {
    index,
    code: first('code'),
    titles,
    unit: first('unit'),
    target: current('target') ?? spare ?? plan,
    plan,
    max: first('max') ?? bareMax(of),
    method: first('method'),
    ...results,
    twins: twinsOf(of, results),
    // Points under a word over several columns are for the figures to prove.
    self: of('self').find(({ isWeak }) => !isWeak)?.column ?? bareSelf(of),
    appraised: of('appraised').map((item) => item.column),
    evidence: first('evidence'),
    explanation: first('explanation'),
    baseline: first('baseline') ?? before?.column,
    exempted: first('exempted'),
    foreign: of('foreign').length > 0,
  };
  return { ...resolved, ...unused(header, all, placed, resolved) };
}

/** What is left when every role has its column. */
function unused(
  header: readonly HeaderColumn[],
  all: readonly ColumnTime[],
  placed: readonly ColumnTime[],
  resolved: Omit<ReportColumns, 'apart' | 'open' | 'weak'>,
): Pick<ReportColumns, 'apart' | 'open' | 'weak'> {
  const used = new Set(usedColumns(resolved));
  const byColumn = new Map(all.map((item) => [item.column, item]));
  const left = new Set(placed.map(({ column }) => column));
  const apart = new Map<number, Apart>();
  const open: number[] = [];
  for (const { column } of header) {
    if (used.has(column)) continue;
    const item = byColumn.get(column);
    // A second column of points, of which only one can be the unit's: the figures decide.
    const isPoints = item?.role === 'self' || item?.role === 'points';
    if (item === undefined || item.isWeak || (isPoints && item.time !== 'other')) open.push(column);
    else if (item.role === 'not-reached') apart.set(column, 'rest');
    else if (!left.has(column) && RESULTS.has(item.role) && item.time !== 'other')
      apart.set(column, item.time === 'near' ? 'near' : 'stretch');
    else apart.set(column, item.time === 'other' || (!left.has(column) && item.time !== 'near') ? 'time' : 'word');
  }
  const weak = placed.flatMap(({ column, isWeak, role }) =>
    isWeak && RESULTS.has(role) && used.has(column) ? [column] : [],
  );
  return { apart, open, weak };
}

/** Every column that has a role. */
export function usedColumns(columns: Omit<ReportColumns, 'apart' | 'open' | 'weak'>): readonly number[] {
  const { titles, appraised, rivals, twins, foreign: _, mixed: __, ...single } = columns;
  const several = [...titles, ...appraised, ...rivals, ...twins.map(({ column }) => column)];
  return [...several, ...Object.values(single).filter((column) => column !== undefined)];
}

/** Of results under one word over several columns those with words of their own stand before those without. */
function stronger(placed: readonly ColumnTime[]): readonly ColumnTime[] {
  const own = new Set(placed.flatMap(({ role, isWeak }) => (isWeak ? [] : [role])));
  return placed.filter(({ role, isWeak }) => !isWeak || !(own.has(role) || (role === 'figure' && own.has('value'))));
}

function hasNoOwnWord(texts: readonly string[]): boolean {
  const levels = texts.filter((text) => !isTimeText(text));
  const lowest = levels.at(-1) ?? '';
  return levels.length > 1 && headerWord(lowest) === undefined && !isEstimate([lowest]);
}

/** "Kết quả đơn vị báo cáo | Kết quả thẩm định": what others found is as little points as what the unit reports. */
function withoutFound(all: readonly ColumnTime[]): readonly ColumnTime[] {
  const isResult = ({ texts }: ColumnTime): boolean => speaksOfResult(texts.at(-1) ?? '');
  const isTold = all.some(
    ({ role, texts }) =>
      (RESULTS.has(role) && /đơn vị/iu.test(texts.at(-1) ?? '')) ||
      /^đơn vị (?:báo cáo|thực hiện)/iu.test(texts.at(-1) ?? ''),
  );
  return isTold
    ? all.map((placed) => (placed.role === 'appraised' && isResult(placed) ? { ...placed, role: 'other' } : placed))
    : all;
}

/** "Thực hiện đến 30/11 | Ước cả năm": what is expected is no result where something of the period was reached. */
function withoutEstimates(all: readonly ColumnTime[]): readonly ColumnTime[] {
  const isResult = ({ role }: ColumnTime): boolean => RESULTS.has(role);
  const isReached = (placed: ColumnTime): boolean =>
    isResult(placed) && !isEstimate(placed.texts) && (placed.time === 'same' || placed.time === 'near');
  return all.some(isReached) ? all.filter((placed) => !(isResult(placed) && isEstimate(placed.texts))) : all;
}

/**
 * "Kết quả tự đánh giá" holds the unit's points, unless another column does or the table has neither a result nor a
 * maximum.
 */
function withOwnResult(all: readonly ColumnTime[]): readonly ColumnTime[] {
  const has = (roles: ReadonlySet<HeaderRole>): boolean => all.some(({ role }) => roles.has(role));
  const isSelf = !has(OWN_POINTS) && (has(RESULTS) || has(MAXIMUM));
  return all.map((placed) => (placed.role === 'own-result' ? { ...placed, role: isSelf ? 'self' : 'value' } : placed));
}

const OWN_POINTS: ReadonlySet<HeaderRole> = new Set(['self', 'points']);
const MAXIMUM: ReadonlySet<HeaderRole> = new Set(['max']);

type Of = (role: HeaderRole) => readonly ColumnTime[];

function titleColumns(of: Of): {
  readonly index: number | undefined;
  readonly titles: readonly number[];
  /** A column "Chỉ tiêu" that names no criteria, since another does. */
  readonly spare: number | undefined;
} {
  const contents = of('content').map((placed) => placed.column);
  const named = of('title').map((placed) => placed.column);
  const doubtful = of('target-or-title').map((placed) => placed.column);
  const all = [...contents, ...named];
  const titles = all.length > 0 ? all : doubtful.slice(0, 1);
  let index = of('index')[0]?.column;
  if (index === undefined && contents.length > 0) {
    // "Tiêu chí, chỉ tiêu" left of "Nội dung" holds the numbering (SC-05).
    index = named.find((column) => column < (contents[0] ?? 0));
  }
  return { index, titles, spare: doubtful.find((column) => !titles.includes(column)) };
}

/**
 * Of columns for several times those of the period. Another year never counts; another stretch of the year only when
 * nothing speaks of the period.
 */
function ofPeriod(all: readonly ColumnTime[]): readonly ColumnTime[] {
  const timely = all.filter(
    (placed) => placed.time !== 'other' || !(RESULTS.has(placed.role) || TIMED.has(placed.role)),
  );
  const results = timely.filter(({ role }) => RESULTS.has(role));
  const best = (['same', 'near'] as const).find((match) => results.some(({ time }) => time === match));
  const dropped = (placed: ColumnTime): boolean => {
    if (!RESULTS.has(placed.role) && !TIMED.has(placed.role)) return false;
    return placed.time === 'part' ? best !== undefined : placed.time === 'near' && isOutdone(placed, timely);
  };
  return timely.filter((placed) => !dropped(placed));
}

/** "Lũy kế" beside "Cả năm": a column of the same role, or of results, speaks of the period itself. */
function isOutdone(placed: ColumnTime, all: readonly ColumnTime[]): boolean {
  const isLike = ({ role }: ColumnTime): boolean =>
    role === placed.role || (placed.isSum && RESULTS.has(role) && RESULTS.has(placed.role));
  return all.some((other) => isLike(other) && other.time === 'same' && other.column !== placed.column);
}

/** Other columns that may stand once for each time. */
const TIMED: ReadonlySet<HeaderRole> = new Set(['self', 'points', 'evidence', 'explanation', 'completion']);

/** A word over several columns belongs to each of them, so it cannot tell them apart. */
function twinsOf(of: Of, results: Pick<ReportColumns, Results>): readonly Twin[] {
  const used = new Set(Object.values(results).flat());
  return TWIN_ROLES.flatMap((role) => {
    const [best, ...others] = of(role);
    const alike = others.filter(({ rank, column }) => rank === best?.rank && !used.has(column));
    return alike.map(({ column }) => ({ role, column }));
  });
}

type Results = 'value' | 'ratio' | 'mixed' | 'figure' | 'rivals' | 'numerator' | 'denominator' | 'yes' | 'no';

function resultColumns(of: Of, isPlanned: boolean): Pick<ReportColumns, Results> {
  const yes = of('yes')[0]?.column;
  const no = of('no')[0]?.column;
  const values = of('value').map((placed) => placed.column);
  // "Đạt" alone is a result like any other; beside a column of results it only takes ticks.
  const results = yes === undefined || values.length > 0 ? values : [yes];
  const numerators = of('numerator').map((placed) => placed.column);
  const denominator = of('denominator')[0]?.column;
  // "Số thực hiện" alone, without a total beside it, is the result.
  const pairOpen = denominator === undefined && numerators.length > 0 && results.length === 0;
  const counted = pairOpen ? [...results, ...numerators] : results;
  const ratio = of('ratio')[0]?.column ?? of('completion')[0]?.column;
  const numerator = numerators[0] ?? (denominator !== undefined && ratio !== undefined ? counted[0] : undefined);
  const plain = counted.filter((column) => pairOpen || column !== numerator);
  const isCounted = numerator !== undefined && !pairOpen;
  const figure = of('figure')[0]?.column ?? (ratio === undefined || isCounted ? undefined : plain[0]);
  const value = ratio ?? plain.find((column) => column !== figure);
  const chosen = value ?? figure;
  const rivals = plain.filter((column) => column !== chosen && column !== figure);
  return {
    numerator: pairOpen ? undefined : numerator,
    denominator,
    value: chosen,
    // Beside a plan the share may be done ÷ plan, unless the figures have a total of their own.
    ratio: isPlanned && denominator === undefined ? undefined : ratio,
    mixed: [...of('ratio'), ...of('completion')].some(({ column, texts }) => column === ratio && namesResult(texts)),
    figure: value === undefined ? undefined : figure,
    rivals: ratio === undefined && of('figure').length === 0 ? rivals : [],
    yes: no === undefined && results.includes(yes ?? -1) ? undefined : yes,
    no: yes === undefined ? undefined : no,
  };
}

/** "Điểm" left of "Điểm tự chấm" is the maximum. */
function bareMax(of: Of): number | undefined {
  const self = of('self')[0]?.column ?? Number.NEGATIVE_INFINITY;
  return of('points').find(({ column }) => column < self)?.column;
}

/** "Điểm" beside "Điểm tối đa" is the unit's own score. */
function bareSelf(of: Of): number | undefined {
  const max = of('max')[0]?.column;
  return max === undefined ? undefined : of('points').find(({ column }) => column > max)?.column;
}

/** A column under nothing but a time ("Năm 2025") holds the result. */
function timeOnly(texts: readonly string[]): HeaderWord | undefined {
  const hasWords = texts.some((text) => !isTimeText(text));
  return hasWords ? undefined : { role: 'value', rank: 1, exact: true };
}

/** The meaning of a column's lowest heading, modified by the headings above it. */
function columnWord(texts: readonly string[]): HeaderWord | undefined {
  const levels = texts.filter((text) => !isTimeText(text));
  const lowest = headerWord(levels.at(-1) ?? '');
  const above = levels.slice(0, -1).flatMap((text) => headerWord(text) ?? []);
  const upper = above.at(-1);
  if (lowest?.role === 'own-result' && upper?.role === 'value') return { ...lowest, role: 'value' };
  // "Đơn vị" under "Kết quả" is what the unit itself reached; what units are counted in is "Đơn vị tính".
  if (lowest?.role === 'unit' && lowest.rank === 1 && upper && RESULTS.has(upper.role))
    return { ...lowest, role: 'value', rank: 3 };
  if (lowest?.role === 'unit' && lowest.rank === 1 && upper?.role === 'own-result') return { ...upper, rank: 3 };
  if (lowest === undefined || lowest.role === 'group') {
    const joined =
      levels.length > 1 ? (headerWord(levels.slice(-2).join(' ')) ?? headerWord(levels.join(' '))) : undefined;
    if (joined && joined.role !== 'group') return joined;
    return lowest === undefined && upper && upper.role !== 'group' ? upper : lowest;
  }
  if (!upper || upper.role === lowest.role) return lowest;
  return bent(lowest, upper);
}

function bent(word: HeaderWord, upper: HeaderWord): HeaderWord {
  if (word.role === 'points')
    return POINTS_ABOVE.has(upper.role) ? { ...upper, role: upper.role === 'own-result' ? 'self' : upper.role } : word;
  if (RESULTS.has(word.role) && BENDING.has(upper.role)) return { ...upper, role: BENT[upper.role] ?? upper.role };
  if (upper.role !== 'appraised') return word;
  return word.role === 'self' ? upper : word.role === 'explanation' ? { ...word, rank: 0 } : word;
}

const POINTS_ABOVE: ReadonlySet<HeaderRole> = new Set(['self', 'appraised', 'max', 'own-result']);
const BENDING: ReadonlySet<HeaderRole> = new Set(['baseline', 'exempted', 'target', 'plan', 'appraised', 'other']);
/** What others found is no result of the unit's. */
const BENT: Readonly<Partial<Record<HeaderRole, HeaderRole>>> = { appraised: 'other' };

/** The columns by the roles a report's layout names. */
export function layoutColumns(columns: ReportColumns): ReadonlyMap<ColumnRole, number> {
  const entries: readonly (readonly [ColumnRole, number | undefined])[] = [
    ['index', columns.index],
    ['code', columns.code],
    ['title', columns.titles[0]],
    ['unit', columns.unit],
    ['target', columns.target],
    ['max', columns.max],
    ['method', columns.method],
    ['numerator', columns.numerator],
    ['denominator', columns.denominator],
    ['value', columns.value],
    ['self', columns.self],
    ['appraised', columns.appraised[0]],
    ['evidence', columns.evidence],
    ['explanation', columns.explanation],
    ['baseline', columns.baseline],
    ['exempted', columns.exempted],
  ];
  return new Map(entries.flatMap(([role, column]) => (column === undefined ? [] : [[role, column] as const])));
}
