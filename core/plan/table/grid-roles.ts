/**
 * The roles of the columns in a grid of targets, from the content of their cells over the whole grid. The words of its
 * heading only break ties: which text column holds the subjects, which figures are results and which are targets.
 */

import type { GridHead, HeadedGrid } from '../document/grid-head.ts';
import type { Cell, Grid } from '../document/grids.ts';
import { isFigure } from '../figure/cell-figure.ts';
import { tokensOf } from '../words/token.ts';
import { unitAt } from '../words/unit-words.ts';
import { isTime } from './period-rows.ts';
import { type Column, isTold, isUnitOfCommune, NAME, timeNamed, UNIT, VALUE, WORK } from './table-columns.ts';

/** Shares of a column's filled cells. */
interface Content {
  readonly filled: number;
  readonly index: number;
  readonly figure: number;
  readonly unit: number;
  readonly time: number;
  readonly words: number;
  /** Letters of a filled cell, on average. */
  readonly length: number;
}

const INDEX = /^(?:\d{1,3}(?:\.\d{1,2}){0,4}|[IVX]{1,5}|[A-Ha-hđ]|[-–+*•])[.)]?$/u;
const MOST = 0.6;
/** Letters of a unit nobody knows, on average. */
const SHORT_UNIT = 10;
/** Names are words: as a rule longer than a unit or an office. */
const LEAST_NAME = 4;

/** Roles of the columns; null = the cells do not show which names and which says how much. */
export function rolesOf(
  { width }: Grid,
  head: GridHead,
  rows: readonly (readonly Cell[])[],
  since: number | null,
): readonly Column[] | null {
  const contents = Array.from({ length: width }, (_, column) => contentOf(rows, column));
  const first = contents.findIndex(({ filled }) => filled > 0);
  const index = (contents[first]?.index ?? 0) >= MOST ? first : -1;
  const figures = contents.flatMap((own, at) => (at !== index && own.filled > 0 && own.figure >= MOST ? [at] : []));
  const name = nameOf(contents, head, index, figures);
  if (name === null) return null;
  const levels = levelsOf(
    figures.filter((at) => at > name),
    head,
    since,
  );
  const places = levels.filter((at) => isUnitOfCommune(head.names[at] ?? ''));
  const isSaid = (at: number): boolean => timeNamed(head.names[at] ?? '') !== null || places.includes(at);
  // Several columns of figures that no year and no place tells apart could be anything.
  if (levels.length === 0 || (levels.length > 1 && !levels.every(isSaid))) return null;
  const isText = (own: Content, at: number): boolean =>
    at !== name && at !== index && !figures.includes(at) && own.filled > 0;
  const known = contents.findIndex((own, at) => isText(own, at) && own.unit >= MOST);
  // Abbreviated, or without diacritics: `HS`, `xom`.
  const units =
    known >= 0
      ? known
      : contents.findIndex((own, at) => isText(own, at) && own.length <= SHORT_UNIT && UNIT.test(head.names[at] ?? ''));
  const times = contents.findIndex(
    (own, at) => at > name && !figures.includes(at) && own.filled > 0 && own.time >= MOST,
  );
  return contents.map((_, at): Column => {
    const heading = head.names[at] ?? '';
    if (at === index) return { role: 'index', time: null };
    if (at === name) return { role: 'name', time: null };
    if (at === units) return { role: 'unit', time: null };
    if (at === times) return { role: 'time', time: null };
    if (!levels.includes(at)) return { role: 'other', time: null };
    return { role: 'value', time: timeNamed(heading), ...(places.includes(at) && { whom: heading }) };
  });
}

/** What the columns of a grid nobody can tell may be: a guess an officer looks over. */
export interface GridGuess {
  /** Column of the subjects; null = none looks like it. */
  readonly name: number | null;
  readonly unit: number | null;
  /** Columns that say how much. */
  readonly levels: readonly number[];
}

export function guessOf({ width, rows: all, head }: HeadedGrid): GridGuess {
  const rows = all.slice(head.rows);
  const contents = Array.from({ length: width }, (_, column) => contentOf(rows, column));
  const first = contents.findIndex(({ filled }) => filled > 0);
  const index = (contents[first]?.index ?? 0) >= MOST ? first : -1;
  const figures = contents.flatMap((own, at) => (at !== index && own.filled > 0 && own.figure >= MOST / 2 ? [at] : []));
  const unit = contents.findIndex((own, at) => at !== index && !figures.includes(at) && own.unit >= MOST);
  return { name: nameOf(contents, head, index, figures), unit: unit < 0 ? null : unit, levels: figures };
}

/** Columns of a grid whose rows are works in words: which says what, and by when; null = its texts are but names. */
export function worksOf({ width }: Grid, head: GridHead, rows: readonly (readonly Cell[])[]): readonly Column[] | null {
  const contents = Array.from({ length: width }, (_, column) => contentOf(rows, column));
  const texts = contents.flatMap(({ filled, words, length }, at) =>
    filled > 0 && words >= MOST && length >= LEAST_WORK ? [{ at, length }] : [],
  );
  const named = texts.find(({ at }) => WORK.test(head.names[at] ?? '') || NAME.test(head.names[at] ?? ''));
  const name = named ?? texts.toSorted((a, b) => b.length - a.length)[0];
  if (!name) return null;
  const time = contents.findIndex(({ filled, time }, at) => at !== name.at && filled > 0 && time >= MOST);
  const first = contents.findIndex(({ filled }) => filled > 0);
  const isIndex = (contents[first]?.index ?? 0) >= MOST;
  return contents.map((_, at): Column => {
    const role = at === name.at ? 'name' : at === time ? 'time' : at === first && isIndex ? 'index' : 'other';
    return { role, time: null };
  });
}
/** Letters: the description of a task is at least a clause. */
const LEAST_WORK = 24;

function contentOf(rows: readonly (readonly Cell[])[], column: number): Content {
  const cells = rows.flatMap((row, at) => {
    const cell = row[column];
    return cell && cell.text !== '' && cell.column === column && cell.row === (rows[at]?.[column]?.row ?? -1)
      ? [cell.text]
      : [];
  });
  const share = (has: (text: string) => boolean): number => cells.filter(has).length / Math.max(1, cells.length);
  return {
    filled: cells.length,
    index: share((text) => INDEX.test(text)),
    figure: share(isFigure),
    unit: share(isUnit),
    time: share(isDay),
    words: share((text) => /\p{L}{2,} \p{L}/u.test(text)),
    length: cells.reduce((sum, text) => sum + text.length, 0) / Math.max(1, cells.length),
  };
}

/** The texts that say what is wanted: those the heading names so, else the longest, left of the figures. */
function nameOf(
  contents: readonly Content[],
  head: GridHead,
  index: number,
  figures: readonly number[],
): number | null {
  const last = Math.max(-1, ...figures);
  const texts = contents.flatMap(({ filled, words, unit, time, length }, at) =>
    at !== index &&
    !figures.includes(at) &&
    at < last &&
    filled > 0 &&
    words >= MOST / 2 &&
    unit < MOST &&
    time < MOST &&
    length >= LEAST_NAME
      ? [{ at, length, isNamed: NAME.test(head.names[at] ?? '') }]
      : [],
  );
  const named = texts.filter(({ isNamed }) => isNamed);
  const pool = named.length > 0 ? named : texts;
  // "Lĩnh vực | Nội dung | Mức": of two names the longer texts say what.
  return pool.toSorted((a, b) => b.length - a.length || a.at - b.at)[0]?.at ?? null;
}

/** The columns of figures that are targets: where headings leave more than one, the one they call a target. */
function levelsOf(figures: readonly number[], { names }: GridHead, since: number | null): readonly number[] {
  const heading = (at: number): string => names[at] ?? '';
  const open = figures.filter((at) => !isOfBaseline(heading(at), since));
  // A year to come marks a target, whatever the heading.
  const isAhead = (at: number): boolean => timeNamed(heading(at)) !== null;
  const levels = open.filter((at) => isAhead(at) || !isTold(heading(at)));
  // "Kết quả cần đạt": the only figures there are.
  if (levels.length === 0) return open.length === 1 ? open : [];
  const called = levels.filter((at) => VALUE.test(heading(at)));
  return levels.length > 1 && called.length === 1 ? called : levels;
}
/** `Hiện trạng`, `Năm 2025 (thực hiện)`: what was, beside what is wanted. */
export function isOfBaseline(heading: string, since: number | null): boolean {
  const year = Number(/(?<!\d)(20\d\d)(?!\d)/.exec(heading)?.[1] ?? Number.NaN);
  return (since !== null && year < since) || HOW_IT_IS.test(heading);
}
const HOW_IT_IS = /hiện trạng|hiện có|hiện nay|đã đạt|(?<!\p{L})ước(?!\p{L})|kinh phí|ghi chú/iu;

function isUnit(text: string): boolean {
  if (text === '%' || /^%\s?\/|^(?:tỷ|triệu|nghìn) đồng/iu.test(text)) return true;
  if (text.length > 24 || !/^\p{L}/u.test(text)) return false;
  const tokens = tokensOf(text, 0, text.length);
  const unit = unitAt(tokens, 0);
  return unit !== null && unit.kind !== 'unknown' && unit.length === tokens.length;
}

function isDay(text: string): boolean {
  return (
    isTime(text) || /^(?:trước |hết |đến |xong trước )?(?:ngày )?\d{1,2}[/.-]\d{1,2}(?:[/.-]20\d\d)?$/iu.test(text)
  );
}
