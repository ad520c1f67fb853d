/** A page opened from a disk shares its store with every page opened so: what one of them clears is told at the next start. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser } from '../../find-browser.mjs';
import { checkAndScore, press } from '../excel-addin/pane.ts';
import { builtPage } from './built.ts';

const START = 120_000;
const CLEARS = `<!doctype html><script>
indexedDB.databases().then(async (all) => {
  for (const { name } of all)
    await new Promise((done) => Object.assign(indexedDB.deleteDatabase(name), { onsuccess: done, onblocked: done }));
  document.title = 'cleared ' + all.length;
});
</script>`;

let folder: string;
let context: BrowserContext;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-cleared-'));
  copyFileSync(join(await builtPage(), 'thi-dua-so.html'), join(folder, 'thi-dua-so.html'));
  writeFileSync(join(folder, 'la.html'), CLEARS);
  context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: findBrowser() ?? 'chromium',
    args: ['--no-sandbox'],
  });
}, START);
afterAll(async () => {
  await context?.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => pathToFileURL(join(folder, name)).href;

it('says so on the first screen, and says what any other such page may do', async () => {
  const page = await context.newPage();
  await page.goto(at('thi-dua-so.html'));
  await page.getByText('Trang này mở từ đĩa').waitFor();
  await press(page, 'Dùng số liệu mẫu');
  await page.getByText('Số liệu mẫu.xlsx').first().waitFor();
  await checkAndScore(page);
  await page.close({ runBeforeUnload: false });
  const stranger = await context.newPage();
  await stranger.goto(at('la.html'));
  await expect.poll(() => stranger.title()).toMatch(/^cleared [1-9]/);
  await stranger.close();
  const again = await context.newPage();
  await again.goto(at('thi-dua-so.html'));
  await again.getByRole('alert').filter({ hasText: 'không còn trong trình duyệt này' }).waitFor();
  await press(again, 'Đã biết');
  await again.reload();
  await again.getByText('Trang này mở từ đĩa').waitFor();
  expect(await again.getByText('không còn trong trình duyệt này').count()).toBe(0);
});
