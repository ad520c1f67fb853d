/** The log in the visible table and back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../core/council/entry.ts';
import type { Log } from '../../../core/council/log.ts';
import { entryCells, LOG_TITLES } from '../../../core/council/log-columns.ts';
import { mergeLogs } from '../../../core/council/merge.ts';
import type { SealedReading } from '../../../core/council/sealed-table.ts';
import { readLogTable } from '../../../core/council/table.ts';
import type { CellValue } from '../../../core/sheet/grid/sheet.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import type { NewCell } from '../../../core/sheet/workbook/port.ts';
import { copies, write, writeAll } from './logs.ts';

type Rows = readonly (readonly (CellValue | null)[])[];

function back(rows: Rows, titles: readonly CellValue[] = LOG_TITLES): SealedReading<LogEntry> {
  const result = readLogTable(titles, rows);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}
const rowsOf = (log: Log) => log.map(entryCells);
const mixed: Log = writeAll(
  { reason: '=HYPERLINK("http://x")', flag: null, criterion: '1.10' },
  { kind: 'adjust', points: 733, reason: 'Đối chiếu hồ sơ' },
  { kind: 'return', reason: 'Thiếu biên bản', criterion: null, unit: '12' },
);

describe('the table "Hội đồng"', () => {
  it('shows an entry in the officers’ words', () => {
    const cells = entryCells(mixed[1]!);
    expect(LOG_TITLES.slice(0, 9)).toEqual([
      'STT',
      'Thời điểm',
      'Người quyết định',
      'Đơn vị',
      'Tiêu chí',
      'Cảnh báo',
      'Quyết định',
      'Điểm',
      'Lý do',
    ]);
    expect(cells.slice(0, 9)).toEqual([
      2,
      '21/11/2025 08:01:00 +07:00',
      'Lò Thị Mai',
      'Bản Nà Đít',
      '1.2',
      'ratio-mismatch|Bản Nà Đít|1.2|Báo cáo!E8',
      'Điều chỉnh điểm',
      7.33,
      'Đối chiếu hồ sơ',
    ]);
  });
  it('survives exactly, whatever the order of rows and columns, empty rows and copied rows', () => {
    fc.assert(
      fc.property(copies, fc.infiniteStream(fc.nat()), (logs, random) => {
        const { log } = mergeLogs(logs);
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((nonNullable) => ({ one: nonNullable, key: Number(random.next().value) }))
            .sort((x, y) => x.key - y.key)
            .map(({ one }) => one);
        const columns = shuffled(LOG_TITLES.map((_, at) => at));
        const rows = shuffled([...rowsOf(log), ...rowsOf(log.slice(0, 1)), LOG_TITLES.map(() => null)]);
        const read = back(
          rows.map((row) => columns.map((at) => row[at] ?? null)),
          columns.map((at) => LOG_TITLES[at]!),
        );
        expect(read).toEqual({ log, edited: [] });
      }),
    );
  });
  it('comes back from a file, where a criterion 1.10 and a unit 12 stay texts', () => {
    const cells = [LOG_TITLES, ...rowsOf(mixed)].flatMap((row, at) =>
      row.map((value, column): NewCell => {
        if (value === null) return { row: at, column, value: { kind: 'empty' } };
        const written =
          typeof value === 'number'
            ? { kind: 'number' as const, number: value }
            : { kind: 'text' as const, text: value };
        return { row: at, column, value: written };
      }),
    );
    const book = readBook(newBook([{ name: 'Hội đồng', cells }]));
    if (!book.ok) throw new Error(book.refusal.message);
    const [titles = [], ...rows] = [...book.value.sheets[0]!.rows.values()].map((row) =>
      LOG_TITLES.map((_, column) => row.find((cell) => cell.column === column)?.value ?? null),
    );
    expect(
      back(
        rows,
        titles.map((title) => title ?? ''),
      ),
    ).toEqual({ log: mixed, edited: [] });
  });
  it('tells a row with any cell changed apart and does not use it', () => {
    for (const [at, row] of rowsOf(mixed).entries()) {
      for (const [column, title] of LOG_TITLES.entries()) {
        for (const value of ['Khác', '', 3, 7.334, true, { error: '#N/A' }]) {
          const cell = row[column] ?? null;
          if (value === cell || (value === '' && cell === null)) continue;
          const { log, edited } = back(rowsOf(mixed).with(at, row.with(column, value as string)));
          expect([log.length, edited.map((editedRow) => editedRow.row)], `${title} ← ${value}`).toEqual([2, [at]]);
        }
      }
    }
  });
  it('says which row it was', () => {
    const row = entryCells(mixed[2]!).with(8, 'Đủ biên bản');
    expect(back([...rowsOf(mixed).slice(0, 2), row]).edited[0]).toMatchObject({
      row: 2,
      message: 'Bảng quyết định của Hội đồng: dòng số 3 không khớp dấu vết (bị sửa hoặc ghi bằng tay), không tính.',
    });
    const byHand = LOG_TITLES.map((_, column) => (column === 6 ? 'Chấp nhận' : null));
    expect(back([byHand]).edited[0]?.message).toContain('dòng thứ 1 không khớp');
  });
  it('is refused without a required column, by name', () => {
    const result = readLogTable(
      LOG_TITLES.filter((title) => title !== 'Dấu vết'),
      [],
    );
    expect(result).toMatchObject({
      ok: false,
      refusal: { message: 'Bảng quyết định của Hội đồng thiếu cột "Dấu vết".' },
    });
    expect(
      readLogTable(
        LOG_TITLES.map((title) => `  ${title.toUpperCase()} `),
        [],
      ).ok,
    ).toBe(true);
  });
  it('goes on from what was read', () => {
    expect(write(back(rowsOf(mixed)).log, { at: '2025-12-01T08:00:00Z' }).at(-1)).toMatchObject({ seq: 4 });
  });
});
