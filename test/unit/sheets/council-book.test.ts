import fc from 'fast-check';
import { HyperFormula } from 'hyperformula';
import { describe, expect, it } from 'vitest';
import { fromPoints } from '../../../core/base/quantity/points.ts';
import type { ScoreSheet } from '../../../core/judge/score/score-sheet.ts';
import { fromA1 } from '../../../core/sheet/grid/address.ts';
import { type Book, cellAt, isCellError } from '../../../core/sheet/grid/sheet.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import { shareAddress, TOTALS, totalAddress, totalsOf } from '../../../core/sheets/council/unit-sheet.ts';
import { councilSheets } from '../../../core/sheets/council-book.ts';
import { drawn } from '../../draws.ts';
import { flag, point, report, runResult, scoreSheet } from './sample-run.ts';

const OWN = ['Tóm tắt', 'Tổng hợp', 'Kết quả toàn xã', 'Xếp hạng', 'Cảnh báo', 'Chỉ số', 'Đơn vị'];

const SUMMARY_COLUMN = { self: 3, points: 4, low: 8, high: 9, max: 10 } as const;

const sheetNamed = (book: Book, name: string) => book.sheets.find((sheet) => sheet.name === name)!;

function bookOf(scores: readonly ScoreSheet[], change: Parameters<typeof runResult>[1] = {}): Book {
  const book = readBook(newBook(councilSheets(runResult(scores, change))));
  if (!book.ok) throw new Error(book.refusal.message);
  return book.value;
}

/** The book in a spreadsheet engine, with formulas and without our cached results. */
function recompute(book: Book): HyperFormula {
  const sheets = Object.fromEntries(
    book.sheets.map((sheet) => {
      const rows: (string | number | boolean | null)[][] = [];
      for (const [row, cells] of sheet.rows) {
        for (const cell of cells) {
          while (rows.length <= row) rows.push([]);
          const line = rows[row]!;
          while (line.length <= cell.column) line.push(null);
          const value = isCellError(cell.value) ? null : cell.value;
          line[cell.column] = cell.formula ? `=${cell.formula}` : typeof value === 'string' ? `'${value}` : value;
        }
      }
      return [sheet.name, rows];
    }),
  );
  return HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3' });
}

const points = fc.integer({ min: -500, max: 60_000 });
const randomScore = fc
  .array(
    fc.record({
      points,
      self: fc.option(points),
      extra: fc.nat(700),
      max: fc.integer({ min: 0, max: 60_000 }),
      bonus: fc.boolean(),
      proposed: fc.option(points, { freq: 8 }),
    }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .chain((rows) => {
    const lines = rows.map((row, index) =>
      point(`1.${index + 1}`, row.points, {
        self: row.self,
        high: row.points + row.extra,
        max: row.bonus ? 0 : row.max,
        bonus: row.bonus,
        proposal: row.proposed === null ? null : { points: row.proposed, reason: 'x', who: 'A', open: true },
      }),
    );
    return fc.record({
      lines: fc.constant(lines),
      // Rules over the whole sheet may take the total anywhere: gates to 0, a cap on the bonus.
      total: fc.option(fc.nat(60_000)),
      self: fc.option(fc.nat(60_000)),
    });
  })
  .map(({ lines, total, self }) => {
    const plain = scoreSheet('Bản A', lines);
    const max = Math.max(0, plain.max);
    const counted = Math.max(0, total ?? plain.total);
    const share = max === 0 ? 0 : Math.floor((20_000 * counted + max) / (2 * max));
    return { ...plain, self, total: counted, low: counted, high: counted + 300, max, share };
  });

describe('the council workbook', () => {
  it('has totals whose formulas give the totals of the core, to the hundredth', () => {
    fc.assert(
      fc.property(randomScore, (score) => {
        const book = bookOf([score]);
        const engine = recompute(book);
        const sheet = engine.getSheetId('Bản A')!;
        const summary = engine.getSheetId('Tổng hợp')!;
        const valueAt = (id: number, address: string) => {
          const { row, column: col } = fromA1(address)!;
          return engine.getCellValue({ sheet: id, row, col });
        };
        for (const key of TOTALS) {
          const expected = totalsOf(score)[key];
          const value = valueAt(sheet, totalAddress(key, score));
          expect(value, key).toBe(expected === null ? null : fromPoints(expected));
          expect(
            engine.getCellValue({ sheet: summary, row: 7, col: SUMMARY_COLUMN[key] }) ?? null,
            `Tổng hợp ${key}`,
          ).toBe(value);
        }
        expect(Math.round(Number(valueAt(sheet, shareAddress(score))) * 10_000)).toBe(score.share);
        expect(engine.getCellValue({ sheet: summary, row: 7, col: 5 })).toBe(valueAt(sheet, shareAddress(score)));
        engine.destroy();
      }),
      { numRuns: drawn(50, 150), seed: 7 },
    );
  });

  it('caches in every formula cell the formula’s result', () => {
    const book = bookOf([
      scoreSheet('Bản A', [point('1.1', 333), point('1.2', 1)]),
      scoreSheet("Bản 'B' [2]", [point('1.1', 777), point('1.2', 10)]),
    ]);
    const engine = recompute(book);
    let formulas = 0;
    for (const sheet of book.sheets) {
      const id = engine.getSheetId(sheet.name)!;
      for (const cells of sheet.rows.values()) {
        for (const cell of cells.filter((cell) => cell.formula)) {
          formulas += 1;
          const value = engine.getCellValue({ sheet: id, row: cell.row, col: cell.column });
          expect(value, `${sheet.name} ${cell.formula}`).toBe(cell.value);
        }
      }
    }
    // Two units: five totals and a share each, on their sheets and again in the summary, the points once more in the
    // ranking.
    expect(formulas).toBe(2 * (6 + 6 + 1));
  });

  it('has its five sheets, then a sheet for each unit with a legal, unique name', () => {
    const long = 'Trường Phổ thông dân tộc bán trú Tiểu học Ta Ma';
    const names = ['Tổng hợp', long, `${long} 2`, 'Bản A/B: [x]*?', 'History', "'"];
    const book = bookOf(names.map((name) => scoreSheet(name, [point('1.1', 100)])));
    expect(book.sheets.slice(0, OWN.length).map((sheet) => sheet.name)).toEqual(OWN);
    const units = book.sheets.slice(OWN.length).map((sheet) => sheet.name);
    expect(units).toHaveLength(names.length);
    for (const name of units) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$|^history$/i);
    }
    expect(new Set(book.sheets.map((sheet) => sheet.name.toLowerCase())).size).toBe(book.sheets.length);
  });

  it('gives Excel tables with unique names over header and body', () => {
    const scores = [scoreSheet('Bản A', [point('1.1', 1)]), scoreSheet('Bản B', [point('1.1', 2)])];
    const sheets = [...councilSheets(runResult(scores))];
    const tables = sheets.flatMap((sheet) => sheet.tables ?? []);
    // The chair's page is no table.
    expect(tables).toHaveLength(OWN.length - 1 + 2);
    expect(new Set(tables.map((table) => table.name.toLowerCase())).size).toBe(OWN.length - 1 + 2);
    for (const sheet of sheets.slice(1)) {
      expect(sheet.print?.orientation).toBe('landscape');
      expect(sheet.freeze?.rows).toBe((sheet.print?.titleRows?.[1] ?? 0) + 1);
    }
  });

  it('takes the points of a place from the report that was ranked, when a unit sent two', () => {
    const first = scoreSheet('Bản A', [point('1.1', 700)]);
    const second = scoreSheet('Bản A', [point('1.1', 900)]);
    const { rankings } = runResult([second]);
    const book = bookOf([second, first], { rankings });
    expect(cellAt(sheetNamed(book, 'Xếp hạng'), 7, 3)).toMatchObject({ value: 9, formula: "'Bản A'!$E$7" });
    const other = bookOf([first, second], { rankings });
    expect(cellAt(sheetNamed(other, 'Xếp hạng'), 7, 3)).toMatchObject({ value: 9, formula: "'Bản A (2)'!$E$7" });
  });

  it('is the same to the byte for the same run', () => {
    const run = runResult([scoreSheet('Bản A', [point('1.1', 100)])], { flags: [flag('Bản A')] });
    expect(newBook(councilSheets(run))).toEqual(newBook(councilSheets(run)));
  });

  it('lists flags, worst first, with cell, message and an empty decision', () => {
    const info = flag('Bản A', { id: 'i', code: 'legacy-encoding', severity: 'info', cell: null });
    const book = bookOf([scoreSheet('Bản A', [point('1.1', 100)])], {
      flags: [info, flag('Bản A')],
      impacts: [{ flag: flag('Bản A').id, class: true, place: true, award: false }],
    });
    const sheet = sheetNamed(book, 'Cảnh báo');
    const row = (at: number) => Array.from({ length: 15 }, (_, column) => cellAt(sheet, at, column)?.value ?? null);
    expect(row(7)).toEqual([
      1,
      'Lỗi',
      'Bản A',
      '1.1',
      'Tỷ lệ ghi 90 % nhưng 72/90 = 80 %.',
      'Kiểm tra lại số liệu.',
      'xếp loại, thứ hạng',
      null,
      null,
      null,
      'Tỷ lệ không khớp a/b',
      'Bản A.xlsx',
      'Báo cáo',
      'C5',
      'ratio-mismatch:Bản A',
    ]);
    expect([...row(8).slice(0, 2), row(8)[10]]).toEqual([2, 'Lưu ý', 'Phông chữ cũ']);
  });

  it('writes text of a sheet as text, never as a formula', () => {
    const unit = '=HYPERLINK("http://x","bấm")';
    const score = scoreSheet(unit, [point('1.1', 100, { reason: '+1+1', title: '@SUM(A1)' })]);
    const book = bookOf([score], { reports: [{ report: report(unit), unit, flags: [], score, reception: 'counts' }] });
    const summary = cellAt(sheetNamed(book, 'Tổng hợp'), 7, 1)!;
    expect([summary.value, summary.formula]).toEqual([unit, undefined]);
    const cells = [...book.sheets[OWN.length]!.rows.values()].flat();
    expect(cells.find((cell) => cell.value === '+1+1')?.formula).toBeUndefined();
    expect(cells.find((cell) => cell.value === '@SUM(A1)')?.formula).toBeUndefined();
  });
});
