/**
 * National portal, old generation, the pages themselves: `dvc-index-tinhthanhpho-<what>.html`. With a province chosen,
 * the second table of
 * `.province-table-container` lists its communes and the first its departments; without, `#table-container` lists
 * provinces by group.
 */

import { squashKey } from '../../../../base/text/text.ts';
import { communesOf } from '../../commune-counts.ts';
import { communeRanks, isCommuneName } from '../../commune-ranks.ts';
import { isLoading, missingRows } from '../../completeness.ts';
import { hasClass, nameOf, type PageElement, seenDescendants, tagOf, textOf } from '../../page.ts';
import { pageScore } from '../../page-number.ts';
import { pagePeriod, unsurePeriod } from '../../page-period.ts';
import { pageOf } from '../../parse-page.ts';
import { partQuestions, picked } from '../../pickers.ts';
import { type Captured, type CaptureReading, notBegun, notFound, type Reader, type ReadOutcome } from '../../reader.ts';
import { isBlankRow, isHeaderCell, type PageTable, type TableCell, type TableRow, tablesOf } from '../../table.ts';
import { isAggregate } from '../../total-row.ts';
import { about } from './about.ts';

interface Group {
  readonly indicator: string;
  readonly max: number;
}

/** Page → group. The page of online services shows CLGQ + TTTT together (12 + 10), so it is no group of its own. */
const PAGES: ReadonlyMap<string, Group> = new Map([
  ['tonghop', { indicator: 'TONG', max: 100 }],
  ['congkhaiminhbach', { indicator: 'CKMB', max: 18 }],
  ['tiendogiaiquyet', { indicator: 'TDGQ', max: 20 }],
  ['dvctructuyen', { indicator: 'ONLINE_SERVICE', max: 22 }],
  ['mucdohailong', { indicator: 'MDHL', max: 18 }],
  ['mucdosohoa', { indicator: 'MDSH', max: 22 }],
  ['thanhtoantructuyen', { indicator: 'TTTT', max: 10 }],
]);

/** Header of the province table → group. */
const HEADERS: ReadonlyMap<string, Group> = new Map(
  (
    [
      ['Công khai, minh bạch', 'CKMB', 18],
      ['Tiến độ giải quyết', 'TDGQ', 20],
      ['Dịch vụ trực tuyến', 'ONLINE_SERVICE', 22],
      ['Mức độ hài lòng', 'MDHL', 18],
      ['Số hóa hồ sơ', 'MDSH', 22],
      ['Tổng điểm', 'TONG', 100],
    ] as const
  ).map(([title, indicator, max]) => [squashKey(title), { indicator, max }]),
);

const ADDRESS =
  /^https:\/\/(?:vpcp\.)?dichvucong\.gov\.vn(?::\d+)?\/p\/home\/dvc-index-tinhthanhpho-([a-z]+)\.html(?:[?#]|$)/;

export const national2022Page: Reader = {
  ...about,
  sourceName: 'Cổng DVC quốc gia (giao diện cũ)',
  version: '2026-11-22.1',
  label: 'Trang chỉ số của Cổng Dịch vụ công quốc gia (giao diện cũ)',
  pages: 'dichvucong.gov.vn/p/home/dvc-index-tinhthanhpho-…: sáu nhóm và tổng hợp',
  matches: (captured) => PAGES.has(ADDRESS.exec(captured.url)?.[1] ?? ''),
  knownConditions: new Map(),
  read,
};

function read(captured: Captured): ReadOutcome {
  const group = PAGES.get(ADDRESS.exec(captured.url)?.[1] ?? '');
  if (!group) return notFound('Địa chỉ không phải là trang chỉ số của Cổng Dịch vụ công quốc gia.');
  const page = pageOf(captured);
  const { parts, places } = picked(page);
  const { period, candidates } = pagePeriod(page);
  if (period && notBegun(captured, period)) return notFound('Kỳ này chưa bắt đầu: số trên Cổng không phải là kết quả.');
  const warnings: string[] = [];
  const readings: CaptureReading[] = [];
  const ranks: CaptureReading[] = [];

  const add = (name: string, { indicator, max }: Group, cell: TableCell | undefined) => {
    const texts = cell ? seenLines(cell.element) : [];
    const isOfSeveral = cell !== undefined && Number(cell.element.getAttribute('rowspan') ?? 1) > 1;
    const values = texts.map((text) => pageScore(text, max)).filter((value) => value !== undefined);
    // Beside a bone the change may have come before the score.
    const isComing = cell !== undefined && [cell.element, ...seenDescendants(cell.element, () => true)].some(isLoading);
    const unread = isComing || isOfSeveral || (texts.some((text) => /\d/.test(text)) && values.length !== 1);
    const reading = { indicator, unit: { name }, period, value: values[0] ?? null, max };
    if (unread) warnings.push(`“${texts.join(' ')}” của ${name} không phải một điểm từ 0 đến ${max}, nên không lấy.`);
    else readings.push(reading);
    return { reading, unread };
  };

  const tables = unitTables(page);
  const shown = tables.flatMap(({ table, columns }) => (columns ? bodyRows(table) : [])).length;
  const more = missingRows(page, shown);
  if (more !== undefined) warnings.push(`Trang còn dòng khác (“${more}”): danh sách đơn vị chưa đủ, không tính hạng.`);
  const communesThere = places.flatMap((place) => communesOf(place) ?? []);
  const isWhole = isWholeList(tables) && more === undefined;
  for (const { table, columns } of tables) {
    if (!columns) {
      warnings.push('Bảng đơn vị không có đúng một cột “Đơn vị” và một cột “Điểm”, nên không đọc.');
      continue;
    }
    warnings.push(...oddRows(table, columns.unit));
    const isComing = bodyRows(table).some(isBlankRow);
    if (isComing) warnings.push('Bảng có dòng chưa có số: danh sách đơn vị chưa đủ, không tính hạng.');
    const rows = bodyRows(table).filter((row) => isUnitRow(row, columns.unit));
    const list = rows.map((row) => add(nameIn(row, columns.unit), group, row.cells[columns.score]));
    const communes = list.filter(({ reading }) => isCommuneName(reading.unit.name));
    const isShort = communes.length > 1 && communesThere.some((all) => communes.length < all);
    if (isWhole && !isShort && !isComing && !communes.some(({ unread }) => unread))
      ranks.push(...communeRanks(communes.map(({ reading }) => reading)));
  }
  for (const table of provinceTables(page)) {
    const columns = headerGroups(table);
    const unit = headersOf(table).flatMap((header, column) => (UNIT.test(header) ? [column] : []));
    const [name = -1] = unit;
    if (!columns || unit.length !== 1) {
      warnings.push('Bảng các tỉnh đã đổi cột so với mẫu đã biết, nên không đọc.');
      continue;
    }
    warnings.push(...oddRows(table, name));
    for (const row of bodyRows(table)) {
      if (isUnitRow(row, name)) for (const [column, of] of columns) add(nameIn(row, name), of, row.cells[column]);
    }
  }
  if (readings.every((reading) => reading.value === null)) {
    const why = 'Không thấy bảng điểm của đơn vị nào trên trang này: trang chưa tải xong hoặc đã đổi giao diện.';
    return notFound(warnings[0] ?? why);
  }
  if (!period) warnings.push(unsurePeriod(candidates));
  return { kind: 'found', readings: [...readings, ...ranks], warnings, questions: partQuestions(parts), candidates };
}

interface UnitTable {
  readonly table: PageTable;
  /** undefined when the headers do not name exactly one column of each. */
  readonly columns: { readonly unit: number; readonly score: number } | undefined;
}

/** Keys of headers. */
const UNIT = /^(?:tên)?(?:đơnvị|cơquan|tỉnh|tỉnhthànhphố|địaphương|xãphường|phườngxã|sởngành|sởbanngành)$/;
const SCORE = /^(?:tổng)?điểm(?:số|đạtđược|đánhgiá)?$/;

function unitTables(page: PageElement): UnitTable[] {
  const containers = seenDescendants(page, (element) => hasClass(element, 'province-table-container'));
  return containers.flatMap(tablesOf).map((table) => {
    const headers = headersOf(table);
    const [units, scores] = [UNIT, SCORE].map((shape) => headers.flatMap((key, at) => (shape.test(key) ? [at] : [])));
    const [unit, score] = [units?.[0], scores?.[0]];
    const isSure = units?.length === 1 && scores?.length === 1 && unit !== undefined && score !== undefined;
    return { table, columns: isSure ? { unit, score } : undefined };
  });
}

/** Key of the header of each column, its rows joined. */
function headersOf(table: PageTable): string[] {
  const rows = table.rows.filter(
    (row) => row.cells.length > 0 && row.cells.every((cell) => !cell || isHeaderCell(cell.element)),
  );
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  return Array.from({ length: width }, (_, column) =>
    squashKey([...new Set(rows.map((row) => row.cells[column]?.text ?? ''))].join(' ')),
  );
}

function provinceTables(page: PageElement): PageTable[] {
  const lists = seenDescendants(page, (element) => element.getAttribute('id') === 'table-container');
  return lists.flatMap(tablesOf).filter((table) => table.rows.length > 0);
}

function bodyRows(table: PageTable): TableRow[] {
  return table.rows.filter((row) => row.cells.some((cell) => cell && tagOf(cell.element) === 'td'));
}

/** Rows with a name under no place that fits: they stay unread, with a warning. */
function oddRows(table: PageTable, unit: number): string[] {
  const odd = bodyRows(table).filter(
    (row) => /\p{L}{2}/u.test(nameIn(row, unit)) && !isAggregate(nameIn(row, unit)) && !isUnitRow(row, unit),
  );
  return odd.map((row) => `Dòng “${nameIn(row, unit).slice(0, 100)}” không đúng mẫu đã biết, nên không lấy.`);
}

/** A place (or none), and the name of a unit: no total, no mean. */
function isUnitRow(row: TableRow, unit: number): boolean {
  if (isAggregate(nameIn(row, unit))) return false;
  return /^\d{0,4}$/.test(row.cells[0]?.text ?? '') && /\p{L}{2}/u.test(nameIn(row, unit));
}

function nameIn(row: TableRow, column: number): string {
  const cell = row.cells[column];
  return cell ? nameOf(cell.element) : '';
}

/**
 * Departments and communes are numbered in one list: a number beyond how many there are, or no first, and some are not
 * shown.
 */
function isWholeList(tables: readonly UnitTable[]): boolean {
  const numbers = tables.flatMap(({ table, columns }) =>
    columns ? bodyRows(table).filter((row) => isUnitRow(row, columns.unit)) : [],
  );
  const texts = numbers.map((row) => row.cells[0]?.text ?? '');
  return texts.includes('1') && texts.every((number) => number !== '' && Number(number) <= texts.length);
}

/** Column → group, from the header cells; unknown headers are left out. undefined when two columns carry one header. */
function headerGroups(table: PageTable): ReadonlyMap<number, Group> | undefined {
  const found = headersOf(table).flatMap((key, column): (readonly [number, Group])[] => {
    const group = HEADERS.get(key);
    return group ? [[column, group]] : [];
  });
  const groups = new Set(found.map(([, { indicator }]) => indicator));
  return found.length > 0 && groups.size === found.length ? new Map(found) : undefined;
}

/** A score cell may hold several lines: each of them alone, for a change or a badge is not the score. */
function seenLines(cell: PageElement): string[] {
  const parts = seenDescendants(cell, (element) => element.children.length === 0);
  const texts = parts.length > 0 ? parts.map(textOf) : (cell.textContent ?? '').split('\n');
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}
