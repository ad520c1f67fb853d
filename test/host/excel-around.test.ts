import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newBook } from '../../core/sheet/workbook/file.ts';
import { addressLists, rangeOf, sheetOf } from '../../excel-addin/host/excel/address.ts';
import { placesOf, rectanglesOf } from '../../excel-addin/host/excel/blocks.ts';
import { excelHost } from '../../excel-addin/host/excel/excel-host.ts';
import { batchesOf } from '../../excel-addin/host/excel/send.ts';
import { hostRefusal, refusalOfOffice } from '../../session/host/errors.ts';
import type { HostChange } from '../../session/host/port.ts';
import { openExcel } from '../excel-host/client.ts';
import { bigSheets } from './big-sheets.ts';

const settled = () => new Promise((done) => setTimeout(done, 20));

describe('other books', () => {
  it('appends the visible sheets of each file and says which are whose', async () => {
    const excel = openExcel();
    const file = (sheets: number, rows: number) => newBook(bigSheets(sheets, rows));
    const result = await excelHost().insertBooks([
      { name: 'một.xlsx', bytes: file(2, 3) },
      { name: 'hai.xlsx', bytes: file(1, 4) },
      { name: 'không phải.xlsx', bytes: new Uint8Array([1, 2, 3]) },
    ]);
    const sheets = result.map((insertedBook) =>
      insertedBook.kind === 'inserted' ? insertedBook.sheets.map(({ name }) => name) : null,
    );
    expect(sheets.map((sheet) => sheet?.length)).toEqual([2, 1, undefined]);
    const names = sheets.flatMap((sheet) => sheet ?? []);
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(['Trang1', ...names]);
    expect(new Set(names).size).toBe(3);
    expect(excel.counters.syncs).toBe(2);
  });

  it('refuses when no file is a workbook', async () => {
    openExcel();
    const result = await excelHost().insertBooks([{ name: 'x.pdf', bytes: new Uint8Array([37, 80, 68, 70]) }]);
    expect(result).toMatchObject([{ kind: 'refused' }]);
  });
});

describe('where the officer stands', () => {
  it('selects a cell on another sheet and tells where it is', async () => {
    const excel = openExcel({ from: newBook(bigSheets(3, 3)) });
    const host = excelHost();
    expect(await host.select('Đơn vị 2', 2, 4)).toEqual({ ok: true, value: undefined });
    expect(await host.selection()).toEqual({ ok: true, value: { sheet: 'Đơn vị 2', row: 2, column: 4 } });
    excel.book.sheets[2]!.visibility = 'Hidden';
    const hidden = await host.select('Đơn vị 3', 0, 0);
    expect(hidden.ok || hidden.refusal.message).toContain('“Đơn vị 3” đang ẩn');
    const gone = await host.select('Không có', 0, 0);
    expect(gone.ok || gone.refusal.code).toBe('not-found');
  });
});

describe('watching', () => {
  it('tells local and remote edits apart, leaves our own out, and stops', async () => {
    const excel = openExcel();
    const host = excelHost();
    await host.read();
    const heard: HostChange[] = [];
    const stop = await host.watch((change) => heard.push(change));
    excel.type('Trang1', 'B2', 5);
    await settled();
    excel.coauthor((book) => {
      book.sheets[0]!.rows.get(1)!.get(1)!.value = 6;
    });
    await settled();
    await host.apply('Thử', [
      { kind: 'write', sheet: 'Trang1', row: 4, column: 4, value: { kind: 'number', number: 1 } },
    ]);
    await settled();
    const range = { top: 1, left: 1, bottom: 1, right: 1 };
    expect(heard).toEqual([
      { sheet: 'Trang1', range, remote: false },
      { sheet: 'Trang1', range, remote: true },
    ]);
    stop();
    await settled();
    excel.type('Trang1', 'B2', 7);
    await settled();
    expect(heard).toHaveLength(2);
  });
});

describe('errors of Office', () => {
  it.each([
    ['AccessDenied', 'protected'],
    ['InvalidOperationInCellEditMode', 'editing'],
    ['ResponsePayloadSizeLimitExceeded', 'too-big'],
    ['RequestPayloadSizeLimitExceeded', 'too-big'],
    ['ApiNotFound', 'unsupported-version'],
    ['ItemNotFound', 'not-found'],
    ['ActivityLimitReached', 'busy'],
    ['ConnectionFailure', 'offline'],
    ['SomethingNewIn2031', 'unknown'],
  ])('%s is %s, in Vietnamese, with what to do and nothing of Office’s message', (code, ours) => {
    const refusal = refusalOfOffice(Object.assign(new Error('The requested resource…'), { code }))!;
    expect(refusal.code).toBe(ours);
    expect(refusal.message).toBe(`${refusal.sentence} ${refusal.advice}`);
    expect(refusal.message).not.toContain('resource');
    expect(refusal.office).toBe(code);
  });

  it('takes what is our own bug for no refusal', () => {
    expect(refusalOfOffice(new TypeError('x is undefined'))).toBeUndefined();
    expect(refusalOfOffice(Object.assign(new Error(), { code: 'PropertyNotLoaded' }))).toBeUndefined();
    expect(refusalOfOffice('x')).toBeUndefined();
    expect(hostRefusal('busy').retry).toBe(true);
  });
});

describe('packing', () => {
  const places = fc.uniqueArray(fc.record({ row: fc.nat(30), column: fc.nat(12) }), {
    selector: ({ row, column }) => `${row}:${column}`,
  });
  const keys = (list: readonly { row: number; column: number }[]) =>
    list.map(({ row, column }) => `${row}:${column}`).sort();

  it('rectangles hold exactly the places, each once', () => {
    fc.assert(
      fc.property(places, (list) => {
        expect(keys(placesOf(rectanglesOf(list)))).toEqual(keys(list));
      }),
    );
  });

  it('with gaps they still hold every place', () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 4 }), (list, gap) => {
        const held = keys(placesOf(rectanglesOf(list, gap)));
        for (const key of keys(list)) expect(held.filter((text) => text === key).length).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('cuts addresses before Excel would, losing none', () => {
    const ranges = Array.from({ length: 3000 }, (_, row) => ({
      top: 2 * row,
      left: 0,
      bottom: 2 * row,
      right: row % 9,
    }));
    const lists = addressLists(ranges);
    expect(Math.max(...lists.map((list) => list.length))).toBeLessThanOrEqual(8000);
    expect(lists.flatMap((list) => list.split(',')).map(rangeOf)).toEqual(ranges);
  });

  it('reads sheet names out of addresses', () => {
    expect(sheetOf("'Xã ''Lục'' Ba!'!A1:B2")).toBe("Xã 'Lục' Ba!");
    expect(sheetOf('Trang1!A1')).toBe('Trang1');
    expect(rangeOf("'a!b'!$C$3")).toEqual({ top: 2, left: 2, bottom: 2, right: 2 });
  });

  it('cuts batches below the limit and keeps the order', () => {
    const ops = Array.from({ length: 50 }, (_, index) => ({ bytes: 300_000, actions: [], send: () => index }));
    const batches = batchesOf(ops);
    expect(batches.flat()).toEqual(ops);
    for (const batch of batches) expect(batch.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(4_000_000);
    expect(batches.length).toBe(4);
  });
});
