/**
 * Two captures of a province's whole list on the 2026 portal: who rose and who fell, in the panel, the message and the
 * workbook, by the production build.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBook } from '../../../core/sheet/workbook/file.ts';
import { readIndicatorBook } from '../../../core/sheets/indicator-rows.ts';
import type { Browser } from './browser.ts';
import { downloaded } from './downloaded.ts';
import type { PortalServer } from './portal-server.ts';
import { PANEL, portray } from './portray.ts';
import { sharedBrowser } from './shared-browser.ts';

const PORTAL = 'https://dichvucong.gov.vn/danh-gia-chat-luong-phuc-vu';
const RESULTS = 'https://dichvucong.gov.vn/api/v1/reporting/evaluation/service-results';
const MINE = 'UBND xã Bản 5';

/** As many as the province has: only a whole list has places. */
const COMMUNES = 148;

/** What changed between the two: half a point is enough, 49 hundredths are not; a department is no commune. */
const CHANGES: ReadonlyMap<number, number> = new Map([
  [1, -1.25],
  [2, 0.49],
  [3, 2],
  [5, 0.5],
  [148, -0.5],
]);

let portals: PortalServer;
let browser: Browser;

beforeAll(async () => {
  ({ browser, portals } = await sharedBrowser());
  portals.answers.set(PORTAL, { body: '<!doctype html><title>Đánh giá chất lượng phục vụ</title><main>2026</main>' });
});

afterAll(async () => {
  await browser?.close();
});

function answer(isLater: boolean) {
  const row = (name: string, id: string, totalScore: number) => ({
    ...{ departmentName: `UBND ${name}`, departmentId: id, totalScore, totalMaxScore: 100 },
  });
  const evaluation = Array.from({ length: COMMUNES }, (_, index) => {
    const at = index + 1;
    const change = (isLater && CHANGES.get(at)) || 0;
    return row(`${at > 140 ? 'phường' : 'xã'} Bản ${at}`, `d${at}`, (9050 - at * 50 + change * 100) / 100);
  });
  const data = {
    overview: row('tỉnh Phú Thọ', '', 60),
    evaluation: [row('Sở Nội vụ', 's', isLater ? 60 : 95), ...evaluation],
  };
  return { status: 201, type: 'application/json', body: JSON.stringify({ code: 'OK', message: '', data }) };
}

async function captured(isLater: boolean): Promise<Page> {
  portals.answers.set(RESULTS, answer(isLater));
  const panel = await browser.press(await browser.open(PORTAL));
  await panel.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Phú Thọ' });
  await panel.getByRole('button', { name: 'Kỳ khác…' }).click();
  await panel.getByLabel('Kỳ báo cáo').selectOption({ label: 'Cả năm' });
  await panel.getByLabel('Năm').selectOption('2026');
  await panel.getByRole('button', { name: 'Lấy số từ Cổng' }).click();
  await panel.getByLabel('Đơn vị').waitFor();
  return panel;
}

it('is a quiet line below the own rank, which opens to names; absent on the first capture', async () => {
  const first = await captured(false);
  await first.getByLabel('Đơn vị').selectOption({ label: MINE });
  await first.getByText('hạng 5/148').first().waitFor();
  await first.getByText(/Số lũy kế của kỳ đến lúc chụp, không phải số của ngày\.$/).waitFor();
  const summary = first.getByRole('list', { name: 'Tóm tắt' });
  expect(await summary.innerText()).toMatch(
    /^88\/100 điểm\s+Hạng 5\/148 trong các xã; hạng 5\/140 cùng loại \(bình quân các xã [\d,]+\)/,
  );
  expect(await first.getByText('So với lần chụp').count()).toBe(0);
  await first.getByRole('button', { name: 'Xác nhận' }).click();
  await first.getByRole('button', { name: 'Đặt làm xã của tôi' }).click();

  const panel = await captured(true);
  const line = panel.getByText(/^So với lần chụp \d{2}\/\d{2}\/\d{4}: 2 xã tăng, 2 xã giảm từ 0,5 điểm$/);
  await line.waitFor();
  const list = panel.locator('details').filter({ has: line });
  expect(await list.getByRole('listitem').count()).toBe(0);
  await line.press('Enter');
  expect((await list.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
    'UBND xã Bản 5 88 → 88,5',
    'UBND xã Bản 3 89 → 91',
    'UBND xã Bản 1 90 → 88,75',
    'UBND phường Bản 148 16,5 → 16',
  ]);
  expect(await list.locator('strong').allInnerTexts()).toEqual([MINE, '88 → 88,5']);
  const looks = (['light', 'dark'] as const).flatMap((scheme) => [400, 320].map((width) => [scheme, width] as const));
  await portray(panel, 'movers', { ...PANEL, looks });
  await panel.getByRole('button', { name: 'Xác nhận' }).click();
  await panel.getByText(/^Đã lưu \d+ số của UBND xã Bản 5/).waitFor();
  const again = await captured(true);
  await again.getByText(/^Cổng chưa có số mới: mọi số như bản chụp lúc .* đã lưu, không cần lưu lại\.$/).waitFor();
});

it('is in the message to copy, and the workbook says what each figure has changed by', async () => {
  const desk = await browser.context.newPage();
  await desk.goto(`chrome-extension://${browser.id}/desk.html#/xuat`);
  await expect
    .poll(() => desk.getByLabel('Nội dung').inputValue())
    .toMatch(/2 xã tăng, 2 xã giảm từ 0,5 điểm\n {2}Tăng: UBND xã Bản 5 88 → 88,5; UBND xã Bản 3 89 → 91\n {2}Giảm: /);
  const { bytes } = await downloaded(browser, () => desk.getByRole('button', { name: 'Tải tệp Excel' }).click());
  const opened = readBook(bytes);
  if (!opened.ok) throw new Error(opened.refusal.message);
  const { value: book } = opened;
  const read = readIndicatorBook(book);
  expect(read.ok && read.value.find(({ indicator }) => indicator === 'TONG')?.value).toBe(88.5);
  const sheet = book.sheets.find(({ name }) => name === 'Chỉ số');
  const rows = [...sheet!.rows.values()].map((cells) => new Map(cells.map(({ column, value }) => [column, value])));
  const titles = rows.find((row) => row.get(0) === 'Chỉ số');
  const at = [...(titles ?? [])].find(([, title]) => title === 'Thay đổi so với lần trước')?.[0] ?? -1;
  expect(rows.find((row) => row.get(0) === 'TONG')?.get(at)).toBe(0.5);
});

it('is what the desk’s table of units filters by', async () => {
  const desk = await browser.context.newPage();
  await desk.goto(`chrome-extension://${browser.id}/desk.html#/don-vi`);
  const moved = desk.getByLabel('So với lần trước');
  await moved.selectOption({ label: 'Tăng từ 0,5 trở lên (2)' });
  await desk.getByText('Thấy 2 trong 148 đơn vị.').waitFor();
  await moved.selectOption({ label: 'Giảm từ 0,5 trở lên (2)' });
  await desk.getByText('UBND phường Bản 148').first().waitFor();
});
