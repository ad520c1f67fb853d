/**
 * One session of the council to its close: a criterion graded for all units by keyboard, equal flags accepted together,
 * who met, all candidates voted on in one table, what would move if points were otherwise, the results closed and
 * locked, reopened for a reason; the year beside it; the papers of all that.
 */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { docxText } from '../../../core/plan/file/docx-text.ts';
import { patchBook, readBook } from '../../../core/sheet/workbook/file.ts';
import { nominatedBook } from '../../host/nominated-book.ts';
import { heldActs } from '../acts.ts';
import { type AddInBrowser, addInBrowser, type OpenedPage } from './addin-browser.ts';
import { tableRows } from './book-text.ts';
import {
  checkAndScore,
  colourFindings,
  cutTexts,
  goTo,
  openSample,
  press,
  said,
  seriousFindings,
  wearTheme,
} from './pane.ts';
import { takePicture } from './pictures.ts';

const WHO = 'Lò Văn A, Chủ tịch Hội đồng';

let addIn: AddInBrowser;
let opened: OpenedPage;
beforeAll(async () => {
  addIn = await addInBrowser();
  opened = await openSample(addIn, nominatedBook);
  await checkAndScore(opened.page);
  await goTo(opened.page, 'Cần xem');
});
afterAll(() => addIn?.close());

it('grades one criterion for several units down one column, saved once', async () => {
  const { page } = opened;
  await page
    .getByText(/^Tiêu chí [\d.]+: \d+ đơn vị\./)
    .first()
    .click();
  const table = page.getByRole('table', { name: /^Chấm điểm tiêu chí/ });
  const points = table.getByRole('textbox', { name: /^Điểm của/ });
  await points.first().focus();
  for (const typed of ['1', '1,5', '2']) {
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
  }
  await page.getByLabel('Lý do chung (cho dòng không ghi lý do riêng)').fill('Theo hồ sơ mô hình');
  await press(page, 'Ghi điểm cho 3 đơn vị');
  await page.getByRole('alert').getByText('Hãy ghi họ tên người quyết định').waitFor();
  await page.getByLabel('Người quyết định (họ tên, chức vụ)').first().fill(WHO);
  expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
  await look('grading');
  await press(page, 'Ghi điểm cho 3 đơn vị');
  expect(await said(page)).toContain('Đã ghi 3 quyết định, mỗi quyết định một dòng');
  const log = await tableRows(page, 'TDS_HoiDong');
  expect(log).toHaveLength(4);
  expect(new Set(log?.slice(1).map((row) => row[3])).size).toBe(3);
});

it('has two rounds where the commune wants them, in the same table', async () => {
  const { page } = opened;
  await page.getByLabel('Hai vòng: tổ giúp việc thẩm định trước, Hội đồng quyết định sau').click();
  expect(await said(page)).toContain('Đã lưu cài đặt.');
  await page.getByRole('radio', { name: 'Thẩm định', exact: true }).check();
  await page
    .getByText(/^Tiêu chí 1\.1: \d+ đơn vị\./)
    .first()
    .click();
  const table = page.getByRole('table', { name: /^Thẩm định tiêu chí/ });
  await table
    .getByText(/^Tự chấm [\d,]+ · tính được/)
    .first()
    .waitFor();
  await table
    .getByRole('textbox', { name: /^Điểm của/ })
    .first()
    .fill('2');
  await page.getByLabel('Lý do chung (cho dòng không ghi lý do riêng)').fill('Đã đối chiếu hồ sơ');
  await page.getByLabel('Người thẩm định (họ tên, chức vụ)').fill('Vì Thị Hoa, Tổ giúp việc');
  expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
  await look('appraisal');
  await press(page, 'Ghi điểm thẩm định cho 1 đơn vị');
  expect(await said(page)).toContain('Đã ghi 1 điểm thẩm định để trình Hội đồng');
  await page.getByRole('radio', { name: 'Hội đồng', exact: true }).check();
  await page.getByText('Khác điểm tự chấm: 1 điểm thẩm định').click();
  await page.getByLabel('Người quyết định (họ tên, chức vụ)').filter({ visible: true }).first().fill(WHO);
  expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
  await look('proposals');
  await press(page, 'Chấp nhận 1 điểm thẩm định');
  expect(await said(page)).toContain('Đã ghi 1 quyết định');
});

it('accepts equal flags together, each with its own row', async () => {
  const { page } = opened;
  await heldActs(page, 'equal flags accepted together', async () => {
    const equal = page
      .getByRole('listitem')
      .filter({ hasText: /Minh chứng dùng lại.*\d+ đơn vị/s })
      .filter({ hasNot: page.locator('summary') });
    await equal.getByRole('button').first().click();
    expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
    await look(null);
    await page.getByRole('button', { name: /^Chấp nhận số liệu \d+ cảnh báo$/ }).click();
    expect(await said(page)).toMatch(/Đã ghi \d+ quyết định/);
  });
});

it('keeps who met, each as they took part', async () => {
  const { page } = opened;
  await goTo(page, 'Hội đồng');
  await page.getByLabel('Ngày họp (ngày/tháng/năm)').fill('21/11/2025');
  await page.getByLabel('Thành viên Hội đồng').fill('Lò Văn A; Chủ tịch\nSùng Thị B; Ủy viên; Bản Nà Đắng');
  await press(page, 'Tất cả có mặt');
  await page.getByRole('radio', { name: 'Sùng Thị B, Ủy viên: Ủy quyền' }).check();
  await page.getByLabel('Người được Sùng Thị B, Ủy viên ủy quyền').fill('Giàng C');
  expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
  await look('members');
  await press(page, 'Ghi phiên họp');
  expect(await said(page)).toContain('Đã ghi phiên họp');
  await page.getByText('Phiên họp ngày 21/11/2025').waitFor();
});

it('votes on all candidates in one table, with the outcome of each line shown while typing', async () => {
  const { page } = opened;
  const ballot = page.getByRole('region', { name: 'Biểu quyết các ứng viên' });
  await ballot.getByText('Theo phiên họp đã ghi: có mặt 1/2').waitFor();
  await ballot.getByLabel('Quy tắc biểu quyết').selectOption({ label: 'Giấy khen của Chủ tịch UBND cấp xã' });
  await ballot.getByText('không đủ số thành viên dự họp').waitFor();
  await ballot.getByText('Nội dung quy tắc').click();
  await ballot.getByLabel('Thành viên vắng mặt').selectOption({ label: 'Được ủy quyền' });
  await ballot.getByText('Nội dung quy tắc').click();
  await press(page, 'Dòng còn trống: tất cả đồng ý');
  // Below the class that we propose, which is for the council to weigh: voted on too, without its own member.
  const own = ballot.getByRole('rowgroup').filter({ has: page.getByRole('rowheader', { name: /^Bản Nà Đắng/ }) });
  expect(await own.count()).toBeGreaterThan(0);
  for (const text of await own.allInnerTexts()) expect(text).toContain('Không biểu quyết: Sùng Thị B, Ủy viên.');
  const line = /: Đề nghị tặng Bằng khen .* cho Quàng B \(hằng năm\)$/;
  const [inFavour, against] = [ballot.getByLabel(line).nth(0), ballot.getByLabel(line).nth(1)];
  await against.fill('1');
  await ballot.getByText('nhiều hơn số phiếu được biểu quyết (2)').waitFor();
  await inFavour.fill('1');
  expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
  await look('ballot');
  await ballot.getByRole('button', { name: /^Ghi biểu quyết \d+ ứng viên$/ }).click();
  expect(await said(page)).toMatch(/Đã ghi biểu quyết \d+ ứng viên/);
  expect((await tableRows(page, 'TDS_BieuQuyet'))?.length).toBeGreaterThan(2);
});

it('shows who would move if points were otherwise', async () => {
  const { page } = opened;
  await page.getByText('Nếu đổi điểm…').click();
  await page.getByLabel('Đơn vị xem thử').selectOption({ label: 'Bản Nà Đắng' });
  await page.getByLabel('Tiêu chí xem thử').selectOption({ index: 1 });
  await page.getByLabel(/^Điểm thử/).fill('0');
  await press(page, 'Xem ai đổi hạng');
  await page.getByRole('table', { name: /^Bản Nà Đắng, tiêu chí/ }).scrollIntoViewIfNeeded();
  expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
  await look('what-if');
});

it('closes the results and refuses to score them again', async () => {
  const { page } = opened;
  await heldActs(page, 'session closed', async () => {
    await page.getByLabel(/^Sau khi chốt không chấm lại/).check();
    await press(page, 'Chốt kết quả');
    expect(await said(page)).toContain('Đã chốt kết quả');
  });
  await page.getByRole('heading', { name: 'Kết quả đã chốt' }).waitFor();
  expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
  await look(null);
  expect(await checkAndScore(page)).toContain(`người chốt: ${WHO}`);
});

it('takes down what a unit says of its closed result, and the answer, with the points of that time', async () => {
  const { page } = opened;
  await goTo(page, 'Hội đồng');
  await heldActs(page, 'a petition of a unit written down and answered', async () => {
    await page.getByText('Giải trình, kiến nghị của đơn vị', { exact: true }).click();
    await page.getByText('Ghi giải trình, kiến nghị nhận được').click();
    await page.getByLabel('Đơn vị gửi').selectOption({ label: 'Bản Nà Đắng' });
    await page.getByLabel('Loại', { exact: true }).selectOption({ label: 'Kiến nghị' });
    await page.getByLabel('Nội dung đơn vị nêu').fill('Đề nghị xem lại tiêu chí 1.1');
    expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
    await look('appeals');
    await press(page, 'Ghi lời của đơn vị');
    expect(await said(page)).toContain('Đã ghi vào trang “Giải trình, kiến nghị”.');
    const list = page.getByRole('list', { name: 'Giải trình, kiến nghị' });
    await list.getByText('Chưa trả lời.').waitFor();
    await list.getByRole('button', { name: 'Trả lời…' }).click();
    await page.getByLabel('Nội dung trả lời').fill('Giữ nguyên điểm theo hồ sơ');
    await press(page, 'Ghi trả lời');
    await list.getByText(`: Giữ nguyên điểm theo hồ sơ. (${WHO})`).waitFor();
  });
  expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
  const [, petition, answer] = (await tableRows(page, 'TDS_GiaiTrinh')) ?? [];
  expect([petition?.[1], answer?.[1], petition?.[5]]).toEqual(['Kiến nghị', 'Trả lời', answer?.[5]]);
});

it('opens them again for a reason, and keeps both rows', async () => {
  const { page } = opened;
  await goTo(page, 'Hội đồng');
  await heldActs(page, 'results opened again', async () => {
    await page.locator('summary', { hasText: 'Mở lại kết quả' }).click();
    await page.getByLabel('Lý do mở lại').fill('Bản Nà Đắng giải trình');
    await press(page, 'Mở lại kết quả');
    expect(await said(page)).toContain('Đã mở lại kết quả');
  });
  const kinds = (await tableRows(page, 'TDS_PhienHop'))?.slice(1).map((row) => row[3]);
  expect(kinds).toEqual(['Ghi phiên họp', 'Chốt kết quả', 'Mở lại']);
});

it('shows the year round, and keeps who was urged and a model', async () => {
  const { page } = opened;
  await goTo(page, 'Theo dõi năm');
  await page.getByText('Báo cáo tổng hợp hằng năm:').waitFor();
  await page.getByText('Ghi kiểm tra, đôn đốc', { exact: true }).click();
  await page.getByLabel('Ngày (ngày/tháng/năm)', { exact: true }).fill('06/11/2025');
  await page.getByLabel('Thời hạn', { exact: true }).fill('31/11/2025');
  await page.getByLabel('Người thực hiện').fill(WHO);
  const units = page.getByLabel('Đơn vị', { exact: true });
  await units.selectOption({ label: 'Bản Nà Đắng' });
  await page.getByRole('button', { name: 'Ghi vào sổ' }).first().click();
  await page.getByText('Hãy ghi ngày và nội dung.').waitFor();
  await page.getByLabel('Nội dung', { exact: true }).fill('Bổ sung minh chứng');
  await page.getByRole('button', { name: 'Ghi vào sổ' }).first().click();
  await page.getByText('Thời hạn ghi dạng ngày/tháng/năm.').waitFor();
  await page.getByLabel('Thời hạn', { exact: true }).fill('10/11/2025');
  expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
  await look('year');
  await page.getByRole('button', { name: 'Ghi vào sổ' }).first().click();
  expect(await said(page)).toContain('Đã ghi vào trang “Kiểm tra, đôn đốc”.');
  await page.getByText('Đôn đốc ngày 06/11/2025: Bổ sung minh chứng; hạn 10/11/2025').waitFor();
  await page.getByText('Ghi mô hình, cách làm hay', { exact: true }).click();
  await page.getByLabel('Tên mô hình').fill('Loa số');
  await page.getByLabel('Đơn vị thực hiện').selectOption({ label: 'Bản Nà Đắng' });
  await page.getByLabel(/^Đơn vị nhân rộng/).fill('Bản Pa Cá; Bản Hua Sát');
  expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
  await page.getByRole('button', { name: 'Ghi vào sổ' }).last().click();
  expect(await said(page)).toContain('Đã ghi vào trang “Mô hình”.');
  await page.getByText('nhân rộng: Bản Pa Cá, Bản Hua Sát').waitFor();
});

it('makes the papers of all that: the minutes with the session and the seal, the report with the year', async () => {
  const { page } = opened;
  const saving = page.waitForEvent('download');
  await heldActs(page, 'Word papers of a scored book', async () => {
    await goTo(page, 'Văn bản');
    await press(page, 'Văn bản Word');
    await saving;
  });
  const download = await saving;
  const files = unzipSync(readFileSync(await download.path()));
  const text = (name: string) => {
    const read = docxText(files[name]!);
    return read.ok ? read.value : read.reason;
  };
  expect(download.suggestedFilename()).toBe('van-ban.zip');
  expect(Object.keys(files).filter((name) => name.startsWith('phieu-cham/'))).toHaveLength(24);
  const minutes = text('bien-ban-hop-hoi-dong.docx');
  for (const words of ['21 tháng 11 năm 2025', 'Sùng Thị B', 'Theo hồ sơ mô hình', 'Đã thẩm định 01 điểm.'])
    expect(minutes).toContain(words);
  expect(minutes).toMatch(/Sổ quyết định của Hội đồng có \d+ dòng, mã đối chiếu (?:[0-9a-f]{4} ){2}[0-9a-f]{4}/);
  const report = text('bao-cao-ket-qua.docx');
  expect(report).toContain('Đã đôn đốc 01 lượt, ngày 06/11/2025:');
  expect(report).toMatch(/Loa số \(Bản Nà Đắng\): …………; nhân rộng tại: Bản Pa Cá; Bản Hua Sát\./);
  expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
});

it('settles a commune of messy sheets: equal flags together, a pasted column of points, the odd rows ticked', async () => {
  const { page, faults } = await openSample(addIn, messyBook);
  await checkAndScore(page);
  await goTo(page, 'Cần xem');
  const list = page.getByRole('list', { name: 'Việc cần quyết định' });
  const none = page.getByText('Không còn việc nào cần quyết định.');
  await list.waitFor();
  expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
  await heldActs(page, '180 decisions of a messy commune', async () => {
    await page.getByLabel('Người quyết định (họ tên, chức vụ)').first().fill(WHO);
    for (;;) {
      await page.locator('main[aria-busy="false"]').waitFor();
      await list.or(none).first().waitFor();
      if ((await none.count()) > 0) break;
      const current = list.locator('[aria-current="true"]');
      const criterion = current.locator('summary');
      if ((await criterion.count()) > 0) await gradeOpen(page, criterion);
      else {
        await current.getByRole('button', { name: /^Chấp nhận số liệu/ }).click();
        expect(await said(page)).toMatch(/Đã ghi \d+ quyết định/);
      }
    }
  });
  const log = await tableRows(page, 'TDS_HoiDong');
  expect(log?.length).toBeGreaterThan(180);
  expect(faults).toEqual([]);
  await page.close();
});

it('puts the signed decision into the ledger of awards: who is named, once', async () => {
  const { page } = opened;
  await page.getByText('Quyết định đã ký: ghi vào sổ khen thưởng').click();
  const names = page.getByRole('group', { name: /khen/ }).getByRole('checkbox');
  await names.first().waitFor();
  await page.getByPlaceholder('231/QĐ-UBND').fill('1875/QĐ-UBND');
  await press(page, /^Ghi \d+ khen thưởng vào sổ$/);
  await page.getByText('Hãy ghi ngày ký, ví dụ 20/12/2025.').waitFor();
  await page.getByPlaceholder('20/12/2025').fill('20/11/2025');
  expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
  await look('signed');
  const offered = await names.count();
  const chosen = await page.getByRole('checkbox', { checked: true }).count();
  expect(chosen).toBeGreaterThan(0);
  await press(page, /^Ghi \d+ khen thưởng vào sổ$/);
  expect(await said(page)).toContain(`Đã ghi ${chosen} khen thưởng theo Quyết định số 1875/QĐ-UBND`);
  const ledger = await tableRows(page, 'SoKhenThuong');
  expect(ledger).toHaveLength(1 + chosen);
  for (const row of ledger?.slice(1) ?? []) expect(row).toContain('1875/QĐ-UBND');
  await expect.poll(() => names.count()).not.toBe(offered);
});

it('made no request outside this computer and threw nothing', () => {
  expect([opened.outside, opened.faults]).toEqual([[], []]);
});

/** Some stay open, for more of the same kind came up with a decision. */
async function open(title: Locator): Promise<void> {
  if ((await title.locator('xpath=ancestor::details[@open]').count()) === 0) await title.click();
}

/** Opens the table of a criterion and pastes its column of points. */
async function gradeOpen(page: Page, title: Locator): Promise<void> {
  await open(title);
  const points = page.getByRole('textbox', { name: /^Điểm của/ });
  await points.first().waitFor();
  const units = await points.count();
  const column = Array.from({ length: units }, (_, at) => `${at % 2}\tcột bên`).join('\r\n');
  await points.first().evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, `${column}\r\n`);
  expect(await points.nth(1).inputValue()).toBe('1');
  await page.getByLabel('Lý do chung (cho dòng không ghi lý do riêng)').fill('Theo hồ sơ');
  await press(page, `Ghi điểm cho ${units} đơn vị`);
  expect(await said(page)).toContain(`Đã ghi ${units} quyết định`);
}

/** As units send them: whole rows of figures left out. */
function messyBook(bytes: Uint8Array): Uint8Array {
  const read = readBook(bytes);
  if (!read.ok) throw new Error(read.refusal.message);
  const emptied = read.value.sheets.flatMap(({ name, rows }) =>
    [...rows].flatMap(([row, cells]) =>
      cells
        .filter(({ column, value }) => column >= 3 && typeof value === 'number')
        .map(({ column }) => ({ kind: 'write', sheet: name, row, column, value: { kind: 'empty' } }) as const),
    ),
  );
  const patched = patchBook(bytes, emptied);
  if (!patched.ok) throw new Error(patched.refusal.message);
  return patched.value.bytes;
}

/** In the dark too, of what was just looked at in the light. */
async function look(name: string | null): Promise<void> {
  const { page } = opened;
  await wearTheme(page, 'dark');
  expect(await colourFindings(page)).toEqual([]);
  await wearTheme(page, 'light');
  if (name !== null) await takePicture(page, `session-${name}`);
}
