/** Rows of one table that belong to several units: a column of names, names over the rows, and rows of nobody. */
import { describe, expect, it } from 'vitest';
import { readReports } from '../../../core/report/read.ts';
import type { Register } from '../../../core/report/register.ts';
import { SAMPLE_MOVEMENT, SAMPLE_SET } from '../../fixtures/sample-movement.ts';
import { bookOf, type Plain, sheetOf } from './book.ts';

const PERIOD = { kind: 'year', year: 2025 } as const;
const criteria = SAMPLE_SET.criteria.filter(({ filledBy, rule }) => filledBy === 'unit' && rule.kind !== 'sum');

function unitsIn(
  rows: readonly (readonly Plain[])[],
  register: Register | null = null,
): readonly (string | undefined)[] {
  const options = { file: 'f.xlsx', movement: SAMPLE_MOVEMENT, period: PERIOD, register };
  return readReports(bookOf([sheetOf(rows)]), options).reports.map((report) => report.unit?.text);
}

const registered = (name: string): Register[number] => ({
  name,
  otherNames: [],
  audience: SAMPLE_SET.audience,
  registered: true,
  received: null,
  women: null,
  facts: [],
  awards: [],
  portalCode: null,
});

const HEADS = ['TT', 'Tiêu chí', 'Kết quả', 'Minh chứng'];
const rowsOf = (evidence: string): readonly (readonly Plain[])[] =>
  criteria.map((criterion) => [criterion.code, criterion.title, criterion.measure === 'yes-no' ? 'Có' : 5, evidence]);

describe('rows of several units', () => {
  it('a column of names says whose each row is', () => {
    const own = (name: string) => rowsOf('Báo cáo số 1/BC').map((row) => [row[0] ?? null, name, ...row.slice(1)]);
    expect(unitsIn([['TT', 'Đơn vị', ...HEADS.slice(1)], ...own('Bản Nà Đắng'), ...own('Bản Nà Sàng')])).toEqual([
      'Bản Nà Đắng',
      'Bản Nà Sàng',
    ]);
  });

  it('names stand over the rows', () => {
    const rows = [HEADS, ['Bản Nà Đắng'], ...rowsOf('BC số 1/BC'), ['Bản Nà Sàng'], ...rowsOf('BC số 2/BC')];
    expect(unitsIn(rows)).toEqual(['Bản Nà Đắng', 'Bản Nà Sàng']);
  });

  it('names stand over the rows beside a remark in one row of each unit', () => {
    const remarked = (name: string, cases: number) =>
      [[name], ...rowsOf('BC số 1/BC')].map((row, at) => (at === 2 ? [...row, null, `Còn ${cases} trường hợp`] : row));
    const rows = [[...HEADS, 'Ý kiến khác', 'Ghi chú'], ...remarked('Bản Nà Đắng', 4), ...remarked('Bản Nà Sàng', 34)];
    expect(unitsIn(rows)).toEqual(['Bản Nà Đắng', 'Bản Nà Sàng']);
  });

  it('names that the register knows stand over the rows beside who wrote each row', () => {
    const written = (name: string, writer: string) => [[name], ...rowsOf('BC số 1/BC').map((row) => [...row, writer])];
    const rows = [
      [...HEADS, 'Bộ phận phụ trách'],
      ...written('Bản Nà Đắng', 'Lò Thị Hoa'),
      ...written('Bản Nà Sàng', 'Vàng A Nam'),
    ];
    expect(unitsIn(rows, ['Bản Nà Đắng', 'Bản Nà Sàng'].map(registered))).toEqual(['Bản Nà Đắng', 'Bản Nà Sàng']);
  });

  it('names over the rows are none where a label above says whose the table is', () => {
    const rows = [
      ['Đơn vị: Trường Tiểu học Hoa Ban'],
      HEADS,
      ['Khu A'],
      ...rowsOf('BC số 1/BC'),
      ['Khu B'],
      ...rowsOf('BC số 2/BC'),
    ];
    expect(unitsIn(rows)).not.toContain('Khu A');
  });

  it('groups of other criteria are no units', () => {
    const half = Math.ceil(criteria.length / 2);
    const all = rowsOf('BC số 1/BC');
    const rows = [HEADS, ['I. Hạ tầng'], ...all.slice(0, half), ['II. Kỹ năng'], ...all.slice(half)];
    expect(unitsIn(rows)).toHaveLength(1);
  });
});
