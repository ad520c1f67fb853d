/** Which column of a table serves which role, from the header words of each column. No rows are looked at here. */
import type { ColumnRole } from '../report.ts';
import { type HeaderRole, type HeaderWord, headerWord } from './header-words.ts';

/** Header texts of one column, from the top row down; empty texts are left out. */
export interface HeaderColumn {
  readonly column: number;
  readonly texts: readonly string[];
}

export interface Columns {
  readonly index: number | undefined;
  /** Our own form's "Mã", or a column of codes. */
  readonly code: number | undefined;
  /** Columns that can hold the criterion's title, the finer one first. */
  readonly titles: readonly number[];
  readonly unit: number | undefined;
  readonly target: number | undefined;
  readonly max: number | undefined;
  readonly method: number | undefined;
  readonly numerator: number | undefined;
  readonly denominator: number | undefined;
  /** The result. Beside a `figure` column it holds the ratio only. */
  readonly value: number | undefined;
  /** "Số liệu thực hiện": `72/90`, or the value of a criterion that is no percentage. */
  readonly figure: number | undefined;
  readonly self: number | undefined;
  /** Best first: the final points before those of the first round. */
  readonly appraised: readonly number[];
  readonly evidence: number | undefined;
  readonly explanation: number | undefined;
  readonly baseline: number | undefined;
  readonly exempted: number | undefined;
  /** A header word that only lists of another kind have. */
  readonly foreign: boolean;
}

interface Placed extends HeaderWord {
  readonly column: number;
}

/** Decides the columns' roles. */
export function resolveColumns(header: readonly HeaderColumn[]): Columns {
  const placed = header.flatMap(({ column, texts }): Placed[] => {
    const word = columnWord(texts);
    return word ? [{ ...word, column }] : [];
  });
  const of = (role: HeaderRole): Placed[] =>
    placed.filter((one) => one.role === role).sort((a, b) => b.rank - a.rank || a.column - b.column);
  const first = (role: HeaderRole): number | undefined => of(role)[0]?.column;

  const contents = of('content').map((one) => one.column);
  const named = of('title').map((one) => one.column);
  const doubtful = of('target-or-title').map((one) => one.column);
  const titles = [...contents, ...named];
  const chosen = titles.length > 0 ? titles : doubtful.slice(0, 1);
  let index = first('index');
  if (index === undefined && contents.length > 0) {
    // "Tiêu chí, chỉ tiêu" left of "Nội dung" holds the numbering (SC-05).
    index = named.find((column) => column < (contents[0] ?? 0));
  }
  const target = first('target') ?? doubtful.find((column) => !chosen.includes(column));
  const results = of('value').map((one) => one.column);
  const ratio = first('ratio');
  const figure = first('figure') ?? (ratio === undefined ? undefined : results[0]);
  const value = ratio ?? results.find((column) => column !== figure);
  return {
    index,
    code: first('code'),
    titles: chosen,
    unit: first('unit'),
    target,
    max: first('max'),
    method: first('method'),
    numerator: first('numerator'),
    denominator: first('denominator'),
    value: value ?? figure,
    figure: value === undefined ? undefined : figure,
    self: first('self'),
    appraised: of('appraised').map((one) => one.column),
    evidence: first('evidence'),
    explanation: first('explanation'),
    baseline: first('baseline'),
    exempted: first('exempted'),
    foreign: of('foreign').length > 0,
  };
}

/** The word of a column: its lowest header, unless that says only "Điểm" or nothing known; then what stands above it tells. */
function columnWord(texts: readonly string[]): HeaderWord | undefined {
  const lowest = headerWord(texts.at(-1) ?? '');
  const above = texts
    .slice(0, -1)
    .map(headerWord)
    .filter((word) => word !== undefined);
  const joined = texts.length > 1 ? headerWord(texts.join(' ')) : undefined;
  if (lowest && lowest.role !== 'points' && lowest.role !== 'group') return lowest;
  if (joined && joined.role !== 'group') return joined;
  const upper = above.at(-1);
  if (lowest?.role === 'points') return upper && POINTS_ABOVE.has(upper.role) ? upper : lowest;
  if (lowest === undefined && texts.length > 1) return upper && upper.role !== 'group' ? upper : undefined;
  return lowest;
}

const POINTS_ABOVE: ReadonlySet<HeaderRole> = new Set(['self', 'appraised', 'max']);

/** The columns by the roles a report's layout names. */
export function layoutColumns(columns: Columns): ReadonlyMap<ColumnRole, number> {
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
