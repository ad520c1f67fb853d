/** Faults on demand, co-authors and events. */
import { beforeEach, describe, expect, it } from 'vitest';
import { sheetOf } from '../excel-host/book.ts';
import { putCell } from '../excel-host/cells.ts';
import { openExcel } from '../excel-host/client.ts';
import { codeOf } from '../excel-host/code-of.ts';
import type { ExcelHost } from '../excel-host/excel-host.ts';

let host: ExcelHost;
beforeEach(() => {
  host = openExcel();
});

const writeThree = (): Promise<void> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Trang1');
    for (const row of [1, 2, 3]) sheet.getRange(`A${row}`).values = [[row]];
    await context.sync();
  });

const edit = (row: number, value: string) => (book: ExcelHost['book']) => {
  const sheet = sheetOf(book, 'Trang1');
  if (sheet) putCell(book, sheet, row, 0, { value });
};

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 5));

describe('faults', () => {
  it('fails at the n-th action, once, and keeps what came before', async () => {
    host.faults.failAt(12, 'GeneralException');
    expect(await codeOf(writeThree())).toBe('GeneralException');
    const rowCount = host.book.sheets[0]?.rows.size ?? 0;
    expect(rowCount).toBeGreaterThan(0);
    expect(rowCount).toBeLessThan(3);
    expect(await codeOf(writeThree())).toBe('');
  });

  it('refuses while a cell is being edited, or waits with delayForCellEdit', async () => {
    host.faults.editing(true);
    expect(await codeOf(writeThree())).toBe('InvalidOperationInCellEditMode');
    let done = false;
    const waiting = Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.load('name');
      await context.sync();
      done = true;
    });
    await settled();
    expect(done).toBe(false);
    host.faults.editing(false);
    await waiting;
    expect(done).toBe(true);
  });

  it('simulates a lost connection and a slow connection', async () => {
    host.faults.offline(true);
    expect(await codeOf(writeThree())).toBe('ConnectionFailure');
    expect(host.book.sheets[0]?.rows.size).toBe(0);
    host.faults.offline(false);
    host.faults.slow(30);
    const start = performance.now();
    await writeThree();
    expect(performance.now() - start).toBeGreaterThan(25);
  });

  it('lets a co-author edit between two syncs of one run', async () => {
    host.faults.coauthor(2, edit(0, 'đồng nghiệp'));
    const seen = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Trang1').getRange('A1');
      range.load('values');
      await context.sync();
      const first = range.values;
      range.load('values');
      await context.sync();
      return [first, range.values];
    });
    expect(seen).toEqual([[['']], [['đồng nghiệp']]]);
  });
});

describe('events', () => {
  interface Heard {
    readonly address: string;
    readonly source: string;
    readonly worksheetId: string;
    readonly triggerSource: string | undefined;
  }

  const listen = (heard: Heard[]) =>
    Excel.run(async (context) => {
      const handler = context.workbook.worksheets.onChanged.add(
        async ({ address, source, worksheetId, triggerSource }) => {
          heard.push({ address, source, worksheetId, triggerSource });
        },
      );
      await context.sync();
      return handler;
    });

  it('come after the sync that caused them, and tell local from remote', async () => {
    const heard: Heard[] = [];
    await listen(heard);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Trang1').getRange('B2:C3').values = [
        [1, 2],
        [3, 4],
      ];
      await context.sync();
      expect(heard).toEqual([]);
    });
    await settled();
    host.coauthor(edit(8, 'sửa từ xa'));
    host.type('Trang1', 'D4', 'gõ tay');
    await settled();
    const worksheetId = host.book.sheets[0]?.id;
    expect(heard).toEqual([
      { address: 'B2:C3', source: 'Local', worksheetId, triggerSource: 'ThisLocalAddin' },
      { address: 'A9', source: 'Remote', worksheetId, triggerSource: 'Unknown' },
      { address: 'D4', source: 'Local', worksheetId, triggerSource: 'Unknown' },
    ]);
  });

  it('are heard in their own workbook only', async () => {
    const [before, after]: [Heard[], Heard[]] = [[], []];
    await listen(before);
    host = openExcel();
    await listen(after);
    host.type('Trang1', 'A1', 1);
    await settled();
    expect([before.length, after.length]).toEqual([0, 1]);
  });

  it('stop when the handler is removed, and while they are switched off', async () => {
    const heard: Heard[] = [];
    const handler = await listen(heard);
    await Excel.run(async (context) => {
      context.runtime.enableEvents = false;
      context.workbook.worksheets.getItem('Trang1').getRange('A1').values = [[1]];
      context.runtime.enableEvents = true;
      await context.sync();
    });
    await settled();
    expect(heard).toEqual([]);
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    host.type('Trang1', 'A2', 2);
    await settled();
    expect(heard).toEqual([]);
  });
});
