/**
 * Reports that come as files, in real Chromium: one printed to PDF, several of a period added up, a list of dossiers of
 * which only the counts are stored.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printedReport } from '../../fixtures/printed-report.ts';
import type { Browser } from './browser.ts';
import { DESK, portray } from './portray.ts';
import { sharedBrowser } from './shared-browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-files-'));
let browser: Browser;
let desk: Page;

beforeAll(async () => {
  ({ browser } = await sharedBrowser());
  desk = await browser.context.newPage();
  await desk.setViewportSize({ width: 1280, height: 900 });
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const HEAD = [
  ...['STT', 'Đơn vị', 'Tiếp nhận', 'Tiếp nhận trực tuyến', 'Tiếp nhận trực tiếp', 'Tiếp nhận kỳ trước'],
  ...['Đã giải quyết', 'Đã giải quyết trước hạn', 'Đã giải quyết đúng hạn', 'Đã giải quyết quá hạn'],
  ...['Đang giải quyết', 'Đang giải quyết trong hạn', 'Đang giải quyết quá hạn'],
].join(',');
const FIGURES = ['120', '100', '15', '5', '110', '80', '20', '10', '10', '8', '2'];

/** Chosen on the desk’s list of captures. */
async function give(...paths: readonly string[]): Promise<void> {
  await desk.goto(`chrome-extension://${browser.id}/desk.html#/ban-chup`);
  await desk.getByRole('region', { name: 'Đọc tệp báo cáo' }).waitFor();
  await desk.locator('input[type="file"]').setInputFiles([...paths]);
}

/** All that is stored, as text. */
function stored(): Promise<string> {
  return desk.evaluate(async () => {
    const [{ name = '' } = {}] = (await indexedDB.databases()).filter((database) => database.name !== undefined);
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
    });
    const all = await Promise.all(
      [...db.objectStoreNames].map(
        (store) =>
          new Promise<unknown[]>((resolve) => {
            const reading = db.transaction(store).objectStore(store).getAll();
            reading.onsuccess = () => resolve(reading.result);
          }),
      ),
    );
    db.close();
    const texts = all.flat().map((record) => {
      const { bytes } = record as { bytes?: Uint8Array };
      return bytes === undefined ? JSON.stringify(record) : new TextDecoder().decode(bytes);
    });
    return texts.join('\n');
  });
}

describe('a report that comes as a file', () => {
  it('is named where it cannot be added to another', async () => {
    const report = (title: string) => `BÁO CÁO ${title}\n${HEAD}\n1,UBND xã Ta Ma,${FIGURES.join(',')}\n`;
    await give(
      written('tinh.csv', report('QUÝ III NĂM 2025')),
      written('cu.csv', report('QUÝ II NĂM 2025').replace(',120,100,15,', ',121,101,15,')),
    );
    await desk.getByText('chỉ gộp các tệp của cùng một kỳ').or(desk.getByText('không cân')).waitFor();
    await portray(desk, 'desk-files', DESK);
  });

  it('is added to the others of its period', async () => {
    const ministry = '40,30,10,0,40,30,10,0,0,0,0';
    const report = (figures: string) => `BÁO CÁO QUÝ III NĂM 2025\n${HEAD}\n1,UBND xã Ta Ma,${figures}\n`;
    await give(written('tinh.csv', report(FIGURES.join(','))), written('bo.csv', report(ministry)));
    await expect.poll(() => desk.url()).toMatch(/#\/ban-chup\/.+/);
    expect(await stored()).toContain('<td>UBND xã Ta Ma</td><td>160</td>');
  });

  it('printed to PDF is read by the grid drawn on it', async () => {
    const rows = [
      ['1', 'Ho tich', ...FIGURES],
      ['', 'TONG CONG', ...FIGURES],
    ];
    await give(written('06a.pdf', printedReport('BAO CAO QUY III NAM 2025', rows)));
    await expect.poll(() => desk.url(), { timeout: 20_000 }).toMatch(/#\/ban-chup\/.+/);
    expect(await stored()).toContain('<td>TONG CONG</td><td>120</td>');
  });

  it('of dossiers leaves the counts, no name and no number', async () => {
    const lines = [
      'STT,Số hồ sơ,Chủ hồ sơ,Ngày hẹn trả,Trạng thái',
      '1,H15.50-250901-0001,Người Thử Một,10/10/2025,Đang xử lý',
      '2,H15.50-250902-0002,Người Thử Hai,17/10/2025,Đang xử lý',
    ];
    await give(written('ho-so.csv', lines.join('\n')));
    await expect.poll(() => desk.url()).toMatch(/#\/ban-chup\/.+/);
    const all = await stored();
    expect(all).toContain('<th>Đang quá hạn</th>');
    for (const secret of ['Người Thử', 'H15.50', '250901']) expect(all).not.toContain(secret);
    // Nobody typed into a file, whichever version of the extension took it.
    await desk.getByText('chữ của các bảng trong tệp').waitFor();
    expect(await desk.getByText('phiên bản trước').count()).toBe(0);
  });
});
