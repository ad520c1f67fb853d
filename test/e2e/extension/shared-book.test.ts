/**
 * From the portal into a shared book on a server: the production build, a real server in a separate process, the
 * command line as its chair; then the server is killed. Waiting figures are sent later: unit/extension/shared-book.
 * Last the same over a folder, where the browser's private folder takes the place of a folder on disk; and "Bàn chấm"
 * of the extension takes part over the server, which its page itself cannot reach.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { capturesFileSchema } from '../../../core/portal/indicator/observation.ts';
import { newFolder, runCli } from '../../cli/command-line.ts';
import { builtAddIn } from '../../host/built-addin.ts';
import { newDataFolder } from '../../server/data-folder.ts';
import { chooseMovement, cutTexts, goTo, press, said, seriousFindings } from '../excel-addin/pane.ts';
import { type Browser, builtExtension, startBrowser } from './browser.ts';
import { casePage } from './pages.ts';
import { type PortalServer, startPortals } from './portal-server.ts';

const PORT = '18797';
const ORIGIN = `http://localhost:${PORT}`;
const FORM = 'https://motcua.tama.gov.vn/bao-cao/06a';
const folder = newFolder();
let portals: PortalServer;
let browser: Browser;
let server: ChildProcess;
let told = '';
/** Of the server, however often it is started. */
let data: string;

async function startServer(): Promise<void> {
  told = '';
  const own = { PORT, DATA: data, DATABASE_URL: '', BAN_CHAM: (await builtAddIn()).folder };
  const env = { ...process.env, ...own };
  server = spawn(process.execPath, ['server/start.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  server.stdout?.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  while (!/đang nghe/.test(told)) {
    if (server.exitCode !== null) throw new Error(told);
    await new Promise((again) => setTimeout(again, 20));
  }
}

/** What the chair's command line does; its words. */
function chair(...args: readonly string[]): string {
  const done = runCli(folder, ['sync', '--server', ORIGIN, ...args, '--home', join(folder, 'may')]);
  expect(done.stderr).toBe('');
  return done.stdout;
}

/** The browser's own dialog cannot be answered here: the same build with the grant written into its manifest. */
function builtWithRight(built: string): string {
  const granted = join(folder, 'tien-ich');
  cpSync(built, granted, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(granted, 'manifest.json'), 'utf8'));
  writeFileSync(join(granted, 'manifest.json'), JSON.stringify({ ...manifest, host_permissions: [`${ORIGIN}/*`] }));
  return granted;
}

async function confirmed(quarter: string): Promise<void> {
  const body = casePage('form-06a', 'fields-ok.html').replace('QUÝ III', quarter);
  portals.answers.set(FORM, { body });
  const panel = await browser.press(await browser.open(FORM));
  await panel.getByRole('button', { name: 'Xác nhận' }).click();
  await panel.getByText(/^Đã lưu \d+ số/).waitFor();
}

beforeAll(async () => {
  data = await newDataFolder();
  await startServer();
  portals = await startPortals();
  browser = await startBrowser(builtWithRight(await builtExtension()), portals.port);
});
afterAll(async () => {
  await browser?.close();
  await portals?.close();
  server?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const section = (desk: Page) => desk.getByRole('region', { name: 'Gửi vào sổ chung' });

it('confirmed figures reach the book once the chair admits this browser, even after interruptions', async () => {
  const founder = /--server "(\S+)" --found/.exec(told)?.[1] ?? '';
  const founded = runCli(folder, [
    ...['sync', '--server', founder, '--found', 'Xã Ta Ma', '--name', 'Máy chủ tịch', '--invite'],
    ...['--home', join(folder, 'may')],
  ]);
  expect(founded.stderr).toBe('');
  const link = /http\S+#\S+/.exec(founded.stdout)?.[0] ?? '';

  await confirmed('QUÝ III');
  const desk = await browser.context.newPage();
  await desk.goto(`chrome-extension://${browser.id}/desk.html#/xuat`);
  await section(desk).getByLabel('Liên kết mời').fill(link);
  await section(desk).getByLabel('Tên máy và người dùng').fill('Máy cán bộ <b>');
  await section(desk).getByLabel('1 bản chụp đã xác nhận trước đây').selectOption('Gửi cả vào sổ chung');
  expect(await seriousFindings(desk)).toEqual([]);
  await section(desk).getByRole('button', { name: 'Xin tham gia' }).click();
  await section(desk).getByText('Đã xin tham gia sổ chung.').waitFor();
  await section(desk).getByText('1 bản chụp chờ gửi.').waitFor();
  const number = /Số đối chiếu (\d{6})/.exec(await section(desk).innerText())?.[1] ?? '';

  // The worker connects; no page does.
  const reached = (address: string) => `fetch('${address}').then(() => true, () => false)`;
  const worker = browser.context.serviceWorkers()[0];
  expect(await desk.evaluate(reached(`${ORIGIN}/health`))).toBe(false);
  expect(await worker?.evaluate(reached(`${ORIGIN}/health`))).toBe(true);

  const asking = chair();
  expect(asking).toContain(number);
  const device = /(\w{16}) · Máy cán bộ <b>/.exec(asking)?.[1] ?? '';
  chair('--admit', device, '--role', 'officer');
  await section(desk).getByRole('button', { name: 'Gửi ngay' }).click();
  await section(desk).getByText('Không còn bản chụp nào chờ gửi. Đã gửi: 1.').waitFor();
  expect(await section(desk).innerText()).toContain('“Xã Ta Ma” ở');

  chair('-o', join(folder, 'nhan-ve'));
  const file: unknown = JSON.parse(readFileSync(join(folder, 'nhan-ve/so-lieu-cong.json'), 'utf8'));
  const { observations } = capturesFileSchema.parse(file);
  expect(observations.map(({ unit, period }) => `${unit.name} ${period}`)).toContain('UBND xã Ta Ma 2025-Q3');
  expect(observations).toHaveLength(3);

  server.kill('SIGKILL');
  await confirmed('QUÝ IV');
  await section(desk).getByText('1 bản chụp chờ gửi. Đã gửi: 1.').waitFor();
  await section(desk).getByText(`Không nối được máy chủ ${ORIGIN}`).waitFor();
  for (const width of [320, 1280]) {
    await desk.setViewportSize({ width, height: 900 });
    expect(await cutTexts(desk)).toEqual([]);
  }
});

/** The files of a folder of this machine, put into the browser's; and back. */
async function toBrowser(page: Page, from: string): Promise<void> {
  const files = readdirSync(from).map((name) => [name, readFileSync(join(from, name)).toString('base64')] as const);
  await page.evaluate(async (fields) => {
    const chosen = await (await navigator.storage.getDirectory()).getDirectoryHandle('so-chung', { create: true });
    for (const [name, text] of fields) {
      const stream = await (await chosen.getFileHandle(name, { create: true })).createWritable();
      await stream.write(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
      await stream.close();
    }
    Object.assign(window, { showDirectoryPicker: async () => chosen });
  }, files);
}
async function fromBrowser(page: Page, to: string): Promise<void> {
  const files = await page.evaluate(async () => {
    const chosen = await (await navigator.storage.getDirectory()).getDirectoryHandle('so-chung');
    const all: [string, string][] = [];
    for await (const item of chosen.values()) {
      const file = await (await chosen.getFileHandle(item.name)).getFile();
      const letters = Array.from(new Uint8Array(await file.arrayBuffer()), (byte) => String.fromCharCode(byte));
      all.push([item.name, btoa(letters.join(''))]);
    }
    return all;
  });
  for (const [name, text] of files) writeFileSync(join(to, name), Buffer.from(text, 'base64'));
}

it('the same figures reach a book in a folder, written by the worker once the desk has access to the folder', async () => {
  const chung = join(folder, 'chung');
  mkdirSync(chung);
  const sync = (...args: readonly string[]) => {
    const done = runCli(folder, ['sync', chung, ...args, '--home', join(folder, 'may-thu-muc')]);
    expect(done.stderr).toBe('');
    return done.stdout;
  };
  const desk = await browser.context.newPage();
  await desk.goto(`chrome-extension://${browser.id}/desk.html#/xuat`);
  await section(desk).getByRole('button', { name: 'Thôi gửi vào sổ này' }).click();
  await section(desk).getByRole('button', { name: 'Thôi hẳn' }).click();
  await section(desk).getByLabel('Tên máy và người dùng').fill('Máy cán bộ');
  await section(desk).getByLabel('2 bản chụp đã xác nhận trước đây').selectOption('Gửi cả vào sổ chung');

  await toBrowser(desk, chung);
  await section(desk).getByRole('button', { name: 'Hoặc chọn thư mục chung' }).click();
  await section(desk).getByText('chưa có sổ chung nào').waitFor();
  sync('--found', 'Xã Ta Ma', '--name', 'Máy chủ tịch');
  await toBrowser(desk, chung);
  await section(desk).getByRole('button', { name: 'Hoặc chọn thư mục chung' }).click();
  const ask = section(desk).getByRole('button', { name: 'Xin tham gia “Xã Ta Ma”' });
  await ask.waitFor();
  expect(await seriousFindings(desk)).toEqual([]);
  for (const width of [320, 1280]) {
    await desk.setViewportSize({ width, height: 900 });
    expect(await cutTexts(desk)).toEqual([]);
  }
  await ask.click();
  await section(desk).getByText('2 bản chụp chờ gửi.').waitFor();
  await section(desk).getByText('“Xã Ta Ma” ở thư mục “so-chung”').waitFor();

  await fromBrowser(desk, chung);
  const device = /(\w{16}) · Máy cán bộ/.exec(sync())?.[1] ?? '';
  sync('--admit', device, '--role', 'officer');
  await toBrowser(desk, chung);
  await section(desk).getByRole('button', { name: 'Gửi ngay' }).click();
  await section(desk).getByText('Không còn bản chụp nào chờ gửi. Đã gửi: 2.').waitFor();
  await fromBrowser(desk, chung);
  sync('-o', join(folder, 'nhan-thu-muc'));
  const file: unknown = JSON.parse(readFileSync(join(folder, 'nhan-thu-muc/so-lieu-cong.json'), 'utf8'));
  expect(capturesFileSchema.parse(file).observations).toHaveLength(6);
});

it('Bàn chấm in the extension takes part over the server, through the worker', async () => {
  await startServer();
  const link = /http\S+#\S+/.exec(chair('--invite'))?.[0] ?? '';
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.id}/marking/index.html`);
  await press(page, 'Sổ mới');
  await chooseMovement(page);
  await goTo(page, 'Dùng chung');
  const share = page.getByRole('region', { name: 'Dùng chung' });
  await share.getByLabel('Tên máy và người dùng').fill('Máy Bàn chấm');
  await share.getByLabel('Hoặc liên kết mời của máy chủ').fill(link);
  await press(page, 'Dùng liên kết');
  await share.getByText(/Số đối chiếu \d{6}/).waitFor();
  const device = /(\w{16}) · Máy Bàn chấm/.exec(chair())?.[1] ?? '';
  chair('--admit', device, '--role', 'officer');
  await press(page, 'Đồng bộ');
  expect(await said(page)).not.toContain('Không nối được');
  const devices = share.getByRole('list', { name: 'Các máy' });
  await expect.poll(() => devices.innerText()).toMatch(/Máy Bàn chấm · .*cán bộ/);
  expect(await page.evaluate((address) => fetch(address).then(Boolean, () => false), `${ORIGIN}/health`)).toBe(false);
});
