/**
 * The roles of the columns in a grid of targets, from the content of their cells over the whole grid. The words of its
 * heading only break ties: which figures are results, which of several levels is the commune's own.
 */

import type { GridHead, HeadedGrid } from '../document/grid-head.ts';
import type { Grid, PlacedCell } from '../document/grids.ts';
import { plainNumber } from '../figure/figure-value.ts';
import { tokensOf } from '../words/token.ts';
import { unitAt } from '../words/unit-words.ts';
import { awardNamed } from './award-rows.ts';
import { areUnits, type Content, contentOf, isMostly, textsOf } from './column-content.ts';
import { changeColumns, sumColumns } from './derived-cells.ts';
import {
  boundNamed,
  type Column,
  isBound,
  isUnitOfCommune,
  NAME,
  NAMES_NO_THING,
  namesResults,
  SIZES,
  TIMES,
  timeNamed,
  UNIT,
  UNITS,
  VALUE,
  WORK,
} from './table-columns.ts';

/** Letters of a unit nobody knows, on average. */
const SHORT_UNIT = 10;
/** Names are words: as a rule longer than a unit or an office. */
const LEAST_NAME = 4;

export interface Setting {
  /** The first year figures are wanted from; null = not known. */
  readonly since: number | null;
  /** Words above the grid give its figures out. */
  readonly isGiven: boolean;
  /** Words above it say that it lists units, or how they stand. */
  readonly isListed: boolean;
  /** The plan amends another: of two levels the last is its own. */
  readonly isAmending: boolean;
}

/** Roles of the columns; null = the cells do not show which names and which says how much. */
export function rolesOf(
  grid: Pick<Grid, 'width'>,
  head: GridHead,
  rows: readonly (readonly PlacedCell[])[],
  { since, isGiven, isListed, isAmending }: Setting,
): readonly Column[] | null {
  const { contents, index, figures, name } = shapeOf(grid, head, rows);
  if (name === null) return null;
  const heading = (at: number): string => head.names[at] ?? '';
  const isOfUnits = UNITS.test(heading(name)) || areUnits(textsOf(rows, name));
  // A list of persons has no targets, unless the table assigns them.
  if (isMostly(contents[name]?.person ?? 0) && !isOfUnits && !isGiven) return null;
  const awards = figures.filter((at) => at > name && awardNamed(heading(at)) !== null);
  const levels = levelsOf(
    figures.filter((at) => at > name && !awards.includes(at)),
    {
      head,
      since,
      isOfUnits,
      isAmending,
      derived: new Set([...sumColumns(rows, head.names), ...changeColumns(rows)]),
      valueAt: (at) => textsOf(rows, at),
    },
  );
  if (levels.length + awards.length === 0) return null;
  const amended = isAmending ? figures.filter((at) => at > name && isAmended(at, levels, head.names)) : [];
  const isText = (own: Content, at: number): boolean =>
    at !== name && at !== index && !figures.includes(at) && own.filled > 0;
  const known = contents.findIndex((own, at) => isText(own, at) && isMostly(own.unit));
  // Abbreviated, or without diacritics: `HS`, `xom`.
  const units =
    known >= 0
      ? known
      : contents.findIndex((own, at) => isText(own, at) && own.length <= SHORT_UNIT && UNIT.test(heading(at)));
  const times = contents.findIndex(
    (own, at) => at > name && !figures.includes(at) && own.filled > 0 && isMostly(own.time),
  );
  const bounds = contents.findIndex(
    (own, at) => at !== name && at !== index && own.filled > 0 && textsOf(rows, at).every(isBound),
  );
  const unsaid = levels.filter((at) => timeNamed(heading(at)) === null && !isUnitOfCommune(heading(at)));
  const areThings = isOfUnits || unsaid.some((at) => countedIn(heading(at)));
  // Several columns of figures that no year, place or thing tells apart could be anything.
  if (isOfUnits ? isListed : unsaid.length > 1 && !areThings && !isGiven) return null;
  // A single level beside those of parts of the year is that of the whole.
  const isApart = isOfUnits || unsaid.length > 1;
  return contents.map((_, at): Column => {
    const words = heading(at);
    if (at === index) return { role: 'index', time: null };
    if (at === name) return { role: 'name', time: null };
    if (at === units) return { role: 'unit', time: null };
    if (at === times) return { role: 'time', time: null };
    if (at === bounds) return { role: 'bound', time: null };
    if (awards.includes(at)) return { role: 'award', time: null, heading: words };
    if (!levels.includes(at)) return { role: amended.includes(at) ? 'amended' : 'other', time: null };
    const bound = boundNamed(words);
    const value: Column = { role: 'value', time: timeNamed(words), ...(bound !== null && { bound }) };
    if (isApart && (isOfUnits || unsaid.includes(at)))
      return {
        ...value,
        ...(areThings ? { heading: words } : { whom: words }),
        ...(!isGiven && !GIVES.test(words) && { isOpen: true }),
      };
    return isUnitOfCommune(words) ? { ...value, whom: words } : value;
  });
}

/** The heading itself assigns. */
const GIVES = /(?<!\p{L})(?:chỉ tiêu|kế hoạch|mục tiêu|giao|phấn đấu|đăng ký|cam kết)(?!\p{L})/iu;

/** What the columns of a grid nobody can tell may be: a guess an officer looks over. */
export interface GridGuess {
  /** Column of the subjects; null = none looks like it. */
  readonly name: number | null;
  readonly unit: number | null;
  /** Columns that say how much. */
  readonly levels: readonly number[];
}

export function guessOf(grid: HeadedGrid): GridGuess {
  const { contents, index, figures, name } = shapeOf(grid, grid.head, grid.rows.slice(grid.head.rows), 0.5);
  const unit = contents.findIndex((own, at) => at !== index && !figures.includes(at) && isMostly(own.unit));
  return { name, unit: unit < 0 ? null : unit, levels: figures };
}

interface Shape {
  readonly contents: readonly Content[];
  /** Column of the rows' numbers; −1 = none. */
  readonly index: number;
  readonly figures: readonly number[];
  readonly name: number | null;
}

/** What each column holds. `least` = of the usual share of figures in a column of figures. */
function shapeOf(
  { width }: Pick<Grid, 'width'>,
  head: GridHead,
  rows: readonly (readonly PlacedCell[])[],
  least = 1,
): Shape {
  const contents = Array.from({ length: width }, (_, column) => contentOf(textsOf(rows, column)));
  const first = contents.findIndex(({ filled }) => filled > 0);
  const index = isMostly(contents[first]?.index ?? 0) ? first : -1;
  const figures = contents.flatMap((own, at) =>
    // `15/6` below `Hạn xong` is a day, below anything else fifteen of six.
    at !== index &&
    own.filled > 0 &&
    isMostly(own.figure / least) &&
    !(isMostly(own.time) && TIMES.test(head.names[at] ?? ''))
      ? [at]
      : [],
  );
  return { contents, index, figures, name: nameOf(contents, head, index, figures) };
}

/**
 * Columns of a grid whose rows are works in words: which says what, what comes of it, and by when; null = its texts are
 * but names.
 */
export function worksOf(
  grid: Grid,
  head: GridHead,
  rows: readonly (readonly PlacedCell[])[],
  { since, isAmending }: Setting,
): readonly Column[] | null {
  const contents = Array.from({ length: grid.width }, (_, column) => contentOf(textsOf(rows, column)));
  const heading = (at: number): string => head.names[at] ?? '';
  const isTimed = (own: Content, at: number): boolean =>
    own.filled > 0 && (isMostly(own.time) || TIMES.test(heading(at)));
  // "Thời gian cũ | Thời gian mới"
  const time = isAmending ? contents.findLastIndex(isTimed) : contents.findIndex(isTimed);
  const amended = isAmending ? contents.findIndex(isTimed) : time;
  const texts = contents.flatMap(({ filled, words, length }, at) =>
    at !== time &&
    at !== amended &&
    filled > 0 &&
    isMostly(words) &&
    (length >= LEAST_WORK || WORK.test(heading(at)) || time >= 0)
      ? [{ at, length }]
      : [],
  );
  const named = texts.find(({ at }) => WORK.test(heading(at)) || NAME.test(heading(at)));
  const long = texts.filter(({ length }) => length >= LEAST_WORK).toSorted((a, b) => b.length - a.length)[0];
  // "Mốc | Phải xong": beside days even short words say what; a list of persons says nothing.
  const short = isMostly(contents[time]?.time ?? 0)
    ? texts.find(({ at }) => !isMostly(contents[at]?.person ?? 0))
    : undefined;
  const name = named ?? long ?? short;
  if (!name) return null;
  const first = contents.findIndex(({ filled }) => filled > 0);
  // Beside the time by which a task is done, its result is still to come.
  const isTold = (at: number): boolean =>
    namesResults(time >= 0 ? heading(at).replace(/kết quả/iu, '') : heading(at)) || isOfBaseline(heading(at), since);
  return contents.map(({ index, counted }, at): Column => {
    if (at === name.at) return { role: 'name', time: null };
    if (at === time) return { role: 'time', time: null };
    if (at === amended) return { role: 'amended', time: null };
    if (at === first && isMostly(index)) return { role: 'index', time: null };
    return { role: at > name.at && counted > 0 && !isTold(at) ? 'work' : 'other', time: null };
  });
}
/** Letters: the description of a task is at least a clause. */
const LEAST_WORK = 24;

/** The texts that say what is wanted: those the heading names so, else the longest, left of the figures. */
function nameOf(
  contents: readonly Content[],
  head: GridHead,
  index: number,
  figures: readonly number[],
): number | null {
  const last = Math.max(-1, ...figures);
  const texts = contents.flatMap((own, at) =>
    at !== index &&
    !figures.includes(at) &&
    at < last &&
    own.filled > 0 &&
    (UNITS.test(head.names[at] ?? '') ||
      ((isMostly(own.words * 2) || isMostly(own.place)) && !isMostly(own.unit) && own.length >= LEAST_NAME)) &&
    !isMostly(own.time)
      ? [{ at, length: own.length, isNamed: NAME.test(head.names[at] ?? '') }]
      : [],
  );
  const named = texts.filter(({ isNamed }) => isNamed);
  const pool = named.length > 0 ? named : texts;
  // "Lĩnh vực | Nội dung | Mức": of two names the longer texts say what.
  return pool.toSorted((a, b) => b.length - a.length || a.at - b.at)[0]?.at ?? null;
}

interface Levels {
  readonly head: GridHead;
  readonly since: number | null;
  readonly isOfUnits: boolean;
  readonly isAmending: boolean;
  /** Columns whose figures come from those of others. */
  readonly derived: ReadonlySet<number>;
  readonly valueAt: (column: number) => readonly string[];
}

/** The columns of figures that are targets: where headings leave more than one, the one they call a target. */
function levelsOf(
  figures: readonly number[],
  { head, since, isOfUnits, isAmending, derived, valueAt }: Levels,
): readonly number[] {
  const heading = (at: number): string => head.names[at] ?? '';
  const levelled = figures.filter((at) => !isOfBaseline(heading(at), since));
  const unsized = levelled.filter((at) => !SIZES.test(heading(at)));
  const open = isOfUnits || unsized.length > 0 ? unsized : levelled;
  // A year to come marks a target, whatever the heading.
  const isAhead = (at: number): boolean => timeNamed(heading(at)) !== null;
  const levels = open.filter((at) => isAhead(at) || !namesResults(heading(at)));
  // "Kết quả cần đạt": the only figures there are.
  if (levels.length === 0) return open.length === 1 ? open : [];
  if (isOfUnits && isAmending && levels.every((at) => NAMES_NO_THING.test(heading(at)))) return levels.slice(-1);
  if (isOfUnits) return isAmending ? levels.filter((at) => !isAmended(at, levels, head.names)) : levels;
  const own = levels.filter((at) => !OF_OTHERS.test(heading(at)));
  const parts = (own.length > 0 ? own : levels).filter((at) => !derived.has(at));
  const times = new Set(parts.map((at) => timeNamed(heading(at))));
  if (isAmending && times.size === 1) return parts.slice(-1);
  const called = parts.filter((at) => WANTED.test(heading(at)) || VALUE.test(heading(at)));
  const [only] = called;
  if (called.length !== 1 || only === undefined) return parts;
  // "Cả giai đoạn | Trong đó năm 2026": beside a part of the time stands the whole, which is no less.
  const wholes = parts.filter((at) => at !== only && isAhead(only) && isWholeOf(valueAt(at), valueAt(only)));
  return parts.filter((at) => at === only || wholes.includes(at));
}

/** A column before the levels, or about the same thing as a later column of levels: `Mức cũ: Hộ có VNeID | Mức mới: Hộ có VNeID`. */
function isAmended(column: number, levels: readonly number[], names: readonly string[]): boolean {
  const thing = (at: number): string => (names[at] ?? '').split(':').slice(1).join(':').trim();
  const isSame = (at: number): boolean => at > column && thing(column) !== '' && thing(at) === thing(column);
  return column < (levels[0] ?? 0) || levels.some(isSame);
}

/** In each row the figure of the whole is at least that of its part. */
function isWholeOf(whole: readonly string[], part: readonly string[]): boolean {
  return whole.length === part.length && whole.every((text, at) => plainNumber(text) >= plainNumber(part[at] ?? ''));
}

/** The level that the province demands, beside the level that the commune sets itself. */
const OF_OTHERS = /(?:tỉnh|thành phố|cấp trên|trung ương|tw|sở) giao/iu;
const WANTED = /cần đạt|phải đạt|yêu cầu|cam kết|đăng ký|ngưỡng/iu;
/** `Số hộ hướng dẫn`, `Tỷ lệ hồ sơ trực tuyến`, `Sản phẩm lên sàn`: it says what its figures count. */
function countedIn(heading: string): boolean {
  const words = heading.replace(/^(?:số(?: lượng)?|tổng số) /iu, '');
  const unit = unitAt(tokensOf(words, 0, words.length), 0);
  return (
    /^(?:t[ỷỉ] lệ|số|mức độ|xếp hạng|thứ hạng)(?!\p{L})|\((?:%|\p{L}+)\)/iu.test(heading) || unit?.kind === 'count'
  );
}

/** `Hiện trạng`, `Năm 2025 (thực hiện)`: what was, beside what is wanted. */
export function isOfBaseline(heading: string, since: number | null): boolean {
  const year = Number(/(?<!\d)(20\d\d)(?!\d)/.exec(heading)?.[1] ?? Number.NaN);
  return (since !== null && year < since) || HOW_IT_IS.test(heading);
}
const HOW_IT_IS =
  /hiện trạng|thực trạng|hiện có|hiện nay|đã (?:đạt|có)|đầu kỳ|xuất phát|năm trước|cùng kỳ|(?<!\p{L})ước(?!\p{L})|kinh phí|đơn giá|thành tiền|ghi chú/iu;
