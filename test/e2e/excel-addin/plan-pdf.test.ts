/** A plan's PDF in the page with files beside it: read in a worker of its own, within the page's policy. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docxText } from '../../../core/plan/file/docx-text.ts';
import { drawnPdf } from '../../fixtures/drawn-pdf.ts';
import { ownPlanDocx } from '../../fixtures/own-plan.ts';
import { heldActs } from '../acts.ts';
import { rankOwnUnits } from '../app/rank-own-units.ts';
import { type AddInBrowser, addInBrowser, type OpenedPage } from './addin-browser.ts';
import { cutTexts, goTo, press, said, seriousFindings } from './pane.ts';
import { takePicture } from './pictures.ts';

let addIn: AddInBrowser;
let opened: OpenedPage;
let folder: string;
beforeAll(async () => {
  addIn = await addInBrowser();
  opened = await addIn.open('preview.html', undefined, { width: 1024, height: 680 });
  folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-pdf-'));
});
afterAll(async () => {
  await addIn?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function give(name: string, bytes: Uint8Array): Promise<void> {
  writeFileSync(join(folder, name), bytes);
  const chooser = opened.page.locator('input[type="file"][aria-label="Chọn tệp kế hoạch"]');
  await chooser.setInputFiles(join(folder, name));
}

const A4 = { format: 'A4', margin: { top: '2cm', bottom: '2cm', left: '3cm', right: '2cm' } } as const;

/** The plan as Chromium prints it. */
async function printed(): Promise<Uint8Array> {
  const page = await planPage();
  const bytes = await page.pdf(A4);
  await page.close();
  return bytes;
}

/** The plan as a scanner gives it: one picture of its page, and no text. */
async function scanned(): Promise<Uint8Array> {
  const page = await planPage('margin: 25mm 20mm 25mm 30mm; zoom: 2');
  await page.setViewportSize({ width: 1654, height: 2339 });
  const picture = (await page.screenshot()).toString('base64');
  await page.setContent(
    `<body style="margin: 0"><img style="display: block; width: 100%; height: 296mm" src="data:image/png;base64,${picture}">`,
  );
  const bytes = await page.pdf({ format: 'A4' });
  await page.close();
  return bytes;
}

async function planPage(style = ''): Promise<Page> {
  const read = docxText(await ownPlanDocx());
  if (!read.ok) throw new Error(read.reason);
  const lines = read.value.split('\n').map((line) => `<p>${line.replaceAll('\t', ' &nbsp; ')}</p>`);
  const page = await opened.page.context().newPage();
  await page.setContent(`<meta charset="utf-8"><body style="font: 13pt serif; ${style}">${lines.join('')}</body>`);
  return page;
}

/** Of the targets, as its text gives them. */
let sections: readonly string[];

describe('a plan in PDF', () => {
  it('is refused with a sentence when it is broken, and the page goes on', async () => {
    await press(opened.page, 'Đọc kế hoạch của xã');
    await give('hỏng.pdf', new TextEncoder().encode('%PDF-1.7\nkhông phải PDF'));
    await opened.page.getByText('Tệp “hỏng.pdf”: Tệp PDF bị hỏng hoặc không phải PDF nên không đọc được.').waitFor();
    await give('nén.pdf', new TextEncoder().encode('%PDF-1.7 <</Filter [/FlateDecode /FlateDecode]>>'));
    await opened.page.getByText('Tệp “nén.pdf”: Tệp PDF nén chồng nhiều lớp').waitFor();
  });

  it('is refused with a sentence when its reader hangs or does not load; the next PDF is read', async () => {
    const own = await addIn.open('preview.html', undefined, { width: 1024, height: 680 });
    const { page } = own;
    const chooser = page.locator('input[type="file"][aria-label="Chọn tệp kế hoạch"]');
    const chooseFile = async (name: string, bytes: Uint8Array) => {
      writeFileSync(join(folder, name), bytes);
      await chooser.setInputFiles(join(folder, name));
    };
    const tooMuch = (name: string) =>
      page.getByText(`Tệp “${name}”: Tệp PDF quá lớn hoặc quá phức tạp nên không đọc được`).waitFor();
    await press(page, 'Đọc kế hoạch của xã');
    await page.route(/pdf-worker/, (route) => route.abort());
    await chooseFile('không tới.pdf', drawnPdf('BT /F 4 Tf (a) Tj ET', []));
    await tooMuch('không tới.pdf');
    await page.unroute(/pdf-worker/);
    await page.clock.install();
    await chooseFile('treo.pdf', drawnPdf(Buffer.from('q Q\n'.repeat(20_000_000)), []));
    await page.getByText('Đang đọc kế hoạch…').waitFor();
    await page.clock.fastForward(20_000);
    await tooMuch('treo.pdf');
    await chooseFile('sau.pdf', await printed());
    await page.getByRole('tab', { name: 'Chỉ tiêu (5)' }).waitFor();
    await page.close();
  });

  it('is read as its .docx is, and made a movement', async () => {
    const { page } = opened;
    await give('kế hoạch.pdf', await printed());
    for (const words of ['Chỉ tiêu (5)', 'Định mức khen (2)', 'Thời hạn (2)'])
      await page.getByRole('tab', { name: words }).waitFor();
    await page.locator('[data-row]').filter({ hasText: 'Trên 75% hộ dân' }).getByText('> 75 %').waitFor();
    await press(page, 'Lập hồ sơ phong trào');
    await page.getByText('Hồ sơ phong trào xã Suối Ngàn 2026.xlsx').waitFor();
    const movement = await rankOwnUnits(page, folder, 'pasted');
    expect(movement).toMatchObject({ plan: { number: '18/KH-UBND' } });
    expect(movement.scanned).toBeUndefined();
    sections = movement.targets.map(({ section }) => section);
  });

  it('is recognised on request when it is a scan, each number compared with its picture', async () => {
    expect([opened.outside, opened.faults]).toEqual([[], []]);
    await opened.page.close();
    opened = await addIn.open('preview.html', undefined, { width: 1024, height: 680 });
    const { page } = opened;
    await press(page, 'Đọc kế hoạch của xã');
    await give('bản quét.pdf', await scanned());
    await page.getByText(/Tệp PDF là bản quét \(1 trang ảnh\): phải nhận dạng chữ, khoảng 5 giây/).waitFor();
    await press(page, 'Nhận dạng chữ');
    await page.getByText('Đang nhận dạng chữ: 0/1 trang').waitFor();
    await press(page, 'Dừng nhận dạng');
    await page.getByRole('button', { name: 'Chọn tệp kế hoạch' }).waitFor();
    await give('bản quét.pdf', await scanned());
    await press(page, 'Nhận dạng chữ');
    await page.getByRole('tab', { name: 'Số từ bản quét' }).waitFor();
    await page.getByRole('tab', { name: 'Chỉ tiêu (5)' }).waitFor();
    const numbers = page.getByRole('tabpanel').getByRole('listitem');
    await numbers.first().waitFor();
    const all = await numbers.count();
    await page.getByText(`Còn ${all} chỗ chưa so với ảnh`).waitFor();
    const first = numbers.filter({ hasText: '75%' });
    expect(await first.getByRole('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(50);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await cutTexts(page)).toEqual([]);
    // A corrected label is marked in the text, and shown with the text that was read. Whether "II." is misread depends
    // on the machine's fonts; test/unit/plan/scan-text covers it on any machine.
    const label = numbers.filter({ hasText: 'máy đọc: IL' });
    const marked = page.getByLabel('Văn bản kế hoạch').locator('[title^="Nghi đọc sai"]').filter({ hasText: 'II.' });
    expect(await marked.count()).toBeGreaterThanOrEqual(await label.count());
    await takePicture(page, 'plan-scan');
    await first.getByRole('button', { name: 'Đúng như ảnh' }).click();
    await page.getByText(`Còn ${all - 1} chỗ chưa so với ảnh`).waitFor();
    const typed = numbers.filter({ hasText: '60%' });
    await typed.getByRole('button', { name: 'Ghi lại' }).click();
    await page.getByLabel('Đúng trong ảnh là').fill('65%');
    await press(page, 'Lưu');
    await typed.getByText(/máy đọc: 60%/).waitFor();
    await page.getByText(`Còn ${all - 2} chỗ chưa so với ảnh`).waitFor();
    await page.getByRole('tab', { name: 'Chỉ tiêu (5)' }).click();
    await page.locator('[data-row]').filter({ hasText: 'Tối thiểu 65%' }).getByText('≥ 65 %').waitFor();
    await page.getByRole('tab', { name: 'Số từ bản quét' }).click();
    const open = page.getByRole('button', { name: /^Đúng như/ });
    for (let left = all - 2; left > 0; left--) {
      await open.first().click();
      if (left > 1) await page.getByText(`Còn ${left - 1} chỗ chưa so với ảnh`).waitFor();
    }
    await page.getByText('Mọi con số đã được so với ảnh.').waitFor();
    await press(page, 'Lập hồ sơ phong trào');
    await page.getByText('Hồ sơ phong trào xã Suối Ngàn 2026.xlsx').waitFor();
    const movement = await rankOwnUnits(page, folder, 'file');
    expect(movement.targets.map(({ value }) => value)).toEqual([75, 65, 1, 100, 80]);
    expect(movement.targets.map(({ section }) => section)).toEqual(sections);
    expect(movement.scanned?.length).toBe(all);
    expect(movement.scanned?.every(({ confirmed }) => confirmed)).toBe(true);
    expect(await page.locator('body').innerText()).not.toContain('chưa xác nhận');
  });

  it('is read in the pane too, and its movement comes into the workbook', async () => {
    const pane = await addIn.open('taskpane.html', { api: '1.14', name: 'Sổ mới.xlsx' }, { width: 320, height: 680 });
    const { page } = pane;
    writeFileSync(join(folder, 'kế hoạch.docx'), await ownPlanDocx());
    await heldActs(page, 'own plan to forms', async () => {
      await press(page, 'Đọc kế hoạch của xã');
      const chooser = page.locator('input[type="file"][aria-label="Chọn tệp kế hoạch"]');
      await chooser.setInputFiles(join(folder, 'kế hoạch.docx'));
      await page.getByRole('tab', { name: 'Chỉ tiêu (5)' }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      expect(await cutTexts(page)).toEqual([]);
      await takePicture(page, 'plan-pane');
      await press(page, 'Lập hồ sơ phong trào');
      expect(await said(page)).toContain('Đã đưa hồ sơ phong trào vào sổ.');
      await page.getByLabel(/^Danh sách đơn vị \(mỗi dòng/).fill('Thôn Khe Lếch\nThôn Nậm Pung');
      await press(page, 'Tạo 2 mẫu');
      expect(await said(page)).toContain('Đã tạo 2 mẫu báo cáo');
    });
    await goTo(page, 'Kế hoạch');
    const chosen = page.getByLabel('Phong trào thi đua').locator('option:checked');
    expect(await chosen.innerText()).toMatch(/Suối Ngàn.*\(hồ sơ trong sổ này\)/);
    expect(pane.faults).toEqual([]);
  });

  it('made no request outside this computer, and broke no rule of its policy', () => {
    expect(opened.outside).toEqual([]);
    expect(opened.faults).toEqual([]);
  });
});
