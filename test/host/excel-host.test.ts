/** What add-in code meets in Excel and in no mock: the real client's own refusals, and the rules of one batch. */
import { beforeEach, describe, expect, it } from 'vitest';
import { openExcel } from '../excel-host/client.ts';
import { codeOf } from '../excel-host/code-of.ts';
import type { ExcelHost } from '../excel-host/excel-host.ts';

let host: ExcelHost;
beforeEach(() => {
  host = openExcel();
});

const onSheet = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run((context) => work(context.workbook.worksheets.getItem('Trang1'), context));

describe('before sync', () => {
  it('refuses to read what was not loaded, or loaded and not synced', async () => {
    const unloaded = onSheet(async (sheet) => sheet.getRange('A1').values);
    expect(await codeOf(unloaded)).toBe('PropertyNotLoaded');
    const unsynced = onSheet(async (sheet) => {
      const range = sheet.getRange('A1');
      range.load('values');
      return range.values;
    });
    expect(await codeOf(unsynced)).toBe('PropertyNotLoaded');
    expect(await codeOf(onSheet(async (sheet) => sheet.getUsedRangeOrNullObject().isNullObject))).toBe(
      'PropertyNotLoaded',
    );
    expect(await codeOf(onSheet(async (sheet) => sheet.tables.getCount().value))).toBe('ValueNotLoaded');
  });

  it('does not load a property because another was loaded', async () => {
    const read = onSheet(async (sheet, context) => {
      sheet.load('name');
      await context.sync();
      return sheet.visibility;
    });
    expect(await codeOf(read)).toBe('PropertyNotLoaded');
    const listed = Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name');
      await context.sync();
      return worksheets.items[0]?.id;
    });
    expect(await codeOf(listed)).toBe('PropertyNotLoaded');
  });

  it('reads a queued write back, yet nothing is in the workbook', async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1');
      range.values = [[7]];
      expect(range.values).toEqual([[7]]);
      expect(host.book.sheets[0]?.rows.size).toBe(0);
      await context.sync();
      expect(host.book.sheets[0]?.rows.get(0)?.get(0)?.value).toBe(7);
    });
  });
});

describe('in one batch', () => {
  it('runs actions in the order of the calls', async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1');
      range.values = [[1]];
      range.load('values');
      await context.sync();
      const first = sheet.getRange('A1');
      first.load('values');
      range.values = [[2]];
      const second = sheet.getRange('A1');
      second.load('values');
      await context.sync();
      expect([first.values, second.values]).toEqual([[[1]], [[2]]]);
    });
  });

  it('is no transaction: what ran before the failing action stays, what follows does not run', async () => {
    const failing = onSheet(async (sheet, context) => {
      sheet.getRange('A1').values = [['trước']];
      const done = sheet.tables.getCount();
      sheet.getRange('A2:B2').values = [['lệch']];
      sheet.getRange('A3').values = [['sau']];
      try {
        await context.sync();
      } finally {
        expect(done.value).toBe(0);
      }
    });
    await expect(failing).rejects.toMatchObject({
      code: 'InvalidArgument',
      debugInfo: { errorLocation: 'Range.values' },
    });
    expect([...(host.book.sheets[0]?.rows.keys() ?? [])]).toEqual([0]);
  });

  it('returns null objects, and null objects below them, but refuses to act on them', async () => {
    await Excel.run(async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject('Không có');
      const below = missing.tables.getItemOrNullObject('Bảng');
      below.load('name');
      await context.sync();
      expect([missing.isNullObject, below.isNullObject]).toEqual([true, true]);
    });
    const acting = Excel.run(async (context) => {
      context.workbook.worksheets.getItemOrNullObject('Không có').delete();
      await context.sync();
    });
    expect(await codeOf(acting)).toBe('ItemNotFound');
    const strict = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Không có').load('name');
      await context.sync();
    });
    expect(await codeOf(strict)).toBe('ItemNotFound');
  });

  it('finds a sheet it added again in the next batch, and does not add it twice', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Cảnh báo');
      await context.sync();
      sheet.name = 'Xếp hạng';
      await context.sync();
    });
    expect(host.book.sheets.map((sheet) => sheet.name)).toEqual(['Trang1', 'Xếp hạng']);
  });
});

describe('what the host cannot do is loud', () => {
  it('names members that it does not simulate', async () => {
    const slicers = onSheet(async (sheet, context) => {
      sheet.slicers.load('items/name');
      await context.sync();
    });
    await expect(slicers).rejects.toThrow('Worksheet.slicers chưa được giả lập');
    const misspelt = onSheet(async (sheet, context) => {
      sheet.getRange('A1').load('value');
      await context.sync();
    });
    expect(await codeOf(misspelt)).toBe('ApiNotFound');
  });
});

describe('writing a matrix', () => {
  const valuesAfter = (written: unknown[][]): Promise<unknown> =>
    onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1').getResizedRange(0, (written[0]?.length ?? 1) - 1);
      range.values = [written[0]?.map(() => 'ghi chú tay') ?? []];
      await context.sync();
      range.values = written;
      await context.sync();
      const after = sheet.getRange('A1').getResizedRange(0, (written[0]?.length ?? 1) - 1);
      after.load('values');
      await context.sync();
      return after.values;
    });

  it('leaves a cell alone for null and clears it for an empty text', async () => {
    expect(await valuesAfter([[null, '', 5]])).toEqual([['ghi chú tay', '', 5]]);
  });

  it('turns text into what Excel makes of it, unless an apostrophe or the format says text', async () => {
    expect(await valuesAfter([['1,234', '95%', 'TRUE', "'1,234", "'=1+1"]])).toEqual([
      [1234, 0.95, true, '1,234', '=1+1'],
    ]);
    expect(await codeOf(valuesAfter([['- Chưa báo cáo']]))).toBe('InvalidArgument');
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('C1');
      range.numberFormat = [['@']];
      range.values = [['=SUM(A1)']];
      range.load('values,formulas,valueTypes');
      await context.sync();
      expect([range.values, range.valueTypes]).toEqual([[['=SUM(A1)']], [['String']]]);
    });
  });

  it('refuses a wrong shape whole, also in parts of a matrix the client cuts up itself', async () => {
    expect(await codeOf(valuesAfter([[1, 2], [3]]))).toBe('InvalidArgument');
    const large = Array.from({ length: 400 }, (_, row) => Array.from({ length: 5 }, (_, column) => row * 5 + column));
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:E400');
      range.values = large;
      await context.sync();
      const after = sheet.getUsedRange(true);
      after.load('values');
      await context.sync();
      expect(after.values).toEqual(large);
    });
    const wrong = onSheet(async (sheet, context) => {
      sheet.getRange('A1:E399').values = large;
      await context.sync();
    });
    expect(await codeOf(wrong)).toBe('InvalidArgument');
  });

  it('calculates the formulas our sheets use', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1:D1').formulas = [
        [3, 4, '=IF(AND(ISNUMBER(A1),ISNUMBER(B1)),IF(B1>0,A1/B1*100,""),"")', '=C1/0'],
      ];
      sheet.getRange('A2').formulas = [['=IF(COUNT(A3:A9)=0,"",SUM(A3:A9))']];
      const range = sheet.getRange('A1:D2');
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([
        [3, 4, 75, '#DIV/0!'],
        ['', '', '', ''],
      ]);
      sheet.getRange('A4').values = [[2.5]];
      const total = sheet.getRange('A2');
      total.load('values,formulas');
      await context.sync();
      expect([total.values, total.formulas]).toEqual([[[2.5]], [['=IF(COUNT(A3:A9)=0,"",SUM(A3:A9))']]]);
    });
  });

  it('shows values as an Excel set to Vietnamese, which is not what they are', async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:C1');
      range.numberFormat = [['#,##0.0', 'dd/mm/yyyy', '0%']];
      range.values = [[1234.5, 45966, 0.95]];
      range.load('text,values,numberFormatCategories');
      context.workbook.application.cultureInfo.load('name');
      await context.sync();
      expect(range.text).toEqual([['1.234,5', '05/11/2025', '95%']]);
      expect(range.values).toEqual([[1234.5, 45966, 0.95]]);
      expect(range.numberFormatCategories).toEqual([['Number', 'Date', 'Percentage']]);
      expect(context.workbook.application.cultureInfo.name).toBe('vi-VN');
    });
  });
});
