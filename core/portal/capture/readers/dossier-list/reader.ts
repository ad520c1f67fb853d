/**
 * Counts made of a list of dossiers (dossier-list.ts): pending, beyond their day, near it, on the day they were counted.
 * Where days or states could not be read the counts are not whole, so the figure they belong to is withheld.
 */
import { periodBetween } from '../../../../base/period/period.ts';
import { DOSSIER_PAGE } from '../../dossier-page.ts';
import { type PageElement, seenDescendants } from '../../page.ts';
import { pageCount } from '../../page-number.ts';
import { pageOf } from '../../parse-page.ts';
import { type Captured, notFound, type Reader, type ReadOutcome, type Slowest } from '../../reader.ts';
import { tablesOf } from '../../table.ts';
import { about } from './about.ts';

const FIGURES: readonly (readonly [header: RegExp, indicator: string])[] = [
  [/^Đang giải quyết$/, 'dang-giai-quyet'],
  [/^Đang quá hạn$/, 'dang-qua-han'],
  [/^Đến hạn trong/, 'sap-den-han'],
];

export const dossierList: Reader = {
  ...about,
  sourceName: 'Danh sách hồ sơ',
  version: '2026-11-27.1',
  label: 'Số đếm từ danh sách hồ sơ một cửa',
  pages: 'Tệp danh sách hồ sơ (.xlsx, .xls, .csv) có số hồ sơ và ngày hẹn trả',
  matches: ({ url, body }) => /^file:/i.test(url) && body.includes(DOSSIER_PAGE),
  knownConditions: new Map(),
  read,
};

function read({ body }: Captured): ReadOutcome {
  const page = pageOf({ body });
  const [element] = seenDescendants(page, (element) => element.getAttribute(DOSSIER_PAGE) !== null);
  const table = element && tablesOf(page).find((table) => table.element === element);
  const day = element?.getAttribute(DOSSIER_PAGE) ?? '';
  const period = periodBetween(day, day);
  const counts = new Map(
    (table?.rows[0]?.cells ?? []).map((cell, column) => [
      cell?.text ?? '',
      pageCount(table?.rows[1]?.cells[column]?.text ?? ''),
    ]),
  );
  const countOf = (header: RegExp) => [...counts].find(([name]) => header.test(name))?.[1];
  const [listed, undated, unclear] = [/^Hồ sơ trong/, /^Không rõ ngày/, /^Không rõ trạng/].map(countOf);
  if (!period || listed === undefined || undated === undefined || unclear === undefined)
    return notFound('Không thấy số đếm của danh sách hồ sơ.');
  const warnings: string[] = [];
  if (unclear > 0)
    warnings.push(`${unclear} hồ sơ có trạng thái không rõ đã xong hay chưa, nên không tính số đang giải quyết.`);
  if (undated > 0) warnings.push(`${undated} hồ sơ không rõ ngày hẹn, nên không tính số quá hạn và sắp đến hạn.`);
  const readings = FIGURES.flatMap(([header, indicator], at) => {
    const value = countOf(header);
    const isWhole = unclear === 0 && (at === 0 || undated === 0);
    return value === undefined || !isWhole ? [] : [{ indicator, unit: { name: '' }, period, value }];
  });
  if (readings.length === 0) return notFound(warnings[0] ?? 'Không thấy số đếm của danh sách hồ sơ.');
  return { kind: 'found', readings, warnings, slowest: slowestOf(page) };
}

/** As they were counted, the most first. */
function slowestOf(page: PageElement): Slowest | undefined {
  const table = tablesOf(page).find(({ element }) => element.getAttribute('id') === 'thu-tuc');
  const rows = (table?.rows.slice(1) ?? []).flatMap(({ cells: [name, late, received] }) => {
    const counts = [late, received].map((cell) => pageCount(cell?.text ?? ''));
    const [overdue, listed] = counts;
    return name && overdue !== undefined && listed !== undefined
      ? [{ name: name.text, late: overdue, received: listed }]
      : [];
  });
  return rows.length === 0 ? undefined : { of: 'thủ tục', rows };
}
