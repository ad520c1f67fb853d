/**
 * A unit hands in by its link on a small telephone with an unreliable network: the real server, the real command line,
 * the server's page. The officer's folder fills by itself, and is scored. Then a province looks at what a commune sent,
 * on the server's other page.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findMovement } from '../../../core/movements/index.ts';
import { readBook } from '../../../core/sheet/workbook/file.ts';
import { handIn } from '../../../session/share/hand-in.ts';
import { linkDigest } from '../../../session/share/link-key.ts';
import { filled, newFolder, runCli, write, writeReport } from '../../cli/command-line.ts';
import { builtAddIn } from '../../host/built-addin.ts';
import { isPictureWanted } from '../../pictures-shown.ts';
import { newDataFolder } from '../../server/data-folder.ts';
import { serverProcess } from '../../server/server-process.ts';
import { course, result, target } from '../../unit/province/sent.ts';
import { seriousFindings } from '../excel-addin/pane.ts';
import { closePages, oneBrowser } from '../one-browser.ts';

const MOVEMENT = findMovement('ta-ma-2023-2030')!;

const PORT = '18801';
const ORIGIN = `http://localhost:${PORT}`;
const UNIT = 'Bản Nà Đắng';
const OTHER = 'Bản Phiêng Cải';
const folder = newFolder();
const home = join(folder, 'may');
const faults: string[] = [];
let server: ReturnType<typeof serverProcess>;
let browser: Browser;
let phone: BrowserContext;
let links: readonly { unit: string; link: string }[];

function cli(command: string, ...args: readonly string[]) {
  const done = runCli(folder, [command, ...args, '--json']);
  expect(done.stderr).toBe('');
  expect(done.code).toBe(0);
  return JSON.parse(done.stdout);
}
const sync = (...args: readonly string[]) => cli('sync', '--server', ORIGIN, '--home', home, ...args);
const link = (...args: readonly string[]) =>
  cli('link', MOVEMENT.id, '--server', ORIGIN, '--home', home, '--period', '2025', ...args);
const linkOf = (unit: string) => links.find((link) => link.unit === unit)?.link ?? '';
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function opened(address: string): Promise<Page> {
  const page = await phone.newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // The browser itself says that the network is away.
    if (message.type() === 'error' && !message.text().includes('ERR_INTERNET_DISCONNECTED'))
      faults.push(message.text());
  });
  await page.goto(address);
  return page;
}
const receipt = (page: Page) => page.getByRole('region', { name: 'Giấy báo đã nhận' });
const picture = async (page: Page, name: string) => {
  if (isPictureWanted(`nop-${name}.png`)) await page.screenshot({ path: `docs/pictures/nop-${name}.png` });
};

beforeAll(async () => {
  server = serverProcess(PORT, await newDataFolder(), (await builtAddIn()).folder);
  const founder = await server.until(/--server "(\S+)" --found/);
  await server.until(/đang nghe/);
  cli('sync', '--server', founder, '--home', home, '--found', 'Xã Ta Ma', '--name', 'Máy Văn phòng');
  const args = ['--until', '31/12/2030', '--grace', '3', '--audience', 'village'];
  const made = link('--unit', UNIT, '--unit', OTHER, ...args, '-o', join(folder, 'lien-ket'));
  expect(made).toMatchObject({ until: '2031-01-03T23:59:59+07:00', open: [], without: [] });
  links = made.links;
  // Made once: on a second request the same link is printed and no other is made; the sheet of all units stays whole.
  expect(link('--unit', UNIT, ...args, '-o', join(folder, 'lien-ket'))).toMatchObject({
    ...{ links: [links.find(({ unit }) => unit === UNIT)], open: [] },
    ...{ printedToo: [OTHER], kept: [] },
  });
  browser = await oneBrowser();
  phone = await browser.newContext({
    viewport: { width: 320, height: 640 },
    locale: 'vi-VN',
    acceptDownloads: true,
    reducedMotion: 'reduce',
  });
  phone.setDefaultTimeout(30_000);
});
afterAll(async () => {
  await closePages();
  server?.child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

it('is small enough for a weak network, and offers the paper form without a script', async () => {
  const files = readdirSync('server/dist/nop', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.includes('.'),
  );
  const sizes = files.map((name) => gzipSync(readFileSync(join('server/dist/nop', name))).length);
  expect(sizes.reduce((sum, number) => sum + number, 0)).toBeLessThan(174_200);
  const [slips = '', messages = ''] = readdirSync(join(folder, 'lien-ket')).sort();
  const page = await phone.newPage();
  await page.goto(pathToFileURL(join(folder, 'lien-ket', slips)).href);
  expect(await page.locator('section svg').count()).toBe(2);
  expect(await page.locator('script').count()).toBe(0);
  for (const { unit, link: given } of links) {
    await page.locator('section').filter({ hasText: unit }).getByText(given).waitFor();
    expect(readFileSync(join(folder, 'lien-ket', messages), 'utf8')).toContain(given);
  }
  await page.close();
});

it('fills in on a telephone, loses the network, and hands in when it is back', async () => {
  const policy = (await fetch(`${ORIGIN}/nop/`)).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'; script-src 'self'");
  expect(policy).not.toContain('unsafe');
  const address = linkOf(UNIT);
  let page = await opened(address);
  await page.getByRole('heading', { name: `Báo cáo năm 2025: ${UNIT}` }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.getByText(/Còn \d+ chỗ phải xem lại/).waitFor();
  const line = page.locator('article').filter({ hasText: '1.1. ' });
  await line.getByLabel('Số thực hiện (a)').fill('1.234');
  await line.getByLabel('Tổng số (b)').fill('4');
  await line.getByText('lớn hơn').first().waitFor();
  await line.getByLabel('Số thực hiện (a)').fill('3');
  await expect.poll(() => line.locator('[aria-invalid=true]').count()).toBe(0);
  await line.getByLabel('Giải trình').focus();
  const covered: string[] = [];
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press('Tab');
    covered.push(...(await page.evaluate(belowBar)));
  }
  expect(covered).toEqual([]);
  await line.scrollIntoViewIfNeeded();
  await picture(page, 'dien-bieu-320');
  expect(await seriousFindings(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await seriousFindings(page)).toEqual([]);
  // Where the system sets all colours: the primary button, and the pressed one of two, are distinct from the rest.
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
  expect(await seriousFindings(page)).toEqual([]);
  const looks = await page
    .getByRole('button', { name: /^(?:Điền biểu|Gửi tệp Excel|Nộp báo cáo)$/ })
    .evaluateAll((all) =>
      all.map((item) => {
        const { backgroundColor, textDecorationLine } = getComputedStyle(item);
        return `${backgroundColor} ${textDecorationLine}`;
      }),
    );
  expect(new Set(looks).size).toBe(3);
  await page.emulateMedia({ forcedColors: null });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect
    .poll(() => page.evaluate(async () => (await (await caches.open('thi-dua-so-nop')).keys()).length))
    .toBeGreaterThan(3);

  await phone.setOffline(true);
  await page.close();
  page = await opened(address);
  const card = page.locator('article').filter({ hasText: '1.1. ' });
  expect(await card.getByLabel('Tổng số (b)').inputValue()).toBe('4');
  await card.getByLabel('Giải trình').fill('Đường truyền "yếu" <b>');
  await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
  await page.getByRole('button', { name: 'Vẫn nộp' }).click();
  const notice = page.getByText('Chưa có mạng: báo cáo đã giữ ở máy này');
  await notice.waitFor();
  // In sight, from wherever on the long page she pressed.
  const box = await notice.boundingBox();
  expect([box !== null && box.y >= 0, box !== null && box.y + box.height <= 640]).toEqual([true, true]);
  await page.close();
  expect(sync().handedIn).toEqual([]);

  await phone.setOffline(false);
  page = await opened(address);
  await receipt(page).waitFor();
  const text = await receipt(page).innerText();
  await page.getByText(/Đã nộp bản này; xã sẽ thấy \d+ chỗ phải xem lại\./).waitFor();
  await picture(page, 'giay-bao-320');
  // The receipt's digest is that of the file the officer gets.
  const out = join(folder, 'nhan-ve');
  const { handedIn, doubtful } = sync('-o', out);
  const path = join(out, 'bao-cao', `${UNIT} 2025.xlsx`);
  const digest = hashOf(readFileSync(path));
  expect(doubtful).toEqual([]);
  expect(handedIn).toMatchObject([{ unit: UNIT, period: '2025', n: 1, sha256: digest, replaced: false }]);
  expect(text).toContain(digest);
  expect(text).toContain(handedIn[0].entry);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Lưu ảnh' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe(`Giấy báo nhận ${UNIT}.png`);
  expect([...readFileSync(await saved.path()).subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);

  // As a file, a newer report: it replaces the first, which stays stored.
  const file = writeReport(folder, 'bao-cao-moi.xlsx', 'form', filled(MOVEMENT, 'village', UNIT, 7));
  const stranger = writeReport(folder, 'ban-khac.xlsx', 'form', filled(MOVEMENT, 'village', OTHER, 8));
  await page.getByRole('button', { name: 'Gửi tệp Excel' }).click();
  const choose = page.getByLabel('Tệp Excel (.xlsx) của đơn vị');
  await choose.setInputFiles(stranger);
  await page.getByText(`Tệp ghi đơn vị là "${OTHER}"`).waitFor();
  await choose.setInputFiles(file);
  await page.getByText('Không còn chỗ nào phải xem lại.').last().waitFor();
  await page.getByRole('button', { name: 'Nộp tệp này' }).click();
  await page.getByText('Lần nộp: 2').waitFor();
  await page.close();
  const second = sync('-o', out);
  expect(hashOf(readFileSync(path))).toBe(hashOf(readFileSync(file)));
  expect(second.handedIn.map(({ replaced }: { replaced: boolean }) => replaced)).toEqual([true, false]);
  expect(hashOf(readFileSync(join(out, 'ban-nop-truoc', `${UNIT} 2025 lần 1.xlsx`)))).toBe(digest);

  // Somebody with another unit's link hands in this unit's sheet: a person looks at it, and it is scored nowhere. Nor
  // does a sheet of another unit replace an existing report.
  const door = (unit: string) => ({
    ...{ origin: ORIGIN, secret: linkOf(unit).split('#')[1] ?? '' },
    fetch: (url: string, init: RequestInit) => fetch(url, init),
  });
  // Polled: the command line ran in between, and a connection that was left open may be gone.
  const sentBy = async (unit: string, path: string) => {
    const done = await handIn(door(unit), 'x.xlsx', readFileSync(path));
    return done.ok ? 'ok' : done.refusal.code;
  };
  for (const [unit, sent] of [
    [OTHER, file],
    [UNIT, stranger],
  ] as const)
    await expect.poll(() => sentBy(unit, sent)).toBe('ok');
  expect(sync('-o', out).doubtful.map((item: { file: string }) => item.file)).toEqual([
    join('can-xem-lai', `${UNIT} 2025.xlsx`),
    join('can-xem-lai', `${OTHER} 2025.xlsx`),
  ]);
  expect(hashOf(readFileSync(path))).toBe(hashOf(readFileSync(file)));
  expect(readdirSync(join(out, 'bao-cao'))).toEqual([`${UNIT} 2025.xlsx`]);
  const scored = cli(
    'score',
    join(out, 'bao-cao'),
    '--movement',
    MOVEMENT.id,
    '--period',
    '2025',
    '-o',
    join(folder, 'kq'),
  );
  expect(scored.reports).toMatchObject([{ unit: UNIT, flags: [] }]);

  // Evidence beside the report, kept on the telephone until the network is back; scored from the folder.
  const at = await opened(address);
  await at.getByText('Minh chứng kèm báo cáo').click();
  await at.getByLabel('Tiêu chí', { exact: true }).selectOption('1.2');
  const photo = write(folder, 'hop-ban.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1]));
  const empty = write(folder, 'rong.pdf', new Uint8Array(0));
  await phone.setOffline(true);
  await at.getByLabel(/Tệp minh chứng/).setInputFiles([photo, empty]);
  await at.getByText('rong.pdf: Tệp rỗng (0 byte)').waitFor();
  await at.getByText('1 tệp minh chứng còn ở máy này').waitFor();
  await at.close();
  await phone.setOffline(false);
  const later = await opened(address);
  await later.getByText(/Tiêu chí 1\.2: hop-ban\.jpg, xã nhận lúc/).waitFor();
  expect(await seriousFindings(later)).toEqual([]);
  await picture(later, 'minh-chung-320');
  await later.close();
  sync('-o', out);
  expect(readdirSync(join(out, 'bao-cao', UNIT))).toEqual(['TC 1.2 hop-ban.jpg']);
  const proven = cli(
    'score',
    join(out, 'bao-cao'),
    '--movement',
    MOVEMENT.id,
    '--period',
    '2025',
    '-o',
    join(folder, 'kq2'),
  );
  expect(proven.evidence).toMatchObject([{ unit: UNIT, criterion: '1.2', state: 'given', kind: 'picture' }]);
  await handsInLarge(address, out);

  // Ended by the officer: the report handed in stays, and the page says so.
  link('--end', '--unit', UNIT, '--reason', 'Lộ liên kết');
  const closed = await opened(address);
  await closed.getByText('Liên kết đã bị thu hồi').waitFor();
  expect(await closed.getByRole('button', { name: 'Nộp báo cáo' }).count()).toBe(0);
  // Renewed: the old link is useless now.
  const again = [
    '--again',
    '--unit',
    OTHER,
    '--audience',
    'village',
    '--until',
    '2030-12-31',
    '-o',
    join(folder, 'moi'),
  ];
  expect(link(...again).links).toHaveLength(1);
  await expect.poll(() => sentBy(OTHER, stranger)).toBe('ended');
  for (const { link: given } of links) {
    const own = given.split('#')[1] ?? '';
    expect(server.said()).not.toContain(own);
    expect(server.said()).not.toContain(linkDigest(own));
  }
  expect(faults).toEqual([]);
});

it('lets a province look at its communes, as they send', async () => {
  const xa = join(folder, 'xa');
  const joined = cli('sync', '--server', sync('--invite').invitation, '--home', xa, '--name', 'Máy xã');
  sync('--admit', joined.device.slice(0, 16), '--role', 'commune', '--name', 'Xã <b>A</b>');
  const send = (given: ReturnType<typeof result>) => {
    write(folder, 'kq.json', JSON.stringify(given));
    return cli('sync', '--server', ORIGIN, '--home', xa, '--results', join(folder, 'kq.json'));
  };
  expect(send(result('Xã <b>A</b>', { indicators: [course('TONG', 80, 79, 78)] }))).toMatchObject({ added: 1 });

  const output = runCli(folder, ['sync', '--server', ORIGIN, '--home', home, '--invite']).stdout;
  const address = new RegExp(`${ORIGIN}/tinh/#\\S+`).exec(output)?.[0] ?? '';
  const page = await opened(address);
  await page.getByLabel(/Tên máy/).fill('Máy Sở Nội vụ');
  await page.getByRole('button', { name: 'Xin xem' }).click();
  const admit = /--admit ([0-9a-f]{16}) --role viewer/.exec((await page.locator('code').textContent()) ?? '');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  expect(await page.locator('table').count()).toBe(0);
  sync('--admit', admit?.[1] ?? '', '--role', 'viewer');
  const row = page.getByRole('row', { name: /Xã <b>A<\/b>/ });
  await expect.poll(() => row.textContent()).toContain('20/20 (100 %)');
  expect(await row.textContent()).toContain('● 90');
  await page.getByText('giảm hai kỳ liền (80 → 79 → 78)').waitFor();
  expect(await page.getByRole('img', { name: /tháng 3 năm 2026: 78/ }).count()).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'tinh-320');
  // What comes later shows by itself; what was typed stays.
  await page.getByLabel('Tìm xã').fill('xã c');
  await page.getByText('0/1 xã có tên như vậy.').waitFor();
  expect(await row.count()).toBe(0);
  send(result('Xã <b>A</b>', { targets: [target('Tỷ lệ hồ sơ trực tuyến', 'not-met', 10, 100)] }));
  await page.getByText('1/1 chỉ tiêu có kết luận là chưa đạt').waitFor({ state: 'attached' });
  expect(await page.getByLabel('Tìm xã').inputValue()).toBe('xã c');
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Lưu sổ Excel' }).click(),
  ]);
  const book = readBook(readFileSync(await saved.path()));
  expect(book.ok && book.value.sheets.map(({ name }) => name)).toContain('Chỉ tiêu từng xã');
  // Opened again without the invitation: the browser's own key.
  await page.goto(`${ORIGIN}/tinh/`);
  await row.waitFor();
  expect(faults).toEqual([]);
});

/** Runs in the page. The field that has the focus, where the bar lies over it. */
function belowBar(): readonly string[] {
  const at = document.activeElement;
  const bar = document.querySelector('.bar');
  if (at === null || bar === null || bar.contains(at)) return [];
  return at.getBoundingClientRect().bottom > bar.getBoundingClientRect().top ? [at.id] : [];
}

/** A large file goes in pieces: the page says how far, and a page opened later sends only what is missing. */
async function handsInLarge(address: string, out: string): Promise<void> {
  const minutes = new Uint8Array(randomBytes(3 * 1024 * 1024));
  minutes.set(new TextEncoder().encode('%PDF-1.7\n'));
  const large = write(folder, 'bien-ban.pdf', minutes);
  let sent = 0;
  let look = () => {};
  const seen = new Promise<void>((done) => {
    look = done;
  });
  await phone.route('**/v1/hand-in/pieces/*', async (route) => {
    sent += 1;
    // The first two arrive; the third is under way while the network goes.
    if (sent === 3) await phone.setOffline(true);
    // Its line is read meanwhile.
    if (sent === 4) await seen;
    await route.continue().catch(() => {});
  });
  const first = await opened(address);
  await first.getByText('Minh chứng kèm báo cáo').click();
  await first.getByLabel('Tiêu chí', { exact: true }).selectOption('1.2');
  await first.getByLabel(/Tệp minh chứng/).setInputFiles([large]);
  await first.getByText('Chưa có mạng: 1 tệp minh chứng còn ở máy này').waitFor();
  await first.close();
  await phone.setOffline(false);
  const second = await opened(address);
  await second.getByText('Đang nộp minh chứng “bien-ban.pdf”: đã gửi 1/3 MB, còn 1 tệp…').waitFor();
  look();
  await second.getByText(/Tiêu chí 1\.2: bien-ban\.pdf, xã nhận lúc/).waitFor();
  await second.close();
  await phone.unroute('**/v1/hand-in/pieces/*');
  // Six pieces, and the piece that was under way a second time.
  expect(sent).toBe(7);
  sync('-o', out);
  const came = readFileSync(join(out, 'bao-cao', UNIT, 'TC 1.2 bien-ban.pdf'));
  expect(Buffer.compare(came, minutes)).toBe(0);
}
