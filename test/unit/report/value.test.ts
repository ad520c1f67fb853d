/** The value grammar, row by row. */
import { describe, expect, test } from 'vitest';
import { readPoints } from '../../../core/report/read/value.ts';
import { LOOK, MEASURES, read, reading } from './cell-readings.ts';

const number = (value: number) => ({ kind: 'number', value });

describe('numbers', () => {
  test.each([
    ['95,5', 95.5],
    ['95.5', 95.5],
    ['02', 2],
    ['0,4', 0.4],
    ['0.955', 0.955],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['2.340.000', 2340000],
    ['1,234,567', 1234567],
    ['2 340 000', 2340000],
    ['1\u00a0234,5', 1234.5],
    ['95,123', 95.123],
    ['1234.567', 1234.567],
    ['-5', -5],
    ['−5,5', -5.5],
    ['+5', 5],
    ["'95", 95],
    ["95'", 95],
    ['95,5.', 95.5],
    ['９５，５', 95.5],
    ['  7 ', 7],
    ['\u200b7', 7],
    ['đạt 95,5', 95.5],
  ])('%j in a ratio column is %d', (text, value) => {
    expect(read(text, 'percentage')).toEqual({ reading: number(value), percent: false });
  });

  test.each([
    ['95,5 %', 95.5],
    ['95.5%', 95.5],
    ['95,5\u00a0%', 95.5],
    ['95,5％', 95.5],
    ['95 phần trăm', 95],
  ])('%j has a percent sign', (text, value) => {
    expect(read(text, 'percentage')).toEqual({ reading: { ...number(value), unit: '%' }, percent: true });
  });

  test.each(['count', 'numerator', 'denominator'] as const)('a dot parts thousands in a %s column', (measure) => {
    expect(reading('15.763', measure)).toEqual(number(15763));
    expect(reading('15.763 người', measure)).toEqual({ ...number(15763), unit: 'người' });
    // Things are counted whole: a fraction is no count.
    expect(reading('0.955', measure)).toEqual({ kind: 'text', text: '0.955' });
    expect(reading('15,763', measure)).toEqual({ kind: 'ambiguous', text: '15,763', candidates: [15.763, 15763] });
    expect(reading(15.763, measure)).toEqual({ kind: 'ambiguous', text: '15.763', candidates: [15.763, 15763] });
    expect(reading(15763, measure)).toEqual(number(15763));
  });

  test('a and b that are money have decimals, so there a dot is doubtful', () => {
    const counts = 'Tổng doanh thu (triệu đồng)';
    expect(reading(12.5, 'numerator')).toEqual({ kind: 'ambiguous', text: '12.5', candidates: [12.5, 12500] });
    expect(reading(12.5, 'numerator', { counts })).toEqual(number(12.5));
    expect(reading('12,5', 'denominator', { counts })).toEqual(number(12.5));
    expect(reading('1.234', 'denominator', { counts }).kind).toBe('ambiguous');
    expect(reading('1.234', 'denominator', { counts: 'Số đồng bào, cán bộ' })).toEqual(number(1234));
  });

  test.each(['percentage', 'rate', 'amount', 'points'] as const)('1.234 is ambiguous in a %s column', (measure) => {
    expect(reading('1.234', measure)).toEqual({ kind: 'ambiguous', text: '1.234', candidates: [1.234, 1234] });
    expect(reading('95.500%', measure)).toMatchObject({ kind: 'ambiguous', candidates: [95.5, 95500] });
  });

  test.each([
    ['10đ', 'points', 10, 'điểm'],
    ['20 điểm', 'points', 20, 'điểm'],
    ['6%/năm', 'rate', 6, '%/năm'],
    ['02 người', 'count', 2, 'người'],
    ['4 lần/ năm', 'count', 4, 'lần/năm'],
    ['2.340.000 triệu đồng', 'amount', 2340000, 'triệu đồng'],
    ['12 hộ gia đình', 'count', 12, 'hộ gia đình'],
    ['3 tổ CNSCĐ', 'count', 3, 'tổ CNSCĐ'],
  ] as const)('%j in a %s column is %d with the unit %j', (text, measure, value, unit) => {
    expect(reading(text, measure, { unit: 'tổ CNSCĐ' })).toEqual({ kind: 'number', value, unit });
  });

  test.each([
    ['25/30', 25, 30],
    ['25 / 30', 25, 30],
    ['1.200/1.500 hộ', 1200, 1500],
    ['5/12', 5, 12],
  ])('%j is a fraction', (text, a, b) => {
    expect(reading(text, 'percentage')).toEqual({ kind: 'fraction', a, b });
    expect(readPoints(text, LOOK).reading).toEqual({ kind: 'text', text });
  });

  test.each([
    ['≥90', 'gte', 90],
    ['>= 90', 'gte', 90],
    ['trên 90%', 'gt', 90],
    ['Trên 40%', 'gt', 40],
    ['tối thiểu 80%', 'gte', 80],
    ['từ 90% trở lên', 'gte', 90],
    ['90% trở lên', 'gte', 90],
    ['không quá 5', 'lte', 5],
    ['dưới 50%', 'lt', 50],
    ['phấn đấu đạt 70%', 'soft', 70],
    ['<5', 'lt', 5],
  ])('%j is a bound, not a result', (text, comparator, value) => {
    expect(reading(text, 'percentage')).toEqual({ kind: 'bound', comparator, value, text });
    expect(readPoints(text, LOOK).reading).toEqual({ kind: 'text', text });
  });

  test.each([
    '88 - 90%',
    '90-95',
    'khoảng 90',
    '~90',
    '(5)',
    '1.2.3',
    '12.34.567',
    '1,23,456',
    '12 34',
    '5 -',
    '- 5',
    '1e5',
    '0x10',
    '1/2*Điểm tối đa',
    'a/b',
    '25/30/2025',
    '05.11.2025',
    '15 nghìn',
    '2,5 triệu',
    '10 người và 3 hộ',
    '5 abc',
    '5,',
    ',5',
    '.5',
    'x',
    'Có',
    'Không',
    '12345678901234567',
    '8:30',
    'Infinity',
    'NaN',
    '1_000',
    '٣',
    'từ 5 đến 10',
    '=1+1',
    '5‰',
    '5 5 %',
  ])('%j is no number', (text) => {
    for (const measure of ['percentage', 'count', 'amount', 'points'] as const) {
      expect(reading(text, measure)).toEqual({ kind: 'text', text });
    }
  });
});

describe('number cells', () => {
  const percent = { ...LOOK, numberFormat: '0.0%' };
  test('a percent format shows hundredfold', () => {
    expect(read(0.955, 'percentage', {}, percent)).toEqual({ reading: number(95.5), percent: true });
    expect(read(1.1 * 0.1, 'percentage', {}, percent).reading).toEqual(number(11));
    expect(read(0.955, 'percentage')).toEqual({ reading: number(0.955), percent: false });
  });
  test('binary noise of formulas is not read', () => {
    expect(reading(0.1 + 0.2, 'amount')).toEqual(number(0.3));
    expect(reading(100 / 3, 'percentage')).toEqual(number(33.3333333333333));
  });
  test('25/12 that Excel made a date is text, not 46000', () => {
    expect(reading(46016, 'percentage', {}, { ...LOOK, numberFormat: 'd-mmm' })).toEqual({
      kind: 'text',
      text: '25/12/2025',
    });
    expect(reading(90, 'percentage', {}, { ...LOOK, numberFormat: '#,##0 "ngày"' })).toEqual(number(90));
    expect(reading(90, 'percentage', {}, { ...LOOK, numberFormat: '[Red]0.00" %"' })).toEqual(number(90));
  });
  test('serials are days in a date column, in both systems', () => {
    expect(reading(45601, 'date')).toEqual({ kind: 'date', date: '2024-11-05' });
    expect(reading(45601 - 1462, 'date', { date1904: true })).toEqual({ kind: 'date', date: '2024-11-05' });
    expect(reading(2024, 'date')).toEqual({ kind: 'bad-date', text: '2024' });
  });
});

describe('yes and no', () => {
  test.each(['x', 'X', 'x ', 'v', 'V', '✓', '✔', 'Có', 'CÓ', 'Co\u0301', 'Đạt', 'đạt.', '1', 'х'])(
    '%j is yes there only',
    (text) => {
      expect(reading(text, 'yes-no')).toEqual({ kind: 'yes' });
      if (text !== '1') expect(reading(text, 'count').kind).toBe('text');
    },
  );
  test.each(['Không', 'không', 'Chưa', 'Không đạt', 'CHƯA ĐẠT', '0'])('%j is no there only', (text) => {
    expect(reading(text, 'yes-no')).toEqual({ kind: 'no' });
    if (text !== '0') expect(reading(text, 'count').kind).toBe('text');
  });
  test('numbers and truth values', () => {
    expect(reading(1, 'yes-no')).toEqual({ kind: 'yes' });
    expect(reading(0, 'yes-no')).toEqual({ kind: 'no' });
    expect(reading(2, 'yes-no')).toEqual({ kind: 'text', text: '2' });
    expect(reading(true, 'yes-no')).toEqual({ kind: 'yes' });
    expect(reading(false, 'count')).toEqual({ kind: 'text', text: 'FALSE' });
    expect(reading('Có/Không', 'yes-no')).toEqual({ kind: 'missing' });
    expect(reading('☐ Có   ☐ Không', 'yes-no')).toEqual({ kind: 'missing' });
    expect(reading('[ ] Có; [x] Không', 'yes-no')).toEqual({ kind: 'no' });
    expect(reading('Đạt ☑ Không đạt ☐', 'yes-no')).toEqual({ kind: 'yes' });
    expect(reading('☑ Có ☑ Không', 'yes-no').kind).toBe('text');
    expect(reading('☑ Có ☐', 'yes-no').kind).toBe('text');
    expect(reading('Đạt 95%', 'yes-no')).toEqual({ kind: 'text', text: 'Đạt 95%' });
  });
  test('legacy words', () => {
    const font = { ...LOOK, font: '.VnTime' };
    expect(reading('Cã', 'yes-no', {}, font)).toEqual({ kind: 'yes' });
    expect(reading('Kh«ng ®¹t', 'yes-no')).toEqual({ kind: 'no' });
    expect(reading('20 ®iÓm', 'points', {}, font)).toEqual({ kind: 'number', value: 20, unit: 'điểm' });
    expect(reading('kh«ng ph¸t sinh', 'count')).toEqual({ kind: 'not-applicable', text: 'không phát sinh' });
  });
});

describe('nothing there', () => {
  test.each(MEASURES)('in a %s column', (measure) => {
    for (const text of ['', ' ', '\u00a0', '…….', '.........', '. . . .', '……%', '____', '\ufeff']) {
      expect(reading(text, measure)).toEqual({ kind: 'missing' });
    }
    expect(reading(null, measure)).toEqual({ kind: 'missing' });
    for (const text of ['-', '–', '—', 'KPS', 'kps', 'Không phát sinh']) {
      expect(reading(text, measure)).toEqual({ kind: 'not-applicable', text });
    }
    // To a question of yes or no it is the answer.
    for (const text of ['không có', 'Không có.']) {
      expect(reading(text, measure)).toEqual(measure === 'yes-no' ? { kind: 'no' } : { kind: 'not-applicable', text });
    }
    expect(reading({ error: '#REF!' }, measure)).toEqual({ kind: 'error', text: '#REF!' });
    expect(reading('#N/A', measure)).toEqual({ kind: 'error', text: '#N/A' });
    expect(reading('Err:502', measure)).toEqual({ kind: 'error', text: 'Err:502' });
  });
});

describe('dates and levels', () => {
  test('a date column', () => {
    expect(reading('05/11/2024', 'date')).toEqual({ kind: 'date', date: '2024-11-05' });
    expect(reading('31/02/2025', 'date')).toEqual({ kind: 'bad-date', text: '31/02/2025' });
    expect(reading('45601', 'date')).toEqual({ kind: 'date', date: '2024-11-05' });
    expect(reading('21-10-25', 'date')).toEqual({ kind: 'date', date: '2025-10-21' });
    expect(reading('5/11/24', 'date')).toEqual({ kind: 'date', date: '2024-11-05' });
    expect(reading('31/02/25', 'date')).toEqual({ kind: 'bad-date', text: '31/02/25' });
    expect(reading('21/10', 'date')).toEqual({ kind: 'bad-date', text: '21/10' });
    expect(reading('05/11/2024 (QĐ số 15/QĐ-UBND)', 'date')).toEqual({ kind: 'date', date: '2024-11-05' });
    expect(reading('05/11/2024 (2025)', 'date')).toMatchObject({ kind: 'bad-date' });
    expect(reading('99999', 'date')).toEqual({ kind: 'bad-date', text: '99999' });
    expect(reading('05/11/2024', 'percentage')).toEqual({ kind: 'text', text: '05/11/2024' });
  });
  test('a level is known by label or code, however it is typed', () => {
    const levels = [
      { code: 'head', label: 'Chủ tịch UBND xã' },
      { code: 'deputy', label: 'Cấp phó' },
      { code: '0', label: 'Khác' },
      { code: 'none', label: 'Không có' },
    ];
    expect(reading('không có', 'level', { levels })).toEqual({ kind: 'level', code: 'none' });
    expect(reading('KPS', 'level', { levels })).toEqual({ kind: 'not-applicable', text: 'KPS' });
    expect(reading('chủ  tịch UBND  xã', 'level', { levels })).toEqual({ kind: 'level', code: 'head' });
    expect(reading(0, 'level', { levels })).toEqual({ kind: 'level', code: '0' });
    expect(reading('Chủ tịch UB…', 'level', { levels })).toEqual({ kind: 'level', code: 'head' });
    expect(reading('C…', 'level', { levels })).toEqual({ kind: 'text', text: 'C…' });
    expect(reading('…', 'level', { levels })).toEqual({ kind: 'missing' });
    expect(reading('Chủ tịch', 'level', { levels })).toEqual({ kind: 'text', text: 'Chủ tịch' });
  });
});

describe('a remark behind a figure', () => {
  test.each([
    ['2 buổi, đạt kế hoạch', 2],
    ['05 buổi: tại nhà văn hóa', 5],
    ['6 buổi (tháng 3, tháng 9)', 6],
    ['3 buổi (ngày 12/3 và ngày 4/9/2025)', 3],
  ])('%j is %d', (text, value) => {
    expect(reading(text, 'count')).toMatchObject(number(value));
  });

  test.each([
    ['77,6% (đạt)', 77.6],
    ['= 99%', 99],
    ['71,2% số hộ', 71.2],
    ['86,25% trên tổng số', 86.25],
  ])('%j is %d per cent', (text, value) => {
    expect(read(text, 'percentage')).toMatchObject({ reading: number(value), percent: true });
  });

  test.each([
    '3 buổi (dự kiến)',
    '5 buổi, còn 2 buổi chưa tổ chức',
    '45 buổi (đã trừ 3)',
    '4 buổi, chưa đủ',
    '2 buổi (kế hoạch)',
  ])('%j changes what is meant and stays text', (text) => {
    expect(reading(text, 'count')).toEqual({ kind: 'text', text });
  });

  test.each(['85% kế hoạch', '85% số chỉ tiêu kế hoạch', '85% (chưa đủ)'])(
    '%j is another share and stays text',
    (text) => {
      expect(reading(text, 'percentage')).toEqual({ kind: 'text', text });
    },
  );
});
