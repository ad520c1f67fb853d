/** Whose report it is, of which period, by which set. */
import { describe, expect, it } from 'vitest';
import { readReports } from '../../../core/report/read.ts';
import type { Register } from '../../../core/report/register.ts';
import type { Report } from '../../../core/report/report.ts';
import { SAMPLE_MOVEMENT } from '../../fixtures/sample-movement.ts';
import { bookOf, type Plain, sheetOf } from './book.ts';
import { FILES, HEADER, MEETINGS, ofKind, read, reportsOf } from './typed.ts';

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

  it('two units above a table are reported', () => {
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

  it('finds the day of the report; blanks are no date, an impossible day is reported as written', () => {
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
