/**
 * Matches rows to criteria: by the column "Mã", by title (equal key), by a numbering that proved right, by a reworded
 * title that is far more alike than any other. Nothing looser is matched: an unmatched row is reported, never guessed.
 */

import type { Criterion } from '../../movement/criteria-set.ts';
import type { RulePart } from '../../movement/rule.ts';
import { partsOf } from '../../movement/rule.ts';
import type { Entry } from '../report.ts';
import { codeOf } from './code-of.ts';
import { complete } from './complete.ts';
import { pointsAt } from './entries.ts';
import { bareTitle } from './numbering.ts';
import { learnNumbering } from './row-codes.ts';
import { isLabelled } from './row-labels.ts';
import { type BodyRow, holdsPointsOnly, isClassRow, totalKind } from './rows.ts';
import { withPartRows } from './rows-of-parts.ts';
import { codeKey, type SetIndex } from './set-index.ts';

export interface Match {
  readonly criterion: Criterion;
  readonly part?: RulePart;
  readonly matched: Entry['matched'];
}

export type RowMeaning =
  | ({ readonly kind: 'criterion' } & Match)
  /**
   * A second row of a criterion or part already met; `first` is the index of the row that counts. `completes` = it
   * stands in a table that gives what the first row's table has no columns for.
   */
  | ({ readonly kind: 'duplicate'; readonly first: number; readonly completes: boolean } & Match)
  /** Belongs to the criterion above: a =, b =, "- Nam", rule text. */
  | { readonly kind: 'below'; readonly criterion: Criterion; readonly part?: undefined }
  | { readonly kind: 'group' | 'total' | 'nothing' | 'unknown' };

/** A reworded title must be at least this alike … */
const ALIKE = 0.68;
/** … and lead the next criterion by this much. Different criteria of the bundled sets are at most 0.61 alike. */
const LEAD = 0.1;
/** With a number that agrees less is enough. */
const ALIKE_WITH_NUMBER = 0.5;
/** Under a proved numbering a title only must not speak of something else. */
export const NOT_ALIEN = 0.35;
/** A title so alike to another criterion that the typed code must be wrong. */
const NEAR_EXACT = 0.9;

/** The meaning of each row, in the order of the rows. */
export function matchRows(rows: readonly BodyRow[], index: SetIndex): readonly RowMeaning[] {
  const equals = rows.map((row) => equalCriteria(row, index));
  const groups = rows.map((row) => isGroup(row, index));
  const sure = equals.map((found, at) => (found.length === 1 && !groups[at] ? found[0] : undefined));
  const codes = learnNumbering(rows, sure, index);
  const taken = new Set<string>();
  const firstPass = rows.map((row, at): Match | null => {
    const coded = byCodeColumn(row, index);
    return coded ?? (groups[at] ? null : byTitle(equals[at] ?? [], codes.named[at], taken));
  });
  const meanings: RowMeaning[] = [];
  let current: Criterion | null = null;
  let currentRow: BodyRow | undefined;
  let lastRow: BodyRow | undefined;
  const claimed = claims(firstPass);
  rows.forEach((row, at) => {
    const isFurther = current !== null && lastRow !== undefined && isLabelled(row, lastRow);
    const isFigure = isFurther || (current !== null && isFigureRow(row, current));
    const match: Match | null = isFigure
      ? null
      : (firstPass[at] ??
        (groups[at] ? null : (partBelow(row, current, index) ?? bySimilarity(row, index, codes, at, claimed))));
    const meaning = match
      ? claim(match, at, claimed, rows)
      : isFurther && current
        ? ({ kind: 'below', criterion: current } as const)
        : totalKind(row) !== null || sumsUp(row, rows, meanings)
          ? ({ kind: 'total' } as const)
          : meaningOfUnmatched(row, rows[at + 1], groups[at] ?? false, current, currentRow);
    if (meaning.kind === 'criterion' || meaning.kind === 'duplicate') {
      lastRow = row;
      if (meaning.part === undefined) currentRow = row;
      current = meaning.criterion;
    }
    if (!['criterion', 'duplicate', 'below', 'nothing'].includes(meaning.kind)) current = null;
    meanings.push(meaning);
  });
  return withPartRows(rows, meanings);
}

/**
 * A row with only points that are the sum of the points above, whatever its title: a row carried forward. The maxima are
 * the form's, so where they add up the unit may have added wrongly.
 */
function sumsUp(row: BodyRow, rows: readonly BodyRow[], meanings: readonly RowMeaning[]): boolean {
  if (row.titles.length === 0 || !holdsPointsOnly(row)) return false;
  const { max, self } = row.header.columns;
  const [summed] = [max, self].filter((column) => column !== undefined && numberAt(row, column) !== null);
  return summed !== undefined && (isSumAt(summed, row, rows, meanings) || repeatsSum(summed, row, rows, meanings));
}

/** The sum at the foot of the page before, written again at the head of the next. */
function repeatsSum(column: number, row: BodyRow, rows: readonly BodyRow[], meanings: readonly RowMeaning[]): boolean {
  const above = rows[meanings.length - 1];
  return above !== undefined && meanings.at(-1)?.kind === 'total' && numberAt(above, column) === numberAt(row, column);
}

function isSumAt(column: number, row: BodyRow, rows: readonly BodyRow[], meanings: readonly RowMeaning[]): boolean {
  const wanted = numberAt(row, column);
  if (wanted === null) return false;
  const points = meanings.flatMap((meaning, at) => {
    const above = rows[at];
    const own = above && meaning.kind === 'criterion' && meaning.part === undefined ? numberAt(above, column) : null;
    return own === null || meaning.kind !== 'criterion' ? [] : [{ own, bonus: meaning.criterion.bonus }];
  });
  const isSum = (all: readonly { readonly own: number }[]): boolean =>
    all.length > 1 && Math.abs(all.reduce((sum, { own }) => sum + own, 0) - wanted) < 0.011;
  // The maximum of a bonus is none of the whole.
  return isSum(points) || isSum(points.filter(({ bonus }) => !bonus));
}

function numberAt(row: BodyRow, column: number): number | null {
  const most = /\/ ?(\d{1,3})(?:[.,]\d+)?\D*$/.exec(row.at.get(column)?.text ?? '')?.[1];
  const reading = pointsAt(row, column, most === undefined ? [] : [Number(most)])?.reading;
  return reading?.kind === 'number' ? reading.value : null;
}

/** Code → first row that has it beyond doubt, so that a reworded row never takes its place. */
function claims(matches: readonly (Match | null)[]): Map<string, number> {
  const first = new Map<string, number>();
  matches.forEach((match, at) => {
    const code = match && codeOf(match);
    if (code && !first.has(code)) first.set(code, at);
  });
  return first;
}

function claim(match: Match, at: number, claimed: Map<string, number>, rows: readonly BodyRow[]): RowMeaning {
  const code = codeOf(match);
  const first = claimed.get(code);
  if (first !== undefined && first !== at) {
    const [own, counted] = [rows[at]?.header, rows[first]?.header];
    const isOther = own !== undefined && counted !== undefined && own !== counted;
    return { kind: 'duplicate', first, completes: isOther && complete(own.columns, counted.columns), ...match };
  }
  claimed.set(code, at);
  return { kind: 'criterion', ...match };
}

function equalCriteria(row: BodyRow, index: SetIndex): readonly Criterion[] {
  for (const title of row.titles) {
    const found = index.titles.equal(title);
    if (found.length > 0) return found;
  }
  return [];
}

/** A group row of the set by its title, when its number or its emptiness does not say otherwise. */
function isGroup(row: BodyRow, index: SetIndex): boolean {
  const { numbering } = row;
  // A group's name may also stand beside each of its criteria, in its own column (SC-04): only the finer title counts.
  const titled = index.groups.equal((row.titles[0] ?? '').replace(GROUP_LABEL, '')).length > 0;
  const isCriterion = equalCriteria(row, index).length > 0;
  if (row.code !== '' && !isCriterion && index.set.groups.some((group) => codeKey(group.code) === codeKey(row.code))) {
    return !index.byCode.has(codeKey(row.code));
  }
  if (titled) return !isCriterion || numbering?.kind === 'group' || !row.filled;
  return numbering?.kind === 'group' && !isCriterion;
}

/** `Phần II: Chính quyền số` */
const GROUP_LABEL = /^\s*(?:nhóm|phần|mục|lĩnh vực|chương)\s*(?:[IVX]{1,5}|\d{1,2}|[A-H])\s*[:.)-]\s*/iu;

function byCodeColumn(row: BodyRow, index: SetIndex): Match | null {
  if (row.code === '') return null;
  const key = codeKey(row.code);
  const part = index.partByCode.get(key);
  if (part) return { ...part, matched: { by: 'code', similarity: 1 } };
  const criterion = index.byCode.get(key);
  if (!criterion) return null;
  const equal = equalCriteria(row, index);
  const [other] = equal;
  if (other && equal.length === 1 && other !== criterion) {
    return { criterion: other, matched: { by: 'title', similarity: 1 } };
  }
  if (equal.includes(criterion)) return { criterion, matched: { by: 'code', similarity: 1 } };
  const { likeness, rival } = compareTitles(row, criterion, index);
  return rival ?? { criterion, matched: { by: 'code', similarity: likeness } };
}

/** The likeness of the row to a criterion, and the other criterion whose title it nearly equals, if any. */
function compareTitles(row: BodyRow, criterion: Criterion, index: SetIndex) {
  const likeness = Math.max(0, ...row.titles.map((title) => index.titles.likeness(title, criterion)));
  const nearest = nearestOf(row, index);
  const isRival = nearest && nearest.item !== criterion && nearest.similarity >= NEAR_EXACT && likeness < ALIKE;
  const rival: Match | null = isRival
    ? { criterion: nearest.item, matched: { by: 'title', similarity: nearest.similarity } }
    : null;
  return { likeness, rival };
}

function nearestOf(row: BodyRow, index: SetIndex) {
  const found = row.titles.flatMap((title) => index.titles.nearest(title) ?? []);
  return found.sort((a, b) => b.similarity - a.similarity)[0] ?? null;
}

/** Equal title; when several criteria share it, the criterion with the row's number, else the first not yet taken. */
function byTitle(equal: readonly Criterion[], named: Criterion | undefined, taken: Set<string>): Match | null {
  const criterion =
    (named && equal.includes(named) ? named : undefined) ??
    equal.find((criterion) => !taken.has(criterion.code)) ??
    equal[0];
  if (!criterion) return null;
  taken.add(criterion.code);
  return { criterion, matched: { by: 'title', similarity: 1 } };
}

function bySimilarity(
  row: BodyRow,
  index: SetIndex,
  codes: ReturnType<typeof learnNumbering>,
  at: number,
  claimed: ReadonlyMap<string, number>,
): Match | null {
  if (totalKind(row)) return null;
  const named = codes.named[at];
  if (named && codes.trusted && !claimed.has(named.code)) {
    const { likeness, rival } = compareTitles(row, named, index);
    if (rival) return rival;
    if (likeness >= NOT_ALIEN || (row.titles.length === 0 && row.filled)) {
      return { criterion: named, matched: { by: 'code', similarity: likeness } };
    }
  }
  const nearest = nearestOf(row, index);
  if (!nearest) return null;
  const { item, similarity, next } = nearest;
  if (claimed.has(item.code) && (similarity < NEAR_EXACT || isCountOf(row, item))) return null;
  // The whole title and more behind it: an altered criterion, not another criterion.
  if (!claimed.has(item.code) && row.titles.some((title) => opensWith(title, item)))
    return { criterion: item, matched: { by: 'similar', similarity } };
  const needed = named === item ? ALIKE_WITH_NUMBER : ALIKE;
  if (similarity < needed || similarity - next < LEAD) return null;
  return { criterion: item, matched: { by: 'similar', similarity } };
}

/** Shorter titles open many others. */
const LEAST_OPENING = 20;

function opensWith(title: string, criterion: Criterion): boolean {
  const own = codeKey(criterion.title);
  return own.length >= LEAST_OPENING && codeKey(bareTitle(title)).startsWith(`${own} `);
}

/** A part of the composed criterion above, by its letter or its title. */
function partBelow(row: BodyRow, current: Criterion | null, index: SetIndex): Match | null {
  const titles = current && index.partTitles.get(current.code);
  if (!current || !titles) return null;
  const found = row.titles
    .flatMap((title) => titles.nearest(title) ?? [])
    .sort((a, b) => b.similarity - a.similarity)[0];
  const { numbering } = row;
  const lettered = partsOf(current.rule).find((part) => numbering?.kind === 'letter' && part.code === numbering.letter);
  if (!found) return null;
  const alike = found.item === lettered ? found.similarity >= NOT_ALIEN : found.similarity >= ALIKE;
  if (!alike) return null;
  const by = found.similarity === 1 ? 'title' : found.item === lettered ? 'code' : 'similar';
  return { criterion: current, part: found.item, matched: { by, similarity: found.similarity } };
}

function meaningOfUnmatched(
  row: BodyRow,
  next: BodyRow | undefined,
  group: boolean,
  current: Criterion | null,
  currentRow: BodyRow | undefined,
): RowMeaning {
  if (totalKind(row)) return { kind: 'total' };
  if (isClassRow(row)) return { kind: 'nothing' };
  if (group || opensGroup(row, next)) return { kind: 'group' };
  const isOwnItem = isItem(row);
  const title = row.titles[0] ?? '';
  if (title === '' && !isOwnItem) return current ? { kind: 'below', criterion: current } : { kind: 'nothing' };
  if (title === '') return row.filled ? { kind: 'unknown' } : { kind: 'nothing' };
  if (isOwnItem) return { kind: 'unknown' };
  // Where the criteria themselves have letters, a letter opens the next criterion, not a line of this criterion.
  const lettered = row.numbering?.kind === 'letter' && currentRow?.numbering?.kind !== 'letter';
  const bulleted = /^(?:[-+*•–—]|trong đó)/iu.test(title) || lettered || FIGURE.test(title);
  if (!row.filled || bulleted) return current ? { kind: 'below', criterion: current } : { kind: 'nothing' };
  return current && isFigureText(title, current) ? { kind: 'below', criterion: current } : { kind: 'unknown' };
}

const FIGURE = /^\s*(?:[ab]\s*[=:)]|tử số|mẫu số|tỷ lệ\s*[=:]|điểm\s*=)/i;

/** Numbered or coded as criteria are. */
function isItem({ numbering, code }: BodyRow): boolean {
  return numbering?.kind === 'decimal' || numbering?.kind === 'code' || code !== '';
}

/** `Tổng số hộ có …` beside "Tỷ lệ hộ có …": a figure the criterion is made of, not the criterion once more. */
function isCountOf(row: BodyRow, { title: own, aliases }: Criterion): boolean {
  const openings = new Set([own, ...aliases].map(countWord));
  return !isItem(row) && row.titles.every((title) => countWord(title) !== '' && !openings.has(countWord(title)));
}

/** How a figure's name opens, `số lượng` as `số`; '' = as none does. */
function countWord(title: string): string {
  return COUNT_WORD.exec(codeKey(bareTitle(title)))?.[0].replace(' lượng', '') ?? '';
}

/** Spelt as codeKey spells. */
const COUNT_WORD = /^(?:trong đó|tổng số lượng|tổng số|tổng|số lượng|số|tỉ lệ)(?![\p{L}])/u;

/** A row of a or b under its criterion, however much its words resemble a title. */
function isFigureRow(row: BodyRow, criterion: Criterion): boolean {
  return (
    !isItem(row) &&
    row.titles.some((title) => isFigureText(bareTitle(title), criterion) && !isOwnTitle(title, criterion))
  );
}

function isOwnTitle(title: string, { title: own, aliases }: Criterion): boolean {
  return [own, ...aliases].some((text) => codeKey(text) === codeKey(title));
}

function isFigureText(title: string, criterion: Criterion): boolean {
  const key = codeKey(title);
  return [criterion.numerator, criterion.denominator].some((text) => text !== undefined && codeKey(text) === key);
}

/** `1` above `1.1` is a group, whatever its title. */
function opensGroup(row: BodyRow, next: BodyRow | undefined): boolean {
  if (row.numbering?.kind !== 'decimal' || next?.numbering?.kind !== 'decimal') return false;
  return next.numbering.depth > row.numbering.depth && next.numbering.path.startsWith(`${row.numbering.path}.`);
}
