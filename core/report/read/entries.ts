/** Turns matched rows into entries: every value with the cell it came from. */

import { withoutMarks } from '../../base/text/seen-text.ts';
import { factsOf } from '../../movement/rule.ts';
import { readNumberText } from '../../sheet/grid/number-text.ts';
import { isCellError } from '../../sheet/grid/sheet.ts';
import type { Entry, PointsReading, Read } from '../report.ts';
import { citedIn, splitEvidence } from './evidence.ts';
import { measuredPart, readFigures } from './figures.ts';
import type { Match, RowMeaning } from './match-rows.ts';
import { maxInTitle } from './numbering.ts';
import { cellKey, type PageCell, refTo } from './page.ts';
import { type Measured, rawShown, readCell } from './read-cell.ts';
import { remarksBeside } from './remarks.ts';
import type { BodyRow } from './rows.ts';
import { readStatement } from './statement.ts';
import { readPoints } from './value.ts';

/** Entries in the order of the rows; parts under their criterion. */
export function readEntries(rows: readonly BodyRow[], meanings: readonly RowMeaning[]): readonly Entry[] {
  const entries: Entry[] = [];
  const parts = new Map<string, Entry[]>();
  const further = furtherRows(meanings);
  rows.forEach((row, at) => {
    const meaning = meanings[at];
    if (meaning?.kind !== 'criterion') return;
    const read = readEntry(row, rowsBelow(rows, meanings, at), meaning);
    const more = rows[further.get(at) ?? -1];
    const entry = more ? completed(read, readEntry(more, [], meaning)) : read;
    if (meaning.part) parts.set(meaning.criterion.code, [...(parts.get(meaning.criterion.code) ?? []), entry]);
    else entries.push(entry);
  });
  return withParts(entries, parts, rows, meanings);
}

/** Index of a row that counts → index of the row that completes it. */
function furtherRows(meanings: readonly RowMeaning[]): ReadonlyMap<number, number> {
  return new Map(
    meanings.flatMap((meaning, at) =>
      meaning.kind === 'duplicate' && meaning.completes ? [[meaning.first, at] as const] : [],
    ),
  );
}

/** The entry completed by the cells that only the other row has. */
function completed(entry: Entry, more: Entry): Entry {
  const isCited = entry.evidence.length > 0 || more.evidence.length === 0;
  return {
    ...entry,
    numerator: entry.numerator ?? more.numerator,
    denominator: entry.denominator ?? more.denominator,
    value: entry.value ?? more.value,
    self: entry.self ?? more.self,
    appraised: entry.appraised ?? more.appraised,
    max: entry.max ?? more.max,
    target: entry.target ?? more.target,
    explanation: entry.explanation ?? more.explanation,
    evidence: isCited ? entry.evidence : more.evidence,
    evidenceCell: isCited ? (entry.evidenceCell ?? more.evidenceCell) : more.evidenceCell,
  };
}

/** Puts parts without a row for their criterion under an entry made from the first part's row. */
function withParts(
  entries: readonly Entry[],
  parts: ReadonlyMap<string, readonly Entry[]>,
  rows: readonly BodyRow[],
  meanings: readonly RowMeaning[],
): readonly Entry[] {
  const own = new Set(entries.map((entry) => entry.criterion));
  const orphans = [...parts.keys()].filter((code) => !own.has(code));
  const made = orphans.flatMap((code): Entry[] => {
    const at = meanings.findIndex((meaning) => meaning.kind === 'criterion' && meaning.criterion.code === code);
    const [row, meaning] = [rows[at], meanings[at]];
    if (!row || meaning?.kind !== 'criterion') return [];
    // Its own title stands nowhere: the row is a part's.
    const title = { ...titleOf(row), text: meaning.criterion.title };
    return [{ criterion: code, title, matched: { by: 'code', similarity: 0 }, evidence: [] }];
  });
  return [...entries, ...made].map((entry) => {
    const found = parts.get(entry.criterion);
    return found ? { ...entry, parts: found } : entry;
  });
}

function rowsBelow(rows: readonly BodyRow[], meanings: readonly RowMeaning[], at: number): readonly BodyRow[] {
  let end = at + 1;
  while (meanings[end]?.kind === 'below') end += 1;
  return rows.slice(at + 1, end);
}

function titleOf(row: BodyRow): Entry['title'] {
  const column = row.titleCell?.column ?? row.header.columns.titles[0] ?? row.header.left;
  return { text: row.titleCell?.text ?? '', cell: refTo(row.page, row.titleCell?.row ?? row.row, column) };
}

function readEntry(row: BodyRow, below: readonly BodyRow[], match: Match): Entry {
  const { criterion, part } = match;
  const { columns } = row.header;
  const measured: Measured = part ? measuredPart(part, criterion) : criterion;
  const maxima = [(part ?? criterion).maxPoints / 100];
  const self = pointsAt(row, columns.self, maxima);
  const appraised = firstFilled(columns.appraised.map((column) => pointsAt(row, column, maxima)));
  const printedMax = pointsAt(row, columns.max);
  const max = printedMax && printedMax.reading.kind !== 'missing' ? printedMax : (maxFromTitle(row) ?? printedMax);
  const baseline = factsOf(measured.rule).needsBaseline ? readBaseline(row, columns.baseline, measured) : undefined;
  const exempted = readCell(row, columns.exempted, 'count', measured);
  const target = textAt(row, columns.target);
  const explanation = textAt(row, columns.explanation);
  const { numerator, denominator, value } = readFigures(row, below, measured);
  const { evidence, evidenceCell } = evidenceOf(row, below);
  return {
    criterion: part ? part.code : criterion.code,
    title: titleOf(row),
    matched: match.matched,
    numerator,
    denominator,
    value,
    self,
    appraised,
    max,
    target,
    evidence,
    evidenceCell,
    explanation,
    remarks: remarksBeside(row, below, measured.unit),
    exempted,
    baseline,
    parts: undefined,
  };
}

/** The baseline; written in words it has a and b like any other figure. */
function readBaseline(row: BodyRow, column: number | undefined, measured: Measured): Read | undefined {
  const read = readCell(row, column, measured.measure, measured);
  const stated = read?.reading.kind === 'text' ? readStatement(read.reading.text, measured.unit) : null;
  if (!read || stated?.a === undefined || stated.b === undefined) return read;
  return { ...read, reading: { kind: 'fraction', a: stated.a, b: stated.b } };
}

function firstFilled(reads: readonly (Read<PointsReading> | undefined)[]): Read<PointsReading> | undefined {
  return reads.find((read) => read && read.reading.kind !== 'missing') ?? reads[0];
}

/**
 * Points in a column of the row; undefined when the table has no such column. `8/10` is 8 when 10 is one of the maxima.
 */
export function pointsAt(
  row: BodyRow,
  column: number | undefined,
  maxima: readonly number[] = [],
): Read<PointsReading> | undefined {
  if (column === undefined) return undefined;
  const cell = row.at.get(column);
  const raw = cell?.cell.value ?? null;
  const text = cell?.isText ? ofMaximum(cell.text, maxima) : raw;
  const { reading, percent } = readPoints(text, cell?.look ?? { font: '', numberFormat: 'General' });
  return {
    reading,
    cell: refTo(row.page, row.row, column),
    raw: cell ? rawShown(cell, row.page.date1904) : null,
    ...(percent ? { percent: true } : {}),
  };
}

/** Without the maximum behind the points. */
export function ofMaximum(text: string, maxima: readonly number[]): string {
  const [, points, of] = /^\s*([\d.,]{1,9})\s*\/\s*(\d[\d.,]{0,8})\s*(?:đ|điểm)?\s*$/iu.exec(withoutMarks(text)) ?? [];
  const max = of === undefined ? undefined : readNumberText(of, 'decimal');
  return points !== undefined && max?.kind === 'number' && maxima.includes(max.value) ? points : text;
}

function maxFromTitle(row: BodyRow): Read<PointsReading> | undefined {
  const cell = row.titleCell;
  const text = cell && maxInTitle(cell.text);
  if (!cell || !text) return undefined;
  return { reading: readPoints(text, cell.look).reading, cell: refTo(row.page, cell.row, cell.column), raw: cell.text };
}

function textAt(row: BodyRow, column: number | undefined): Entry['explanation'] {
  const cell = column === undefined ? undefined : row.at.get(column);
  return cell && /[\p{L}\d]/u.test(cell.text)
    ? { text: cell.text, cell: refTo(row.page, row.row, cell.column) }
    : undefined;
}

/** Documents of the row and of its rows below; without an evidence column those cited in the explanation. */
function evidenceOf(row: BodyRow, below: readonly BodyRow[]): Pick<Entry, 'evidence' | 'evidenceCell'> {
  const { evidence, explanation } = row.header.columns;
  const column = evidence ?? explanation;
  if (column === undefined) return { evidence: [] };
  const split = evidence === undefined ? citedIn : splitEvidence;
  const own = row.at.get(column) ?? mergedOver(row, column);
  const cells = [own, ...below.map((bodyRow) => bodyRow.at.get(column))];
  return {
    evidence: cells.flatMap((cell) => (cell && (cell.isText || !isCellError(cell.cell.value)) ? split(cell.text) : [])),
    evidenceCell: refTo(row.page, own?.row ?? row.row, column),
  };
}

/** Rows that one cell is merged down over: far more than the criteria that share a document. */
const MOST_MERGED = 60;

/** The cell above that is merged down over this row. */
function mergedOver({ page, row, header }: BodyRow, column: number): PageCell | undefined {
  for (let above = row - 1; above >= Math.max(header.bodyTop, row - MOST_MERGED); above -= 1) {
    const span = page.spans.get(cellKey(above, column));
    if (span)
      return span.bottom >= row ? page.byRow.get(above)?.cells.find((cell) => cell.column === column) : undefined;
  }
  return undefined;
}
