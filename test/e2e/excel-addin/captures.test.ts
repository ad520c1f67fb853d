/** Figures of the portal, pasted and from a file: a report that says otherwise is flagged where it does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { portalMismatch } from '../../../core/judge/check/checks/portal-mismatch.ts';
import { capturesFileSchema } from '../../../core/portal/indicator/observation.ts';
import { indicatorTsv } from '../../../core/sheets/indicator-text.ts';
import { ROOT } from '../../built-for-production.ts';
import { type AddInBrowser, addInBrowser, type OpenedPage } from './addin-browser.ts';
import { tableRows } from './book-text.ts';
import { checkAndScore, goTo, openSample, press, said } from './pane.ts';

const { observations } = capturesFileSchema.parse(
  JSON.parse(readFileSync(join(ROOT, 'cli/demo/captures.json'), 'utf8')),
);
/** The one unit that reports more than the portal shows. */
const DIFFERS = 'Công an xã';

let addIn: AddInBrowser;
let opened: OpenedPage;
beforeAll(async () => {
  addIn = await addInBrowser();
  opened = await openSample(addIn);
});
afterAll(() => addIn?.close());

it('takes a pasted table, which agrees with the reports', async () => {
  const { page } = opened;
  const agreeing = observations.filter(({ unit }) => unit.name !== DIFFERS);
  await goTo(page, 'Số liệu Cổng');
  await press(page, 'Nhập số liệu đã dán');
  expect(await said(page)).toContain('Chưa có số liệu nào được dán');
  await page.getByLabel('Hoặc dán số liệu').fill(indicatorTsv(agreeing));
  await press(page, 'Nhập số liệu đã dán');
  expect(await said(page)).toContain(`Đã nhận ${agreeing.length} số liệu từ Cổng.`);
  await checkAndScore(page);
  expect(await mismatches()).toEqual([]);
});

it('takes a file, and flags the report that says otherwise', async () => {
  const { page } = opened;
  await goTo(page, 'Số liệu Cổng');
  const asking = page.waitForEvent('filechooser');
  await press(page, /^Chọn tệp số liệu/);
  await (await asking).setFiles(join(ROOT, 'cli/demo/captures.json'));
  await expect.poll(() => said(page)).toContain(`Đã nhận ${observations.length} số liệu từ Cổng.`);
  // Those pasted before are the same: none stands twice.
  expect(await tableRows(page, 'TDS_ChiSo')).toHaveLength(1 + observations.length);
  await checkAndScore(page);
  expect(await mismatches()).toEqual([[DIFFERS, 'E24']]);
});

it('made no request outside this computer and threw nothing', () => {
  expect([opened.outside, opened.faults]).toEqual([[], []]);
});

/** Unit and cell of each flag that the portal says otherwise. */
async function mismatches(): Promise<unknown[][]> {
  const [header = [], ...rows] = (await tableRows(opened.page, 'TDS_CanhBao')) ?? [];
  const at = (name: string) => header.indexOf(name);
  return rows
    .filter((row) => row[at('Loại cảnh báo')] === portalMismatch.name)
    .map((row) => [row[at('Đơn vị')], row[at('Ô')]]);
}
