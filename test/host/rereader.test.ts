/**
 * A load reads again only what changed since the load before it, and gives what a program that has just begun gives of
 * the same workbook.
 */
import { expect, test } from 'vitest';
import { paneSession } from '../../session/pane/pane.ts';
import { collect } from '../../session/received/collect.ts';
import { type LoadedBook, load, loadBook } from '../../session/run/load.ts';
import { random } from '../fixtures/random.ts';
import { demoFiles, openPreview, sure } from './session-hosts.ts';

/** By a program that has read nothing of the workbook before. */
async function readAnew({ book }: LoadedBook): Promise<LoadedBook> {
  const { readings: _, ...unread } = book;
  return sure(await loadBook(unread));
}

/** Edits typed into reports, each read after it. */
const EDITS = 16;

test('reads after every edit what a new program reads', async () => {
  const held = openPreview();
  const session = paneSession(held.host, {});
  sure(await session.collect(demoFiles().slice(0, 6), () => undefined));
  sure(await session.checkAndScore(() => undefined));
  const draw = random(11);
  for (let edit = 0; edit < EDITS; edit++) {
    const before = sure(await load(held.host));
    const { reports, book } = before;
    const { sheet } = draw.pick(reports).report.layout;
    const cells = [...(book.book.sheets.find(({ name }) => name === sheet)?.rows.values() ?? [])].flat();
    const cell = draw.pick(cells.filter(({ value }) => value !== null));
    const text = draw.pick(['', '7', '95 %', 'không phát sinh', 'Đơn vị: Bản Mới', 'Kỳ báo cáo: năm 2024', '#N/A']);
    await held.type(sheet, cell.row, cell.column, text);
    const after = sure(await load(held.host));
    const fresh = await readAnew(after);
    expect(after.files, `${sheet} ${cell.row},${cell.column} ← "${text}"`).toEqual(fresh.files);
    expect(after.reports).toEqual(fresh.reports);
    expect(after.columns).toEqual(fresh.columns);
    const kept = after.files.filter(({ reports }) => before.files.some((file) => file.reports === reports));
    expect(kept.length).toBeGreaterThanOrEqual(before.files.length - 1);
  }
});

test('reads all again for another period', async () => {
  const held = openPreview();
  const session = paneSession(held.host, {});
  sure(await session.collect(demoFiles().slice(0, 3), () => undefined));
  const before = sure(await load(held.host));
  sure(await session.saveSettings({ ...before.settings, period: { kind: 'year', year: 2024 } }));
  const after = sure(await load(held.host));
  const fresh = await readAnew(after);
  expect(after.files).toEqual(fresh.files);
  expect(after.files[0]?.reports).not.toBe(before.files[0]?.reports);
});

test('takes over what was read of the files as they came in', async () => {
  const held = openPreview();
  sure(await collect(held.host, demoFiles(), '2025-12-01T02:00:00Z'));
  const readings = sure(await held.host.read()).readings?.byFile ?? new Map();
  const before = new Set([...readings.values()].map(({ read }) => read.reports));
  const after = sure(await load(held.host));
  const fresh = await readAnew(after);
  expect(after.files).toEqual(fresh.files);
  expect(after.reports).toEqual(fresh.reports);
  // The readings themselves, not readings like them.
  expect(after.files.filter(({ reports }) => before.has(reports)).length).toBeGreaterThan(0.8 * demoFiles().length);
  expect(fresh.files.filter(({ reports }) => before.has(reports))).toEqual([]);
});
