/** Dates: day first, real days only. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDate, formatDate, readDate } from '../../../../core/sheet/grid/date.ts';
import { isDateFormat, isPercentFormat } from '../../../../core/sheet/grid/number-format.ts';
import { processorTime } from '../../processor-time.ts';

describe('readDate', () => {
  test.each([
    '05/11/2025',
    '5/11/2025',
    '5-11-2025',
    '05.11.2025',
    '5 / 11 / 2025',
    '05–11–2025',
    ' 05/11/2025. ',
    "'05/11/2025",
    'ngày 05 tháng 11 năm 2025',
    'Ngày 5 tháng 11 năm 2025',
    '05 tháng 11 năm 2025',
    'Tả Ma, ngày 05 tháng 11 năm 2025',
    'ngày 05/11/2025',
    'nga\u0300y 05 tha\u0301ng 11 na\u0306m 2025',
    '2025-11-05',
    '2025-11-05T08:30:00Z',
    '05/11/2025 08:30',
    '０５/１１/２０２５',
    '05/11/2025, 08:30:15',
    '05/11/2025 8h30',
    '05/11/2025 lúc 8 giờ 30',
    '2025/11/05',
    '45966',
  ])('%j', (text) => expect(readDate(text)).toBe('2025-11-05'));

  test.each([
    '31/02/2025',
    '29/02/2025',
    '00/11/2025',
    '05/13/2025',
    '11/2025',
    '2025',
    '05/11/25',
    '05/11',
    'tháng 11 năm 2025',
    '',
    'ngày … tháng … năm 2025',
    'ngày     tháng    năm 2022',
    '5/11/2025/1',
    '4560',
    '99999',
    '05/11/0025',
    '05/11/2205',
    'trước 05/11/2025',
    '05/11/2025 - 06/11/2025',
    'KH 05/11/2025',
  ])('%j is none', (text) => expect(readDate(text)).toBe(null));

  test('leap days', () => {
    expect(readDate('29/02/2024')).toBe('2024-02-29');
    expect(readDate('29/02/1900')).toBe(null);
  });

  test('serials: as Excel counts them, in the years a report can be from', () => {
    expect(readDate(45601)).toBe('2024-11-05');
    expect(readDate(45601.75)).toBe('2024-11-05');
    expect(readDate(44139, true)).toBe('2024-11-05');
    for (const none of [2025, 20251105, 0, -1, Number.NaN, Number.POSITIVE_INFINITY, 73051])
      expect(readDate(none)).toBe(null);
  });

  const days = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));
  test('every day comes back from its printed form, its words and its serial', () => {
    fc.assert(
      fc.property(days, (iso) => {
        const [year, month, day] = iso.split('-');
        expect(readDate(formatDate(iso))).toBe(iso);
        expect(readDate(`ngày ${day} tháng ${month} năm ${year}`)).toBe(iso);
        expect(readDate((Date.parse(iso) - Date.parse('1899-12-30')) / 86_400_000)).toBe(iso);
      }),
    );
  });
});

describe('findDate', () => {
  test.each([
    ['Kế hoạch số 15/KH-UBND ngày 05/11/2025 của UBND xã', '2025-11-05'],
    ['Quyết định 12/QĐ-UBND, ngày 5 tháng 11 năm 2025', '2025-11-05'],
    ['Ngày báo cáo: 05.11.2025', '2025-11-05'],
    ['ngày 31/02/2025', null],
  ])('%j', (text, date) => expect(findDate(text)).toMatchObject({ date }));
  test.each(['số 15/2025/KH', '1.2.3', 'năm 2025', 'ngày   tháng   năm 2025', '', '10/12/20255', '1/05/11/2025'])(
    '%j holds none',
    (text) => expect(findDate(text)).toBe(null),
  );
  test('100 kB is quick', () => {
    const work = processorTime(() => {
      for (const part of ['1', '1/', 'ngày ', ' ', '05 tháng ', '1.1.']) {
        findDate(part.repeat(100_000));
        readDate(part.repeat(100_000));
      }
    });
    expect(work).toBeLessThan(1500);
  });
});

describe('number formats', () => {
  test.each(['dd/mm/yyyy', 'd-mmm', '[$-42A]dd/mm/yyyy', 'mmm-yy', 'h:mm', '[h]:mm:ss', '"ngày "dd', 'm/d/yy h:mm'])(
    '%s is a date',
    (format) => expect(isDateFormat(format)).toBe(true),
  );
  test.each([
    'General',
    '',
    '0',
    '#,##0',
    '0.0%',
    '@',
    '#,##0 "đồng"',
    '0\\d',
    '[Red]0',
    '_-* #,##0_-',
    '0.00E+00',
    'General" hộ"',
    '#,##0 [$VND]',
    '0;[Red]-0;"dmy"',
  ])('%s is none', (format) => expect(isDateFormat(format)).toBe(false));
  test('percent', () => {
    expect(isPercentFormat('0.0 %')).toBe(true);
    expect(isPercentFormat('0"%"')).toBe(false);
    expect(isPercentFormat('0\\%')).toBe(false);
  });
});
