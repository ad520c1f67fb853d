/** The same pane without Excel: the sample workbook, a check, an edit in the grid, and a file saved to disk. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromA1 } from '../../../core/sheet/grid/address.ts';
import { cellAt } from '../../../core/sheet/grid/sheet.ts';
import { readBook } from '../../../core/sheet/workbook/file.ts';
import { heldActs } from '../acts.ts';
import { type AddInBrowser, addInBrowser, type OpenedPage } from './addin-browser.ts';
import {
  BESIDE,
  checkAndScore,
  chooseMovement,
  cutTexts,
  goTo,
  goToFlags,
  PLACES,
  press,
  said,
  seriousFindings,
  wearTheme,
} from './pane.ts';
import { takePicture } from './pictures.ts';

/** Milliseconds: the build comes first. */

describe('the preview', () => {
  let addIn: AddInBrowser;
  let opened: OpenedPage;
  beforeAll(async () => {
    addIn = await addInBrowser();
    opened = await addIn.open('preview.html', undefined, { width: 1024, height: 680 });
  });
  afterAll(() => addIn?.close());

  it('opens the sample and checks it', async () => {
    const { page } = opened;
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Dùng số liệu mẫu' }).click();
    await chooseMovement(page);
    expect(await checkAndScore(page)).toContain('Đã kiểm tra và chấm điểm: 24 báo cáo');
    await goToFlags(page);
    await page.getByRole('button', { name: 'Sau', exact: true }).click();
    await page.getByRole('grid').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await cutTexts(page)).toEqual([]);
    for (const theme of ['light', 'dark'] as const) {
      await wearTheme(page, theme);
      await takePicture(page, `preview-${theme}`);
    }
  });

  it('takes an edit in the grid, and saves a file that holds it', async () => {
    const { page } = opened;
    const sheet = await page.getByLabel('Trang tính', { exact: true }).inputValue();
    const stood = page.locator('td[role="gridcell"][aria-selected="true"]');
    const address = await page.locator('[aria-label="Bảng tính"] [role="status"] span').first().innerText();
    const at = fromA1(address);
    if (at === undefined) throw new Error(`no cell ${address}`);
    await stood.dblclick();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Đã sửa tay');
    await page.keyboard.press('Enter');
    await goTo(page, 'Báo cáo');
    await page.getByText(/Sổ đã thay đổi từ lần đọc trước/).waitFor();
    await goToFlags(page);
    await heldActs(page, 'stale flags checked again', async () => {
      await press(page, 'Kiểm tra lại');
      expect(await said(page)).toContain('Đã kiểm tra và chấm điểm: 24 báo cáo');
    });
    expect(await page.getByText(/Sổ đã thay đổi/).count()).toBe(0);

    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Lưu về máy' }).click();
    const saved = await waiting;
    expect(saved.suggestedFilename()).toBe('Số liệu mẫu.xlsx');
    const book = readBook(new Uint8Array(readFileSync(await saved.path())));
    if (!book.ok) throw new Error(book.refusal.message);
    const names = book.value.sheets.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([sheet, 'Cảnh báo', 'Xếp hạng']));
    const edited = book.value.sheets.find(({ name }) => name === sheet);
    if (edited === undefined) throw new Error(`no sheet ${sheet}`);
    const cell = cellAt(edited, at.row, at.column);
    expect(cell?.value).toBe('Đã sửa tay');
  });

  it('works in a narrow window, with either the grid or the pane', async () => {
    const { page } = opened;
    await page.setViewportSize({ width: 360, height: 720 });
    await page.getByRole('button', { name: 'Xem bảng tính' }).click();
    await page.getByRole('grid').waitFor();
    await page.getByRole('button', { name: 'Đóng bảng tính' }).click();
    await page.getByRole('tab', { name: 'Báo cáo' }).waitFor();
    expect(await cutTexts(page)).toEqual([]);
  });

  it('has help on the line of the name of the place, however narrow', async () => {
    const { page } = opened;
    await page.setViewportSize({ width: 320, height: 720 });
    for (const place of [...PLACES, ...BESIDE]) {
      await goTo(page, place);
      const boxes = [page.locator('h1'), page.getByRole('button', { name: 'Trợ giúp', exact: true })];
      const [name, help] = await Promise.all(boxes.map((box) => box.boundingBox()));
      if (!name || !help) throw new Error(`${place} has no name or no help`);
      expect({ place, below: help.y > name.y + name.height }).toEqual({ place, below: false });
      expect(await cutTexts(page)).toEqual([]);
    }
  });

  it('stands in for the pane when the script of Office cannot be reached', async () => {
    const { page, outside } = await addIn.open('taskpane.html');
    await page.getByText(/Chưa tải được thư viện của Office/).waitFor();
    await page.getByRole('button', { name: 'Dùng số liệu mẫu' }).click();
    await page.getByRole('tab', { name: 'Báo cáo' }).waitFor();
    expect(outside).toEqual(['https://appsforoffice.microsoft.com/lib/1/hosted/office.js']);
    await page.close();
  });

  it('made no request outside this computer and threw nothing', () => {
    expect(opened.outside).toEqual([]);
    expect(opened.faults).toEqual([]);
  });
});

describe('a closed tab', () => {
  let addIn: AddInBrowser;
  beforeAll(async () => {
    addIn = await addInBrowser();
  });
  afterAll(() => addIn?.close());

  it('loses nothing: the browser asks before, and the workbook is there again, or is started anew', async () => {
    const { page } = await addIn.open('preview.html', undefined, { width: 1024, height: 680 });
    await page.getByRole('button', { name: 'Dùng số liệu mẫu' }).click();
    await chooseMovement(page);
    const requests: string[] = [];
    page.on('dialog', (dialog) => {
      requests.push(dialog.type());
      void dialog.accept();
    });
    await page.waitForTimeout(300);
    await page.reload();
    expect(requests).toEqual(['beforeunload']);
    await page.getByText('Còn sổ làm dở').waitFor();
    await page.getByRole('button', { name: 'Làm tiếp' }).click();
    await goTo(page, 'Kế hoạch');
    const movement = page.getByLabel('Phong trào thi đua');
    await movement.waitFor();
    expect(await movement.inputValue()).toBe('ta-ma-2023-2030');
    // Nothing was changed since: there is no question.
    await page.reload();
    expect(requests).toEqual(['beforeunload']);
    await page.getByRole('button', { name: 'Bỏ, làm từ đầu' }).click();
    await page.getByText('Còn sổ làm dở').waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('button', { name: 'Dùng số liệu mẫu' }).waitFor();
    expect(await page.getByText('Còn sổ làm dở').count()).toBe(0);
    await page.context().close();
  });
});
