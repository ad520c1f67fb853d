/**
 * The plans of three communes after the merger, each in its province's habits, as Word writes them: opened in the
 * one-file page, checked, turned into a movement, its forms filled in by another program, ranked. A plan names the
 * communes it was joined from: they are in the movement.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { docxOf, numberedDocx, paragraph, runs } from '../../fixtures/numbered-docx.ts';
import { press } from '../excel-addin/pane.ts';
import { closePages, oneBrowser } from '../one-browser.ts';
import { builtPage } from './built.ts';
import { type OwnUnits, rankOwnUnits } from './rank-own-units.ts';

const PLANS = join(import.meta.dirname, '../../fixtures/plans');
const OLD_COMMUNES = ['thị trấn Đầm Dơi', 'xã Tân Duyệt', 'xã Tân Dân'];

interface Case {
  readonly plan: string;
  /** By Word, or by hand. */
  readonly numbered: boolean;
  readonly dossier: string;
  readonly targets: number;
  /** A row the officer looks at, and what it must say. */
  readonly seen: readonly [words: string, level: string];
  readonly oldCommunes: readonly string[];
  readonly units: OwnUnits;
}
const CASES: readonly Case[] = [
  {
    ...{ plan: 'trung-khanh-2026', numbered: true, dossier: 'xã Trung Khánh 2026', targets: 11, oldCommunes: [] },
    seen: ['Tỷ lệ hồ sơ quá hạn dưới 1%', '< 1 %'],
    units: { names: ['Xóm Nà Rị', 'Xóm Bản Viết'], audience: 'Xóm', year: 2026 },
  },
  {
    ...{ plan: 'dam-doi-2025', numbered: false, dossier: 'xã Đầm Dơi 2025', targets: 11, oldCommunes: OLD_COMMUNES },
    seen: ['Ít nhất hai mươi ấp', '≥ 20 ấp'],
    units: { names: ['Ấp Tân Hồng', 'Ấp Tân Lợi'], audience: 'Ấp', year: 2025 },
  },
  {
    ...{ plan: 'lang-biang-2026', numbered: true, dossier: 'phường Lang Biang 2026', targets: 12, oldCommunes: [] },
    seen: ['Từ 95% hộ dân trở lên', '≥ 95 %'],
    units: { names: ['Tổ dân phố 1', 'Tổ dân phố 2'], audience: 'Tổ dân phố', year: 2026 },
  },
];

let folder: string;
let address: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-provinces-'));
  address = pathToFileURL(join(await builtPage(), 'thi-dua-so.html')).href;
});
afterAll(async () => {
  await closePages();
  rmSync(folder, { recursive: true, force: true });
});

it.each(CASES)('the plan $plan becomes a ranking', async (item) => {
  const { plan, dossier, targets, seen, oldCommunes, units } = item;
  const file = join(folder, `${plan}.docx`);
  const text = readFileSync(join(PLANS, `${plan}.txt`), 'utf8');
  const byHand = () =>
    docxOf(
      text
        .split('\n')
        .map((line) => paragraph(runs(line)))
        .join(''),
    );
  writeFileSync(file, item.numbered ? numberedDocx(text) : byHand());
  const context = await (await oneBrowser()).newContext({ locale: 'vi-VN', reducedMotion: 'reduce' });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(address);
  await press(page, 'Đọc kế hoạch của xã');
  await page.locator('input[type="file"][aria-label="Chọn tệp kế hoạch"]').setInputFiles(file);
  await page.getByRole('tab', { name: `Chỉ tiêu (${targets})` }).waitFor();
  const [words, level] = seen;
  await page.locator('[data-row]').filter({ hasText: words }).getByText(level).waitFor();
  await press(page, 'Lập hồ sơ phong trào');
  await page.getByText(`Hồ sơ phong trào ${dossier}.xlsx`).waitFor();
  const movement = await rankOwnUnits(page, folder, 'pasted', units);
  expect(movement.predecessors ?? []).toEqual(oldCommunes);
  expect(movement.targets).toHaveLength(targets);
  expect(faults).toEqual([]);
  await context.close();
});
