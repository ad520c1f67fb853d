/**
 * A commune's own plan in the one-file page: read from its .docx, corrected, turned into a movement, its forms filled
 * in by another program, scored and ranked. Nothing technical appears on the way, and there are no network requests.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDossier } from '../../../core/dossier/read-dossier.ts';
import type { Book, Cell } from '../../../core/sheet/grid/sheet.ts';
import { readBook } from '../../../core/sheet/workbook/file.ts';
import { changedElsewhere } from '../../fixtures/changed-elsewhere.ts';
import { ANNEXES } from '../../fixtures/marked-plans.ts';
import { ownPlanDocx } from '../../fixtures/own-plan.ts';
import { cutTexts, findingsIn, goTo, press, said, seriousFindings, wearTheme } from '../excel-addin/pane.ts';
import { readableAt, takePicture } from '../excel-addin/pictures.ts';
import { oneBrowser } from '../one-browser.ts';
import { builtPage } from './built.ts';
import { rankOwnUnits } from './rank-own-units.ts';

let folder: string;
let context: BrowserContext;
let page: Page;
let address: string;
const requests: string[] = [];
const faults: string[] = [];

async function opened(): Promise<Page> {
  const next = await context.newPage();
  next.on('pageerror', (error) => faults.push(String(error)));
  next.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  next.on('request', (request) => requests.push(request.url()));
  await next.goto(address);
  return next;
}

beforeAll(async () => {
  const built = await builtPage();
  folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-plan-'));
  writeFileSync(join(folder, 'ke-hoach.docx'), await ownPlanDocx());
  writeFileSync(join(folder, 'ke-hoach.pdf'), '%PDF-1.7\n%%EOF');
  copyFileSync('test/fixtures/plans-pdf/trung-khanh-2026.pdf', join(folder, 'co-chu.pdf'));
  address = pathToFileURL(join(built, 'thi-dua-so.html')).href;
  context = await (await oneBrowser()).newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  page = await opened();
});
afterAll(async () => {
  await context?.close();
  rmSync(folder, { recursive: true, force: true });
});

const row = (text: string) => page.locator('[data-row]').filter({ hasText: text });
const mark = (text: string) => page.locator('[data-finding]').filter({ hasText: text });
const tab = (name: RegExp) => page.getByRole('tab', { name });

async function choosePlan(name: string): Promise<void> {
  await page.locator('input[type="file"][aria-label="Chọn tệp kế hoạch"]').setInputFiles(join(folder, name));
}

/** Lets the plan go that is being read. */
async function leavePlan(): Promise<void> {
  page.once('dialog', (dialog) => void dialog.accept());
  await press(page, 'Đọc kế hoạch khác');
  // No button looks pressed in the pictures.
  await page.mouse.move(0, 0);
}

/** Selects words of the plan's text, as dragging over them does. */
async function pickOut(words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('section[aria-label="Văn bản kế hoạch"]')!, 4);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      window.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`not in the text: ${wanted}`);
  }, words);
}

/** The first criterion opened: the plan beside its rule, steps instead of it, a figure tried, written and taken back. */
async function triedAndPutBack(): Promise<void> {
  const row = page
    .getByRole('button', { expanded: false })
    .filter({ hasText: /theo tỷ lệ, đủ điểm từ/ })
    .first();
  await row.click();
  await page.getByRole('region', { name: 'Lời kế hoạch' }).waitFor();
  const words = page.getByLabel('Cách chấm, bằng lời');
  const before = await words.inputValue();
  await press(page, 'Chia bậc');
  await page.getByLabel('Bậc 1: mức').fill('80');
  await press(page, 'Thêm bậc');
  await page.getByLabel('Bậc 2: mức').fill('60');
  await page.getByLabel('Bậc 2: điểm').fill('1');
  expect(await words.inputValue()).toMatch(/^từ 80 %: [\d,]+; từ 60 %: 1; còn lại: 0$/);
  await page.getByLabel('Thử một số').fill('79,9 %');
  await page.getByRole('status', { name: 'Điểm của số thử' }).getByText('→ 1/').waitFor();
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect([width, await seriousFindings(page), await cutTexts(page)]).toEqual([width, [], []]);
  }
  await takePicture(page, 'criterion-editor');
  await press(page, 'Ghi tiêu chí');
  expect(await said(page)).toContain('Đã ghi tiêu chí');
  await page
    .getByText(/^từ 80 %: .*; còn lại: 0$/)
    .first()
    .waitFor();
  await press(page, 'Hoàn tác lần chạy');
  await page.getByText(before).first().waitFor();
}

/** The saved workbook with a lower level for the first share of the audience, and with a district. */
function easierFor(audience: string, bytes: Uint8Array): Uint8Array {
  const sheet = readBookOf(bytes).sheets.find(({ name }) => name === 'Tiêu chí')!;
  const column = (title: string) => sheet.rows.get(2)!.find(({ value }) => value === title)!.column;
  const [rule, who] = [column('Cách chấm'), column('Đối tượng')];
  const [row] = [...sheet.rows].find(([, cells]) => {
    const at = (wanted: number) => String(cells.find((cell) => cell.column === wanted)?.value);
    return at(who) === audience && at(rule).startsWith('theo tỷ lệ');
  })!;
  const district = ([, [label]]: readonly [number, readonly Cell[]]) => String(label?.value).startsWith('Huyện');
  const [facts] = [...readBookOf(bytes).sheets.find(({ name }) => name === 'Phong trào')!.rows].find(district)!;
  return changedElsewhere(bytes, (put) => {
    put('Tiêu chí', row, rule, 'theo tỷ lệ, đủ điểm từ 40 %');
    put('Phong trào', facts, 1, 'huyện Văn Bàn');
  });
}

function readBookOf(bytes: Uint8Array): Book {
  const read = readBook(bytes);
  if (!read.ok) throw new Error(read.refusal.message);
  return read.value;
}

describe('a commune’s own plan', () => {
  it('is read from a PDF; a broken PDF is refused with a sentence', async () => {
    await press(page, 'Đọc kế hoạch của xã');
    await choosePlan('ke-hoach.pdf');
    await page.getByText('Tệp PDF bị hỏng hoặc không phải PDF nên không đọc được.').waitFor();
    await choosePlan('co-chu.pdf');
    await page.getByRole('tab', { name: /^Chỉ tiêu \([1-9]\d*\)$/ }).waitFor();
    page.once('dialog', (dialog) => void dialog.accept());
    await press(page, 'Đọc kế hoạch khác');
  });

  it('is read as pasted text, and pasted text that is none is refused in a sentence and stays', async () => {
    const textField = page.getByLabel('Hoặc dán văn bản kế hoạch');
    await textField.fill('Thi đua chuyển đổi số. '.repeat(25_000));
    await press(page, 'Đọc văn bản đã dán');
    await page.getByRole('alert').getByText('Văn bản dài hơn 200 trang').waitFor();
    expect((await textField.inputValue()).length).toBeGreaterThan(500_000);
    await textField.fill(readFileSync(join(import.meta.dirname, '../../fixtures/plans/trung-khanh-2026.txt'), 'utf8'));
    await press(page, 'Đọc văn bản đã dán');
    await tab(/Chỉ tiêu \(11\)/).waitFor();
    await leavePlan();
  });

  it('shows the plan’s own marks and classes, at every width and in both themes', async () => {
    const textField = page.getByLabel('Hoặc dán văn bản kế hoạch');
    await textField.fill(`${ANNEXES.text}\nXẾP LOẠI\nXuất sắc: từ 90 điểm trở lên; Tốt: từ 75 đến dưới 90 điểm.`);
    await press(page, 'Đọc văn bản đã dán');
    await tab(/Thang điểm/).click();
    const panel = page.getByRole('tabpanel');
    await panel.getByRole('heading', { name: 'Thang điểm · mục PLI · tổng 100 điểm' }).waitFor();
    expect(await panel.getByRole('heading').allInnerTexts()).toEqual([
      'Thang điểm · mục PLI · tổng 100 điểm',
      'Thang điểm · mục PLII',
      'Xếp loại · mục PLII',
    ]);
    for (const words of [
      'Tỷ lệ hộ có mã QR đạt từ 60% trở lên: 30 điểm',
      'Có mô hình được xã công nhận: cộng 5 điểm',
      'Tốt: từ 75',
    ])
      expect(await panel.innerText()).toContain(words);
    await readableAt(page, 'plan-scoring', [320, 1280]);
    await leavePlan();
  });

  it('is shown with what was found marked in it, at every width and in both themes', async () => {
    await choosePlan('ke-hoach.docx');
    await tab(/Chỉ tiêu \(5\)/).waitFor();
    await readableAt(page, 'plan-text', [320, 1280]);
  });

  it('leads from a row to its words and from the words to their row', async () => {
    await row('Trên 75% hộ dân').getByRole('button').first().click();
    expect(await mark('Trên 75% hộ dân').getAttribute('aria-pressed')).toBe('true');
    await mark('trước ngày 20/11/2026').first().focus();
    await page.keyboard.press('Enter');
    expect(await tab(/Thời hạn/).getAttribute('aria-selected')).toBe('true');
    expect(await row('trước ngày 20/11/2026').getByRole('button').first().getAttribute('aria-pressed')).toBe('true');
  });

  it('is corrected, added to from its own text, and a finding is taken out', async () => {
    await mark('Tối thiểu 60%').click();
    await press(page, 'Sửa');
    await page.getByLabel('Mức', { exact: true }).fill('65 phần trăm');
    await press(page, 'Lưu');
    await page.getByText('Mức: ghi một số').waitFor();
    await page.getByLabel('Mức', { exact: true }).fill('65');
    expect(await seriousFindings(page)).toEqual([]);
    await press(page, 'Lưu');
    await row('Tối thiểu 60%').getByText('≥ 65 %').waitFor();
    await row('Tối thiểu 60%').getByText('đã sửa').waitFor();
    await pickOut('hiện nay mới có 41% hồ sơ được nộp trực tuyến');
    await page.getByText('Đã chọn: “hiện nay mới có 41%').waitFor();
    await page.getByRole('button', { name: 'Thêm chỉ tiêu', exact: true }).first().click();
    expect(await page.getByLabel('Mức', { exact: true }).inputValue()).toBe('41');
    await takePicture(page, 'plan-add');
    await press(page, 'Lưu');
    await tab(/Chỉ tiêu \(6\)/).waitFor();
    await row('hiện nay mới có 41%').getByRole('button', { name: 'Bỏ ra' }).click();
    await tab(/Chỉ tiêu \(5\)/).waitFor();
    await tab(/Nhận dạng/).click();
    expect(await page.getByLabel('Số kế hoạch').inputValue()).toBe('18/KH-UBND');
    await page.getByLabel('Tỉnh, thành phố').fill('tỉnh Yên Bái');
    await page.getByText('Yên Bái nay thuộc Lào Cai (Nghị quyết 202/2025/QH15).').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await press(page, 'Ghi Lào Cai');
    expect(await page.getByLabel('Tỉnh, thành phố').inputValue()).toBe('Lào Cai');
    await press(page, 'Lưu nhận dạng');
    await page.getByText('Đã lưu.').waitFor();
  });

  it('stays as corrected when the page is closed', async () => {
    await page.close();
    page = await opened();
    await page.getByText(/Còn kế hoạch xem dở “ke-hoach.docx”/).waitFor();
    await press(page, 'Xem tiếp kế hoạch');
    await row('Tối thiểu 60%').getByText('≥ 65 %').waitFor();
    await row('hiện nay mới có 41%').getByText('đã bỏ').waitFor();
  });

  it('becomes the dossier of a movement, whose criteria are corrected in words', async () => {
    await press(page, 'Lập hồ sơ phong trào');
    await page.getByText('Hồ sơ phong trào xã Suối Ngàn 2026.xlsx').waitFor();
    await goTo(page, 'Kế hoạch');
    const chosen = page.getByLabel('Phong trào thi đua').locator('option:checked');
    await expect.poll(() => chosen.innerText()).toMatch(/Suối Ngàn.*\(hồ sơ trong sổ này\)/);
    await goTo(page, 'Tiêu chí và mẫu');
    await page.getByText('Hồ sơ không có chỗ nào sai.').waitFor();
    await triedAndPutBack();
    expect(await seriousFindings(page)).toEqual([]);
    await press(page, 'Mở trang tính tiêu chí');
    await expect.poll(() => page.getByLabel('Trang tính', { exact: true }).inputValue()).toBe('Tiêu chí');
    await takePicture(page, 'plan-dossier');
  });

  it('gives forms, which another program fills, and ranks the units', async () => {
    const movement = await rankOwnUnits(page, folder, 'pasted');
    expect(movement.targets[1]).toMatchObject({ comparator: 'gte', value: 65 });
    await takePicture(page, 'plan-ranking');
  });

  it('edited after it was used, shows what differs and whom it would move, and becomes a second version', async () => {
    const waiting = page.waitForEvent('download');
    await press(page, 'Lưu về máy');
    const edited = join(folder, 'Hồ sơ đã sửa.xlsx');
    writeFileSync(edited, easierFor('Thôn', readFileSync(await (await waiting).path())));
    page.once('dialog', (dialog) => void dialog.accept());
    await page.locator('input[type="file"][aria-label="Mở sổ"]').setInputFiles(edited);
    await page.getByText('Hồ sơ đã sửa.xlsx').waitFor();
    await goTo(page, 'Tiêu chí và mẫu');
    const changes = page.getByRole('status', { name: 'Chỗ khác phiên bản đang dùng' });
    await changes.getByText(/→ theo tỷ lệ, đủ điểm từ 40 %/).waitFor();
    await changes.getByText(/^Thôn Nậm Pung \(Thôn\): .* điểm .* → /).waitFor();
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const theme of ['light', 'dark'] as const) {
        await wearTheme(page, theme);
        expect(await findingsIn(page, theme)).toEqual([]);
        expect(await cutTexts(page)).toEqual([]);
        await changes.scrollIntoViewIfNeeded();
        await takePicture(page, `plan-version-${width}-${theme}`);
        await page.getByText('Còn ghi “huyện Văn Bàn”: cấp huyện không còn').scrollIntoViewIfNeeded();
        await takePicture(page, `plan-questions-${width}-${theme}`);
      }
    }
    await wearTheme(page, 'light');
    await press(page, 'Lập phiên bản 2');
    expect(await said(page)).toMatch(/phiên bản 1 \([0-9a-f]{8}\) → phiên bản 2 \([0-9a-f]{8}\)/);
    await changes.waitFor({ state: 'detached' });
  });

  it('is copied to the next year, for a commune several were joined into', async () => {
    await goTo(page, 'Năm sau');
    await page.getByLabel('Xã, phường nhận').fill('xã Khe Ngàn');
    const list = join(folder, 'xã Nậm Cáy.csv');
    writeFileSync(list, '\uFEFFTên đơn vị,Đối tượng\nThôn Khe Lếch,Thôn\nThôn Bãi,Thôn\n');
    await page.locator('input[type="file"][aria-label^="Chọn hồ sơ, danh sách"]').setInputFiles(list);
    await page.getByText('Kèm đơn vị của: xã Nậm Cáy.csv.').waitFor();
    const waiting = page.waitForEvent('download');
    await press(page, 'Sao chép sang năm 2027');
    const made = await waiting;
    expect(made.suggestedFilename()).toBe('Hồ sơ phong trào xã Khe Ngàn 2027.xlsx');
    const dossier = readDossier(readBookOf(readFileSync(await made.path())));
    expect(dossier.ok && dossier.value.units?.map(({ name }) => name)).toEqual([
      ...['Thôn Khe Lếch (xã Suối Ngàn)', 'Thôn Nậm Pung', 'Thôn Khe Lếch (xã Nậm Cáy)', 'Thôn Bãi'],
    ]);
    await page.getByText(/^Cần xác nhận trong hồ sơ mới/).waitFor();
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const theme of ['light', 'dark'] as const) {
        await wearTheme(page, theme);
        expect(await findingsIn(page, theme)).toEqual([]);
        expect(await cutTexts(page)).toEqual([]);
        await page.getByLabel('Xã, phường nhận').scrollIntoViewIfNeeded();
        await takePicture(page, `plan-copy-${width}-${theme}`);
      }
    }
    await goTo(page, 'Kết quả');
  });

  it('shows the commune’s result and gives the books of households, in the narrowest window and in the dark', async () => {
    await page.setViewportSize({ width: 320, height: 720 });
    await wearTheme(page, 'dark');
    await page.getByRole('heading', { name: /^Kết quả toàn xã \(5 chỉ tiêu\)/ }).scrollIntoViewIfNeeded();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await cutTexts(page)).toEqual([]);
    await goTo(page, 'Tiêu chí và mẫu');
    if (!(await page.getByLabel('Đối tượng thi đua').isVisible())) await press(page, 'Tạo mẫu');
    await page.getByLabel('Đối tượng thi đua').selectOption({ label: 'Thôn' });
    const waiting = page.waitForEvent('download');
    await press(page, 'Tải sổ theo dõi hộ (.zip)');
    expect((await waiting).suggestedFilename()).toMatch(/\.zip$/);
    expect(await said(page)).toContain('Đã lập 2 sổ theo dõi hộ');
    expect(await seriousFindings(page)).toEqual([]);
    expect(await cutTexts(page)).toEqual([]);
  });

  it('made no request but for the page, and broke no rule of its policy', () => {
    expect(requests.filter((url) => url !== address && !url.startsWith('blob:') && !url.startsWith('data:'))).toEqual(
      [],
    );
    expect(faults).toEqual([]);
  });
});
