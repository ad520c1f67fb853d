/** The worksheet functions over the real movements and observations; errors as Excel shows them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import { findMovement, MOVEMENTS } from '../../core/movements/index.ts';
import { capturesFileSchema } from '../../core/portal/indicator/observation.ts';
import { associateFunctions, FUNCTIONS } from '../../excel-addin/functions/associate.ts';
import {
  type BookData,
  forgetBookData,
  NO_BOOK_DATA,
  readBookDataWith,
} from '../../excel-addin/functions/book-data.ts';
import { indicator, numberFromText, points, unicode } from '../../excel-addin/functions/functions.ts';
import { readBookData } from '../../excel-addin/functions/read-book-data.ts';
import type { HostBook } from '../../session/host/port.ts';
import { openExcel } from '../excel-host/client.ts';
import { toTcvn3, toVni } from '../fixtures/legacy-letters.ts';

class CellError extends Error {
  readonly code: string;
  constructor(code: string, message?: string) {
    super(message);
    this.code = code;
  }
}

const TA_MA = 'ta-ma-2023-2030';
const OBSERVATIONS = capturesFileSchema.parse(
  JSON.parse(readFileSync(new URL('../../cli/demo/captures.json', import.meta.url), 'utf8')),
).observations;

const associated = new Map<string, (...args: unknown[]) => Promise<unknown>>();
beforeEach(() => {
  vi.stubGlobal('CustomFunctions', {
    Error: CellError,
    ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A' },
    associate: (id: string, run: never) => associated.set(id, run),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  forgetBookData();
});

const withBook = (data: Partial<BookData>) => {
  const read = vi.fn(async () => ({ ok: true as const, value: { ...NO_BOOK_DATA, ...data } }));
  readBookDataWith(read);
  return read;
};

describe('THIDUA.DIEM', () => {
  test.each([
    // 1.1 of villages: 8 points in proportion to 50 %; 1.2: 12 points over 40 %.
    ['1.1', 25, 'Bản', 4],
    ['1.1', '25 %', 'village', 4],
    ['1.1', '72/90', 'bản', 8],
    ['1.1', 0, 'Bản', 0],
    ['1.2', '40,5%', 'Bản', 12],
    // Offices: parts of a composed criterion, a count, a level, a date as Excel hands it (4/11/2025 = 45965), a
    // deduction.
    ['1.2.a', 'x', 'Cơ quan, đơn vị', 1.5],
    ['1.2.a', false, 'Cơ quan, đơn vị', 0],
    ['3.2', 1, 'Cơ quan, đơn vị', 2],
    ['6.2', 'Xếp thứ nhất', 'Cơ quan, đơn vị', 2],
    ['5.1', 45965, 'Cơ quan, đơn vị', 6],
    ['5.1', '5/11/2025', 'Cơ quan, đơn vị', 0],
    ['7.1', 1, 'Cơ quan, đơn vị', -2],
  ])('criterion %s with %s of %s earns %s', async (code, value, audience, expected) => {
    const name = audience.startsWith('Cơ quan') ? 'agency' : audience;
    expect(await points(code, value, name, TA_MA, '2025')).toBe(expected);
  });

  test('every criterion of every bundled movement answers points within its range or says why not', async () => {
    let scored = 0;
    for (const movement of MOVEMENTS) {
      for (const { kind } of movement.audiences) {
        for (const criterion of criteriaSetFor(movement, kind, null)?.criteria ?? []) {
          const asked = points(criterion.code, '100', kind, movement.id);
          const [result] = await Promise.allSettled([asked]);
          if (result.status === 'rejected') {
            expect(result.reason).toBeInstanceOf(CellError);
            expect((result.reason as CellError).message).toMatch(/\p{Lu}.+/u);
          } else {
            scored++;
            const least = criterion.rule.kind === 'deduction' ? -criterion.rule.cap : 0;
            expect(result.value * 100).toBeGreaterThanOrEqual(least);
            expect(result.value * 100).toBeLessThanOrEqual(criterion.maxPoints);
          }
        }
      }
    }
    expect(scored).toBeGreaterThan(100);
  });

  test.each([
    ['9.9', 50, 'village', '#VALUE!', 'không có tiêu chí "9.9"'],
    ['1.1', 50, 'Hợp tác xã', '#VALUE!', 'không có đối tượng'],
    ['1.1', 'nhiều', 'village', '#N/A', 'không đọc được'],
    ['1.1', '', 'village', '#N/A', 'Chưa có số liệu'],
    ['1.1', 0.955, 'village', '#VALUE!', '95,5 chứ không phải 0,955'],
    ['1.2', 50, 'agency', '#VALUE!', 'gồm nhiều phần'],
    ['4.3', 50, 'agency', '#N/A', 'Hội đồng'],
  ])('%s of %s for %s → %s', async (code, value, audience, cell, words) => {
    await expect(points(code, value, audience, TA_MA, '2025')).rejects.toMatchObject({
      code: cell,
      message: expect.stringContaining(words),
    });
  });

  test('without a movement argument the movement in force in the workbook counts, with its own criteria and period', async () => {
    const movement = findMovement(TA_MA)!;
    const edited = {
      ...movement,
      criteriaSets: movement.criteriaSets.map((set) => ({
        ...set,
        criteria: set.criteria.map((criterion) =>
          criterion.code === '1.1' ? { ...criterion, maxPoints: 1000 } : criterion,
        ),
      })),
    };
    withBook({ movement: edited, period: { kind: 'year', year: 2025 } });
    expect(await points('1.1', 25, 'village')).toBe(5);
    expect(await points('5.1', '4/11/2025', 'agency')).toBe(6);
    withBook({});
    forgetBookData();
    await expect(points('1.1', 25, 'village')).rejects.toMatchObject({
      code: '#N/A',
      message: expect.stringContaining('chưa chọn phong trào'),
    });
    await expect(points('1.1', 25, 'village', 'xa-la')).rejects.toMatchObject({
      code: '#VALUE!',
      message: expect.stringContaining(TA_MA),
    });
  });

  test('Excel’s own data types are taken by the value inside, an error value is no figure', async () => {
    expect(await points('1.1', { type: 'FormattedNumber', basicValue: 25 }, 'village', TA_MA)).toBe(4);
    await expect(points('1.1', { type: 'Error', basicValue: '#REF!' }, 'village', TA_MA)).rejects.toMatchObject({
      code: '#N/A',
    });
  });
});

describe('THIDUA.DOISO', () => {
  test.each([
    ['1.234,5', false, 1234.5],
    ['95,5%', false, 95.5],
    ['2.340.000', false, 2_340_000],
    ['1.234', true, 1234],
    ['-3', false, -3],
    [12.5, false, 12.5],
  ])('%s (count: %s) → %s', (text, whole, expected) => {
    expect(numberFromText(text, whole)).toBe(expected);
  });

  test.each([
    ['1.234', '1,234 hoặc 1234'],
    ['', 'Ô trống'],
    ['khoảng 90', 'không phải'],
    ['≥90', 'không phải'],
  ])('%s → #VALUE! with the reason', (text, words) => {
    expect(() => numberFromText(text)).toThrow(
      expect.objectContaining({ code: '#VALUE!', message: expect.stringContaining(words) }),
    );
  });
});

describe('THIDUA.DOICHU', () => {
  const text = 'Báo cáo kết quả chuyển đổi số của bản';

  test.each([
    ['TCVN3', toTcvn3],
    ['VNI', toVni],
  ])('text in %s comes out in Unicode', (_, written) => {
    expect(unicode(written(text))).toBe(text);
  });

  test('Unicode stays, composed', () => {
    expect(unicode(text.normalize('NFD'))).toBe(text);
    expect(unicode('Word 2010')).toBe('Word 2010');
  });
});

describe('THIDUA.CHISO', () => {
  const [first] = OBSERVATIONS;

  test('the captured value, by code or name, any spelling', async () => {
    withBook({ observations: OBSERVATIONS });
    expect(await indicator(first!.indicator, first!.unit.name, first!.period!)).toBe(first!.value);
    expect(await indicator('tỷ lệ hồ sơ tiếp nhận trực tuyến', `  ${first!.unit.name.toUpperCase()} `, '2025')).toBe(
      60,
    );
  });

  test('the latest capture counts, and an unpublished figure is not zero', async () => {
    const later = {
      ...first!,
      value: 77,
      provenance: { ...first!.provenance, capturedAt: '2025-12-31T08:00:00+07:00' },
    };
    withBook({ observations: [later, ...OBSERVATIONS] });
    expect(await indicator(first!.indicator, first!.unit.name, first!.period!)).toBe(77);
    withBook({ observations: [{ ...first!, value: null }] });
    await expect(indicator(first!.indicator, first!.unit.name, first!.period!)).rejects.toMatchObject({ code: '#N/A' });
  });

  test('by another name of the register and by the portal’s code', async () => {
    const register = [
      {
        name: 'Ủy ban',
        otherNames: ['VP UBND'],
        audience: 'agency',
        registered: true,
        received: null,
        women: null,
        facts: [],
        awards: [],
        portalCode: first!.unit.code!,
      },
    ];
    withBook({ observations: OBSERVATIONS, register });
    expect(await indicator(first!.indicator, 'vp ubnd', first!.period!)).toBe(first!.value);
  });

  test.each([
    ['MDSH', 'Bản Không Có', '2025', '#N/A', 'Số hóa hồ sơ của Bản Không Có, kỳ 2025'],
    ['MDSH', 'Bản', 'quý bốn', '#VALUE!', 'Kỳ "quý bốn"'],
  ])('%s of %s in %s → %s', async (code, unit, period, cell, words) => {
    withBook({ observations: OBSERVATIONS });
    await expect(indicator(code, unit, period)).rejects.toMatchObject({
      code: cell,
      message: expect.stringContaining(words),
    });
  });
});

describe('reading the workbook', () => {
  test('a formula calculated before the page is ready waits for it, and gives up in time', async () => {
    vi.resetModules();
    vi.useFakeTimers();
    const fresh = await import('../../excel-addin/functions/book-data.ts');
    const waiting = fresh.bookData();
    await vi.advanceTimersByTimeAsync(3000);
    fresh.readBookDataWith(async () => ({ ok: true, value: NO_BOOK_DATA }));
    expect(await waiting).toEqual({ ok: true, value: NO_BOOK_DATA });

    vi.resetModules();
    const never = await import('../../excel-addin/functions/book-data.ts');
    const answer = never.bookData();
    await vi.advanceTimersByTimeAsync(16_000);
    expect(await answer).toMatchObject({ ok: false, refusal: { code: 'no-workbook' } });
  });

  test('settings, criteria, register and captures come from our own tables', async () => {
    const table = (name: string, sheet: string, columns: string[], rows: (string | number | null)[][]) => ({
      ...{ name, sheet, columns, rows },
      range: { top: 0, left: 0, bottom: rows.length, right: columns.length - 1 },
    });
    const book: HostBook = {
      name: 'Thi đua.xlsx',
      book: { sheets: [], date1904: false, styles: [], macros: false, externalLinks: [] },
      tables: [
        table(
          'TDS_CaiDat',
          'Cài đặt',
          ['Mục', 'Giá trị', 'Ghi chú'],
          [
            ['Phong trào', TA_MA, null],
            ['Kỳ báo cáo', '2025', null],
          ],
        ),
        table(
          'TDS_ChiSo',
          'Chỉ số',
          ['Chỉ số', 'Đơn vị', 'Kỳ', 'Giá trị', 'Thời điểm ghi nhận', 'Bộ đọc'],
          [
            ['MDSH', 'Bản Hua Sát', '2025', 17.5, '2025-12-01T08:00:00+07:00', 'thử 1'],
            ['MDSH', 'Bản Thớ Tỷ', '2025', null, '2025-12-01T08:00:00+07:00', 'thử 1'],
          ],
        ),
      ],
      sheetIds: new Map(),
      traffic: { syncs: 2, bytesUp: 0, bytesDown: 0 },
    };
    readBookDataWith(() => readBookData({ read: async () => ({ ok: true, value: book }) }));
    expect(await points('5.1', '4/11/2025', 'agency')).toBe(6);
    expect(await indicator('Số hóa hồ sơ', 'bản hua sát', '2025')).toBe(17.5);
    await expect(indicator('MDSH', 'Bản Thớ Tỷ', '2025')).rejects.toMatchObject({ code: '#N/A' });
  });

  test('a burst of a thousand formulas reads it once, a later one anew', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const read = withBook({ observations: OBSERVATIONS });
    const ask = () => indicator(OBSERVATIONS[0]!.indicator, OBSERVATIONS[0]!.unit.name, '2025');
    await Promise.all(Array.from({ length: 1000 }, ask));
    expect(read).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(31_000);
    await ask();
    expect(read).toHaveBeenCalledTimes(2);
    forgetBookData();
    await ask();
    expect(read).toHaveBeenCalledTimes(3);
  });

  test('a refusal is shown in the cell and not cached', async () => {
    const read = vi.fn(async () => ({
      ok: false as const,
      refusal: { code: 'editing', message: 'Đang có một ô được sửa dở.' },
    }));
    readBookDataWith(read);
    await expect(indicator('MDSH', 'Bản', '2025')).rejects.toMatchObject({
      code: '#N/A',
      message: 'Đang có một ô được sửa dở.',
    });
    await expect(indicator('MDSH', 'Bản', '2025')).rejects.toMatchObject({ code: '#N/A' });
    expect(read).toHaveBeenCalledTimes(2);
  });
});

/** The names Excel has itself, as its own client lists them: `UNICODE` of `Excel.Functions.unicode`. */
function builtIn(): ReadonlySet<string> {
  openExcel();
  const { prototype } = (Excel as unknown as { readonly Functions: { readonly prototype: object } }).Functions;
  return new Set(Object.getOwnPropertyNames(prototype).map((name) => name.replaceAll('_', '.').toUpperCase()));
}

test('each name is one Excel takes: a letter first, three at least, no cell, none of Excel’s own', async () => {
  const { functions } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../excel-addin/functions/functions.json'), 'utf8'),
  ) as {
    functions: { id: string; name: string }[];
  };
  const taken = builtIn();
  expect(taken.has('UNICODE') && taken.has('SUM')).toBe(true);
  expect(functions.map(({ id }) => id)).toEqual(Object.keys(FUNCTIONS));
  for (const { id, name } of functions) {
    expect(id).toMatch(/^[A-Z][A-Z0-9_.]{2,}$/);
    expect(name).toMatch(/^\p{Lu}[\p{Lu}\p{N}_.]{2,}$/u);
    for (const text of [id, name]) {
      expect(text).not.toMatch(/^([A-Z]{1,3}\d+|R\d+C\d+)$/);
      expect(taken.has(text), text).toBe(false);
    }
  }
});

test('each function is registered with Excel at once, and each runs', async () => {
  associateFunctions();
  expect([...associated.keys()]).toEqual(Object.keys(FUNCTIONS));
  expect(await associated.get('DOISO')?.('1.234,5')).toBe(1234.5);
  await expect(associated.get('DIEM')?.('1.1', 50, 'x', TA_MA)).rejects.toMatchObject({ code: '#VALUE!' });
});
