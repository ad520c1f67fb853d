/**
 * From the dossier that stands open in the page to a ranking: a form for each unit, filled by another program, scored.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { readDossier } from '../../../core/dossier/read-dossier.ts';
import { type FormLine, formGrid } from '../../../core/form/form-grid.ts';
import { criteriaSetFor } from '../../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { readBook } from '../../../core/sheet/workbook/file.ts';
import { changedElsewhere } from '../../fixtures/changed-elsewhere.ts';
import { checkAndScore, goTo, press, said } from '../excel-addin/pane.ts';

export interface OwnUnits {
  readonly names: readonly string[];
  /** As the movement calls them. */
  readonly audience: string;
  readonly year: number;
}

const VILLAGES: OwnUnits = { names: ['Thôn Khe Lếch', 'Thôn Nậm Pung'], audience: 'Thôn', year: 2026 };

/** `from` = how the units are entered. Returns the movement in the saved workbook; the ranking is on screen. */
export async function rankOwnUnits(
  page: Page,
  folder: string,
  from: 'pasted' | 'file',
  units = VILLAGES,
): Promise<Movement> {
  const { names, audience } = units;
  await goTo(page, 'Tiêu chí và mẫu');
  if (from === 'pasted') {
    await page.getByLabel('Đối tượng thi đua').selectOption({ label: audience });
    await page.getByLabel(/Danh sách đơn vị/).fill(names.join('\n'));
  } else {
    writeFileSync(
      join(folder, 'don-vi.csv'),
      `\uFEFFTên đơn vị,Đối tượng\n${names.map((name) => `${name},${audience}\n`).join('')}`,
    );
    await page
      .locator('input[type="file"][aria-label^="Hoặc chọn tệp danh sách"]')
      .setInputFiles(join(folder, 'don-vi.csv'));
    await page.getByText('Theo danh sách “don-vi.csv”').waitFor();
  }
  await page
    .getByRole('button', { name: /^Tạo (?:\d+ )?mẫu$/ })
    .last()
    .click();
  expect(await said(page)).toContain(`Đã tạo ${names.length} mẫu`);
  const waiting = page.waitForEvent('download');
  await press(page, 'Lưu về máy');
  const saved = readFileSync(await (await waiting).path());
  const movement = movementOf(saved, names);
  const filled = join(folder, 'Hồ sơ đã điền.xlsx');
  writeFileSync(filled, filledBy(saved, movement, units));
  page.once('dialog', (dialog) => void dialog.accept());
  await page.locator('input[type="file"][aria-label="Mở sổ"]').setInputFiles(filled);
  await page.getByText('Hồ sơ đã điền.xlsx').waitFor();
  expect(await checkAndScore(page)).toContain(`Đã kiểm tra và chấm điểm: ${names.length} báo cáo`);
  await goTo(page, 'Kết quả');
  const ranking = page.getByRole('tabpanel');
  for (const unit of names) await ranking.getByText(unit).first().waitFor();
  expect(await page.locator('body').innerText()).not.toMatch(/\{"|undefined|\[object/);
  return movement;
}

function movementOf(bytes: Uint8Array, names: readonly string[]): Movement {
  const read = readBook(bytes);
  if (!read.ok) throw new Error(read.refusal.message);
  const dossier = readDossier(read.value);
  if (!dossier.ok) throw new Error(dossier.refusal.message);
  expect(dossier.value.units?.map(({ name }) => name)).toEqual(names);
  return dossier.value.movement;
}

/** The saved book with every form filled: the first unit reached all, the others half of it. */
function filledBy(bytes: Uint8Array, movement: Movement, { names, audience, year }: OwnUnits): Uint8Array {
  const kind = movement.audiences.find(({ name }) => name === audience)?.kind ?? '';
  const set = criteriaSetFor(movement, kind, { kind: 'year', year });
  if (!set) throw new Error(`no set for ${audience}`);
  const grid = formGrid(set, 'UBND xã');
  return changedElsewhere(bytes, (put) => {
    for (const [at, unit] of names.entries()) {
      put(unit, grid.dateCell.row, grid.dateCell.column, `15/11/${year}`);
      for (const row of grid.rows) {
        if (row.kind !== 'line') continue;
        for (const role of row.line.open) {
          const value = answer(row.line, role, at === 0 ? 10 : 5, year);
          if (value !== null) put(unit, row.row, grid.columns.get(role)!, value);
        }
      }
    }
  });
}

function answer(
  { measure, rule, code }: FormLine,
  role: string,
  reached: number,
  year: number,
): string | number | null {
  if (role === 'numerator') return reached;
  if (role === 'denominator') return 10;
  if (role === 'evidence') return `Báo cáo số ${code.replaceAll('.', '')}/BC ngày 10/11/${year}`;
  if (role !== 'value') return null;
  if (measure === 'yes-no') return 'Có';
  if (rule.kind === 'levels') return rule.levels[0]!.label;
  return measure === 'date' ? `10/11/${year}` : 10;
}
