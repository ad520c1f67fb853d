/** The period a page names, and the cases where the words do not settle it. */
import { describe, expect, it } from 'vitest';
import { periodInText } from '../../../core/capture/page-period.ts';
import { periodKey } from '../../../core/indicator/period.ts';

describe('periodInText', () => {
  it.each([
    ['BẢNG TỔNG HỢP (THÁNG 9) NĂM 2025', '2025-09'],
    ['THÁNG 9 NĂM 2025', '2025-09'],
    ['THÁNG 9 - NĂM 2025', '2025-09'],
    ['tháng 9 (năm 2025)', '2025-09'],
    ['tháng 09/2025', '2025-09'],
    ['THÁNG 10 NĂM 2025'.normalize('NFD'), '2025-10'],
    ['Quý III/2025', '2025-Q3'],
    ['quý 3 năm 2025', '2025-Q3'],
    ['6 tháng đầu năm 2025', '2025-H1'],
    ['NĂM 2025', '2025'],
    ['Báo cáo tháng 9/2025 · Kết quả tháng 9 năm 2025', '2025-09'],
    ['THÁNG 9 NĂM 2025Đơn vị', '2025-09'],
  ])('%s → %s', (text, key) => {
    const period = periodInText(text);
    expect(period && periodKey(period)).toBe(key);
  });

  it.each([
    'Cổng dịch vụ công',
    'ngày 31/12/2025',
    'từ tháng 8/2025 đến tháng 9/2025',
    'Năm 2025 Tháng 9',
    'Tháng 9 của năm 2025',
    'Quyết định năm 2022, tháng 9/2025',
    'tháng 12025',
  ])('%s: asked, not guessed', (text) => {
    expect(periodInText(text)).toBeUndefined();
  });
});
