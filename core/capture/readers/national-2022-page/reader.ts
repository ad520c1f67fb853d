/**
 * National portal, old generation, the pages themselves: `dvc-index-tinhthanhpho-<what>.html`. With a province chosen, the second table of
 * `.province-table-container` lists its communes and the first its departments; without, `#table-container` lists provinces by group.
 */
import { squashKey } from '../../../grid/text.ts';
import { periodInText } from '../../../indicator/period-text.ts';
import { communeRanks, isCommuneName } from '../../commune-ranks.ts';
import { descendants, hasClass, type PageElement, tagOf, textOf } from '../../page.ts';
import { pageScore } from '../../page-number.ts';
import { parsePage } from '../../parse-page.ts';
import { type Captured, type CaptureReading, notFound, type Reader, type ReadOutcome } from '../../reader.ts';
import { type PageTable, type TableCell, type TableRow, tablesOf } from '../../table.ts';

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
  id: 'national-2022-page',
  version: '2026-11-21.3',
  label: 'Trang chỉ số của Cổng Dịch vụ công quốc gia (giao diện cũ)',
  pages: 'dichvucong.gov.vn/p/home/dvc-index-tinhthanhpho-…: sáu nhóm và tổng hợp',
  matches: (captured) => PAGES.has(ADDRESS.exec(captured.url)?.[1] ?? ''),
  read,
};

function read(captured: Captured): ReadOutcome {
  const group = PAGES.get(ADDRESS.exec(captured.url)?.[1] ?? '');
  if (!group) return notFound('Địa chỉ không phải là trang chỉ số của Cổng Dịch vụ công quốc gia.');
  const page = parsePage(captured.body);
  const period = periodOf(page);
  const warnings: string[] = [];
  const readings: CaptureReading[] = [];
  const ranks: CaptureReading[] = [];

  const add = (name: string, { indicator, max }: Group, cell: TableCell | undefined) => {
    const text = cell ? scoreText(cell.element) : '';
    const value = text === '' ? null : pageScore(text, max);
    if (value === undefined) warnings.push(`“${text}” của ${name} không phải điểm từ 0 đến ${max}, nên không lấy.`);
    const reading = { indicator, unit: { name }, period, value: value ?? null, max };
    readings.push(reading);
    return { reading, unread: value === undefined };
  };

  const tables = unitTables(page);
  const isWhole = isWholeList(tables);
  for (const table of tables) {
    const list = bodyRows(table)
      .filter(isUnitRow)
      .map((row) => add(row.cells[1]?.text ?? '', group, row.cells[2]));
    const communes = list.filter(({ reading }) => isCommuneName(reading.unit.name));
    if (isWhole && !communes.some(({ unread }) => unread))
      ranks.push(...communeRanks(communes.map(({ reading }) => reading)));
  }
  for (const table of provinceTables(page)) {
    const columns = headerGroups(table);
    for (const row of bodyRows(table)) {
      if (isUnitRow(row)) for (const [column, of] of columns) add(row.cells[1]?.text ?? '', of, row.cells[column]);
    }
  }
  if (readings.every((reading) => reading.value === null)) {
    return notFound('Không thấy bảng điểm của đơn vị nào trên trang này: trang chưa tải xong hoặc đã đổi giao diện.');
  }
  if (!period) warnings.push('Trang không ghi rõ kỳ: cần chọn kỳ của số liệu.');
  return { kind: 'found', readings: [...readings, ...ranks], warnings };
}

function unitTables(page: PageElement): PageTable[] {
  const tables = descendants(page, (element) => hasClass(element, 'province-table-container')).flatMap(tablesOf);
  return tables.filter((table) => !OTHER.test(squashKey(thirdHeader(table))));
}

/** What the third column counts when it is no longer the score of the period. */
const OTHER = /hạng|tăng|giảm|chênh|trước|tỷlệ|tỉlệ|hồsơ|thủtục|sốlượng/;

function thirdHeader(table: PageTable): string {
  const heads = table.rows.map((row) => row.cells[2]).filter((cell) => cell && tagOf(cell.element) === 'th');
  return heads.map((cell) => cell?.text ?? '').join(' ');
}

function provinceTables(page: PageElement): PageTable[] {
  return descendants(page, (element) => element.getAttribute('id') === 'table-container').flatMap(tablesOf);
}

function bodyRows(table: PageTable): TableRow[] {
  return table.rows.filter((row) => row.cells.some((cell) => cell && tagOf(cell.element) === 'td'));
}

/** Rank, then a name, then figures: any other order is not the table we know. */
function isUnitRow(row: TableRow): boolean {
  return (
    /^\d{0,4}$/.test(row.cells[0]?.text ?? '') && /\p{L}{2}/u.test(row.cells[1]?.text ?? '') && row.cells.length >= 3
  );
}

/** Departments and communes are numbered in one list: a number beyond how many there are, or no first, and some are not shown. */
function isWholeList(tables: readonly PageTable[]): boolean {
  const numbers = tables.flatMap((table) => bodyRows(table).filter(isUnitRow)).map((row) => row.cells[0]?.text ?? '');
  return numbers.includes('1') && numbers.every((number) => number !== '' && Number(number) <= numbers.length);
}

/** Column → group, from the header cells; unknown headers are left out. */
function headerGroups(table: PageTable): ReadonlyMap<number, Group> {
  const columns = new Map<number, Group>();
  for (const row of table.rows) {
    row.cells.forEach((cell, column) => {
      const group = cell && tagOf(cell.element) === 'th' ? HEADERS.get(squashKey(cell.text)) : undefined;
      if (group && !columns.has(column)) columns.set(column, group);
    });
  }
  return columns;
}

/** A score cell may hold several lines: the score is its first span, else its first line. */
function scoreText(cell: PageElement): string {
  const [span] = descendants(cell, (element) => tagOf(element) === 'span');
  if (span) return textOf(span);
  return (
    (cell.textContent ?? '')
      .split('\n')
      .map((line) => line.trim())
      .find((line) => line !== '') ?? ''
  );
}

/** The page's pickers, kept by the page copy as selected options, then its headings. */
function periodOf(page: PageElement) {
  const chosen = descendants(
    page,
    (element) => tagOf(element) === 'option' && element.getAttribute('selected') !== null,
  );
  const headings = descendants(page, (element) => /^h[1-4]$/.test(tagOf(element)));
  for (const text of [chosen.map(textOf).join(' '), headings.map(textOf).join(' ')]) {
    const period = periodInText(text);
    if (period) return period;
  }
  return null;
}
