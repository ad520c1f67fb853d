/** A plan's PDF in the page with files beside it: read in a worker of its own, within the page's policy. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docxText } from '../../../core/plan/docx-text.ts';
import { ownPlanDocx } from '../../fixtures/own-plan.ts';
import { type AddInBrowser, addInBrowser, type OpenedPage } from './addin-browser.ts';
import { cutTexts, press, START, said, seriousFindings } from './pane.ts';
import { takePicture } from './pictures.ts';

let addIn: AddInBrowser;
let opened: OpenedPage;
let folder: string;
beforeAll(async () => {
  addIn = await addInBrowser();
  opened = await addIn.open('preview.html', undefined, { width: 1024, height: 680 });
  folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-pdf-'));
}, START);
afterAll(async () => {
  await addIn?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function give(name: string, bytes: Uint8Array): Promise<void> {
  writeFileSync(join(folder, name), bytes);
  const chooser = opened.page.locator('input[type="file"][aria-label="Chọn tệp kế hoạch"]');
  await chooser.setInputFiles(join(folder, name));
}

/** The plan as Chromium prints it. */
async function printed(): Promise<Uint8Array> {
  const read = docxText(await ownPlanDocx());
  if (!read.ok) throw new Error(read.reason);
  const lines = read.value.split('\n').map((line) => `<p>${line.replaceAll('\t', ' &nbsp; ')}</p>`);
  const page = await opened.page.context().newPage();
  await page.setContent(`<meta charset="utf-8"><body style="font: 13pt serif">${lines.join('')}</body>`);
  const bytes = await page.pdf({ format: 'A4', margin: { top: '2cm', bottom: '2cm', left: '3cm', right: '2cm' } });
  await page.close();
  return bytes;
}

describe('a plan in PDF', () => {
  it('that is broken is told in one sentence, and the page goes on', async () => {
    await press(opened.page, 'Đọc kế hoạch của xã');
    await give('hỏng.pdf', new TextEncoder().encode('%PDF-1.7\nkhông phải PDF'));
    await opened.page.getByText('Tệp “hỏng.pdf”: Tệp PDF bị hỏng hoặc không phải PDF nên không đọc được.').waitFor();
    await give('nén.pdf', new TextEncoder().encode('%PDF-1.7 <</Filter [/FlateDecode /FlateDecode]>>'));
    await opened.page.getByText('Tệp “nén.pdf”: Tệp PDF nén chồng nhiều lớp').waitFor();
  });

  it('is read as its .docx is, and made a movement', async () => {
    const { page } = opened;
    await give('kế hoạch.pdf', await printed());
    for (const words of ['Chỉ tiêu (5)', 'Định mức khen (2)', 'Thời hạn (2)'])
      await page.getByRole('tab', { name: words }).waitFor();
    await page.locator('[data-row]').filter({ hasText: 'Trên 75% hộ dân' }).getByText('> 75 %').waitFor();
    await press(page, 'Lập hồ sơ phong trào');
    await page.getByText('Hồ sơ phong trào xã Suối Ngàn 2026.xlsx').waitFor();
  });

  it('is read in the pane too, and its movement comes into the workbook', async () => {
    const pane = await addIn.open('taskpane.html', { api: '1.14', name: 'Sổ mới.xlsx' }, { width: 320, height: 680 });
    const { page } = pane;
    await press(page, 'Phong trào của xã mình');
    await press(page, 'Đọc kế hoạch của xã');
    writeFileSync(join(folder, 'kế hoạch.docx'), await ownPlanDocx());
    const chooser = page.locator('input[type="file"][aria-label="Chọn tệp kế hoạch"]');
    await chooser.setInputFiles(join(folder, 'kế hoạch.docx'));
    await page.getByRole('tab', { name: 'Chỉ tiêu (5)' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await cutTexts(page)).toEqual([]);
    await takePicture(page, 'plan-pane');
    await press(page, 'Lập hồ sơ phong trào');
    expect(await said(page)).toContain('Đã đưa hồ sơ phong trào vào sổ.');
    const chosen = page.getByLabel('Phong trào thi đua').locator('option:checked');
    expect(await chosen.innerText()).toMatch(/Suối Ngàn.*\(hồ sơ trong sổ này\)/);
    expect(pane.faults).toEqual([]);
  });

  it('asked for nothing outside, and broke no rule of its policy', () => {
    expect(opened.outside).toEqual([]);
    expect(opened.faults).toEqual([]);
  });
});
