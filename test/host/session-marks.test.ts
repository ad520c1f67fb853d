/** Marks of an earlier run go once the figure is put right, wherever they stand by then. Over every host. */
import { beforeEach, describe, expect, test } from 'vitest';
import { fromA1 } from '../../core/sheet/grid/address.ts';
import { markSeverity } from '../../core/sheet/workbook/marks.ts';
import { excelHost } from '../../excel-addin/host/excel/excel-host.ts';
import { paneSession } from '../../session/pane/pane.ts';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import { openExcel } from '../excel-host/client.ts';
import { coverBook, demoFiles, HOSTS, sure, type TestHost } from './session-hosts.ts';

describe.each(HOSTS)('marks over %s', (_, open) => {
  let held: TestHost;
  let session: PaneSession;

  beforeEach(async () => {
    held = open();
    session = paneSession(held.host, { now: () => '2025-11-21T09:00:00+07:00' });
    sure(await session.saveSettings({ movement: 'ta-ma-2023-2030', period: null }));
    const files = demoFiles().filter(({ name }) => /BC ban Tho Ty|Ke Cai/.test(name));
    sure(await session.collect(files, () => undefined));
  });

  const flagsNow = async () => sure(await session.checkAndScore(() => undefined)).workspace.run!.flags;
  const markedAt = (sheet: string, address: string) => {
    const { row, column } = fromA1(address)!;
    return held.marked(sheet, row, column);
  };

  test('each flagged cell is marked by its worst flag; one put right is marked no more, the others still are', async () => {
    const first = await flagsNow();
    const flagged = first.flatMap(({ cell }) => cell ?? []);
    expect(flagged.length).toBeGreaterThan(3);
    for (const { sheet, address } of flagged) expect(markedAt(sheet, address), address).toBeDefined();

    const wrong = first.find(({ code }) => code === 'numerator-exceeds-denominator')!.cell!;
    const { row, column } = fromA1(wrong.address)!;
    await held.type(wrong.sheet, row, column, '200');
    const later = await flagsNow();
    expect(later.some(({ cell }) => cell?.sheet === wrong.sheet && cell.address === wrong.address)).toBe(false);
    expect(markedAt(wrong.sheet, wrong.address)).toBeUndefined();
    for (const { cell } of later) if (cell) expect(markedAt(cell.sheet, cell.address), cell.address).toBeDefined();
  });
});

test('in Excel a mark copied with its cell goes with the others of its sheet', async () => {
  const excel = openExcel({ api: '1.15', name: 'Thi đua 2025.xlsx', from: coverBook() });
  const session = paneSession(excelHost(), { now: () => '2025-11-21T09:00:00+07:00' });
  sure(await session.saveSettings({ movement: 'ta-ma-2023-2030', period: null }));
  sure(
    await session.collect(
      demoFiles().filter(({ name }) => /BC ban Tho Ty/.test(name)),
      () => undefined,
    ),
  );
  sure(await session.checkAndScore(() => undefined));
  const sheet = excel.book.sheets.find(({ conditionals }) => conditionals.length > 0)!;
  const far = { top: 90, left: 3, bottom: 95, right: 4 };
  const own = () => sheet.conditionals.filter((rule) => markSeverity(String(rule.settings.get('rule.formula'))));
  for (const rule of own()) rule.areas = [...rule.areas, far];
  excel.type(sheet.name, 'D19', 200);
  sure(await session.checkAndScore(() => undefined));
  expect(own().length).toBeGreaterThan(0);
  expect(
    own()
      .flatMap(({ areas }) => areas)
      .every(({ top }) => top < far.top),
  ).toBe(true);
});
