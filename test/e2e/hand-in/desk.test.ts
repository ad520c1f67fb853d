/**
 * Two browsers and a command line share one book over a real server, which gives out the page itself; the network goes
 * away in between. A folder, which the browser alone writes in, carries the same.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findMovement } from '../../../core/movements/index.ts';
import { filled, newFolder, runCli, writeReport } from '../../cli/command-line.ts';
import { builtAddIn } from '../../host/built-addin.ts';
import { newDataFolder } from '../../server/data-folder.ts';
import { serverProcess } from '../../server/server-process.ts';
import {
  checkAndScore,
  chooseMovement,
  findingsIn,
  goTo,
  press,
  said,
  seriousFindings,
  wearTheme,
} from '../excel-addin/pane.ts';
import { takePicture } from '../excel-addin/pictures.ts';
import { closePages, oneBrowser } from '../one-browser.ts';

const MOVEMENT = findMovement('ta-ma-2023-2030')!;

const PORT = '18799';
const ORIGIN = `http://localhost:${PORT}`;
const folder = newFolder();
const faults: string[] = [];
let server: ReturnType<typeof serverProcess>;
let browser: Browser;

function sync(...args: readonly string[]) {
  const done = runCli(folder, ['sync', ...args, '--home', join(folder, 'may'), '--json']);
  expect(done.stderr).toBe('');
  return JSON.parse(done.stdout);
}

interface Desk {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** A browser of its own with a new workbook, the reports scored in it, and "Dùng chung" unfolded. */
async function openDesk(...reports: readonly string[]): Promise<Desk> {
  const context = await browser.newContext({
    viewport: { width: 1024, height: 900 },
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // The browser itself says that the network is away.
    if (message.type() === 'error' && !/ERR_INTERNET_DISCONNECTED/.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(ORIGIN) && !request.url().startsWith('blob:')) faults.push(request.url());
  });
  await page.goto(`${ORIGIN}/ban-cham`);
  await press(page, 'Sổ mới');
  await chooseMovement(page);
  if (reports.length > 0) {
    await goTo(page, 'Báo cáo');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'Thêm tệp báo cáo')]);
    await chooser.setFiles([...reports]);
    await page
      .getByText(/Đã nhận \d+ tệp/)
      .first()
      .waitFor();
    await checkAndScore(page);
  }
  await goTo(page, 'Dùng chung');
  return { context, page };
}
const section = (page: Page) => page.getByRole('region', { name: 'Dùng chung' });
const syncPressed = async (page: Page) => {
  await press(page, 'Đồng bộ');
  return said(page);
};
const takePart = async (page: Page, link: string, name: string) => {
  await section(page).getByLabel('Tên máy và người dùng').fill(name);
  await section(page).getByLabel('Hoặc liên kết mời của máy chủ').fill(link);
  await press(page, 'Dùng liên kết');
};
const invited = async (page: Page, before: string) => {
  await press(page, 'Mời một máy');
  const field = section(page).getByLabel('Liên kết mời');
  await expect.poll(() => field.inputValue().catch(() => before)).not.toBe(before);
  return field.inputValue();
};
const report = (unit: string, seed: number) =>
  writeReport(folder, `${unit}.xlsx`, 'form', filled(MOVEMENT, 'village', unit, seed));

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

it('two browsers and a command line end with the same book, whoever was cut off in between', async () => {
  const founder = await server.until(/--server "(\S+)" --found/);
  const { page: chair } = await openDesk();
  expect(await chair.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).toContain(
    "connect-src 'self';",
  );
  await takePart(chair, founder.replace(ORIGIN, 'https://so-chung.example.vn'), 'Máy chủ tịch');
  expect(await chair.getByText(`Trang này chỉ nối được ${ORIGIN}`).innerText()).toContain(
    'https://so-chung.example.vn/ban-cham/',
  );
  await takePart(chair, founder, 'Máy chủ tịch');
  await section(chair).getByLabel('Lập sổ chung mới, tên sổ').fill('Xã Ta Ma');
  await press(chair, 'Lập sổ chung');
  const paper = await section(chair).getByLabel('Mã phục hồi', { exact: true }).inputValue();
  expect(paper).toMatch(/^[0-9a-f]{64}\.[\w-]{43}$/);
  // The key is there, and no script reads it out.
  expect(
    await chair.evaluate(
      () =>
        new Promise((done) => {
          const opening = indexedDB.open('thi-dua-so.so-chung');
          opening.onsuccess = () => {
            const request = opening.result.transaction('spaces').objectStore('spaces').getAll();
            request.onsuccess = () => done(request.result.map(({ pair }) => pair.privateKey.extractable));
          };
        }),
    ),
  ).toEqual([false]);

  const first = await invited(chair, '');
  // The same to be read by a camera.
  const code = section(chair).getByRole('img', { name: 'Mã QR của liên kết mời' });
  await code.waitFor();
  await expect.poll(() => code.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  const asked = sync('--server', first, '--name', 'Máy Văn phòng');
  const { context, page: officer } = await openDesk();
  const second = await invited(chair, first);
  await takePart(officer, second, 'Máy cán bộ <b>');
  await section(officer)
    .getByText(/Số đối chiếu \d{6}/)
    .waitFor();
  const number = /Số đối chiếu (\d{6})/.exec(await section(officer).innerText())?.[1] ?? '';
  await syncPressed(chair);
  const devices = section(chair).getByRole('list', { name: 'Các máy' });
  expect(await devices.innerText()).toContain(`Máy cán bộ <b> · xin tham gia, số đối chiếu ${number}`);
  for (const name of ['Máy Văn phòng', 'Máy cán bộ <b>']) {
    await devices.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Số đúng' }).click();
    await said(chair);
  }

  // A commune in a province's book sends its result, and is not offered to give reports, which would be refused.
  const { context: other, page: commune } = await openDesk(report('Bản Háng Chua', 3));
  await takePart(commune, await invited(chair, second), 'Máy xã');
  await section(commune)
    .getByText(/Số đối chiếu \d{6}/)
    .waitFor();
  await syncPressed(chair);
  const asking = devices.getByRole('listitem').filter({ hasText: 'Máy xã' });
  await asking.getByRole('combobox').selectOption({ label: 'xã' });
  await asking.getByRole('button', { name: 'Số đúng' }).click();
  await said(chair);
  await syncPressed(commune);
  const result = section(commune).getByRole('region', { name: 'Kết quả gửi tỉnh' });
  expect(await section(commune).getByRole('button', { name: 'Đưa báo cáo vào sổ chung' }).count()).toBe(0);
  // Looked over, then sent, and not twice.
  await press(commune, 'Xem kết quả sẽ gửi');
  await result.getByText(/^Xã Ta Ma, tỉnh Điện Biên: /).waitFor();
  expect(await result.innerText()).toMatch(/\d+ chỉ tiêu: .*đạt[\s\S]*Báo cáo đã nhận: \d+/);
  await press(commune, 'Gửi kết quả cho tỉnh');
  expect(await said(commune)).toContain('gửi đi 1 mục');
  await press(commune, 'Xem kết quả sẽ gửi');
  expect(await result.getByRole('button', { name: 'Kết quả này đã ghi để gửi' }).isDisabled()).toBe(true);
  expect(await seriousFindings(commune)).toEqual([]);
  await other.close();

  // The command line brings a report and figures; the officer's browser is cut off, and says so, then has all.
  report('Bản Nà Đắng', 1);
  sync(
    '--server',
    ORIGIN,
    '--reports',
    'Bản Nà Đắng.xlsx',
    '--captures',
    join(import.meta.dirname, '../../../cli/demo/captures.json'),
  );
  await context.setOffline(true);
  expect(await syncPressed(officer)).toContain(`Không nối được máy chủ ${ORIGIN}`);
  await context.setOffline(false);
  expect(await syncPressed(officer)).toContain('Đã nhận 1 tệp.');
  expect(await section(officer).innerText()).toContain('Máy cán bộ <b> · cán bộ · máy này');
  // Nothing is sent or taken twice.
  expect(await syncPressed(officer)).toContain('Nhận về 0 mục, gửi đi 0 mục.');

  // A report added here reaches the others' workbook and the command line's folder.
  const [chooser] = await Promise.all([
    officer.waitForEvent('filechooser'),
    press(officer, 'Đưa báo cáo vào sổ chung'),
  ]);
  await chooser.setFiles(report('Bản Phiêng Cải', 2));
  // The earlier message may still be there when the file is opened.
  await officer.getByText('gửi đi 1 mục').first().waitFor();
  expect(await syncPressed(chair)).toContain('Đã nhận 2 tệp.');
  expect(await section(chair).innerText()).toContain('Đang có: 2 báo cáo');
  expect(sync('--server', ORIGIN, '-o', join(folder, 've'))).toMatchObject({
    ...{ reports: 2, missing: [], idle: [], results: [{ commune: 'Máy xã', periods: ['2025'] }] },
  });
  expect(readFileSync(join(folder, 've/bao-cao/Bản Phiêng Cải.xlsx'))).toEqual(
    readFileSync(join(folder, 'Bản Phiêng Cải.xlsx')),
  );
  expect(asked.device).toHaveLength(64);

  // Links for the units, with a message for each; the page for handing in opens by a link, until the link is ended.
  await goTo(officer, 'Báo cáo');
  await press(officer, 'Lập danh sách đơn vị từ báo cáo');
  await said(officer);
  await goTo(officer, 'Dùng chung');
  await section(officer).getByText('Liên kết nộp báo cáo cho đơn vị').click();
  await section(officer)
    .getByLabel(/^Nhận đến hết ngày/)
    .fill('31/12/2099');
  await press(officer, 'Cấp liên kết cho 2 đơn vị');
  const links = section(officer).getByRole('list', { name: 'Liên kết của đơn vị' });
  const open = () => links.getByRole('listitem').filter({ hasText: 'nhận đến hết ngày 31/12/2099' });
  await open().nth(1).waitFor();
  expect(await open().count()).toBe(2);
  // Later typing changes no existing link.
  await section(officer)
    .getByLabel(/^Nhận đến hết ngày/)
    .fill('15/11/2098');
  const slips = section(officer).getByRole('button', { name: 'Lưu trang mã QR để in' });
  const [saved] = await Promise.all([officer.waitForEvent('download'), slips.click()]);
  const printed = readFileSync((await saved.path()) ?? '', 'utf8');
  expect(printed.split('nhận đến hết ngày 31/12/2099')).toHaveLength(3);
  const link = new RegExp(`${ORIGIN}/nop/#[\\w-]{43}`).exec(printed)?.[0] ?? '';
  await takePicture(officer, 'lien-ket-nop');
  const unit = await context.newPage();
  await unit.goto(link);
  await unit
    .getByText(/Bản (?:Nà Đắng|Phiêng Cải)/)
    .first()
    .waitFor();
  await unit.close();
  await links.getByText('Mất hoặc lộ liên kết').first().click();
  await links
    .getByLabel(/^Lý do thu hồi/)
    .first()
    .fill('Gửi nhầm nơi');
  await press(officer, 'Thu hồi, không cấp lại');
  expect(await said(officer)).toContain('gửi đi 1 mục');
  await links.getByText(/liên kết đã bị thu hồi ngày [\d/]+: Gửi nhầm nơi/).waitFor();
  expect(await open().count()).toBe(1);
  expect(await seriousFindings(officer)).toEqual([]);

  // What a browser keeps of it outlives the page, and its key is read out by nobody.
  await officer.reload();
  await press(officer, 'Sổ mới');
  await goTo(officer, 'Dùng chung');
  await section(officer).getByText('Máy cán bộ <b>').waitFor();
  await section(officer).getByText('Liên kết nộp báo cáo cho đơn vị').click();
  await section(officer).getByText('1 liên kết nhận đến hết ngày 31/12/2099').waitFor();
  const [again] = await Promise.all([officer.waitForEvent('download'), slips.click()]);
  const papers = readFileSync((await again.path()) ?? '', 'utf8');
  const kept = [...papers.matchAll(/nop\/#[\w-]{43}/g)].map(([address]) => address);
  expect(kept.filter((address) => printed.includes(address))).toHaveLength(1);
  await press(officer, 'Đã gửi hết, thôi giữ ở máy này');
  await expect.poll(() => slips.count()).toBe(0);
  expect(await officer.evaluate(exportedKeys)).toEqual(['InvalidAccessError']);
  for (const theme of ['light', 'dark'] as const) {
    await wearTheme(chair, theme);
    expect(await findingsIn(chair, theme)).toEqual([]);
    await takePicture(chair, `dung-chung-${theme === 'light' ? 'sang' : 'toi'}`);
  }
  // A report with names in it: sealed for good, and listed still.
  await section(chair).getByText('Niêm phong tệp có dữ liệu cá nhân').click();
  const files = section(chair).getByRole('list', { name: 'Tệp trong sổ chung' });
  await files.getByText(/^Bản Phiêng Cải.xlsx, đưa vào ngày/).click();
  const seal = files.getByRole('listitem').filter({ hasText: 'Bản Phiêng Cải' }).getByRole('button');
  expect(await seal.isDisabled()).toBe(true);
  await files.getByLabel(/^Lý do niêm phong Bản Phiêng Cải/).fill('Có tên hộ');
  expect(await seriousFindings(chair)).toEqual([]);
  await seal.click();
  await section(chair)
    .getByText(/^Bản Phiêng Cải.xlsx, .*: đã niêm phong theo yêu cầu, .* Có tên hộ\.$/)
    .waitFor();
  expect(await files.getByRole('listitem').count()).toBe(1);
  expect(sync('--server', ORIGIN)).toMatchObject({ filesMissing: [], sealed: [{ name: 'Bản Phiêng Cải.xlsx' }] });
  await chair.setViewportSize({ width: 320, height: 900 });
  expect(await chair.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(faults).toEqual([]);
});

it('a browser and a command line share a folder, in which each adds files of its own', async () => {
  const { page } = await openDesk();
  // No dialog of the system can be pressed here: the browser's own folder stands for the one chosen in it.
  await page.evaluate(() => Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() }));
  await section(page).getByLabel('Tên máy và người dùng').fill('Máy chủ tịch');
  await press(page, 'Chọn thư mục chung');
  await section(page).getByLabel('Lập sổ chung mới, tên sổ').fill('Xã Tân Lĩnh');
  await press(page, 'Lập sổ chung');
  await section(page)
    .getByText(/mã sổ [0-9a-f]{16}/)
    .waitFor();
  const space = /mã sổ ([0-9a-f]{16})/.exec(await section(page).innerText())?.[1] ?? '';
  const place = join(folder, 'chung');
  mkdirSync(place);
  // As a synchronised drive does, there and back.
  const down = async () => {
    for (const [name, bytes] of await page.evaluate(filesHere)) writeFileSync(join(place, name), Buffer.from(bytes));
  };
  const up = () =>
    page.evaluate(
      putHere,
      readdirSync(place).map((name) => [name, [...readFileSync(join(place, name))]] as const),
    );
  await down();
  sync('chung', '--space', space, '--name', 'Máy Văn phòng');
  await up();
  await syncPressed(page);
  await section(page).getByRole('button', { name: 'Số đúng' }).click();
  await said(page);
  await down();
  report('Bản Sín Chải', 3);
  expect(sync('chung', '--reports', 'Bản Sín Chải.xlsx')).toMatchObject({ added: 1, held: [] });
  await up();
  expect(await syncPressed(page)).toContain('Đã nhận 1 tệp.');
  expect(faults).toEqual([]);
});

/** Runs in the page. */
async function filesHere(): Promise<[string, number[]][]> {
  const found: [string, number[]][] = [];
  for await (const item of (await navigator.storage.getDirectory()).values())
    if (item.kind === 'file') {
      const file = await (item as FileSystemFileHandle).getFile();
      found.push([item.name, [...new Uint8Array(await file.arrayBuffer())]]);
    }
  return found;
}

/** Runs in the page. */
async function putHere(files: readonly (readonly [string, readonly number[]])[]): Promise<void> {
  const folder = await navigator.storage.getDirectory();
  for (const [name, bytes] of files) {
    const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await stream.write(new Uint8Array(bytes));
    await stream.close();
  }
}

/** Runs in the page. */
async function exportedKeys(): Promise<readonly string[]> {
  const request = indexedDB.open('thi-dua-so.so-chung');
  const database = await new Promise<IDBDatabase>((done) => {
    request.onsuccess = () => done(request.result);
  });
  const all = database.transaction('spaces').objectStore('spaces').getAll();
  await new Promise((done) => {
    all.onsuccess = done;
  });
  const devices = all.result as { readonly pair: CryptoKeyPair }[];
  return Promise.all(
    devices.map(({ pair }) =>
      crypto.subtle.exportKey('jwk', pair.privateKey).then(
        () => 'read out',
        (fault: unknown) => (fault instanceof DOMException ? fault.name : String(fault)),
      ),
    ),
  );
}
