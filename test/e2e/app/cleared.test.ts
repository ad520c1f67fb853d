/**
 * A page opened from a disk shares its store with every other such page: a book cleared by another page is reported at
 * the next start, and no other page can read a book that is in a file.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkAndScore, press } from '../excel-addin/pane.ts';
import { oneBrowser } from '../one-browser.ts';
import { builtPage } from './built.ts';

const CLEARS = `<!doctype html><script>
indexedDB.databases().then(async (all) => {
  for (const { name } of all)
    await new Promise((done) => Object.assign(indexedDB.deleteDatabase(name), { onsuccess: done, onblocked: done }));
  document.title = 'cleared ' + all.length;
});
</script>`;
/**
 * Reads workbooks, which begin like every zip, out of the stores, as any page could, and texts that name a unit of the
 * sample; lists what is stored by name.
 */
const READS = `<!doctype html><script>
const asked = (request) => new Promise((done) => Object.assign(request, { onsuccess: () => done(request.result) }));
(async () => {
  const found = [];
  for (const { name } of await indexedDB.databases()) {
    const open = await asked(indexedDB.open(name));
    for (const store of open.objectStoreNames) {
      const all = open.transaction(store).objectStore(store);
      const keys = await asked(all.getAllKeys());
      for (const [at, value] of (await asked(all.getAll())).entries())
        for (const bytes of [value, ...Object.values(value ?? {})])
          if (bytes instanceof Uint8Array)
            found.push(keys[at] + ': ' + (bytes[0] === 80 && bytes[1] === 75 ? 'workbook' : 'closed'));
          else if (/Bản [A-ZĐ]/.test(JSON.stringify(bytes) ?? '')) found.push(keys[at] + ': units');
    }
    open.close();
  }
  for (const key of Object.keys(localStorage))
    if (/Bản [A-ZĐ]/.test(localStorage.getItem(key))) found.push(key + ': units');
  document.title = ['found', ...found].join(' ');
})();
</script>`;

let folder: string;
let context: BrowserContext;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-cleared-'));
  copyFileSync(join(await builtPage(), 'thi-dua-so.html'), join(folder, 'thi-dua-so.html'));
  writeFileSync(join(folder, 'la.html'), CLEARS);
  writeFileSync(join(folder, 'doc.html'), READS);
  context = await (await oneBrowser()).newContext();
});
afterAll(async () => {
  await context?.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => pathToFileURL(join(folder, name)).href;

/** Opens a stranger's page and returns its title. */
async function stranger(name: string, pattern: RegExp): Promise<string> {
  const page = await context.newPage();
  await page.goto(at(name));
  await expect.poll(() => page.title()).toMatch(pattern);
  const title = await page.title();
  await page.close();
  return title;
}

it('warns on the first screen, and says what any other such page may do', async () => {
  const page = await context.newPage();
  await page.goto(at('thi-dua-so.html'));
  await page.getByText('Trang này mở từ đĩa').waitFor();
  await press(page, 'Dùng số liệu mẫu');
  await page.getByText('Số liệu mẫu.xlsx').first().waitFor();
  await checkAndScore(page);
  await page.close({ runBeforeUnload: false });
  expect(await stranger('doc.html', /^found/)).toContain('workbook');
  // Another book takes its place: of the first a copy is kept.
  const next = await context.newPage();
  await next.goto(at('thi-dua-so.html'));
  await press(next, 'Dùng số liệu mẫu');
  await next.getByText('Số liệu mẫu.xlsx').first().waitFor();
  await checkAndScore(next);
  await next.close({ runBeforeUnload: false });
  await stranger('la.html', /^cleared [1-9]/);
  const again = await context.newPage();
  await again.goto(at('thi-dua-so.html'));
  for (const gone of ['Sổ làm dở “', 'Bản giữ của “']) {
    const alert = again.getByRole('alert').filter({ hasText: gone });
    await expect.poll(() => alert.textContent()).toContain('không còn trong trình duyệt này');
    await alert.getByText('Đã biết').click();
  }
  await again.reload();
  await again.getByText('Trang này mở từ đĩa').waitFor();
  expect(await again.getByText('không còn trong trình duyệt này').count()).toBe(0);
  await again.close();
});

it('keeps of a book in a file nothing another page reads, goes on in the file, and says where it lies once cleared', async () => {
  // System dialogs cannot be pressed here, and a page from the disk has no other way to a file: a `File` takes the
  // place of a handle, because the store can hold it like a handle; its reads and writes go to the disk past the
  // browser.
  const disk = join(folder, 'so-cua-xa.xlsx');
  let isIn = true;
  await context.exposeFunction('readDisk', () => readFileSync(disk).toString('base64'));
  await context.exposeFunction('writeDisk', (text: string) => {
    if (!isIn) throw new Error('no such device');
    writeFileSync(disk, Buffer.from(text, 'base64'));
  });
  await context.addInitScript(atDisk);
  const opened = async () => {
    const page = await context.newPage();
    await page.goto(at('thi-dua-so.html'));
    return page;
  };
  const left = (page: Page) => page.close({ runBeforeUnload: false });
  const written = (page: Page) => page.getByText('Mọi thay đổi tự lưu vào “so-cua-xa.xlsx”.').waitFor();
  let page = await opened();
  await press(page, 'Dùng số liệu mẫu');
  await press(page, 'Lưu vào tệp');
  await written(page);
  await expect.poll(() => stranger('doc.html', /^found/)).toBe('found');
  // The stick is pulled out: changes are stored in the browser, encrypted.
  isIn = false;
  await checkAndScore(page);
  await page.getByText('Không ghi được vào tệp “so-cua-xa.xlsx”').waitFor();
  await expect.poll(() => stranger('doc.html', /^found/)).toBe('found last: closed');
  await left(page);

  isIn = true;
  const before = readFileSync(disk);
  page = await opened();
  await page.getByText('Phần sửa cuối chưa kịp ghi vào tệp').waitFor();
  await press(page, 'Làm tiếp');
  await written(page);
  await expect.poll(() => stranger('doc.html', /^found/)).toBe('found');
  expect(readFileSync(disk).equals(before)).toBe(false);
  await left(page);

  await stranger('la.html', /^cleared [1-9]/);
  page = await opened();
  await page.getByRole('alert').filter({ hasText: 'Sổ nằm trong tệp “so-cua-xa.xlsx”' }).waitFor();
  await left(page);
});

/** Runs in the page: the chosen file is read and written by the test. */
function atDisk(): void {
  const world = window as unknown as {
    readonly readDisk: () => Promise<string>;
    readonly writeDisk: (text: string) => Promise<void>;
  };
  Object.assign(window, { FileSystemFileHandle: File, showSaveFilePicker: async () => new File([], 'so-cua-xa.xlsx') });
  Object.assign(File.prototype, {
    isSameEntry: async () => true,
    queryPermission: async () => 'granted',
    getFile: async () => new File([Uint8Array.from(atob(await world.readDisk()), (text) => text.charCodeAt(0))], 'x'),
    createWritable: async () => {
      let whole = '';
      return {
        write: async (bytes: Uint8Array) => {
          for (const byte of bytes) whole += String.fromCharCode(byte);
        },
        close: async () => world.writeDisk(btoa(whole)),
      };
    },
  });
}
