/**
 * The last period's reports, stored in a sheet of the workbook: compared as from the files, shown, and removed again.
 * Over every host.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import { previewHost } from '../../app/host/preview-host.ts';
import type { Period } from '../../core/base/period/period.ts';
import { checkFiles } from '../../core/judge/check/check.ts';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import { readReports } from '../../core/report/read.ts';
import { newBook, readBook } from '../../core/sheet/workbook/file.ts';
import { findTable, OWN_TABLES, rowsOf, textOf } from '../../session/book/own-tables.ts';
import { paneSession } from '../../session/pane/pane.ts';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import type { Workspace } from '../../session/pane/workspace-data.ts';
import { demoMovement } from '../fixtures/demo/build-demo.ts';
import { plannedReport } from '../fixtures/demo/planned-report.ts';
import { demoUnit } from '../fixtures/demo/units.ts';
import { withEntry } from '../fixtures/filled-report.ts';
import { type LayoutKind, layoutSheet } from '../fixtures/layouts.ts';
import { HOSTS, sure, type TestHost } from './session-hosts.ts';

const movement = demoMovement();
const UNITS: readonly (readonly [unit: string, layout: LayoutKind])[] = [
  ['Bản Nà Đắng', 'form'],
  ['Bản Phiêng Cải', 'SC-01'],
  ['Bản Háng Chua', 'SC-03'],
];
/** So few of so many: the year after it is nearly all of them. */
const FEW = { a: 20, b: 100 };
const YEAR = { kind: 'year', year: 2025 } as const;
const LAST = { kind: 'year', year: 2024 } as const;

function fileOf([unit, layout]: (typeof UNITS)[number], period: Period, change = false) {
  const set = criteriaSetFor(movement, 'village', YEAR)!;
  const code = set.criteria.find(
    (criterion) => criterion.measure === 'percentage' && criterion.filledBy === 'unit',
  )!.code;
  const planned = { ...plannedReport(set, movement, demoUnit(unit)), period };
  const { sheet } = layoutSheet(layout, change ? withEntry(planned, code, FEW) : planned, { sheet: unit });
  return { name: `${unit} ${period.year}.xlsx`, bytes: newBook([{ ...sheet, name: unit }]) };
}

const NOW = UNITS.map((unit) => fileOf(unit, YEAR));
const BEFORE = UNITS.map((unit) => fileOf(unit, LAST, true));
const reportsIn = ({ name, bytes }: (typeof NOW)[number]) =>
  readReports(sure(readBook(bytes)), { file: name, movement });

/** The core's findings on the files themselves. */
const EXPECTED = checkFiles(NOW.map(reportsIn), {
  movement,
  period: YEAR,
  asOf: null,
  register: null,
  previous: BEFORE.flatMap((file) => reportsIn(file).reports),
  observations: null,
}).flags.filter(({ code }) => code === 'sudden-change');

const sudden = ({ run }: Workspace) => (run?.flags ?? []).filter(({ code }) => code === 'sudden-change');

test('the files differ so much that the core says so of every unit', () => {
  expect(EXPECTED.map(({ unit }) => unit)).toEqual(UNITS.map(([unit]) => unit));
});

describe.each(HOSTS)('the last period over %s', (_, open) => {
  let held: TestHost;
  let session: PaneSession;
  const nothing = () => undefined;
  const check = async () => sure(await session.checkAndScore(nothing)).workspace;
  beforeEach(async () => {
    held = open();
    session = paneSession(held.host, { now: () => '2025-11-21T09:00:00+07:00' });
    sure(await session.saveSettings({ movement: movement.id, period: null }));
    sure(await session.collect(NOW, nothing));
  });

  test('what changed suddenly is found as from the files, and after the workbook was opened anew', async () => {
    const first = await check();
    expect(sudden(first)).toEqual([]);
    expect(first.previous).toBeNull();
    expect(first.run?.silent.some((text) => text.includes('biến động'))).toBe(true);

    const { message, workspace } = sure(await session.takePrevious(BEFORE, nothing));
    expect(message).toContain('(năm 2024) của 3 đơn vị');
    expect(workspace.previous).toEqual({ units: 3, periods: [LAST] });
    const told = (flags: typeof EXPECTED) =>
      flags.map(({ unit, code, message, data }) => ({ unit, code, message, data }));
    expect(told(sudden(await check()))).toEqual(told(EXPECTED));

    session = paneSession(held.host);
    expect(told(sudden(sure(await session.open(nothing))))).toEqual(told(EXPECTED));
    const rows = rowsOf(findTable(sure(await held.host.read()), OWN_TABLES.previous.table));
    expect(new Set(rows.map((row) => textOf(row, 'Kỳ')))).toEqual(new Set(['2024']));
  });

  test('it is taken out again, and by undo put back', async () => {
    sure(await session.takePrevious(BEFORE, nothing));
    const dropped = sure(await session.dropPrevious());
    expect(dropped.workspace.previous).toBeNull();
    expect(sudden(await check())).toEqual([]);
    sure(await session.undo());
    const { workspace } = sure(await session.undo());
    expect(workspace.previous?.units).toBe(3);
  });

  test('a file of this period, or with no report, is left out by name', async () => {
    sure(await session.saveSettings({ movement: movement.id, period: YEAR }));
    const cover = { name: 'bìa.xlsx', bytes: newBook([{ name: 'Bìa', cells: [] }]) };
    const refused = await session.takePrevious([NOW[0]!, cover], nothing);
    const message = refused.ok ? '' : refused.refusal.message;
    expect(message).toContain('"Bản Nà Đắng 2025.xlsx": Báo cáo năm 2025 không phải là kỳ trước của năm 2025.');
    expect(message).toContain('"bìa.xlsx": Tệp không có bảng báo cáo nào');
    const { left, workspace } = sure(await session.takePrevious([...BEFORE.slice(0, 1), cover], nothing));
    expect(left).toContain('"bìa.xlsx"');
    expect(workspace.previous?.units).toBe(1);
    expect(sure(await session.takePrevious(BEFORE.slice(1), nothing)).workspace.previous?.units).toBe(3);
  });

  test("last period's own workbook, scored and with our sheets, gives the same", async () => {
    const host = sure(previewHost('Thi đua 2024.xlsx', newBook([{ name: 'Bìa', cells: [] }])));
    const last = paneSession(host, { now: () => '2024-11-21T09:00:00+07:00' });
    sure(await last.saveSettings({ movement: movement.id, period: LAST }));
    sure(await last.collect(BEFORE, nothing));
    sure(await last.checkAndScore(nothing));
    sure(await session.takePrevious([{ name: 'Thi đua 2024.xlsx', bytes: host.save() }], nothing));
    expect(sudden(await check()).map(({ unit, message }) => [unit, message])).toEqual(
      EXPECTED.map(({ unit, message }) => [unit, message]),
    );
  });

  test('a row that cannot be understood is reported and not used', async () => {
    sure(await session.takePrevious(BEFORE, nothing));
    const { sheet, range, columns } = findTable(sure(await held.host.read()), OWN_TABLES.previous.table)!;
    await held.type(sheet, range.top + 1, range.left + columns.indexOf('Kỳ'), 'năm ngoái');
    const { run } = await check();
    expect(run?.silent.some((text) => text.includes('Trang "Kỳ trước", dòng 1'))).toBe(true);
  });

  test('a row that cannot be understood stays as it was typed when more files come', async () => {
    sure(await session.takePrevious(BEFORE.slice(0, 1), nothing));
    const { sheet, range, columns } = findTable(sure(await held.host.read()), OWN_TABLES.previous.table)!;
    await held.type(sheet, range.top + 1, range.left + columns.indexOf('Kỳ'), 'năm ngoái');
    const typed = async () =>
      rowsOf(findTable(sure(await held.host.read()), OWN_TABLES.previous.table)).filter(
        (row) => textOf(row, 'Kỳ') === 'năm ngoái',
      );
    const before = await typed();
    expect(before).toHaveLength(1);
    const { message, workspace } = sure(await session.takePrevious(BEFORE.slice(1), nothing));
    expect(message).toContain('Giữ nguyên 1 dòng');
    expect(workspace.previous?.units).toBe(3);
    expect(await typed()).toEqual(before);
  });

  test('the period the sheets name is under review before any run', async () => {
    const { period, run } = sure(await session.open(nothing));
    expect(run).toBeNull();
    expect(period).toEqual(YEAR);
  });
});
