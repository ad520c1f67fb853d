/**
 * Applies a taught reader to a page: finds its tables by their headings and headers, and returns the figures of every
 * unit in them. Anything that differs from the page the officer pointed at is reported as not found or left out, with a
 * sentence; nothing is mistaken for something else.
 */

import { type Period, periodKey } from '../../../base/period/period.ts';
import { missingRows } from '../completeness.ts';
import { unknownSections } from '../known-words.ts';
import type { PageElement } from '../page.ts';
import { pagePercent } from '../page-number.ts';
import { unsurePeriod } from '../page-period.ts';
import { controlText, partQuestions, picked } from '../pickers.ts';
import { type Captured, type CaptureReading, notBegun, notFound, type Question, type ReadOutcome } from '../reader.ts';
import { isDimension } from '../side-by-side.ts';
import type { TableCell, TableRow } from '../table.ts';
import { unitKey } from '../unit-match.ts';
import type { TaughtReader, TaughtTable } from './definition.ts';
import { columnOf, headingKey, isWide, outlinesOf, type TableOutline, WHOLE_PAGE } from './outline.ts';
import { cellPeriod, type PageTimes, pageTimes, placePeriod } from './place-period.ts';
import { type RowCell, rowFigures } from './row-figures.ts';
import { cleanText } from './text.ts';
import { unitName } from './unit-name.ts';

/** Reads the page by the definition. `page` = the body of `captured` as a tree. */
export function readTaught({ tables, picks }: TaughtReader, page: PageElement, captured: Captured): ReadOutcome {
  const unknown = picked(page).parts.filter(
    (control) => !picks?.includes(pickText(controlText(control))) && !picks?.includes(pickText(control.text)),
  );
  const outlines = outlinesOf(page);
  const times = pageTimes(page);
  const readings: CaptureReading[] = [];
  const candidates = new Map<string, Period>();
  const pager = missingRows(page, Math.max(0, ...outlines.map(shownIn)));
  const more = pager === undefined ? [] : [`Bảng còn trang khác (“${pager}”): danh sách đơn vị chưa đủ.`];
  const warnings: string[] = [...more];
  const missing: string[] = [];
  const sections: string[] = [];
  const twins: Question[] = [];
  for (const table of tables) {
    const found = alike(outlines, table);
    if (typeof found === 'string') missing.push(found);
    else {
      readings.push(...readTables(found, table, times, captured, { warnings, candidates }));
      sections.push(...found.flatMap(sectionsOf));
      twins.push(...twinQuestions(outlines, found, table));
    }
  }
  const [reason] = [...missing, ...warnings];
  if (readings.every(({ value, numerator }) => value === null && numerator == null)) {
    return notFound(reason ?? 'Bảng đã chỉ không có dòng số liệu nào.');
  }
  if (readings.some(({ period }) => period === null)) {
    warnings.push(unsurePeriod([...candidates.values()]));
  }
  return {
    kind: 'found',
    readings,
    warnings: [...missing, ...warnings],
    questions: [
      ...partQuestions(unknown),
      ...twins,
      ...unknownSections(sections.filter((text) => !picks?.includes(pickText(text)))),
    ],
    claimed: tables.map(({ heading }) => heading ?? ''),
    candidates: [...candidates.values()],
  };
}

/** Asks about tables of the same columns and units under other headings: of another period, or of a part. */
function twinQuestions(
  outlines: readonly TableOutline[],
  own: readonly TableOutline[],
  table: TaughtTable,
): readonly Question[] {
  const namesIn = (outline: TableOutline): readonly string[] => {
    const column = columnOf(outline, table.unit.header);
    return outline.rows.flatMap((row) => unitName(row, column, table.unit.header) ?? []);
  };
  const names = new Set(own.flatMap(namesIn));
  const others = outlines.filter(
    (outline) =>
      !own.includes(outline) &&
      lackingIn(outline, table).length === 0 &&
      namesIn(outline).some((name) => names.has(name)),
  );
  return others.slice(0, 1).map(({ heading }) => ({
    key: `bang-khac:${headingKey(heading).slice(0, 100)}`,
    about: `Trang có bảng khác cùng các cột, dưới tiêu đề “${heading}”. Vẫn lấy số của bảng đã chỉ?`,
    ...{ shown: heading, isKept: true },
  }));
}

/** Columns of the taught table that are not among the outline's. */
function lackingIn(outline: TableOutline, { unit, figures, period }: TaughtTable): readonly string[] {
  const headers = [unit.header, ...figures.map((figure) => figure.header)];
  if (period.from === 'column') headers.push(period.header);
  return headers.filter((header) => columnOf(outline, header) === undefined);
}

/** Rows of a list; where figures stand beside their names each is a row of its own. */
function shownIn({ headers, rows }: TableOutline): number {
  return headers[0] === WHOLE_PAGE ? headers.length - 1 : rows.length;
}

/** Lines over the whole width of a table, above or between its rows. */
export function sectionsOf({ rows }: TableOutline): readonly string[] {
  return rows.filter(isWide).map(({ cells: [cell] }) => cell?.text ?? '');
}

/** A choice as it is stored. */
export function pickText(text: string): string {
  return cleanText(text).slice(0, 60);
}

/** The tables that carry the heading and all the headers; a sentence when there is none. */
function alike(outlines: readonly TableOutline[], table: TaughtTable): readonly TableOutline[] | string {
  const { heading } = table;
  const lacking = outlines.map((outline) => lackingIn(outline, table));
  const fitting = outlines.filter((_, index) => lacking[index]?.length === 0);
  if (fitting.length === 0) {
    const [least] = lacking.toSorted((a, b) => a.length - b.length);
    const names = (least ?? []).slice(0, 3).map((header) => `“${header}”`);
    return `Không thấy bảng đã chỉ: thiếu cột ${names.join(', ')}, hoặc có hai cột cùng tên.`;
  }
  const same = fitting.filter((outline) => headingKey(outline.heading) === headingKey(heading ?? ''));
  if (same.length > 0) return same;
  const now = fitting[0]?.heading;
  return `Bảng đã chỉ có tiêu đề “${heading ?? ''}”, trang này là “${now ?? ''}”: không đọc để khỏi lẫn bảng khác.`;
}

interface UnitRow {
  readonly readings: readonly CaptureReading[];
  /** The same unit and period stands in the tables with other figures: which are right is not to be known. */
  doubled: boolean;
}

/** What the reading of a table adds to beside its figures. */
interface Remarks {
  readonly warnings: string[];
  readonly candidates: Map<string, Period>;
}

/**
 * Rows of tables that look the same are one list; a unit that stands there twice with different figures is left out.
 */
function readTables(
  outlines: readonly TableOutline[],
  table: TaughtTable,
  times: PageTimes,
  captured: Captured,
  { warnings, candidates }: Remarks,
): CaptureReading[] {
  const rows = new Map<string, UnitRow>();
  const unclear = new Map<string, { count: number; example: string }>();
  const short: string[] = [];
  let future = false;
  for (const outline of outlines) {
    const { period: whole, candidates: meant } = placePeriod(table.period, outline.heading, times, captured.url);
    for (const period of meant) candidates.set(periodKey(period), period);
    const column = columnOf(outline, table.unit.header);
    const dated = table.period.from === 'column' ? columnOf(outline, table.period.header) : undefined;
    const changed = noLongerFractions(table, outline);
    for (const [index, row] of outline.rows.entries()) {
      const name = unitName(row, column, table.unit.header);
      if (name === undefined) continue;
      if (row.cells.length !== outline.headers.length) {
        short.push(name);
        continue;
      }
      const period = dated === undefined ? undated(row, outline, whole) : cellPeriod(row.cells[dated]?.text ?? '');
      if (period && notBegun(captured, period)) {
        future = true;
        continue;
      }
      const cellOf = (header: string) => {
        const cell = ownCell(outline, index, columnOf(outline, header), column);
        return changed.has(header) ? { ...cell, own: false } : cell;
      };
      const figures = rowFigures(table.figures, cellOf, (header, text) => {
        const held = unclear.get(header);
        if (held) held.count++;
        else unclear.set(header, { count: 1, example: `“${text.slice(0, 40)}” của ${name}` });
      });
      add(rows, name, period, figures);
    }
  }
  if (future) warnings.push('Kỳ này chưa bắt đầu: số trên trang không phải là kết quả.');
  for (const [header, { count, example }] of unclear) {
    warnings.push(`Cột “${header}” có ${count} ô không đọc được chắc chắn (${example}), nên không lấy.`);
  }
  if (short.length > 0) {
    warnings.push(`Có ${short.length} dòng thừa hoặc thiếu ô so với tiêu đề (${short[0]}), nên không lấy.`);
  }
  const doubled = [...rows.values()].filter((row) => row.doubled).map((row) => row.readings[0]?.unit.name ?? '');
  if (doubled.length > 0) {
    warnings.push(`Có ${doubled.length} đơn vị xuất hiện nhiều dòng khác nhau (${doubled[0]}), nên không lấy.`);
  }
  return [...rows.values()].flatMap((row) => (row.doubled ? [] : row.readings));
}

/** A cell that names a month or a quarter of its own, in a column nobody pointed at, makes the row's period unsure. */
function undated({ cells }: TableRow, { headers }: TableOutline, whole: Period | null): Period | null {
  const isOther = cells.some((cell, column) => {
    const inCell = cell ? cellPeriod(cell.text) : null;
    if (!inCell || !whole || periodKey(inCell) === periodKey(whole)) return false;
    return inCell.kind !== 'year' || isDimension(headers[column] ?? '');
  });
  return isOther ? null : whole;
}

/** Headers of fractions below which a figure beyond 1 stands: percent now, so that a 1 there may be one percent. */
function noLongerFractions({ figures }: TaughtTable, outline: TableOutline): ReadonlySet<string> {
  const fractions = figures.filter(({ kind }) => kind === 'fraction').map(({ header }) => header);
  return new Set(
    fractions.filter((header) => {
      const column = columnOf(outline, header);
      return (
        column !== undefined && outline.rows.some((row) => (pagePercent(row.cells[column]?.text ?? '', true) ?? 0) > 1)
      );
    }),
  );
}

function add(
  rows: Map<string, UnitRow>,
  name: string,
  period: Period | null,
  figures: readonly Omit<CaptureReading, 'unit' | 'period'>[],
): void {
  if (figures.length === 0) return;
  const unit = { name };
  const readings = figures.map((figure) => ({ ...figure, unit, period }));
  const key = JSON.stringify([unitKey(unit), period && periodKey(period)]);
  const held = rows.get(key);
  if (!held) rows.set(key, { readings, doubled: false });
  else if (JSON.stringify(held.readings.map(figureOnly)) !== JSON.stringify(readings.map(figureOnly)))
    held.doubled = true;
}

function figureOnly({ unit: _unit, ...figure }: CaptureReading): Omit<CaptureReading, 'unit'> {
  return figure;
}

/**
 * A cell that belongs only to this row: a cell that spans another column or another unit's row is no figure of this
 * unit.
 */
function ownCell(outline: TableOutline, index: number, column: number | undefined, unit: number | undefined): RowCell {
  const row = outline.rows[index];
  const at = (place: TableRow | undefined, of: number | undefined): TableCell | undefined =>
    of === undefined ? undefined : place?.cells[of];
  const cell = at(row, column);
  if (!cell || column === undefined) return { text: '', own: true };
  const beside = [at(row, column - 1), at(row, column + 1)].some((other) => other?.element === cell.element);
  const shared = [outline.rows[index - 1], outline.rows[index + 1]].some(
    (other) => at(other, column)?.element === cell.element && at(other, unit)?.element !== at(row, unit)?.element,
  );
  return { text: cell.text, own: !beside && !shared };
}
