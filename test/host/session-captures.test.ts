/** Captured indicator values as a file, as JSON and as rows pasted from a table. */
import { expect, test } from 'vitest';
import { newBook } from '../../core/sheet/workbook/file.ts';
import { readCapturesText } from '../../core/sheets/captures-file.ts';
import { tableSheet } from '../../core/sheets/council/table-sheet.ts';
import { indicatorCells, NO_CHANGES } from '../../core/sheets/indicator-cells.ts';
import { INDICATOR_COLUMNS } from '../../core/sheets/indicator-columns.ts';
import { indicatorReport } from '../../core/sheets/indicator-sheet.ts';
import { indicatorCsv } from '../../core/sheets/indicator-text.ts';
import { readObservations } from '../../session/book/observations.ts';
import { importCaptures } from '../../session/captures/import-captures.ts';
import { demoCapturesText, demoObservations, HOSTS, openPreview, sure } from './session-hosts.ts';

const NOW = '2025-11-06T08:00:00+07:00';
const PASTED = [
  'Đơn vị\tMã đơn vị\tChỉ số\tKỳ\tGiá trị\tTử số\tMẫu số',
  'Công an xã\tH18.79.2\tTỷ lệ hồ sơ tiếp nhận trực tuyến\t2025\t30,5 %\t61\t200',
  'Trạm Y tế xã\t\tTDGQ\t2025-Q4\t\t\t',
].join('\r\n');

test.each(HOSTS)(
  'over %s: what is in the sheet is what was captured; the same again changes nothing, a later value replaces',
  async (_, open) => {
    const { host } = open();
    const bytes = new TextEncoder().encode(demoCapturesText());
    sure(await importCaptures(host, { name: 'captures.json', bytes }, NOW));
    const held = async () => readObservations(sure(await host.read()));
    expect(await held()).toEqual({ observations: demoObservations(), notes: [] });
    expect(sure(await importCaptures(host, demoCapturesText(), NOW)).actions).toBe(0);

    sure(await importCaptures(host, PASTED, NOW));
    const { observations: after } = await held();
    const police = after!.filter(({ unit, indicator }) => unit.code === 'H18.79.2' && indicator === 'ho-so-truc-tuyen');
    expect(police.map(({ value }) => value)).toEqual([30.5]);
    expect(after!.at(-1)).toMatchObject({
      indicator: 'TDGQ',
      unit: { name: 'Trạm Y tế xã' },
      period: '2025-Q4',
      value: null,
    });
  },
);

test.each(HOSTS)('over %s: the extension’s workbook and .csv come in whole', async (_, open) => {
  const { host } = open();
  const observations = demoObservations();
  const csv = new TextEncoder().encode(indicatorCsv(observations.slice(0, 3)));
  sure(await importCaptures(host, { name: 'chi-so.xlsx', bytes: indicatorReport(observations.slice(3)) }, NOW));
  sure(await importCaptures(host, { name: 'chi-so.csv', bytes: csv }, NOW));
  const { observations: held } = readObservations(sure(await host.read()));
  expect(held).toEqual([...observations.slice(3), ...observations.slice(0, 3)]);
});

test.each(HOSTS)('over %s: a sheet of the first version is read, and added to in its own columns', async (_, open) => {
  const columns = INDICATOR_COLUMNS.filter(({ later }) => !later);
  const [first, ...others] = demoObservations();
  const old = tableSheet({
    ...{ name: 'Chỉ số', title: 'CHỈ SỐ', subtitle: '', table: 'TDS_ChiSo' },
    columns: columns.map(({ title, width }) => ({ title, width, style: {} })),
    rows: [indicatorCells(first!, NO_CHANGES, columns)],
  });
  const { host } = open(newBook([old]));
  const held = async () => readObservations(sure(await host.read())).observations;
  expect(await held()).toEqual([first]);
  expect(sure(await importCaptures(host, demoCapturesText(), NOW)).refused).toEqual([]);
  expect(await held()).toEqual([first, ...others]);
});

test.each(HOSTS)('over %s: a figure carries the difference from the figure it replaces', async (_, open) => {
  const { host } = open();
  const [first] = demoObservations();
  const bring = async (value: number | null, day: number) => {
    const provenance = { ...first!.provenance, capturedAt: `2025-11-0${day}T08:00:00+07:00` };
    sure(await importCaptures(host, JSON.stringify({ observations: [{ ...first, value, provenance }] }), NOW));
    const { columns, rows } = sure(await host.read()).tables.find(({ name }) => name === 'TDS_ChiSo')!;
    return rows[0]![columns.indexOf('Thay đổi so với lần trước')];
  };
  expect(await bring(88.42, 1)).toBeNull();
  expect(await bring(89.3, 2)).toBe(0.88);
  // The same again changes nothing.
  expect(await bring(89.3, 2)).toBe(0.88);
  expect(await bring(null, 3)).toBeNull();
});

test('a row typed into the sheet without a period is reported and not used', async () => {
  const { host, type } = openPreview();
  sure(await importCaptures(host, PASTED, NOW));
  const { tables } = sure(await host.read());
  const { range, columns, sheet } = tables.find(({ name }) => name === 'TDS_ChiSo')!;
  await type(sheet, range.top + 1, range.left + columns.indexOf('Kỳ'), 'năm ngoái');
  const { observations, notes } = readObservations(sure(await host.read()));
  expect(observations).toHaveLength(1);
  expect(notes).toEqual([
    'Trang "Chỉ số", dòng 1 của bảng: không hiểu kỳ "năm ngoái" (ghi 2025, 2025-Q4 hoặc 2025-11). Dòng này không được dùng.',
  ]);
});

test.each([
  ['', 'Chưa có'],
  ['{"observations": [', 'JSON'],
  ['[{"indicator": 5}]', 'cấu trúc'],
  ['Đơn vị\tKỳ\nA\t2025', 'Chỉ số'],
  ['Chỉ số\tĐơn vị\tKỳ\tGiá trị\nTDGQ\tA\tnăm ngoái\t5', 'kỳ'],
  ['Chỉ số\tĐơn vị\tKỳ\tGiá trị\nTDGQ\tA\t2025\t1.234', 'số rõ ràng'],
])('%j is refused with what is wrong', (pasted, word) => {
  const read = readCapturesText(pasted, NOW);
  expect(read.ok ? '' : read.refusal.message).toContain(word);
});
