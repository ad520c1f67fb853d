/**
 * The script that stands in for office.js in a page: the real Excel client, untouched, and the pretended Excel behind
 * it. Serve its text for every request whose path ends in `office.js`, before the add-in's own scripts run:
 *
 *     const body = await pageScript({ api: '1.14', base64 });
 *     await page.route(/office\.js(\?|$)/, (route) => route.fulfill({ contentType: 'text/javascript', body }));
 *     …
 *     await page.evaluate(() => window.excelHost.counters);
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Platform } from './world.ts';

export interface PageOptions {
  /** ExcelApi version, e.g. `1.14`. */
  readonly api?: string;
  readonly platform?: Platform;
  readonly name?: string;
  /** Office's own theme; nothing = the page must find out itself. */
  readonly theme?: 'light' | 'dark';
  /** The workbook to start from, an .xlsx; nothing = one empty sheet. */
  readonly base64?: string;
}

let bundle: Promise<string> | undefined;

/** The text of the script for these options. The bundle is built once in a process. */
export async function pageScript(options: PageOptions = {}): Promise<string> {
  bundle ??= buildBundle();
  const client = createRequire(import.meta.url).resolve('@microsoft/office-js/dist/excel-win32-16.01.js');
  const start = `window.Office=window.Office||{};window.excelHostOptions=${JSON.stringify(options)};`;
  return [start, readFileSync(client, 'utf8'), await bundle].join('\n;');
}

async function buildBundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('./browser.ts', import.meta.url)),
        formats: ['iife'],
        name: 'pretendedExcel',
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('page-script: vite built nothing');
  return chunk.code;
}
