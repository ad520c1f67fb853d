/**
 * The hosted page without a network: opened once, it starts and works with its server gone; a newer version is fetched
 * beside it, only where it differs, and used when the officer says so.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltFiles, offlineWorker } from '../../../excel-addin/vite/offline-files.ts';
import { builtAddIn } from '../../host/built-addin.ts';
import { closePages, oneBrowser } from '../one-browser.ts';
import { serve } from './addin-browser.ts';
import { checkAndScore, chooseMovement, press } from './pane.ts';
import { takePicture } from './pictures.ts';

const KEPT = 'Trang đã được giữ trong trình duyệt này: lần sau mở được cả khi không có mạng.';
const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-offline-'));
let server: Server;
let context: BrowserContext;
let page: Page;
let requests: string[] = [];
/** Of these, the requests of the service worker; a browser also requests its icon by itself. */
let fetched: string[] = [];
let faults: string[] = [];

const portOf = (server: Server) => (server.address() as AddressInfo).port;
function listen(server: Server): void {
  server.on('request', ({ url = '/', headers }: IncomingMessage) => {
    const { pathname } = new URL(url, 'http://localhost');
    requests.push(pathname);
    const isOwnCode = headers['service-worker'] === 'script';
    if (headers.referer?.endsWith('/offline.js') && !isOwnCode) fetched.push(pathname);
  });
}
/** Also what is open: as when the cable is pulled. */
function cut(): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
async function openPage(): Promise<void> {
  await page?.close();
  page = await context.newPage();
  faults = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(`http://localhost:${portOf(server)}/?from=link`);
}

beforeAll(async () => {
  cpSync((await builtAddIn()).folder, folder, {
    recursive: true,
  });
  server = await serve(folder);
  listen(server);
  context = await (await oneBrowser()).newContext({
    locale: 'vi-VN',
    viewport: { width: 1024, height: 680 },
    acceptDownloads: true,
  });
  context.setDefaultTimeout(30_000);
});
afterAll(async () => {
  await closePages();
  await cut();
  rmSync(folder, { recursive: true, force: true });
});

it('opens, reads and scores with its server gone', async () => {
  await openPage();
  await page.getByText(KEPT).waitFor();
  expect(fetched.length).toBeGreaterThan(50);
  // Megabytes for scanned plans are not stored until somebody reads a scan.
  expect(readFileSync(join(folder, 'offline.js'), 'utf8')).toMatch(/"assets\/ocr-worker-[^"]+":null/);
  expect(requests.filter((path) => path.includes('ocr-worker'))).toEqual([]);
  const port = portOf(server);
  await cut();
  const address = server.address();
  expect(address).toBeNull();

  await page.goto(`http://localhost:${port}/`);
  await page.getByText(KEPT).waitFor();
  await takePicture(page, 'page-offline');
  await press(page, 'Dùng số liệu mẫu');
  await chooseMovement(page);
  expect(await checkAndScore(page)).toContain('Đã kiểm tra và chấm điểm: 24 báo cáo');
  // The worker's own question whether there is a newer version finds nobody; nothing else may fail.
  expect(faults.filter((fault) => !/ERR_CONNECTION_REFUSED|offline\.js/.test(fault))).toEqual([]);

  server = await serve(folder, port);
  listen(server);
});

it('tells of a newer version, fetches only what differs, and changes at a press', async () => {
  const newer = 'Bàn chấm bản sau';
  // Requested under the first version, as reading a scanned plan would.
  const [large = ''] = /assets\/ocr-worker-[^"]+/.exec(readFileSync(join(folder, 'offline.js'), 'utf8')) ?? [];
  await page.evaluate(async (path) => (await fetch(path)).arrayBuffer(), large);
  for (const name of ['preview.html', 'index.html']) {
    const html = readFileSync(join(folder, name), 'utf8');
    writeFileSync(join(folder, name), html.replace(/<title>.*<\/title>/, `<title>${newer}</title>`));
  }
  writeFileSync(join(folder, 'offline.js'), offlineWorker(readFileSync('app/offline/worker.js', 'utf8'), filesIn()));
  fetched = [];
  await openPage();
  await page.getByText('Có bản mới của chương trình.').waitFor();
  expect(await page.title()).not.toBe(newer);
  expect([...fetched].sort()).toEqual(['/index.html', '/preview.html']);
  await Promise.all([page.waitForEvent('load'), press(page, 'Dùng bản mới')]);
  await page.getByText(KEPT).waitFor();
  expect(await page.title()).toBe(newer);
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
  expect(await page.evaluate(async (path) => (await caches.match(path)) !== undefined, large)).toBe(true);
});

it('takes nothing that is not what the build made', async () => {
  const worker = readFileSync(join(folder, 'offline.js'), 'utf8');
  const broken = worker.replace(/"index\.html":"[0-9a-f]{16}"/, '"index.html":"0123456789abcdef"');
  expect(broken).not.toBe(worker);
  writeFileSync(join(folder, 'offline.js'), broken.replace(/-[0-9a-f]{16}`/, '-fedcba9876543210`'));
  requests = [];
  await openPage();
  await expect.poll(() => requests, { timeout: 10_000 }).toContain('/index.html');
  const waiting = () =>
    page.evaluate(async () => {
      const found = await navigator.serviceWorker.getRegistration();
      return [found?.installing, found?.waiting, found?.active].map((worker) => worker?.state ?? null);
    });
  await expect.poll(waiting, { timeout: 10_000 }).toEqual([null, null, 'activated']);
  expect(await page.getByText('Có bản mới của chương trình.').count()).toBe(0);
});

function filesIn(): BuiltFiles {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), readFileSync(path)];
    }),
  );
}
