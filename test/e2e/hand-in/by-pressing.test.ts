/**
 * Sharing without a command line: the server is started, and everything else is pressed in its page. A book is founded
 * by the server's link, a second machine is invited by a link, a unit's link is made, its report is handed in, and the
 * first machine's board shows it.
 */
import { readFileSync, rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newFolder } from '../../cli/command-line.ts';
import { builtAddIn } from '../../host/built-addin.ts';
import { newDataFolder } from '../../server/data-folder.ts';
import { serverProcess } from '../../server/server-process.ts';
import { checkAndScore, chooseMovement, goTo, press, said, seriousFindings } from '../excel-addin/pane.ts';
import { readableAt } from '../excel-addin/pictures.ts';
import { closePages, oneBrowser } from '../one-browser.ts';

const PORT = '18803';
const ORIGIN = `http://localhost:${PORT}`;
const UNITS = ['Bản Nà Đắng', 'Bản Phiêng Cải'];
const folder = newFolder();
const faults: string[] = [];
let server: ReturnType<typeof serverProcess>;
let browser: Browser;
/** As the first test leaves them. */
let officer: Page;
let unit: Page;
let name = '';

/** A browser of its own at an address. */
async function opened(address: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(address);
  return page;
}
const section = (page: Page) => page.getByRole('region', { name: 'Dùng chung' });

beforeAll(async () => {
  server = serverProcess(PORT, await newDataFolder(), (await builtAddIn()).folder);
  browser = await oneBrowser();
  await server.until(/đang nghe/);
});
afterAll(async () => {
  await closePages();
  server?.child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

it('founds, invites, gives a link, and sees the report handed in on the board', async () => {
  const chair = await opened(await server.until(/Mở trang này để lập sổ chung: (\S+)/));
  await press(chair, 'Tham gia sổ chung');
  await section(chair).getByLabel('Tên máy và người dùng').fill('Máy chủ tịch');
  // The link lets one machine in: it stands in the field, and in no address any more.
  expect(chair.url()).toBe(`${ORIGIN}/ban-cham/`);
  await press(chair, 'Dùng liên kết');
  await section(chair).getByLabel('Lập sổ chung mới, tên sổ').fill('Xã Ta Ma');
  await press(chair, 'Lập sổ chung');
  await section(chair).getByText('Máy chủ đang CHẠY THỬ').waitFor();
  await press(chair, 'Mời một máy');
  const link = section(chair).getByLabel('Liên kết mời');
  await expect.poll(() => link.inputValue().catch(() => '')).toContain(`${ORIGIN}/#`);

  officer = await opened(await link.inputValue());
  await press(officer, 'Tham gia sổ chung');
  expect(officer.url()).toBe(`${ORIGIN}/ban-cham/`);
  await section(officer).getByLabel('Tên máy và người dùng').fill('Máy cán bộ');
  await press(officer, 'Dùng liên kết');
  await section(officer)
    .getByText(/Số đối chiếu \d{6}/)
    .waitFor();
  await press(chair, 'Đồng bộ');
  await said(chair);
  const asking = section(chair).getByRole('list', { name: 'Các máy' }).getByRole('listitem');
  await asking.filter({ hasText: 'Máy cán bộ' }).getByRole('button', { name: 'Số đúng' }).click();
  await said(chair);

  // The officer's book: the movement, its units by their forms, and a link for each.
  await chooseMovement(officer);
  await officer.getByLabel(/^Danh sách đơn vị/).fill(UNITS.join('\n'));
  await press(officer, `Tạo ${UNITS.length} mẫu`);
  await said(officer);
  await goTo(officer, 'Dùng chung');
  await press(officer, 'Đồng bộ');
  await said(officer);
  await section(officer).getByText('Liên kết nộp báo cáo cho đơn vị').click();
  await section(officer)
    .getByLabel(/^Nhận đến hết ngày/)
    .fill('31/12/2099');
  await press(officer, `Cấp liên kết cho ${UNITS.length} đơn vị`);
  const [saved] = await Promise.all([
    officer.waitForEvent('download'),
    section(officer).getByRole('button', { name: 'Lưu trang mã QR để in' }).click(),
  ]);
  const slips = readFileSync((await saved.path()) ?? '', 'utf8');
  const given = new RegExp(`${ORIGIN}/nop/#[\\w-]{43}`).exec(slips)?.[0] ?? '';

  unit = await opened(given);
  const heading = await unit.getByRole('heading', { name: /^Báo cáo / }).innerText();
  name = UNITS.find((text) => heading.includes(text)) ?? '';
  await unit.getByText(/Còn \d+ chỗ phải xem lại/).waitFor();
  await unit.locator('article input').first().fill('3');
  await unit.getByRole('button', { name: 'Nộp báo cáo' }).click();
  await unit.getByRole('button', { name: 'Vẫn nộp' }).click();
  await unit.getByRole('region', { name: 'Giấy báo đã nhận' }).waitFor();

  await press(officer, 'Đồng bộ');
  expect(await said(officer)).toMatch(/Đã nhận 1 tệp|1 tệp được đưa vào chỗ mẫu/);
  await goTo(officer, 'Báo cáo');
  const row = officer.getByRole('row').filter({ hasText: name });
  await row.getByText('Đã nộp').filter({ visible: true }).first().waitFor();
  expect(await row.count()).toBe(1);
  expect(await seriousFindings(officer)).toEqual([]);
  expect(faults).toEqual([]);
});

it('tells the unit by its link what was cut, takes its explanation and more evidence, and answers it in Cần xem', async () => {
  await checkAndScore(officer);
  await goTo(officer, 'Dùng chung');
  const links = section(officer);
  await links.getByText('Liên kết nộp báo cáo cho đơn vị').click();
  await links.getByText('Kết quả thẩm định gửi đơn vị').click();
  await links.getByLabel(/^Nhận giải trình đến hết ngày/).fill('30/12/2099');
  await press(officer, 'Gửi kết quả thẩm định cho đơn vị');
  await links.getByText('Đã gửi kết quả cho').waitFor();

  await unit.reload();
  const told = unit.getByRole('region', { name: 'Kết quả thẩm định' });
  await told.getByText('Nhận giải trình, minh chứng bổ sung đến 23:59:59 ngày 30/12/2099').waitFor();
  const card = told.locator('article').first();
  const code = (await card.getByRole('heading').innerText()).split(/\.\s/)[0] ?? '';
  await card.getByRole('textbox').fill('=1+1 Bản đã có biên bản kiểm tra ngày 12/10.');
  for (const scheme of ['light', 'dark'] as const)
    for (const width of [320, 1440]) {
      await unit.emulateMedia({ colorScheme: scheme });
      await unit.setViewportSize({ width, height: 900 });
      expect(await seriousFindings(unit)).toEqual([]);
      // PICTURE unit `explain-${scheme}-${width}`
    }
  await unit.getByRole('button', { name: 'Gửi giải trình' }).click();
  await told.getByText('Đã gửi giải trình lúc').waitFor();
  await unit.getByText('Minh chứng kèm báo cáo').click();
  await unit.locator('#tieu-chi').selectOption({ value: code });
  const photo = { name: 'biên bản.png', mimeType: 'image/png', buffer: await unit.screenshot() };
  await unit.locator('#minh-chung').setInputFiles([photo]);
  await unit.getByText(`Tiêu chí ${code}: biên bản.png`).waitFor();

  await goTo(officer, 'Dùng chung');
  await press(officer, 'Đồng bộ');
  expect(await said(officer)).toContain('1 giải trình của đơn vị vừa về');
  await goTo(officer, 'Cần xem');
  const waiting = officer.getByRole('region', { name: 'Giải trình, kiến nghị chờ trả lời' });
  await waiting.getByText('=1+1 Bản đã có biên bản kiểm tra').waitFor();
  await waiting.getByText(/Điểm lúc ghi: \d.*hiện nay: /).waitFor();
  await waiting.getByRole('button', { name: 'Mở minh chứng (1)' }).waitFor();
  await readableAt(officer, 'review-explained', [320, 1440]);
  await waiting.getByRole('button', { name: 'Trả lời…' }).click();
  await waiting.getByLabel(/^Điểm mới của tiêu chí/).fill('1,5');
  await waiting.getByLabel('Nội dung trả lời').fill('Công nhận theo biên bản.');
  await waiting.getByLabel(/^Người quyết định/).fill('Lò Văn Pâng');
  await waiting.getByRole('button', { name: 'Ghi trả lời' }).click();
  await waiting.waitFor({ state: 'hidden' });
  await goTo(officer, 'Hội đồng');
  await officer.getByText('Giải trình, kiến nghị của đơn vị (1, 0 chưa trả lời)').click();
  await officer.getByText(/hiện nay: 1,5/).waitFor();
  // Nothing comes twice.
  await goTo(officer, 'Dùng chung');
  await press(officer, 'Đồng bộ');
  expect(await said(officer)).not.toContain('giải trình');
  await goTo(officer, 'Theo dõi năm');
  await officer.getByText('chậm nhất hết ngày 30/12/2099 (Hội đồng ấn định)').waitFor();
  expect(faults).toEqual([]);
});
