/**
 * The fate of every number of a plan, and of every demand without a number: used, set aside with a reason, or left
 * over. Each has exactly one fate, so nothing in the plan is lost silently.
 */

import { isCounting } from '../document/grid-head.ts';
import type { PlanDeadline } from '../due/deadlines.ts';
import { plainNumber, slashParts } from '../figure/figure-value.ts';
import type { PlanPlace, PlanQuota, PlanTarget } from '../finding.ts';
import type { LaidOut } from '../laid-out.ts';
import { outlineLabels } from '../layout/outline-labels.ts';
import type { PlanBar } from '../quota/bars.ts';
import type { ClassLadder } from '../scoring/class-ladders.ts';
import { isScale, numbersIn, type PlanMark, type PlanScoring } from '../scoring/plan-marks.ts';
import type { StatedScoring } from '../scoring/stated-scoring.ts';
import { changeColumns, sumColumns, sumRows } from '../table/derived-cells.ts';
import { standingsIn } from '../table/table-targets.ts';
import { type Table, type TextRange, tableAt } from '../table/tables.ts';
import { firstFrom } from '../words/first-from.ts';
import { type Context, type Reason, reasonSetApart } from './set-apart.ts';
import { type WrittenFigure, writtenFigures } from './written-figures.ts';

type Use = 'target' | 'quota' | 'date' | 'mark' | 'class' | 'identity';

type Fate =
  | { readonly kind: 'used'; readonly as: Use }
  | { readonly kind: 'told'; readonly why: Reason }
  | { readonly kind: 'left' };

export interface FigureFate {
  readonly written: WrittenFigure;
  /** As offsets of findings. */
  readonly offset: number;
  readonly fate: Fate;
}

interface PlanFindings extends Pick<StatedScoring, 'scorings' | 'classLadders'> {
  readonly targets: readonly PlanTarget[];
  readonly quotas: readonly PlanQuota[];
  readonly deadlines: readonly PlanDeadline[];
  /** The share of votes a candidate needs. */
  readonly vote?: Pick<PlanPlace, 'text' | 'offset'> | null;
  /** What excludes from commending. */
  readonly bars?: readonly Pick<PlanBar, 'text' | 'offset' | 'days' | 'last'>[];
}

/** In the order of the text. */
export function fatesOf(laid: LaidOut, found: PlanFindings): readonly FigureFate[] {
  const written = writtenFigures(laid);
  const offsets = written.map(({ token }) => laid.text.offsetOf(token.start));
  const context = contextOf(laid);
  const uses = usesOf(written, offsets, found, laid, context.numbering);
  return written.map((figure, at): FigureFate => {
    const isOfWhole =
      figure.room === 'head' || figure.room === 'signature' || isDay(figure, laid.identity.period.from ?? '');
    const as = uses.get(at) ?? (isOfWhole ? 'identity' : isTimeOfPart(figure) ? 'date' : undefined);
    const why = as === undefined ? reasonSetApart(figure, context) : null;
    const fate: Fate =
      as !== undefined ? { kind: 'used', as } : why !== null ? { kind: 'told', why } : { kind: 'left' };
    return { written: figure, offset: offsets[at] ?? 0, fate };
  });
}

/** "1. Giai đoạn 1: từ 01/4/2026 đến 31/12/2026": the day by which a part wants what stands in it. */
function isTimeOfPart({ token, section }: WrittenFigure): boolean {
  const isDated = token.kind === 'date' || token.kind === 'slash';
  return isDated && section !== null && section.horizon !== null && token.start < section.body;
}

/** What the rules that tell figures apart know of the plan. */
export function contextOf(laid: LaidOut): Context {
  const { period, identity } = laid;
  const since = period.from === null ? null : Number(period.from.slice(0, 4));
  return {
    since,
    issued: identity.plan.date,
    numbering: numberingOf(laid),
    derived: derivedOf(laid),
    amended: amendedIn(laid),
    sizes: sizesIn(laid),
  };
}

const isRead = (table: LaidOut['tables'][number]): table is Table => 'rows' in table;

/** Where cells stand that say how large the groups are of which other rows want a part. */
function sizesIn({ tables }: LaidOut): ReadonlySet<number> {
  return new Set(
    tables.filter(isRead).flatMap((table) => {
      const standings = standingsIn(table);
      return table.rows.flatMap((row, at) => (standings.get(at) === 'base' ? row.map(({ start }) => start) : []));
    }),
  );
}

/** Where cells stand that say what was set before the plan amended it. */
function amendedIn({ tables }: LaidOut): ReadonlySet<number> {
  return new Set(
    tables
      .filter(isRead)
      .flatMap(({ columns, rows }) =>
        rows.flatMap((row) => row.flatMap(({ start }, at) => (columns[at]?.role === 'amended' ? [start] : []))),
      ),
  );
}

/** Where cells stand whose figures only come from other cells. */
function derivedOf({ grids }: LaidOut): ReadonlySet<number> {
  return new Set(
    grids.flatMap(({ rows, head }) => {
      const body = rows.slice(head.rows);
      const sums = sumRows(body);
      const columns = new Set([...changeColumns(body), ...sumColumns(body, head.names)]);
      return body.flatMap((row, at) =>
        row.flatMap((cell, column) => (sums.has(at) || columns.has(column) ? [cell.start] : [])),
      );
    }),
  );
}

/** Which figures the findings took, by their index. */
function usesOf(
  written: readonly WrittenFigure[],
  offsets: readonly number[],
  found: PlanFindings,
  { markTables }: LaidOut,
  numbering: ReadonlySet<number>,
): ReadonlyMap<number, Use> {
  const uses = new Map<number, Use>();
  // The lines of a drawn row are joined cell by cell: their figures then stand in another order than in the text.
  const order = offsets.map((_, at) => at).sort((number, other) => (offsets[number] ?? 0) - (offsets[other] ?? 0));
  const ascending = order.map((at) => offsets[at] ?? 0);
  const within = (from: number, to: number): readonly number[] => {
    const first = firstFrom(ascending, from);
    return order.slice(first, Math.max(first, firstFrom(ascending, to)));
  };
  const take = (at: number, use: Use): void => {
    if (!uses.has(at)) uses.set(at, use);
  };
  const isLabel = (at: number): boolean => numbering.has(written[at]?.token.start ?? -1);
  for (const { figureOffset, value, valueMax, deadline } of found.targets) {
    const near = within(figureOffset, figureOffset + FARTHEST);
    const own = near.find((at) => offsets[at] === figureOffset || (!isLabel(at) && says(written[at], value)));
    if (own !== undefined) take(own, 'target');
    // "4 trong 5 hộ", "15/19 thôn": the whole of the same figure.
    const { tokens, figure } = written[own ?? -1] ?? {};
    for (const at of near)
      if (written[at]?.tokens === tokens && (written[at]?.at ?? 0) < (figure?.to ?? 0)) take(at, 'target');
    const last = valueMax === null ? undefined : near.find((at) => at !== own && says(written[at], valueMax));
    if (last !== undefined) take(last, 'target');
    // The day in its own sentence by which it is wanted.
    if (own !== undefined && deadline !== null)
      for (const at of besides(written, own)) if (isDay(written[at], deadline)) take(at, 'date');
  }
  for (const { offset, text, max } of found.quotas)
    for (const at of within(offset, offset + text.length))
      if (max !== null && says(written[at], max)) take(at, 'quota');
  for (const { offset, text, when, opens } of found.deadlines) {
    for (const part of [...Object.values(when), ...(opens ? [opens] : [])]) {
      const whole = [...Object.values(when), part].map((words) => `-${String(words).replace(/(?<!\d)0/g, '')}-`);
      for (const at of within(offset, offset + text.length)) {
        const own = `-${numbersOf(written[at]).reverse().join('-')}-`;
        if (own !== '--' && isTime(written[at]) && whole.some((words) => words.includes(own))) take(at, 'date');
      }
    }
  }
  const bounds: readonly Pick<ClassLadder, 'offset' | 'text' | 'cells'>[] = found.vote
    ? [...found.classLadders, found.vote]
    : found.classLadders;
  for (const { offset, text, cells } of bounds)
    for (const at of within(offset, offset + text.length))
      if (!cells || cells.includes(written[at]?.tokens[0]?.start ?? -1)) take(at, 'class');
  for (const { offset, text, days, last } of found.bars ?? [])
    for (const at of within(offset, offset + text.length))
      if (last !== undefined && isTime(written[at])) take(at, 'date');
      else if (days !== null && says(written[at], days)) take(at, 'class');
  // A cell may give both the name and the points of its row.
  const read = markTables.flatMap((table) => table.read ?? [table]).sort((x, y) => x.from - y.from);
  for (const scoring of found.scorings.filter((scoring) => isScale(scoring) || scoring.isAmending)) {
    const held = scoring.isTable ? null : numbersHeld(scoring);
    for (const at of within(scoring.offset, scoring.end))
      if (held ? held.has(plainNumber(written[at]?.token.text ?? '')) : isMarked(read, written[at])) take(at, 'mark');
  }
  return uses;
}
/** Most characters between the recorded place of a target's number and its digits: `tối thiểu`, `từ`. */
const FARTHEST = 40;

/** The numbers of a scale in words. The part of the plan that it stands in may have other numbers. */
function numbersHeld({ total, marks }: PlanScoring): ReadonlySet<number> {
  const within = ({ text, rule, points, parts }: PlanMark): number[] => [
    (points ?? 0) / 100,
    ...numbersIn(`${text} ${rule}`),
    ...parts.flatMap(within),
  ];
  return new Set([(total ?? 0) / 100, ...marks.flatMap(within)]);
}

/** Whether the figure lies in a cell that gave a mark. `read` = those cells in document order. */
function isMarked(read: readonly TextRange[], written: WrittenFigure | undefined): boolean {
  const place = written?.token.start ?? -1;
  return place < (tableAt(read, place)?.to ?? 0);
}

/** `80`, `1,2` triệu, `15/19`. */
function says(written: WrittenFigure | undefined, value: number): boolean {
  const text = written?.token.text ?? '';
  const spelled = /\d/.test(text) ? null : (written?.figure?.value ?? null);
  const number = spelled ?? plainNumber(text);
  if (Number.isNaN(number))
    return written?.token.kind === 'slash' && (written.figure?.value === value || slashParts(text).includes(value));
  return number === value || SCALES.some((scale) => Math.abs(number * scale - value) < 1e-6 * scale);
}
const SCALES = [100, 1000, 10_000, 1e6, 1e9];

/** The other figures of a figure's sentence, or of the cells about it. */
function besides(written: readonly WrittenFigure[], own: number): readonly number[] {
  const { tokens } = written[own] ?? {};
  let from = own;
  if (written[own]?.room === 'cell') return Array.from({ length: 2 * MOST_IN_ROW }, (_, at) => own - MOST_IN_ROW + at);
  while (written[from - 1]?.tokens === tokens) from--;
  const all: number[] = [];
  for (let at = from; written[at]?.tokens === tokens && at < from + MOST_IN_SENTENCE; at++)
    if (at !== own) all.push(at);
  return all;
}
const MOST_IN_SENTENCE = 60;
/** Figures a row has beside its own. */
const MOST_IN_ROW = 8;

/** `15/11`, `ngày 15`, `quý 3`, not `15 lớp` beside such a day. */
function isTime(written: WrittenFigure | undefined): boolean {
  if (!written) return false;
  const { token, tokens, at, figure } = written;
  if (token.kind !== 'number') return true;
  const before = tokens.slice(Math.max(0, at - FARTHEST_NAME), at).some(({ key }) => TIMES.has(key));
  return before || figure === null || figure.kind === 'time';
}
/** Words between the name of a time and its number: `ngày 10, 20`, `từ ngày 05 đến`. */
const FARTHEST_NAME = 3;
const TIMES: ReadonlySet<string> = new Set(['ngày', 'tháng', 'quý', 'năm', 'tuần', 'mùng', 'mồng']);

function isDay(written: WrittenFigure | undefined, day: string): boolean {
  if (written?.token.kind !== 'date' && written?.token.kind !== 'slash') return false;
  const [year, month, date] = day.split('-').map(Number);
  const [first, second, last = year] = numbersOf(written);
  return first === date && second === month && last === year;
}

/** The numbers a date is written with. */
function numbersOf(written: WrittenFigure | undefined): number[] {
  return (written?.token.text.match(/\d+/g) ?? []).map(Number);
}

/** Where numbers stand that only number: labels of parts, rows and columns of grids. */
function numberingOf(laid: LaidOut): ReadonlySet<number> {
  const { text, bodies, grids } = laid;
  const places = new Set<number>();
  for (const { start, end } of outlineLabels(bodies))
    for (const digits of text.flat.slice(start, end).matchAll(/\d+(?:\.\d+)*/g)) places.add(start + digits.index);
  for (const { index, 0: words } of text.flat.matchAll(NEW_LABEL)) places.add(index + words.search(/\d/));
  for (const { rows, head } of grids)
    for (const [at, row] of rows.entries()) {
      const first = row.find(({ text: words }) => words !== '');
      const isOfColumns = at <= head.rows && isCounting(row);
      for (const cell of isOfColumns ? row : first && first.column <= 1 && INDEX.test(first.text) ? [first] : [])
        for (const digits of cell.text.matchAll(/\d+(?:\.\d+)*/g)) places.add(cell.start + digits.index);
    }
  return places;
}
/** `Khoản 2 sửa lại như sau: 2. Các thôn …` */
const NEW_LABEL = /(?<=(?:như sau|bằng|thành|là) ?:) ?\d{1,2}(?:\.\d{1,2}){0,3}\. (?=\p{Lu})/gu;
const INDEX = /^\(?(?:[\p{L}]\.?)?\d{1,3}(?:\.\d{1,2}){0,4}[.)]?$|^(?:[IVX]+|[A-Ha-hđ])[.)]?\d{0,2}$/u;
