/**
 * The one file in the system's Firefox: a folder of reports in, points out, the workbook saved. Where there is no
 * Firefox `npm test` says so.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { readBook } from '../../../core/sheet/workbook/file.ts';
import { ROOT } from '../../built-for-production.ts';
import { findFirefox } from '../../find-browser.mjs';
import { builtPage } from './built.ts';
import { type Firefox, startFirefox } from './marionette.ts';

const REPORTS = join(ROOT, 'cli/demo/ta-ma-2025');
const WAIT = { timeout: 30_000 };
const program = findFirefox();

/** As the browser gives a chosen folder to the page. */
const GIVE = `
  const chosen = new DataTransfer();
  for (const [name, data] of arguments[0])
    chosen.items.add(new File([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], name));
  const field = document.querySelector('input[type="file"][aria-label="Mở thư mục báo cáo"]');
  field.files = chosen.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));`;
const SAID = `return [...document.querySelectorAll('main[aria-busy="false"] p')].map((one) => one.textContent).join('\\n')`;
/** Firefox's own requests to its makers, on any page. */
const OWN = /(?:^|\.)(?:mozilla\.(?:com|net|org)|firefox\.com)(?::\d+)?$/;

const button = (name: string) => `//button[normalize-space(.)="${name}"]`;

it.runIf(program !== null)('the one file opens in Firefox, scores a folder of reports and saves the book', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-firefox-'));
  let firefox: Firefox | undefined;
  const requests: string[] = [];
  const hear = (host = '') => OWN.test(host) || requests.push(host);
  const proxy = createServer(({ headers }, answer) => {
    hear(headers.host);
    answer.writeHead(502).end();
  });
  proxy.on('connect', ({ url }, socket) => {
    hear(url);
    socket.destroy();
  });
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
  try {
    const stick = join(folder, 'Thi đua số');
    mkdirSync(stick);
    copyFileSync(join(await builtPage(), 'thi-dua-so.html'), join(stick, 'thi-dua-so.html'));
    firefox = await startFirefox(program ?? '', folder, (proxy.address() as AddressInfo).port);
    const { go, click, run } = firefox;
    await go(pathToFileURL(join(stick, 'thi-dua-so.html')).href);
    const names = readdirSync(REPORTS).filter((name) => name.endsWith('.xlsx'));
    const files = names.map((name) => [name, readFileSync(join(REPORTS, name)).toString('base64')]);
    const isReady = () => run(`return document.querySelector('input[aria-label="Mở thư mục báo cáo"]') !== null`);
    await expect.poll(isReady, WAIT).toBe(true);
    await run(GIVE, files);
    await expect.poll(() => run(SAID), WAIT).toContain(`Đã nhận ${names.length} tệp.`);
    await click(button('Kiểm tra và chấm điểm'));
    await expect.poll(() => run(SAID), WAIT).toContain(`Đã kiểm tra và chấm điểm: ${names.length} báo cáo`);
    await click(button('Lưu về máy'));
    const saved = join(folder, 'saved');
    await expect.poll(() => readdirSync(saved), WAIT).toEqual(['Sổ chấm điểm.xlsx']);
    // Its file is empty until the whole has been written beside it.
    const bytes = () => new Uint8Array(readFileSync(join(saved, 'Sổ chấm điểm.xlsx')));
    await expect.poll(() => bytes().length, WAIT).toBeGreaterThan(0);
    const read = readBook(bytes());
    const sheets = read.ok ? read.value.sheets.map(({ name }) => name) : [];
    expect(sheets).toEqual(expect.arrayContaining(['Xếp hạng', 'Bản Nà Đắng']));
    expect(requests).toEqual([]);
    // It would have been heard.
    await go('http://so-chung.example.vn/');
    expect(requests).toContain('so-chung.example.vn');
  } finally {
    await firefox?.close();
    proxy.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
