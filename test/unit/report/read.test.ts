/** Rows and columns of sheets as officers really type them. */
import { describe, expect, it } from 'vitest';
import type { Plain } from './book.ts';
import { ACCOUNTS, entryOf, FILES, FUNDS, HEADER, MEETINGS, ofKind, PLAN, read, TRAINED } from './typed.ts';

describe('rows that belong to the criterion above', () => {
  it('reads a = 72, b = 90 below the criterion, with their cells', () => {
    const report = read([
      HEADER,
      ['2.1', FILES, 20, null, 18],
      [null, 'a = 72'],
      [null, 'b = 90 hồ sơ'],
      [null, 'Tỷ lệ = a/b'],
      [null, 'Điểm = Tỷ lệ*Điểm tối đa'],
      ['2.2', MEETINGS, 10, '3/6', 10],
    ]);
    const entry = entryOf(report, '2.1');
    expect(entry.numerator).toMatchObject({ reading: { kind: 'number', value: 72 }, cell: { address: 'B3' } });
    expect(entry.denominator).toMatchObject({ reading: { kind: 'number', value: 90 }, cell: { address: 'B4' } });
    expect(entry.value).toMatchObject({ reading: { kind: 'missing' }, cell: { address: 'D2' } });
    expect(report.remarks).toEqual([]);
  });

  it('reads the figures in the result column, and lets the rule say that a is the denominator', () => {
    const report = read([
      HEADER,
      ['2.1', FILES, 20, null, 18],
      [null, 'a: Tổng số hồ sơ công việc', null, 90],
      [null, 'b: Số hồ sơ xử lý trên môi trường mạng', null, 72],
      [null, 'Tỷ lệ = b/a*100%'],
      ['2.2', MEETINGS, 10, '3/6', 10],
    ]);
    const entry = entryOf(report, '2.1');
    expect(entry.numerator).toMatchObject({ reading: { value: 72 }, cell: { address: 'D4' } });
    expect(entry.denominator).toMatchObject({ reading: { value: 90 }, cell: { address: 'D3' } });
    expect(report.remarks).toEqual([]);
  });

  it('four rows for a criterion, with a and b named in the method column (CR-03)', () => {
    const report = read(
      [
        ['STT', 'Chỉ số', 'Điểm tối đa', 'Cách xác định và tính điểm', 'Kết quả', 'Điểm tự chấm', 'Minh chứng'],
        ['2.1', FILES, 20, 'a= Số hồ sơ xử lý trên mạng', 72, 16, 'KH 1/KH-UBND'],
        [null, null, null, 'b= Tổng số hồ sơ', 90],
        [null, null, null, 'Tỷ lệ=a/b'],
        [null, null, null, 'Điểm=Tỷ lệ*Điểm tối đa'],
        ['2.2', MEETINGS, 10, 'a= Số cuộc họp trực tuyến, b= Tổng số cuộc họp', '3/6', 10, 'KH 2/KH-UBND'],
      ],
      { merges: ['A2:A5', 'B2:B5'] },
    );
    const entry = entryOf(report, '2.1');
    expect(entry.numerator).toMatchObject({ reading: { value: 72 }, cell: { address: 'E2' } });
    expect(entry.denominator).toMatchObject({ reading: { value: 90 }, cell: { address: 'E3' } });
    expect(entry.value).toBeUndefined();
    expect(entryOf(report, '2.2').value?.reading).toEqual({ kind: 'fraction', a: 3, b: 6 });
    expect(report.remarks).toEqual([]);
  });

  it('skips "- Nam", "- Nữ" and rule text, but tells a row it does not know', () => {
    const report = read([
      HEADER,
      ['2.3', TRAINED, 10, 4, 10],
      [null, '- Nam', null, 3],
      [null, '- Nữ', null, 1],
      [null, 'Mỗi người được 5 điểm, tối đa 10 điểm'],
      ['2.9', 'Số lượng trồng cây xanh quanh trụ sở', 5, 12, 5],
      ['3.3', FUNDS, 5, '15,5 triệu đồng', 3],
    ]);
    expect(report.entries.map((entry) => entry.criterion)).toEqual(['2.3', '3.3']);
    expect(ofKind(report, 'unknown-row')).toEqual([
      expect.objectContaining({
        text: 'Số lượng trồng cây xanh quanh trụ sở',
        cell: { sheet: 'Sheet1', address: 'B6' },
      }),
    ]);
    expect(entryOf(report, '3.3').value?.reading).toMatchObject({ kind: 'number', value: 15.5 });
  });
});

describe('how rows are matched', () => {
  it('by a reworded title, with its likeness; never by a faint likeness', () => {
    const report = read([
      HEADER,
      [null, 'Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng internet', 20, '72/90', 18],
      [null, 'Ti le nguoi dan truong thanh co tai khoan thanh toan dien tu', 20, '72/90', 18],
      [null, 'Tỷ lệ hộ nghèo được tiếp cận dịch vụ', 20, '5/9', 18],
    ]);
    expect(report.entries.map((entry) => [entry.criterion, entry.matched.by])).toEqual([
      ['2.1', 'similar'],
      ['3.2', 'similar'],
    ]);
    expect(entryOf(report, '2.1').matched.similarity).toBeGreaterThan(0.8);
    expect(ofKind(report, 'unknown-row')).toHaveLength(1);
  });

  it('the title wins over a wrong code', () => {
    const report = read([
      ['Mã', ...HEADER.slice(1)],
      ['2.2', FILES, 20, '72/90', 18],
      ['2.1', MEETINGS, 10, '3/6', 10],
      ['3.2', 'Tên tiêu chí đã bị sửa hẳn', 20, '1/2', 20],
    ]);
    expect(report.entries.map((entry) => [entry.criterion, entry.matched.by])).toEqual([
      ['2.1', 'title'],
      ['2.2', 'title'],
      ['3.2', 'code'],
    ]);
    expect(entryOf(report, '3.2').matched.similarity).toBeLessThan(0.5);
  });

  it('numbering may be roman groups with numbers inside, codes as numbers, or "Chỉ tiêu 1"', () => {
    const grouped = read([
      ['TT', ...HEADER.slice(1)],
      ['II', 'Chính quyền số'],
      [1, `${FILES} (20đ)`, null, '72/90', 18],
      [2, MEETINGS, 10, '3/6', 10],
      [3, 'Công chức bồi dưỡng chuyển đổi số', 10, 4, 10],
      ['III', 'Kinh tế số, xã hội số'],
      [2, ACCOUNTS, 20, '50/100', 20],
      [null, 'Cộng', 60, null, 58],
    ]);
    expect(grouped.entries.map((entry) => entry.criterion)).toEqual(['2.1', '2.2', '2.3', '3.2']);
    expect(entryOf(grouped, '2.1').max).toMatchObject({ reading: { kind: 'number', value: 20 } });
    expect(entryOf(grouped, '2.3').matched.by).toBe('code');
    expect(grouped.total).toMatchObject({ reading: { kind: 'number', value: 58 }, cell: { address: 'E8' } });
    const asNumbers = read([
      HEADER,
      [2.1, FILES, 20, '72/90', 18],
      [2.2, MEETINGS, 10, '3/6', 10],
      [3.2, 'Người dân có tài khoản', 20, '1/2', 9],
    ]);
    expect(asNumbers.entries.map((entry) => entry.criterion)).toEqual(['2.1', '2.2', '3.2']);
  });

  it('a second row of a criterion is reported and the first is used', () => {
    const report = read([
      HEADER,
      ['2.1', FILES, 20, '72/90', 18],
      ['2.2', MEETINGS, 10, '3/6', 10],
      ['2.1', FILES, 20, '9/90', 2],
    ]);
    expect(entryOf(report, '2.1').value?.reading).toEqual({ kind: 'fraction', a: 72, b: 90 });
    expect(ofKind(report, 'duplicate-row')).toEqual([
      {
        kind: 'duplicate-row',
        criterion: '2.1',
        cell: { sheet: 'Sheet1', address: 'B4' },
        first: { sheet: 'Sheet1', address: 'B2' },
      },
    ]);
  });
});

describe('columns', () => {
  it('tells a missing result, self-score or evidence column at the title header', () => {
    const roles = (rows: Plain[][]): unknown =>
      ofKind(read(rows), 'missing-column').map((remark) => [remark.role, remark.cell.address]);
    expect(
      roles([
        ['STT', 'TIÊU CHÍ THI ĐUA', 'ĐIỂM CHUẨN', 'HƯỚNG DẪN CHẤM ĐIỂM'],
        ['2.1', FILES, 20, 'Tỷ lệ = a/b'],
      ]),
    ).toEqual([
      ['value', 'B1'],
      ['self', 'B1'],
      ['evidence', 'B1'],
    ]);
    expect(
      roles([
        ['TT', 'Chỉ tiêu', 'Đơn vị', 'Số lượng', 'Văn bản chứng minh'],
        [1, FILES, '%', '72/90', 'KH 1/KH-UBND'],
      ]),
    ).toEqual([]);
  });

  it('without a result column an explanation that is wholly a value is the value; documents in it are evidence', () => {
    const report = read([
      ['TT', 'Chỉ số/Chỉ số thành phần', 'QUY CHUẨN ĐÁNH GIÁ', null, 'TỰ ĐÁNH GIÁ', null],
      [null, null, 'Điểm tối đa', 'Cách xác định và tính điểm', 'Điểm (số) tự chấm', 'Giải trình kết quả'],
      ['A', 'B', 'C', 'D', 'E', 'F'],
      ['1.1', PLAN, 10, null, 10, 'Kế hoạch số 12/KH-UBND ngày 05/01/2025'],
      ['2.1', FILES, 20, null, 18, '72/90 hồ sơ'],
      ['2.2', MEETINGS, 10, null, 10, 'đã họp trực tuyến khoảng 3 cuộc trên 6 cuộc'],
      ['2.3', TRAINED, 10, null, 10, '-'],
    ]);
    expect(entryOf(report, '2.1').value?.reading).toEqual({ kind: 'fraction', a: 72, b: 90 });
    expect(entryOf(report, '2.2').value).toBeUndefined();
    expect(entryOf(report, '1.1').evidence).toEqual(['Kế hoạch số 12/KH-UBND ngày 05/01/2025']);
    expect(report.layout.columns.get('self')).toBe(4);
    expect(report.remarks).toEqual([]);
  });

  it('the final points serve before those of the first round; a header printed again is no row', () => {
    const header = [
      'TT',
      'Tiêu chí',
      'Thang điểm',
      'Kết quả',
      'Điểm tự chấm',
      'Thẩm định lần 1',
      'Giải trình',
      'Thẩm định lần 2',
      'Điểm cuối',
      'Minh chứng',
    ];
    const report = read([
      header,
      ['2.1', FILES, 20, '72/90', 18, 17, null, 16, 15],
      header,
      ['2.2', MEETINGS, 10, '3/6', 10, 9, null, null, null],
    ]);
    expect(entryOf(report, '2.1').appraised?.reading).toMatchObject({ value: 15 });
    expect(entryOf(report, '2.2').appraised?.reading).toMatchObject({ value: 9 });
    expect(report.entries).toHaveLength(2);
    expect(report.remarks).toEqual([]);
  });

  it('several documents of one cell are parted; "-" and "Không" cite none', () => {
    const evidence = (text: string) => entryOf(read([HEADER, ['2.1', FILES, 20, '1/2', 1, text]]), '2.1').evidence;
    expect(evidence('- KH 12/KH-UBND ngày 05/01/2025;\n- Báo cáo 7/BC-UBND')).toEqual([
      'KH 12/KH-UBND ngày 05/01/2025',
      'Báo cáo 7/BC-UBND',
    ]);
    expect(evidence('QĐ 3/QĐ-UBND và KH 4/KH-UBND')).toEqual(['QĐ 3/QĐ-UBND', 'KH 4/KH-UBND']);
    expect(evidence('Kế hoạch 4/KH-UBND về thu và chi')).toEqual(['Kế hoạch 4/KH-UBND về thu và chi']);
    for (const none of ['-', 'Không', '…………', ' ', '.']) expect(evidence(none)).toEqual([]);
  });
});
