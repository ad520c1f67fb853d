/** The script for pages, run in a bare window: what a browser gets is the same client and the same host. */
import { compileFunction } from 'node:vm';
import { expect, it } from 'vitest';
import { newBook } from '../../core/sheet/workbook/file.ts';
import type { ExcelHost } from '../excel-host/excel-host.ts';
import { pageScript } from '../excel-host/page-script.ts';

it('serves unmodified Excel.run inside a page from the bytes of a workbook', async () => {
  const bytes = newBook([
    { name: 'Xã Tân Lĩnh', cells: [{ row: 1, column: 1, value: { kind: 'text', text: 'Đạt' } }] },
  ]);
  const script = await pageScript({ api: '1.15', theme: 'dark', base64: Buffer.from(bytes).toString('base64') });
  const page: Record<string, unknown> = {
    Excel: undefined,
    OfficeExtension: undefined,
    OfficeExt: undefined,
    OSF: undefined,
    Microsoft: undefined,
    OfficeCore: undefined,
    Office: undefined,
    navigator: { userAgent: 'page', platform: 'Win32' },
    location: { href: 'https://localhost/', search: '', hash: '', protocol: 'https:' },
    document: {
      addEventListener: () => undefined,
      getElementsByTagName: () => [],
      createElement: () => ({ style: {} }),
    },
    addEventListener: () => undefined,
  };
  page.window = page;
  compileFunction(`with(window){${script}}`, ['window']).call(page, page);

  const {
    Excel: client,
    Office: office,
    excelHost,
  } = page as unknown as {
    Excel: typeof Excel;
    Office: typeof Office;
    excelHost: ExcelHost;
  };
  expect(await office.onReady()).toEqual({ host: 'Excel', platform: 'PC' });
  expect(office.context.requirements.isSetSupported('ExcelApi', '1.15')).toBe(true);
  expect(office.context.requirements.isSetSupported('ExcelApi', '1.16')).toBe(false);
  expect(office.context.officeTheme.bodyBackgroundColor).toBe('#262626');
  await client.run(async (context) => {
    const used = context.workbook.worksheets.getItem('Xã Tân Lĩnh').getUsedRange(true);
    used.load('address,values');
    await context.sync();
    expect(used.address).toBe("'Xã Tân Lĩnh'!B2");
    expect(used.values).toEqual([['Đạt']]);
  });
  expect(excelHost.counters.syncs).toBe(1);
});
