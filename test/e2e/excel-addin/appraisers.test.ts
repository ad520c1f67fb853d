/**
 * The appraisers in the pane: a criterion is given to an office, its workbook is saved, filled in and taken back; the
 * points stand among those put to the council.
 */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { patchBook, readBook } from '../../../core/sheet/workbook/file.ts';
import { type AddInBrowser, addInBrowser } from './addin-browser.ts';
import { checkAndScore, goTo, openSample, press, said, seriousFindings } from './pane.ts';
import { readableAt } from './pictures.ts';

let addIn: AddInBrowser;
beforeAll(async () => {
  addIn = await addInBrowser();
});
afterAll(() => addIn?.close());

it('gives a criterion to an office, and takes its workbook back into the record', async () => {
  const { page } = await openSample(addIn);
  await checkAndScore(page);
  await goTo(page, 'Hội đồng');
  await page.getByText('Phân công thẩm định, phiếu của từng người').click();
  await page.getByLabel('Người, cơ quan thẩm định').fill('Công an xã');
  await page.getByLabel(/^Mã tiêu chí/).fill('1.1');
  await press(page, 'Giao thẩm định');
  expect(await said(page)).toContain('Phân công thẩm định');
  await page.getByRole('list', { name: 'Phân công thẩm định' }).getByText('Công an xã: 1.1').waitFor();
  await readableAt(page, 'appraisers', [320, 1440]);
  expect(await seriousFindings(page)).toEqual([]);
  const [saved] = await Promise.all([page.waitForEvent('download'), press(page, 'Xuất phiếu thẩm định (.zip)')]);
  const slip = unzipSync(readFileSync((await saved.path()) ?? ''))['Phiếu thẩm định Công an xã.xlsx']!;
  const read = readBook(slip);
  if (!read.ok) throw new Error(read.refusal.message);
  const [sheet] = read.value.sheets;
  const header = [...sheet!.rows].find(([, cells]) => cells.some(({ value }) => value === 'Điểm thẩm định'))![0];
  const filled = patchBook(slip, [
    { kind: 'write', sheet: sheet!.name, row: header + 1, column: 7, value: { kind: 'number', number: 0.5 } },
    { kind: 'write', sheet: sheet!.name, row: header + 1, column: 8, value: { kind: 'text', text: 'Thiếu hồ sơ' } },
  ]);
  if (!filled.ok) throw new Error(filled.refusal.message);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'Nhận phiếu đã ghi')]);
  await chooser.setFiles([
    { name: 'phieu.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(filled.value.bytes) },
  ]);
  expect(await said(page)).toContain('ghi 1 điểm thẩm định');
  await page.getByText('Nhật ký quyết định (1)').waitFor();
  await page.getByText('Thiếu hồ sơ').first().waitFor();
});
