/**
 * The grammar of periods: what titles of portals and reports say, what only looks like a period, and any composition of
 * the words.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Period, periodDays, periodKey } from '../../../../core/base/period/period.ts';
import { periodInText, periodSaid } from '../../../../core/base/period/period-text.ts';

function periodWords(text: string): string {
  const found = periodSaid(text);
  if (found.kind === 'one') return periodKey(found.period);
  return found.kind === 'none' ? 'none' : `? ${found.candidates.map(periodKey).join(' ')}`.trim();
}

describe('periodSaid', () => {
  it.each([
    ['BẢNG TỔNG HỢP (THÁNG 9) NĂM 2025', '2025-09'],
    ['BẢNG TỔNG HỢP (THANG 9) NĂM 2025', '2025-09'],
    ['Số liệu Quy III/2025', '2025-Q3'],
    ['Kết quả 6 thang dau nam 2025', '2025-H1'],
    ['Việt Nam 2025, xã Thang Mố tháng 9 năm 2025', '2025-09'],
    ['Cổng dịch vụ công Việt Nam 2025', 'none'],
    ['THÁNG 9 - NĂM 2025', '2025-09'],
    ['tháng 9 (năm 2025)', '2025-09'],
    ['Tháng 9 của năm 2025', '2025-09'],
    ['Tháng: 9 Năm: 2025', '2025-09'],
    ['tháng 09/2025', '2025-09'],
    ['T9/2025', '2025-09'],
    ['Kỳ 09/2025', '2025-09'],
    ['THÁNG 10 NĂM 2025'.normalize('NFD'), '2025-10'],
    ['tháng mười hai năm 2025', '2025-12'],
    ['tháng năm năm 2025', '2025-05'],
    ['THÁNG 9 NĂM 2025Đơn vị', '2025-09'],
    ['Báo cáo tháng 9/2025 · Kết quả tháng 9 năm 2025', '2025-09'],
    ['Quý III/2025', '2025-Q3'],
    ['Quí 3 năm 2025', '2025-Q3'],
    ['Quý Ⅲ năm 2025', '2025-Q3'],
    ['Q3/2025', '2025-Q3'],
    ['tháng 7, 8, 9 năm 2025', '2025-Q3'],
    ['6 THÁNG NĂM 2025', '2025-H1'],
    ['sáu tháng đầu năm 2025', '2025-H1'],
    ['nửa cuối năm 2025', '2025-H2'],
    ['Quý I, II năm 2025', '2025-H1'],
    ['NĂM 2025', '2025'],
    ['2025', '2025'],
    ['12 tháng năm 2025', '2025'],
    ['kỳ báo cáo: 2025', '2025'],
    ['9 THÁNG ĐẦU NĂM 2025', '2025-01-01..2025-09-30'],
    ['9 THÁNG NĂM 2025', '2025-01-01..2025-09-30'],
    ['Lũy kế 9 tháng năm 2025', '2025-01-01..2025-09-30'],
    ['LUỸ KẾ ĐẾN THÁNG 9 NĂM 2025', '2025-01-01..2025-09-30'],
    ['lũy kế từ đầu năm đến hết ngày 15/9/2025', '2025-01-01..2025-09-15'],
    ['từ tháng 1 đến tháng 9 năm 2025', '2025-01-01..2025-09-30'],
    ['tháng 1-9/2025', '2025-01-01..2025-09-30'],
    ['từ quý I đến quý III năm 2025', '2025-01-01..2025-09-30'],
    ['từ tháng 8/2025 đến tháng 9/2025', '2025-08-01..2025-09-30'],
    ['NĂM 2025 (Từ 01/01 đến 30/09)', '2025-01-01..2025-09-30'],
    ['từ 01/01 đến 30/09/2025', '2025-01-01..2025-09-30'],
    ['Từ ngày: 01/01/2025 Đến ngày: 30/09/2025', '2025-01-01..2025-09-30'],
    ['Từ 00:00 01/01/2025 đến 23:59 30/09/2025', '2025-01-01..2025-09-30'],
    ['từ ngày 01 tháng 7 năm 2025 đến ngày 30 tháng 9 năm 2025', '2025-Q3'],
    ['15/12/2024 - 14/9/2025', '2024-12-15..2025-09-14'],
    ['TUẦN 38 (15/9/2025 - 21/9/2025)', '2025-09-15..2025-09-21'],
    ['trong ngày 15/9/2025', '2025-09-15..2025-09-15'],
    ['Quý III/2025 (tính đến 30/9/2025)', '2025-Q3'],
    ['Số liệu tự động cập nhật đến 00:00 ngày 01/10/2025. THÁNG 9 NĂM 2025', '2025-09'],
    ['Quyết định số 766/QĐ-TTg ngày 23 tháng 6 năm 2022 · tháng 9 năm 2025', '2025-09'],
    ['So với cùng kỳ năm 2024, tháng 9 năm 2025', '2025-09'],
    ['Thông tư 01/2020/TT-VPCP · Quý III năm 2025', '2025-Q3'],
    ['bao cao thang 9 nam 2025', '2025-09'],
    ['quy III nam 2025', '2025-Q3'],
    ['2025-Q3', '2025-Q3'],
  ])('%s → %s', (text, key) => {
    expect(periodWords(text)).toBe(key);
    expect(periodWords(text.normalize('NFD'))).toBe(key);
  });

  it.each([
    ['TUẦN 38 NĂM 2025', '? 2025-09-15..2025-09-21'],
    ['LŨY KẾ ĐẾN THÁNG 9', '?'],
    ['TỪ THÁNG 1 ĐẾN THÁNG 9', '?'],
    ['Tháng 9', '?'],
    ['tính đến ngày 15 tháng 9 năm 2025', '? 2025-01-01..2025-09-15'],
    ['NĂM 2025 tính đến ngày 15/9/2025', '? 2025 2025-01-01..2025-09-15'],
    ['Quý III năm 2025 (từ ngày 15/6/2025 đến ngày 14/9/2025)', '? 2025-Q3 2025-06-15..2025-09-14'],
    ['Kết quả tháng 9 và 9 tháng đầu năm 2025', '? 2025-01-01..2025-09-30 2025-09'],
    ['lũy kế tháng 9 năm 2025', '? 2025-01-01..2025-09-30 2025-09'],
    ['Năm 2025 Tháng 9', '? 2025 2025-09'],
    ['Kế hoạch năm 2025 · Quý III năm 2025', '? 2025-Q3 2025'],
    ['năm 2024 và năm 2025', '? 2024 2025'],
    ['từ đầu năm đến nay', '?'],
    ['Tuần 3 tháng 9 năm 2025', '?'],
    ['THÁNG ... NĂM 2025', '?'],
    ['Tháng 13 năm 2025', '?'],
    ['từ ngày 31/2/2025 đến 30/9/2025', '?'],
    ['từ ngày 30/9/2025 đến ngày 01/01/2025', '?'],
  ])('%s is unclear: %s', (text, candidates) => {
    expect(periodWords(text)).toBe(candidates);
    expect(periodInText(text)).toBeUndefined();
  });

  it.each([
    'Cổng dịch vụ công',
    'Tân Linh, ngày 05 tháng 10 năm 2025',
    'ngày 05 tháng 10 năm 2025',
    'ngày … tháng … năm 2025',
    'ngày 31/12/2025',
    'giai đoạn 2021-2025',
    'năm học 2024-2025',
    'đến năm 2030',
    'Quyết định 24/2024',
    'UBND tỉnh Quảng Nam',
    'VIET NAM 2025',
    'tháng 12025',
  ])('%s names no period', (text) => {
    expect(periodWords(text)).toBe('none');
  });

  const year = fc.integer({ min: 2001, max: 2099 });
  const ofYear = fc.constantFrom(' năm ', '/', ' - năm ', ' (năm ', ' của năm ', ', năm ', ' - ', ' ');
  const roman = ['I', 'II', 'III', 'IV'];
  const two = (n: number) => String(n).padStart(2, '0');
  const wording = fc.oneof(
    fc.tuple(year, fc.constantFrom('Năm ', 'năm: ', 'Kỳ báo cáo: ')).map(([y, head]) => [`${head}${y}`, `${y}`]),
    fc
      .tuple(year, fc.integer({ min: 1, max: 12 }), ofYear, fc.boolean())
      .map(([y, m, of, pad]) => [`tháng ${pad ? two(m) : m}${of}${y}`, `${y}-${two(m)}`]),
    fc
      .tuple(year, fc.integer({ min: 1, max: 4 }), ofYear, fc.boolean())
      .map(([y, q, of, r]) => [`Quý ${r ? roman[q - 1] : q}${of}${y}`, `${y}-Q${q}`]),
    fc
      .tuple(year, fc.constantFrom(...[2, 4, 5, 7, 8, 9, 10, 11]), fc.constantFrom(' tháng đầu', ' tháng'))
      .map(([y, n, word]) => [`${n}${word} năm ${y}`, `${y}-01-01..${periodDays(month(y, n)).to}`]),
    fc
      .tuple(year, fc.integer({ min: 1, max: 7 }), fc.constantFrom(2, 4, 5), fc.boolean())
      .map(([y, a, n, twice]) => [
        `từ tháng ${a}${twice ? `/${y}` : ''} đến ${n % 2 ? 'hết ' : ''}tháng ${a + n - 1} năm ${y}`,
        spanKey(periodDays(month(y, a)).from, periodDays(month(y, a + n - 1)).to),
      ]),
    fc
      .tuple(year, fc.integer({ min: 2, max: 28 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 2 }))
      .map(([y, d, m, form]) => [
        [
          `từ ngày ${two(d)}/${two(m)}/${y - 1} đến ngày 14/12/${y}`,
          `Từ ngày: ${d}-${m}-${y - 1} Đến ngày: 14-12-${y}`,
          `từ ngày ${d} tháng ${m} năm ${y - 1} đến hết ngày 14 tháng 12 năm ${y}`,
        ][form] ?? '',
        `${y - 1}-${two(m)}-${two(d)}..${y}-12-14`,
      ]),
  );
  const before = fc.constantFrom(
    '',
    'BÁO CÁO ',
    'Tình hình giải quyết hồ sơ – ',
    'UBND xã Tân Linh (',
    '1. Biểu 06a: ',
  );
  const after = fc.constantFrom('', ')', ' của UBND xã Ta Ma', '. Hà Nội, ngày 05 tháng 10 năm 2031', ' | Cổng 1022');
  const shape = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text.normalize('NFD'),
    (text) => text.replaceAll(' ', '\u00a0 '),
    (text) => text.replaceAll('-', '–'),
  );

  it('reads any composition of the words as the one period it names', () => {
    fc.assert(
      fc.property(wording, before, after, shape, ([text = '', key], head, tail, shaped) => {
        expect(periodWords(shaped(`${head}${text}${tail}`))).toBe(key);
      }),
      { numRuns: 1500, seed: 20251122 },
    );
  });

  it('never chooses one of two different periods', () => {
    fc.assert(
      fc.property(wording, wording, ([first = '', a], [second = '', b]) => {
        const both = periodWords(`${first} · ${second}`);
        if (a === b) expect(both).toBe(a);
        // A year is the frame of days within it; of all others each is offered.
        else if (both.startsWith('?')) expect(both).toMatch(/^\?/);
        else expect([a, b].filter((key) => key !== both && /^\d{4}$/.test(key ?? ''))).toHaveLength(1);
      }),
      { numRuns: 800, seed: 7 },
    );
  });

  it('holds of any text: no error, and a period has its words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        if (!/20\d\d/.test(text)) expect(periodSaid(text).kind).not.toBe('one');
      }),
      { numRuns: 500, seed: 3 },
    );
    expect(periodSaid('tháng '.repeat(100_000)).kind).toBe('none');
  });
});

function month(year: number, number: number): Period {
  return { kind: 'month', year, month: number };
}

/** Key of days that may be a named period. */
function spanKey(from: string, to: string): string {
  const [first, last] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))];
  if (first === 1 && last === 6) return `${from.slice(0, 4)}-H1`;
  if (first === 7 && last === 12) return `${from.slice(0, 4)}-H2`;
  return `${from}..${to}`;
}
