/**
 * Everything out and back in real Chromium, production build: files for others opened again, backup → wipe → restore →
 * equal, and what is refused.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CellObject, read as readSheetJs } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capturesFileSchema } from '../../../core/portal/indicator/observation.ts';
import { heldActs } from '../acts.ts';
import type { Browser } from './browser.ts';
import { downloaded } from './downloaded.ts';
import { casePage, hostilePage, laterForm } from './pages.ts';
import type { PortalServer } from './portal-server.ts';
import { DESK, portray } from './portray.ts';
import { sharedBrowser } from './shared-browser.ts';

const FORM = 'https://motcua.tama.gov.vn/bao-cao/06a';
const HOSTILE = 'https://xau.gov.vn/bao-cao';

const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-backup-'));
let portals: PortalServer;
let browser: Browser;
let desk: Page;

beforeAll(async () => {
  ({ browser, portals } = await sharedBrowser());
  portals.answers.set(FORM, { body: casePage('form-06a', 'fields-ok.html') });
  portals.answers.set(HOSTILE, { body: hostilePage() });
  portals.answers.set('https://khac.gov.vn/khung', { body: '<p>khung của trang khác</p>' });
  for (const url of [FORM, HOSTILE]) {
    const panel = await browser.press(await browser.open(url));
    await panel.getByText('10.410/10.420').waitFor();
    // Something is typed into a field of the hostile page: what it does to the figures she alone can see.
    if (url === HOSTILE) await panel.getByRole('button', { name: 'Đúng', exact: true }).click();
    await panel.getByRole('button', { name: 'Xác nhận' }).click();
    await panel.getByText(/^Đã lưu 3 số/).waitFor();
  }
  // A later answer of the portal, still waiting for the officer.
  portals.answers.set(FORM, { body: laterForm() });
  const panel = await browser.press(await browser.open(FORM));
  await panel.getByRole('button', { name: 'Bỏ bản chụp' }).waitFor();
  desk = await browser.context.newPage();
  await desk.setViewportSize({ width: 1280, height: 900 });
  await desk.goto(`chrome-extension://${browser.id}/desk.html#/xuat`);
  const settings = {
    offersUnit: false,
    unit: 'xã Ta Ma',
    provinceId: '',
    movement: 'ta-ma-2023-2030',
    contextMenu: false,
    reminderDay: 20,
    provinces: [],
  };
  await desk.evaluate((set) => chrome.storage.local.set({ settings: set }), settings);
  await desk.getByText('6 số liệu của 2 bản chụp').waitFor();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** All that is stored, bytes as their sum and length; the numbers the database gives figures are left out. */
const everything = () =>
  desk.evaluate(
    () =>
      new Promise<string>((done, fail) => {
        const opening = indexedDB.open('thi-dua-so');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const names = [...opening.result.objectStoreNames];
          const transaction = opening.result.transaction(names);
          const stores = names.map((name) => [name, transaction.objectStore(name).getAll()] as const);
          transaction.oncomplete = async () => {
            opening.result.close();
            const plain = stores.map(([name, { result }]) => [
              name,
              result
                .map((row) => (name === 'figures' ? { ...row, id: 0 } : row))
                .map((row) =>
                  row.bytes
                    ? { ...row, bytes: [row.bytes.length, row.bytes.reduce((a: number, b: number) => a + b, 0)] }
                    : row,
                )
                .map((row) => JSON.stringify(row, Object.keys(row).sort().concat(deepKeys(row))))
                .sort(),
            ]);
            done(JSON.stringify([plain, await chrome.storage.local.get()], null, 1));
          };
        };
        /** Keys of all depths, so that their order does not matter. */
        function deepKeys(value: unknown): string[] {
          if (typeof value !== 'object' || value === null) return [];
          return Object.entries(value)
            .flatMap(([key, inner]) => [key, ...deepKeys(inner)])
            .sort();
        }
      }),
  );

const wipe = () =>
  desk.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('thi-dua-so');
        opening.onsuccess = () => {
          const names = [...opening.result.objectStoreNames];
          const transaction = opening.result.transaction(names, 'readwrite');
          for (const name of names) transaction.objectStore(name).clear();
          transaction.oncomplete = () => {
            opening.result.close();
            void chrome.storage.local.clear().then(done);
          };
        };
      }),
  );

const save = (button: string) => downloaded(browser, () => desk.getByRole('button', { name: button }).click());

async function choose(name: string, bytes: Uint8Array): Promise<void> {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  await desk.locator('input[type="file"]').setInputFiles(file);
}

describe('files for others', () => {
  it('are shown to choose from', async () => {
    await desk.getByLabel('Nội dung').waitFor();
    await portray(desk, 'desk-exports', DESK);
  });

  it('are a workbook with numbers as numbers and no formula', async () => {
    const { name, bytes } = await save('Tải tệp Excel');
    expect(name).toMatch(/^so-lieu-cong-\d{4}-\d\d-\d\d\.xlsx$/);
    const cells: CellObject[] = Object.values(readSheetJs(bytes).Sheets['Chỉ số']!);
    expect(cells.some(({ t, v }) => t === 'n' && v === 99.9)).toBe(true);
    expect(cells.filter(({ v }) => typeof v === 'string' && v.includes('UBND xã =cmd'))).toHaveLength(3);
    expect(cells.some(({ f }) => f !== undefined)).toBe(false);
  });

  it('are .csv, JSON and rows for the clipboard, none of which a sheet runs', async () => {
    const csv = await save('Tải tệp CSV');
    expect([...csv.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(csv.bytes)).not.toMatch(/(?:^|;)"?[=+@]/m);
    const json = await save('Tải tệp số liệu (.json)');
    const { observations } = capturesFileSchema.parse(JSON.parse(new TextDecoder().decode(json.bytes)));
    expect(observations).toHaveLength(6);
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await desk.getByRole('button', { name: 'Chép để dán vào Excel' }).click();
    await desk.getByText('Đã chép 6 dòng: dán vào Excel.').waitFor();
    const rows = (await desk.evaluate(() => navigator.clipboard.readText())).split('\r\n');
    expect(rows).toHaveLength(7);
    expect(rows.every((row) => row.split('\t').length === rows[0]?.split('\t').length)).toBe(true);
  });

  it('are the evidence, whole, under names of ours', async () => {
    const { bytes } = await save('Tải bằng chứng (.zip)');
    const entries = unzipSync(bytes);
    const manifest = JSON.parse(new TextDecoder().decode(entries['manifest.json']));
    const digest = async (name: string) =>
      Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(entries[name]!))).toString('hex');
    for (const { name, hash } of manifest.files) expect(`sha256:${await digest(name)}`).toBe(hash);
    expect(new TextDecoder().decode(entries['manifest.json.sha256'])).toBe(
      `${await digest('manifest.json')}  manifest.json\n`,
    );
    expect(manifest.captures.map(({ parts }: { parts: { hash: string }[] }) => parts[0]?.hash)).toHaveLength(2);
    for (const name of Object.keys(entries)) {
      expect(name).toMatch(
        /^(?:ban-chup-\d{4}\/(?:trang-\d+\.html\.txt|tra-loi-\d+\.json|anh\.png)|[\w-]+\.(?:json|json\.sha256|txt))$/i,
      );
    }
  });

  it('are a message for Zalo, changed as the officer likes', async () => {
    const field = desk.getByLabel('Nội dung');
    expect(await field.inputValue()).toContain('quý III năm 2025');
    await field.fill('Xã ta đạt 99,9 %');
    await desk.getByRole('button', { name: 'Chép tin nhắn' }).click();
    await desk.getByText('Đã chép tin nhắn').waitFor();
    expect(await desk.evaluate(() => navigator.clipboard.readText())).toBe('Xã ta đạt 99,9 %');
    await field.fill('x'.repeat(2_000));
    await desk.getByText('Quá dài').waitFor();
    expect(await desk.getByRole('button', { name: 'Chép tin nhắn' }).isDisabled()).toBe(true);
  });
});

describe('backup', () => {
  let backup: Uint8Array;
  let before: string;

  it('is one file, and back from it everything is equal', async () => {
    before = await everything();
    let saved: Awaited<ReturnType<typeof save>> | undefined;
    await heldActs(desk, 'backup of the extension', async () => {
      saved = await save('Tải tệp sao lưu');
    });
    if (saved === undefined) throw new Error('nothing was saved');
    const { name, bytes } = saved;
    expect(name).toMatch(/^thi-dua-so-sao-luu-\d{4}-\d\d-\d\d\.zip$/);
    backup = bytes;
    await wipe();
    await desk.reload();
    await desk.getByText('Chưa có số liệu nào được xác nhận để xuất.').waitFor();
    await choose('sao-luu.zip', backup);
    await desk.getByText('Tệp nguyên vẹn: mọi mã băm đều khớp.').waitFor();
    await portray(desk, 'desk-restore', DESK);
    await desk.getByRole('button', { name: 'Thêm 3 bản chụp còn thiếu' }).click();
    await desk.getByText('Đã thêm 3 bản chụp.').waitFor();
    expect(JSON.parse(await everything())).toEqual(JSON.parse(before));
  });

  it('replaces everything only when that is typed', async () => {
    await desk.evaluate(() => chrome.storage.local.set({ settings: { unit: 'xã khác', reminderDay: 5 } }));
    await choose('sao-luu.zip', backup);
    const button = desk.getByRole('button', { name: 'Thay thế tất cả' });
    await button.waitFor();
    expect(await button.isDisabled()).toBe(true);
    await desk.getByLabel(/^Thay thế tất cả/).fill('Thay thế');
    await button.click();
    await desk.getByText('Đã thay thế: nay có 3 bản chụp.').waitFor();
    const [stores] = JSON.parse(await everything());
    expect(stores).toEqual(JSON.parse(before)[0]);
  });

  it('says in a sentence what cannot be taken', async () => {
    await choose('ghi-chu.zip', new TextEncoder().encode('không phải ZIP'));
    await desk.getByText('Tệp này không phải là tệp sao lưu của Thi Đua Số.').waitFor();
    await choose('cut.zip', backup.slice(0, -40));
    await desk.getByText('Tệp sao lưu bị hỏng hoặc tải về chưa xong').waitFor();
    const [stores] = JSON.parse(await everything());
    expect(stores).toEqual(JSON.parse(before)[0]);
  });
});
