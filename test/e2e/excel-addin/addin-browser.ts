/**
 * The add-in as officers get it, in a real Chromium: its production build served from this computer, Office's script
 * replaced by the real client over a workbook in memory. Every request that would leave this computer is stopped and
 * written down.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Runtime } from '../../excel-host/browser.ts';
import type { ExcelHost } from '../../excel-host/excel-host.ts';
import { type PageOptions, pageScript } from '../../excel-host/page-script.ts';
import { builtAddIn } from '../../host/built-addin.ts';
import { closePages, oneBrowser } from '../one-browser.ts';

declare global {
  interface Window {
    excelHost?: ExcelHost;
    excelRuntime?: Runtime;
  }
}

export interface OpenedPage {
  readonly page: Page;
  /** Requested addresses outside this computer, except Office's script. */
  readonly outside: readonly string[];
  /** Errors the page did not catch, and what it wrote to the console as an error. */
  readonly faults: readonly string[];
}

export interface AddInBrowser {
  /** Bytes of a file beside the pages. */
  readonly file: (path: string) => Buffer;
  /** `office` = the workbook to stand behind the pane; absent = the page must not ask for Office's script. */
  readonly open: (path: string, office?: PageOptions, size?: { width: number; height: number }) => Promise<OpenedPage>;
  readonly close: () => Promise<void>;
}

/** `built` = folder of a separate build; absent = the shared build. */
export async function addInBrowser(built?: string): Promise<AddInBrowser> {
  const folder = built ?? (await builtAddIn()).folder;
  const server = await serve(folder);
  const browser = await oneBrowser();
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    file: (path) => readFileSync(join(folder, path)),
    open: (path, office, size) => open(browser, `${origin}/${path}`, office, size),
    close: async () => {
      await closePages();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function open(
  browser: Browser,
  address: string,
  office: PageOptions | undefined,
  viewport = { width: 320, height: 720 },
): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
    // What a service worker answers no test could take away; offline.test.ts is about it.
    serviceWorkers: 'block',
  });
  context.setDefaultTimeout(30_000);
  const outside = watchRequests(context, new URL(address).origin, office !== undefined);
  const page = await context.newPage();
  if (office !== undefined) await standIn(page, await pageScript(office));
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(address);
  return { page, outside, faults };
}

/**
 * Requests to other hosts; the browser resolves no host but this computer. A request that the policy blocks does not
 * count.
 */
function watchRequests(context: BrowserContext, origin: string, isStoodIn: boolean): readonly string[] {
  const outside: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (isStoodIn && /\/office\.js(?:\?|$)/.test(url)) return;
    if (/^(?:http|ws)/.test(url) && !url.startsWith(`${origin}/`)) outside.push(url);
  });
  context.on('requestfailed', (request) => {
    const at = request.failure()?.errorText === 'csp' ? outside.indexOf(request.url()) : -1;
    if (at >= 0) outside.splice(at, 1);
  });
  return outside;
}

/**
 * Answers for Office's script, and stops nothing else on its way: a page has some eighty files, and to halt each of
 * them took a third of a second.
 */
async function standIn(page: Page, script: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const body = Buffer.from(script).toString('base64');
  const responseHeaders = [{ name: 'content-type', value: 'text/javascript; charset=utf-8' }];
  devtools.on('Fetch.requestPaused', ({ requestId }) => {
    void devtools.send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders, body });
  });
  await devtools.send('Fetch.enable', { patterns: [{ urlPattern: '*/office.js' }, { urlPattern: '*/office.js?*' }] });
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.png', 'image/png'],
  ['.webmanifest', 'application/manifest+json'],
]);

/** `port` 0 = any free port. For a folder its page is served. */
export function serve(folder: string, port = 0): Promise<Server> {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const path = join(folder, normalize(asked.endsWith('/') ? `${asked}index.html` : asked));
    if (!existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES.get(extname(path)) ?? 'application/octet-stream' });
    createReadStream(path).pipe(response);
  });
  return new Promise((resolve) => server.listen(port, 'localhost', () => resolve(server)));
}
