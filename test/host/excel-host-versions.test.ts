/** The client of each Excel an office may have: what is newer than it refuses by name, before anything is sent. */
import { describe, expect, it } from 'vitest';
import { newBook } from '../../core/sheet/workbook/file.ts';
import { openExcel } from '../excel-host/client.ts';
import { codeOf } from '../excel-host/code-of.ts';

const otherBook = Buffer.from(newBook([{ name: 'Khác', cells: [] }])).toString('base64');

const uses: readonly (readonly [string, string, (context: Excel.RequestContext) => void])[] = [
  [
    'getRangeByIndexes',
    '1.7',
    (context) => context.workbook.worksheets.getActiveWorksheet().getRangeByIndexes(0, 0, 1, 1),
  ],
  ['getRanges', '1.9', (context) => context.workbook.worksheets.getActiveWorksheet().getRanges('A1,B2')],
  ['onChanged of all sheets', '1.9', (context) => context.workbook.worksheets.onChanged],
  ['comments', '1.10', (context) => context.workbook.comments],
  ['insertWorksheetsFromBase64', '1.13', (context) => context.workbook.insertWorksheetsFromBase64(otherBook)],
  [
    'getMergedAreasOrNullObject',
    '1.13',
    (context) => context.workbook.worksheets.getActiveWorksheet().getRange('A1').getMergedAreasOrNullObject(),
  ],
];

describe.each(['1.7', '1.9', '1.13', '1.14', '1.15'])('ExcelApi %s', (api) => {
  it.each(uses)('%s (from %s on)', async (_name, since, use) => {
    const host = openExcel({ api });
    const have = Number(api.split('.')[1]) >= Number(since.split('.')[1]);
    const queued = Excel.run(async (context) => use(context));
    expect(await codeOf(queued)).toBe(have ? '' : 'ApiNotFound');
    expect(host.counters.syncs).toBe(have ? 1 : 0);
    expect(Office.context.requirements.isSetSupported('ExcelApi', since)).toBe(have);
  });
});

describe('capabilities above the client', () => {
  /** As the one adapter of the add-in for such things sees a sheet. */
  interface NewerSheet {
    readonly notes?: {
      add: (cell: string, text: string) => { content: string };
      getItemOrNullObject: (cell: string) => Excel.Comment;
    };
  }

  it('are undefined in the package and stay so below their version', async () => {
    openExcel({ api: '1.15' });
    await Excel.run(async (context) => {
      expect((context.workbook.worksheets.getFirst() as unknown as NewerSheet).notes).toBeUndefined();
    });
  });

  it('are there through the stub: notes from 1.18 on', async () => {
    const host = openExcel({ api: '1.18' });
    await Excel.run(async (context) => {
      const { notes } = context.workbook.worksheets.getFirst() as unknown as NewerSheet;
      notes?.add('B7', 'Thiếu minh chứng');
      const [there, missing] = [notes?.getItemOrNullObject('B7'), notes?.getItemOrNullObject('C7')];
      there?.load('content');
      missing?.load('content');
      await context.sync();
      expect([there?.content, there?.isNullObject, missing?.isNullObject]).toEqual(['Thiếu minh chứng', false, true]);
      if (there) there.content = `${there.content}; sai kỳ`;
      await context.sync();
    });
    expect(host.book.sheets[0]?.notes).toMatchObject([{ row: 6, column: 1, text: 'Thiếu minh chứng; sai kỳ' }]);
  });
});
