/**
 * The officer's evening by pressing, from her commune's plan to the saved papers, in the page as in the pane: 23 units,
 * whose reports are filled in by another program, a third of them with faults (a above b, no evidence, half of a row
 * left out).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Movement } from '../../core/movement/movement.ts';
import { filledForm } from '../fixtures/evening-forms.ts';
import { goTo, press, said, seriousFindings } from './excel-addin/pane.ts';

const VILLAGES = Array.from({ length: 15 }, (_, at) => `Thôn Suối ${at + 1}`);
const OFFICES = [
  ...['Trạm Y tế xã', 'Công an xã', 'Ban Chỉ huy Quân sự xã', 'Trung tâm Phục vụ hành chính công xã'],
  ...['Văn phòng HĐND và UBND xã', 'Trường Mầm non Suối Ngàn', 'Trường Tiểu học Suối Ngàn', 'Trường THCS Suối Ngàn'],
];
/** In the order of the list that she pastes. */
const UNITS = [...VILLAGES, ...OFFICES];
const WHO = 'Lò Thị Mây, Thường trực Hội đồng';

interface Surface {
  /** Where files are written. */
  readonly folder: string;
  /** The movement that the plan became, as the workbook holds it. */
  readonly movement: (page: Page) => Promise<Movement>;
  /** Hands these files to the page. */
  readonly give: (page: Page, paths: readonly string[]) => Promise<void>;
}

/** Ends with the papers saved. `ke-hoach.docx` is in the folder. */
export async function walkEvening(page: Page, surface: Surface): Promise<void> {
  const { folder } = surface;
  await press(page, 'Đọc kế hoạch của xã');
  await page.locator('input[type="file"][aria-label="Chọn tệp kế hoạch"]').setInputFiles(join(folder, 'ke-hoach.docx'));
  await page.getByRole('tab', { name: /^Chỉ tiêu \(\d+\)/ }).waitFor();
  await press(page, 'Lập hồ sơ phong trào');
  await page.getByLabel(/^Danh sách đơn vị/).fill(UNITS.join('\n'));
  await press(page, `Tạo ${UNITS.length} mẫu`);
  expect(await said(page)).toContain(`Đã tạo ${UNITS.length} mẫu`);
  await surface.give(page, await filledForms(page, surface));
  await page.getByText(`${UNITS.length} tệp được đưa vào chỗ mẫu chưa điền`).waitFor();
  await press(page, 'Kiểm tra và chấm điểm');
  await page.getByText(/Đã kiểm tra và chấm điểm/).waitFor();
  await review(page);
  await council(page);
  await goTo(page, 'Văn bản');
  await papersSeen(page);
  // In a pane the paper covers its place.
  const papers = page.getByRole('button', { name: 'Văn bản Word', exact: true });
  if (!(await papers.isVisible())) await press(page, 'Đóng văn bản');
  const saving = page.waitForEvent('download');
  await papers.click();
  const files = Object.keys(unzipSync(readFileSync(await (await saving).path())));
  expect(files.length).toBeGreaterThan(UNITS.length);
  await page.getByRole('tab', { name: 'Văn bản' }).getByText('đã lập').waitFor();
}

/** Decides thing after thing: the first is returned, the others accepted by key; criteria are graded by a pasted column. */
async function review(page: Page): Promise<void> {
  await goTo(page, 'Cần xem');
  const list = page.getByRole('list', { name: 'Việc cần quyết định' });
  const none = page.getByText('Không còn việc nào cần quyết định.');
  const isNamed = async () => (await page.getByLabel('Người quyết định (họ tên, chức vụ)').first().inputValue()) !== '';
  await list.or(none).first().waitFor();
  if ((await list.count()) === 0) return;
  if (!(await isNamed())) await page.getByLabel('Người quyết định (họ tên, chức vụ)').first().fill(WHO);
  for (;;) {
    await list.or(none).first().waitFor();
    if ((await none.count()) > 0) return;
    const current = list.locator('[aria-current="true"]');
    const summary = current.locator('summary');
    if ((await summary.count()) > 0) await grade(page, summary.first());
    else {
      await current.getByRole('button', { name: /^Chấp nhận số liệu/ }).click();
      await page
        .getByText(/Đã ghi \d+ quyết định/)
        .first()
        .waitFor();
    }
    await page.locator('main[aria-busy="false"]').waitFor();
  }
}

async function grade(page: Page, summary: ReturnType<Page['locator']>): Promise<void> {
  await summary.click();
  const points = page.getByRole('textbox', { name: /^Điểm của/ });
  await points.first().waitFor();
  const units = await points.count();
  await points.first().evaluate(
    (field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    Array.from({ length: Math.max(2, units) }, (_, at) => String(at % 2)).join('\n'),
  );
  await page.getByLabel('Lý do chung (cho dòng không ghi lý do riêng)').fill('Theo hồ sơ');
  await press(page, `Ghi điểm cho ${units} đơn vị`);
  await page.getByText(`Đã ghi ${units} quyết định`).waitFor();
}

async function council(page: Page): Promise<void> {
  await goTo(page, 'Hội đồng');
  await page.getByLabel('Ngày họp (ngày/tháng/năm)').fill('25/11/2026');
  await page
    .getByLabel('Thành viên Hội đồng')
    .fill('Lò Thị Mây; Chủ tịch\nSùng A Páo; Phó Chủ tịch\nVàng Thị Dở; Ủy viên');
  await press(page, 'Tất cả có mặt');
  await press(page, 'Ghi phiên họp');
  expect(await said(page)).toContain('Đã ghi phiên họp');
  await ballot(page);
  // Once the candidates are voted on, closing stands open: it is the next act.
  await page.getByLabel(/^Sau khi chốt không chấm lại/).click();
  await press(page, 'Chốt kết quả');
  await page.getByText('Kết quả đã chốt').waitFor();
}

/** The plan's own threshold stands filled in; a card a quota, each candidate once, and no error after what succeeded. */
async function ballot(page: Page): Promise<void> {
  const votes = page.getByRole('region', { name: 'Biểu quyết các ứng viên' });
  await expect
    .poll(() => votes.getByLabel('Quy tắc biểu quyết').locator('option:checked').innerText())
    .toMatch(/^Theo kế hoạch, mục /);
  const cards = votes.getByRole('region', { name: /^Giấy khen/ });
  await cards.first().waitFor();
  expect(await cards.getByRole('blockquote').allInnerTexts()).toEqual([
    expect.stringContaining('không quá 05 thôn'),
    expect.stringContaining('03 cơ quan, đơn vị, trường học'),
  ]);
  for (const card of await cards.all()) {
    const names = await card.getByRole('rowheader').allInnerTexts();
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
  }
  expect(await seriousFindings(page)).toEqual([]);
  await press(page, 'Dòng còn trống: tất cả đồng ý');
  await press(page, /^Ghi biểu quyết \d+ ứng viên$/);
  expect(await said(page)).toMatch(/Đã ghi biểu quyết \d+ ứng viên/);
  expect((await page.getByRole('alert').allInnerTexts()).join('')).toBe('');
}

/** Signer and day are typed once; a paper is previewed with them before anything is saved. */
async function papersSeen(page: Page): Promise<void> {
  await page.getByLabel('Ngày ký (ngày/tháng/năm)').fill('28/11/2026');
  await page.getByLabel('Người ký').fill('Lò Văn Sáng');
  await press(page, 'Điền vào mọi văn bản');
  expect(await said(page)).toContain('Đã điền vào mọi văn bản');
  await page
    .getByRole('button', { name: /^Hướng dẫn/ })
    .first()
    .click();
  const paper = page.getByRole('article');
  await paper.getByText('ngày 28 tháng 11 năm 2026').first().waitFor();
  await paper.getByText('Lò Văn Sáng').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
}

/** Each unit's own form, as it is given out, filled in: paths of the files. */
async function filledForms(page: Page, { folder, movement: movementOn }: Surface): Promise<string[]> {
  await goTo(page, 'Tiêu chí và mẫu');
  await press(page, 'Tạo mẫu');
  const waiting = page.waitForEvent('download');
  await press(page, 'Tải biểu mẫu từng đơn vị (.zip)');
  const zip = unzipSync(readFileSync(await (await waiting).path()));
  const movement = await movementOn(page);
  const forms = Object.entries(zip).filter(([name]) => name.endsWith('.xlsx'));
  expect(forms).toHaveLength(UNITS.length);
  return forms.map(([name, bytes], at) => {
    const path = join(folder, name.replace(/^.*\//, ''));
    writeFileSync(path, filledForm(bytes, movement, at));
    return path;
  });
}
