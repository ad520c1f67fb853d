/** A target that no unit and no portal measures takes the commune's own figure or the council's remark, with its source. */
import { describe, expect, it } from 'vitest';
import type { CommuneFigure } from '../../../../core/commune/calendar/journal.ts';
import { communeResult } from '../../../../core/commune/result/commune.ts';
import { runReports } from '../../../../core/judge/run/run.ts';
import { findMovement } from '../../../../core/movements/index.ts';
import type { Cell } from '../../../../core/sheet/grid/sheet.ts';
import { newBook, readBook } from '../../../../core/sheet/workbook/file.ts';
import { journalSheets } from '../../../../core/sheets/journal-layout.ts';
import { readJournal } from '../../../../core/sheets/journal-sheets.ts';

const movement = findMovement('ta-ma-2023-2030')!;
const result = runReports({
  ...{ movement, period: { kind: 'year', year: 2025 } as const, asOf: null, register: null, previous: null },
  ...{ observations: null, files: [], decisions: [] },
});
const figure = (more: Partial<CommuneFigure>): CommuneFigure => ({
  ...{ target: 'TM-G12', period: '2025', value: null, remark: '', who: 'Trần Thị B', day: '2025-12-05', evidence: '' },
  ...more,
});
const targetWith = (code: string, ...figures: readonly CommuneFigure[]) =>
  communeResult({ result, ownFigures: figures }).targets.find((target) => target.code === code)!;

describe('a target without a source', () => {
  it('takes a figure of the commune and is judged by it', () => {
    expect(targetWith('TM-G12').state).toBe('no-source');
    const three = targetWith('TM-G12', figure({ value: 3, evidence: 'Quyết định số 7/QĐ-UBND' }));
    expect(three).toMatchObject({ state: 'met', figure: { value: 3 }, source: 'told' });
    expect(three.sourceText).toBe('xã ghi, Trần Thị B, ngày 05/12/2025; minh chứng: Quyết định số 7/QĐ-UBND');
    expect(targetWith('TM-G12', figure({ value: 1 })).state).toBe('not-met');
    expect(targetWith('TM-G12', figure({ value: 3, period: '2024' })).state).toBe('no-source');
  });

  it('quotes the council’s remark, and uses its verdict only where the remark begins with a verdict', () => {
    expect(targetWith('TM-G12', figure({ remark: 'Đạt, đã cử hai công chức' }))).toMatchObject({
      state: 'met',
      reason: 'Hội đồng nhận xét: Đạt, đã cử hai công chức (xã ghi, Trần Thị B, ngày 05/12/2025; chưa ghi minh chứng).',
    });
    expect(targetWith('TM-G12', figure({ remark: 'Chưa đạt' })).state).toBe('not-met');
    expect(targetWith('TM-G12', figure({ remark: 'Đang triển khai' })).state).toBe('no-source');
  });

  it('takes no verdict from a remark that limits it: part of the way is not the end', () => {
    const limited = ['một phần', 'cơ bản', '3/5 nội dung', 'khoảng 80 %', 'bước 1', '60 % kế hoạch', 'thấp', 'gần đủ'];
    for (const verdict of ['Đạt', 'Đã đạt', 'Hoàn thành', 'Đã hoàn thành'])
      for (const tail of limited)
        for (const end of ['', ', còn thiếu trợ lý ảo', '.'])
          expect(targetWith('TM-G30', figure({ target: 'TM-G30', remark: `${verdict} ${tail}${end}` })).state).toBe(
            'not-due',
          );
    const whole = [
      '',
      ' chỉ tiêu',
      ' yêu cầu.',
      ' tốt',
      ' 100 %',
      ': đủ hai công chức',
      ' vượt kế hoạch',
      ' (QĐ số 7)',
    ];
    for (const verdict of ['Đạt', 'Đã đạt', 'Hoàn thành'])
      for (const tail of whole) expect(targetWith('TM-G12', figure({ remark: verdict + tail })).state).toBe('met');
    for (const remark of ['Chưa đạt một phần', 'Không đạt', 'Chưa hoàn thành: còn 1 người'])
      expect(targetWith('TM-G12', figure({ remark })).state).toBe('not-met');
  });

  it('of an earlier year stands beside the last year', () => {
    const before = { ...result, period: { kind: 'year', year: 2024 } as const };
    const { targets } = communeResult({
      result,
      earlier: [before],
      ownFigures: [figure({ value: 1, period: '2024' }), figure({ value: 3 })],
    });
    const own = targets.find(({ code }) => code === 'TM-G12')!;
    expect(own).toMatchObject({ state: 'met', figure: { value: 3 } });
    expect(own.earlier).toMatchObject([{ period: '2024', figure: { value: 1 }, state: 'not-due' }]);
  });

  it('is read as it is shown: a cell with a percent format holds 6,2 for “6,2 %”', () => {
    const titles = ['Mã chỉ tiêu', 'Kỳ', 'Số liệu', 'Nhận xét của Hội đồng'];
    const cell = (column: number, value: string | number, style?: number) => ({
      ...{ row: 1, column, value },
      ...(style === undefined ? {} : { style }),
    });
    for (const [format, shown] of [
      ['General', 0.062],
      ['0.0%', 6.2],
      ['0 %', 6.2],
    ] as const) {
      const rows = new Map<number, readonly Cell[]>([
        [0, titles.map((value, column) => ({ row: 0, column, value }))],
        [1, [cell(0, 'TM-G14'), cell(1, 2025), cell(2, 0.062, 1)]],
      ]);
      const styles = ['General', format].map((numberFormat) => ({ font: 'Times New Roman', numberFormat }));
      const read = readJournal({ sheets: [{ name: 'Số liệu của xã', rows }], date1904: false, styles }, null);
      expect(read?.figures?.[0]?.value).toBe(shown);
    }
  });

  it('is of the period in the officer’s words; a period nobody understands is named, with its row', () => {
    const readWith = (period: string) => {
      const cells = ['TM-G14', period, 3].map((value, column) => ({ row: 1, column, value }));
      const titles = ['Mã chỉ tiêu', 'Kỳ', 'Số liệu', 'Nhận xét của Hội đồng'];
      const heads = titles.map((value, column) => ({ row: 0, column, value }));
      const rows = new Map<number, readonly Cell[]>([
        [0, heads],
        [1, cells],
      ]);
      return readJournal({ sheets: [{ name: 'Số liệu của xã', rows }], date1904: false }, null);
    };
    for (const [words, key] of [
      ['2025', '2025'],
      ['năm 2025', '2025'],
      ['Năm 2025', '2025'],
      ['Quý IV năm 2025', '2025-Q4'],
      ['tháng 10/2025', '2025-10'],
      ['2023 - 2025', '2023-2025'],
      ['', ''],
    ] as const)
      expect([words, readWith(words)?.figures?.map(({ period }) => period)]).toEqual([words, [key]]);
    for (const words of ['cả đợt', 'quý IV', 'năm học', '2024 và 2025']) {
      const read = readWith(words);
      expect([words, read?.figures ?? []]).toEqual([words, []]);
      expect(read?.faults.join()).toContain(`"${words}" không phải là kỳ`);
    }
  });

  it('of each sector is judged by the worst of them, and one sector alone is not enough', () => {
    const sector = (remark: string, value: number) => figure({ target: 'TM-G13', remark, value });
    const targetResult = targetWith('TM-G13', sector('Nông nghiệp', 12));
    expect(targetResult).toMatchObject({ state: 'not-enough-data', source: 'told' });
    expect(targetResult.reason).toContain('Mới có số liệu của một ngành (Nông nghiệp 12)');
    const both = [sector('Nông nghiệp', 12), sector('Thương mại', 9.5)];
    expect(targetWith('TM-G13', ...both)).toMatchObject({ state: 'not-met', figure: { value: 9.5 } });
    expect(targetWith('TM-G13', ...both, sector('Thương mại', 10))).toMatchObject({ state: 'met' });
    expect(targetWith('TM-G13', sector('Đạt ở tất cả các ngành', 10)).state).toBe('met');
  });

  it('comes back from its sheet as it was written; a row that only names its target waits', () => {
    const figures = [figure({ value: 3, evidence: 'QĐ số 7' }), figure({ target: 'TM-G30', remark: 'Đạt' })];
    const open = figure({ target: 'TM-G13', who: '', day: null });
    const office = { commune: 'xã Ta Ma', place: 'Ta Ma' };
    const sheets = journalSheets({ visits: [], models: [], figures: [...figures, open] }, '', office);
    const book = readBook(newBook(sheets));
    if (!book.ok) throw new Error(book.refusal.message);
    expect(readJournal(book.value, null)).toMatchObject({ figures, faults: [] });
  });
});
