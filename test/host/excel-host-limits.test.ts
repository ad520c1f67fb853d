/**
 * What Excel counts and refuses: round trips and bytes, protected sheets, conflicts, calls that take the user's undo
 * away.
 */
import { describe, expect, it } from 'vitest';
import { openExcel } from '../excel-host/client.ts';
import { codeOf } from '../excel-host/code-of.ts';

const write = (address: string, values: unknown[][]): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Trang1').getRange(address).values = values;
    await context.sync();
  });

describe('counting', () => {
  it('counts explicit syncs, and separately the sync that returns ranges', async () => {
    const host = openExcel();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Trang1').getRange('A1');
      range.load('address');
      await context.sync();
      range.values = [[1]];
      await context.sync();
    });
    expect(host.counters).toMatchObject({ syncs: 2, untracking: 1 });
    expect(host.liveReferences()).toBe(0);
    host.resetCounters();
    await Excel.run(async (context) => {
      context.workbook.load('name');
      await context.sync();
    });
    expect(host.counters).toMatchObject({ syncs: 1, untracking: 0, actions: 2 });
  });

  it('counts bytes as UTF-8: one fill for a thousand cells costs little, one each costs a lot', async () => {
    const host = openExcel();
    await write('A1', [['x']]);
    const plain = host.counters.bytesUp;
    host.resetCounters();
    await write('A1', [['ế']]);
    expect(host.counters.bytesUp - plain).toBe(2);
    const addresses = Array.from({ length: 1000 }, (_, row) => `B${row * 2 + 1}`);
    const cost = async (fill: (sheet: Excel.Worksheet) => void): Promise<number> => {
      host.resetCounters();
      await Excel.run(async (context) => {
        fill(context.workbook.worksheets.getItem('Trang1'));
        await context.sync();
      });
      return host.counters.bytesUp;
    };
    const together = await cost((sheet) => {
      sheet.getRanges(addresses.join(',')).format.fill.color = '#FFC7CE';
    });
    const apart = await cost((sheet) => {
      for (const address of addresses) sheet.getRange(address).format.fill.color = '#FFC7CE';
    });
    expect(together).toBeLessThan(8_000);
    expect(apart).toBeGreaterThan(400_000);
  });
});

describe('size', () => {
  const texts = Array.from({ length: 5_000 }, () => Array.from({ length: 10 }, () => 'ộ'.repeat(40)));

  it('refuses more than 5 MB up on the web only, and changes nothing', async () => {
    openExcel();
    expect(await codeOf(write('A1:J5000', texts))).toBe('');
    const web = openExcel({ platform: 'OfficeOnline' });
    expect(await codeOf(write('A1:J5000', texts))).toBe('RequestPayloadSizeLimitExceeded');
    expect(web.book.sheets[0]?.rows.size).toBe(0);
  });

  it('refuses more than 5 MB down on the web', async () => {
    const { book } = openExcel({ platform: 'OfficeOnline' });
    for (const half of [0, 1])
      await write(`A${half * 2500 + 1}:J${half * 2500 + 2500}`, texts.slice(half * 2500, half * 2500 + 2500));
    expect(book.sheets[0]?.rows.size).toBe(5_000);
    const read = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Trang1').getUsedRange(true).load('values');
      await context.sync();
    });
    expect(await codeOf(read)).toBe('ResponsePayloadSizeLimitExceeded');
  });

  it('answers null, and the next time a refusal, for more than five million cells', async () => {
    openExcel();
    const read = () =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('Trang1').getRange('A:F');
        range.load('values');
        await context.sync();
        return range.values;
      });
    expect(await read()).toBeNull();
    expect(await codeOf(read())).toBe('RangeExceedsLimit');
  });

  it('cuts address texts at 8192 characters without a word', async () => {
    const host = openExcel();
    const addresses = Array.from({ length: 1_700 }, (_, row) => `A${1000 + row * 2}`);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Trang1').getRanges(addresses.join(',')).format.font.bold = true;
      await context.sync();
    });
    expect(host.book.sheets[0]?.rows.size).toBeLessThan(1_500);
  });
});

describe('a protected sheet', () => {
  const protectedBook = () => {
    const host = openExcel();
    const [sheet] = host.book.sheets;
    if (!sheet) throw new Error('no sheet');
    sheet.rows.set(1, new Map([[1, { value: 1, formula: null, look: { ...host.book.plain, locked: false } }]]));
    sheet.protection = { allowFormatColumns: true };
    return host;
  };
  const attempt = (act: (sheet: Excel.Worksheet) => void): Promise<string> =>
    codeOf(
      Excel.run(async (context) => {
        act(context.workbook.worksheets.getItem('Trang1'));
        await context.sync();
      }),
    );

  it('takes values only into unlocked cells, and one locked cell refuses the whole write', async () => {
    const host = protectedBook();
    expect(await codeOf(write('B2', [[5]]))).toBe('');
    expect(await codeOf(write('B2:B3', [[6], [7]]))).toBe('AccessDenied');
    expect(host.book.sheets[0]?.rows.get(1)?.get(1)?.value).toBe(5);
    expect(await codeOf(write('B2:B3', [[6], [null]]))).toBe('');
  });

  it('refuses formats, conditional formats, tables, charts and comments, but what its options allow', async () => {
    protectedBook();
    const refused: ((sheet: Excel.Worksheet) => void)[] = [
      (sheet) => (sheet.getRange('B2').format.fill.color = '#FF0000'),
      (sheet) => (sheet.getRange('B2').numberFormat = [['0']]),
      (sheet) => sheet.getRange('B2').conditionalFormats.add('Custom'),
      (sheet) => sheet.tables.add('A1:B2', true),
      (sheet) => sheet.charts.add('BarClustered', sheet.getRange('A1:B2')),
      (sheet) => sheet.comments.add('Trang1!B2', 'Sai số'),
      (sheet) => sheet.getRange('A1:B2').merge(false),
      (sheet) => sheet.protection.protect(),
    ];
    for (const act of refused) expect(await attempt(act)).toBe('AccessDenied');
    expect(await attempt((sheet) => (sheet.getRange('B2').format.columnWidth = 80))).toBe('');
    expect(await attempt((sheet) => sheet.protection.unprotect())).toBe('');
    expect(await attempt((sheet) => sheet.protection.unprotect())).toBe('AccessDenied');
  });
});

describe('conflicts', () => {
  it('refuses a table over merged cells or another table, a taken or odd name', async () => {
    openExcel();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Trang1');
      sheet.getRange('A1:B1').merge(false);
      sheet.tables.add('D1:E3', true).name = 'Cảnh_báo';
      await context.sync();
    });
    const add = (address: string, name: string): Promise<string> =>
      codeOf(
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem('Trang1').tables.add(address, true).name = name;
          await context.sync();
        }),
      );
    expect(await add('A1:B3', 'Một')).toBe('MergedRangeConflict');
    expect(await add('E2:F4', 'Hai')).toBe('MergedRangeConflict');
    expect(await add('H1:I3', 'cảnh_báo')).toBe('InvalidArgument');
    expect(await add('K1:L3', 'có dấu cách')).toBe('InvalidArgument');
  });

  it('refuses sheet names Excel would not take', async () => {
    openExcel();
    const add = (name: string): Promise<string> =>
      codeOf(
        Excel.run(async (context) => {
          context.workbook.worksheets.add(name);
          await context.sync();
        }),
      );
    expect(await add('TRANG1')).toBe('ItemAlreadyExists');
    for (const name of ['', 'a/b', 'x'.repeat(32), "'x"]) expect(await add(name)).toBe('InvalidArgument');
  });
});

describe('the undo ledger', () => {
  it('stays empty for values, formats, tables and new sheets', async () => {
    const host = openExcel();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Cảnh báo');
      sheet.getRange('A1:B1').values = [['Mã', 'Nội dung']];
      sheet.getRange('A1').format.font.bold = true;
      sheet.tables.add('A1:B3', true);
      await context.sync();
    });
    expect(host.undoLosses).toEqual([]);
  });

  it('names the calls that take the user’s undo away; the web forgives some', async () => {
    const act = () =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('Tạm');
        sheet.visibility = 'Hidden';
        sheet.protection.protect();
        sheet.protection.unprotect();
        sheet.delete();
        await context.sync();
      });
    const desktop = openExcel();
    await act();
    expect(desktop.undoLosses.map((loss) => loss.call)).toEqual([
      'Worksheet.visibility',
      'WorksheetProtection.protect',
      'WorksheetProtection.unprotect',
      'Worksheet.delete',
    ]);
    const web = openExcel({ platform: 'OfficeOnline' });
    await act();
    expect(web.undoLosses.map((loss) => loss.call)).not.toContain('Worksheet.visibility');
  });
});
