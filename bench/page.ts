/**
 * The page in one file in real Chromium, opened from the disk: 300 reports chosen at once, taken in, checked and scored,
 * beside the command line on the same folder, and beside LibreOffice that only turns the same files into text. The
 * folder holds copies of the bundled demo files under other names.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { builtCli, builtPage } from '../test/e2e/app/built.ts';
import { findBrowser } from '../test/find-browser.mjs';
import { findOffice } from '../test/find-office.ts';
import { type Contender, interleave, median, ratio, sized, table, times } from './measure.ts';

const SAMPLES = 'cli/demo/ta-ma-2025';
const REPORTS = sized(300, 10);
const ROUNDS = sized(3, 1);
const PATIENCE = 120_000;

const folder = mkdtempSync(join(tmpdir(), 'bench-page-'));
const reports = join(folder, 'reports');
mkdirSync(reports);
const names = readdirSync(SAMPLES).filter((name) => name.endsWith('.xlsx'));
for (let i = 0; i < REPORTS; i++) {
  copyFileSync(join(SAMPLES, names[i % names.length]!), join(reports, `${String(i).padStart(3, '0')}.xlsx`));
}
const files = readdirSync(reports).map((name) => join(reports, name));

const [app, cli] = [await builtPage(), await builtCli()];
const office = findOffice();
const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
  executablePath: findBrowser() ?? 'chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  viewport: { width: 1200, height: 800 },
  locale: 'vi-VN',
});
context.setDefaultTimeout(PATIENCE);

/** Milliseconds for each run of the page. */
const firstButtons: number[] = [];
const longestTasks: number[] = [];

async function inPage(): Promise<void> {
  const page = await context.newPage();
  await page.addInitScript(watchPage);
  await page.goto(pathToFileURL(join(app, 'thi-dua-so.html')).href);
  await page.getByRole('button', { name: 'Mở thư mục báo cáo' }).waitFor();
  // Building the page is timed as a whole; from here on it has to answer.
  firstButtons.push(await page.evaluate(() => window.firstButton));
  await page.locator('input[type="file"][aria-label="Mở thư mục báo cáo"]').setInputFiles(reports);
  await ended(page, 'Đã nhận');
  await page.getByRole('button', { name: 'Kiểm tra và chấm điểm', exact: true }).click();
  await ended(page, 'Đã kiểm tra và chấm điểm');
  longestTasks.push(await page.evaluate(longestTask));
  await page.close();
}

async function ended(page: Page, what: string): Promise<void> {
  await page
    .locator('main[aria-busy="false"] p')
    .filter({ hasText: /^Đã xong:/ })
    .filter({ hasText: what })
    .waitFor();
}

declare global {
  interface Window {
    firstButton: number;
    /** When the page received the files. */
    given: number;
    tasks: { readonly from: number; readonly to: number }[];
  }
}

/** Runs in the page before its own code. */
function watchPage(): void {
  window.tasks = [];
  window.firstButton = 0;
  window.addEventListener('change', () => (window.given = performance.now()), { capture: true, once: true });
  new PerformanceObserver((list) => {
    for (const { startTime: from, duration } of list.getEntries()) window.tasks.push({ from, to: from + duration });
  }).observe({ entryTypes: ['longtask'] });
  new MutationObserver(() => {
    if (window.firstButton === 0 && document.querySelector('button')) window.firstButton = performance.now();
  }).observe(document, { childList: true, subtree: true });
}

/**
 * Runs in the page. Before the page receives the files, the browser itself puts three hundred of them together: a tenth
 * of a second on a page with nothing but the input.
 */
function longestTask(): number {
  return Math.max(0, ...window.tasks.map(({ from, to }) => to - Math.max(from, window.given)));
}

function byCommand(): void {
  const out = join(folder, 'out');
  const words = ['score', reports, '--movement', 'ta-ma-2023-2030', '--period', '2025', '-o', out];
  execFileSync(process.execPath, [join(cli, 'thi-dua-so.js'), ...words], { stdio: 'ignore', timeout: PATIENCE });
  rmSync(out, { recursive: true, force: true });
}

function byOffice(program: string): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'office')).href}`;
  const words = [profile, '--headless', '--convert-to', 'csv', '--outdir', join(folder, 'csv'), ...files];
  execFileSync(program, words, { stdio: 'ignore', timeout: PATIENCE });
}

const contenders: Contender[] = [
  { name: 'page', run: inPage },
  { name: 'command line', run: byCommand },
  ...(office === null ? [] : [{ name: 'LibreOffice', run: () => byOffice(office) }]),
];
try {
  const [page, command, converting] = await interleave(contenders, ROUNDS);
  const rows = [
    ['taken in, checked and scored in the page', `${(median(page!.rounds) / 1000).toFixed(1)} s`, '≤ 5 s'],
    ['page ÷ command line on the same folder', times(ratio(page!, command!)), '–'],
    ...(converting ? [['LibreOffice only turning them into .csv ÷ page', times(ratio(converting, page!)), '≥ 1']] : []),
    ["longest task on the page's own thread", `${median(longestTasks).toFixed(0)} ms`, '≤ 100 ms'],
    ['first button', `${median(firstButtons).toFixed(0)} ms`, '≤ 350 ms'],
  ];
  process.stdout.write(`${table([`${REPORTS} reports in the page`, 'figure', 'wanted'], rows)}\n`);
} finally {
  await context.close();
  rmSync(folder, { recursive: true, force: true });
}
