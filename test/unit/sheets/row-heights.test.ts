/** The lines a wrapped text takes, and how tall the rows of our tables are for it. */
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../core/form/row-heights.ts';
import type { NewValue } from '../../../core/sheet/workbook/port.ts';
import { TEXT } from '../../../core/sheets/council/look.ts';
import { headerRowOf, tableSheet } from '../../../core/sheets/council/table-sheet.ts';

/** Read off pages that LibreOffice printed in Tinos, which has the widths of Times New Roman, at 12 points. */
const PRINTED: readonly (readonly [lines: number, width: number, text: string])[] = [
  [
    5,
    43,
    'Đủ tiêu chuẩn, xếp thứ 1, 102 % số điểm; trong chỉ tiêu 5 (mục IV.3.1). Hội đồng biểu quyết: Đồng ý 8/9 thành viên Hội đồng (88,89 %), cần quá một nửa (từ 5): thông qua. Cũng trong danh sách đợt sơ kết: một thành tích không khen hai lần, Hội đồng chọn một đợt.',
  ],
  [
    4,
    43,
    'Đủ tiêu chuẩn, xếp thứ 2, 97,5 % số điểm; kế hoạch (mục IV.1) không ấn định số lượng: Hội đồng nêu tên. Hội đồng biểu quyết: Đồng ý 7/9 thành viên Hội đồng (77,78 %), cần quá một nửa (từ 5): thông qua.',
  ],
  [
    3,
    43,
    'Đủ tiêu chuẩn, xếp thứ 1, 100 % số điểm; trong chỉ tiêu 5 (mục IV.3.2). Cũng trong danh sách đợt hằng năm: một thành tích không khen hai lần, Hội đồng chọn một đợt.',
  ],
  [
    4,
    43,
    'Do Bản Nà Đắng đề cử, chưa có bảng điểm: Hội đồng xét thành tích. Thành tích: Thành viên tổ công nghệ số cộng đồng, hướng dẫn người dân cài VNeID và nộp hồ sơ trực tuyến',
  ],
  [2, 15, 'Giấy khen của Chủ tịch UBND xã'],
  [2, 18, 'Văn phòng HĐND-UBND xã'],
  [2, 10, 'Đề nghị khen'],
];

describe('the lines of a text', () => {
  it.each(PRINTED)('%i lines in %i characters: %s', (lines, width, text) => {
    expect(linesOf(text, width, 12)).toBe(lines);
    // Marks in letters of their own make no text wider.
    expect(linesOf(text.normalize('NFD'), width, 12)).toBe(lines);
  });

  it('are more in bold, and never fewer in a narrower column', () => {
    for (const [, , text] of PRINTED) {
      expect(linesOf(text, 30, 12, true)).toBeGreaterThanOrEqual(linesOf(text, 30, 12));
      for (let width = 8; width < 60; width += 1)
        expect(linesOf(text, width, 12)).toBeGreaterThanOrEqual(linesOf(text, width + 1, 12));
    }
  });
});

describe('a row of a table on paper', () => {
  const text = (words: string): NewValue => ({ kind: 'text', text: words });
  const heightWith = (printed: string, onScreen: string) =>
    tableSheet({
      ...{ name: 'Bảng', title: 'BẢNG', subtitle: 'năm 2025', table: 'Bang' },
      columns: ['Đơn vị', 'Nội dung', 'Tin nhắn'].map((title) => ({ title, width: 20, style: TEXT })),
      rows: [[text('Bản Nà Đắng'), text(printed), text(onScreen)]],
      paper: { office: { commune: 'xã Ta Ma', council: 'Hội đồng' } as never, columns: 2 },
    }).rowHeights!.get(headerRowOf(0, true) + 1)!;
  const LONG = 'Kính gửi bản: đề nghị gửi báo cáo trước ngày 05/11/2025. '.repeat(6);

  it('has the height of what is printed: a long text that only the screen shows makes it no taller', () => {
    expect(heightWith('đã gửi', LONG)).toBe(heightWith('đã gửi', ''));
  });

  it('grows with what is printed', () => {
    expect(heightWith(LONG, '')).toBeGreaterThan(8 * heightWith('đã gửi', ''));
  });
});
