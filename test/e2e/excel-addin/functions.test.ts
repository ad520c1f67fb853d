/**
 * The worksheet functions as the page gives them to Excel: the ids of functions.json, real answers, and errors in
 * Vietnamese.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../../built-for-production.ts';
import { toTcvn3 } from '../../fixtures/legacy-letters.ts';
import { type AddInBrowser, addInBrowser, type OpenedPage } from './addin-browser.ts';
import { goTo, openSample, said } from './pane.ts';

let addIn: AddInBrowser;
let opened: OpenedPage;
beforeAll(async () => {
  addIn = await addInBrowser();
  opened = await openSample(addIn);
});
afterAll(() => addIn?.close());

it('implements exactly the functions in functions.json', async () => {
  const { functions } = JSON.parse(addIn.file('functions.json').toString()) as { functions: { id: string }[] };
  const associated = await opened.page.evaluate(() => [...(window.excelRuntime?.functions.keys() ?? [])]);
  expect(associated.sort()).toEqual(functions.map(({ id }) => id).sort());
});

it('reads numbers, legacy letters and points of the movement chosen in the workbook', async () => {
  expect(await answer('DOISO', '1.234,5')).toBe(1234.5);
  expect(await answer('DOISO', '1.234', true)).toBe(1234);
  expect(await answer('DOICHU', toTcvn3('Bản Nà Đắng'), '.VnTime')).toBe('Bản Nà Đắng');
  expect(await answer('DIEM', '1.1', 25, 'Bản')).toBe(4);
});

it('reads a captured figure once it stands in the workbook', async () => {
  const { page } = opened;
  const args = ['dich-vu-toan-trinh', 'Văn phòng HĐND-UBND xã', '2025'] as const;
  expect(await answer('CHISO', ...args)).toMatchObject({ code: '#N/A', message: expect.stringContaining('Chỉ số') });
  await goTo(page, 'Số liệu Cổng');
  await page.locator('input[type=file][accept*=".json"]').setInputFiles(join(ROOT, 'cli/demo/captures.json'));
  await expect.poll(() => said(page)).toContain('số liệu từ Cổng');
  expect(await answer('CHISO', ...args)).toBe(100);
});

it('explains errors in Vietnamese', async () => {
  expect(await answer('DOISO', 'nhiều')).toMatchObject({ code: '#VALUE!', message: expect.stringContaining('con số') });
  expect(await answer('DIEM', '9.9', 50, 'Bản')).toMatchObject({
    code: '#VALUE!',
    message: expect.stringContaining('không có tiêu chí "9.9"'),
  });
});

it('made no request outside this computer and threw nothing', () => {
  expect([opened.outside, opened.faults]).toEqual([[], []]);
});

/** What a cell with =THIDUA.<id>(…) gets: the value, or the error with its sentence. */
function answer(id: string, ...args: (string | number | boolean)[]): Promise<unknown> {
  return opened.page.evaluate(
    async ([name, values]) => {
      try {
        return await window.excelRuntime?.functions.get(name)?.(...values);
      } catch (fault) {
        const { code, message } = fault as { code: string; message: string };
        return { code, message };
      }
    },
    [id, args] as const,
  );
}
