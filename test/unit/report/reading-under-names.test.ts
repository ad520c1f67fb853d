/** What was read of sheets stands for the same cells under other names: it equals a new reading, or there is none. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFileBook } from '../../../cli/files/read-file.ts';
import { unitName } from '../../../core/report/match-unit.ts';
import { unheadedTable } from '../../../core/report/read/unheaded-table.ts';
import { type ReadOptions, readReports } from '../../../core/report/read.ts';
import { readingUnderNames } from '../../../core/report/reading-under-names.ts';
import type { Register } from '../../../core/report/register.ts';
import type { Book } from '../../../core/sheet/grid/sheet.ts';
import { csvBook } from '../../../core/sheet/workbook/csv.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import { registerFromBook } from '../../../core/sheets/register-sheet.ts';
import { drawn } from '../../draws.ts';
import { correctReport } from '../../fixtures/correct-report.ts';
import { demoMovement } from '../../fixtures/demo/build-demo.ts';
import { bytesOf, compose } from '../../fixtures/grammar/compose.ts';
import { registerOf } from '../../fixtures/grammar/run-composed.ts';
import { layoutSheet, REAL_LAYOUTS } from '../../fixtures/layouts.ts';

const DEMO = join(import.meta.dirname, '../../../cli/demo');
const REPORTS = join(DEMO, 'ta-ma-2025');
/** Names that tell nothing, and names that tell a unit, a period, a copy, instructions. */
const NAMES = ['Trang', 'Bản Nà Đắng', 'Quý III năm 2024', 'Hướng dẫn', 'Báo cáo (2)', 'B'];

/** Whether the reading was carried over, for each way to name the sheets. */
function carried(book: Book, options: ReadOptions): readonly boolean[] {
  const read = readReports(book, options);
  const [report] = read.reports;
  const names = [...NAMES, ...(report ? [unitName(report, options.register ?? null)] : [])];
  return names.map((name) => {
    const taken = new Set(book.sheets.map((sheet) => sheet.name));
    if (taken.has(name)) return true;
    const old = report?.layout.sheet ?? book.sheets[0]?.name ?? '';
    const renamed = book.sheets.map((sheet) => (sheet.name === old ? { ...sheet, name } : sheet));
    const under = readingUnderNames(read, new Map([[old, name]]));
    if (under)
      expect(under, `${options.file}: ${old} → ${name}`).toEqual(readReports({ ...book, sheets: renamed }, options));
    return under !== null;
  });
}

function demoRegister(): Register {
  const read = registerFromBook(csvBook(readFileSync(join(DEMO, 'units.csv'), 'utf8')), demoMovement().audiences);
  if (!read.ok) throw new Error(read.refusal.message);
  return read.value;
}

async function opened(bytes: Uint8Array): Promise<Book> {
  const book = await readFileBook(bytes);
  if (!book.ok) throw new Error(book.refusal.message);
  return book.value;
}

test('every report of the demo, under the name of its unit and under others', async () => {
  const options = { movement: demoMovement(), register: demoRegister(), unheaded: unheadedTable };
  const all: boolean[] = [];
  for (const file of readdirSync(REPORTS))
    all.push(...carried(await opened(readFileSync(join(REPORTS, file))), { ...options, file }));
  expect(all.filter((isCarried) => isCarried).length / all.length).toBeGreaterThan(0.8);
});

test('every layout', () => {
  const movement = demoMovement();
  const set = movement.criteriaSets[0]!;
  const filled = correctReport(set, movement, 'Bản Hua Sát', 3);
  const options = { file: '1.xlsx', movement, register: demoRegister(), period: filled.period };
  const all = [...REAL_LAYOUTS, 'form' as const].flatMap((layout) => {
    const book = readBook(newBook([layoutSheet(layout, filled).sheet]));
    if (!book.ok) throw new Error(book.refusal.message);
    return carried(book.value, options);
  });
  expect(all.filter((isCarried) => isCarried).length / all.length).toBeGreaterThan(0.5);
});

test('composed workbooks of all arrangements', async () => {
  const all: boolean[] = [];
  for (let seed = 0; seed < drawn(25, 60); seed++) {
    const composed = compose(seed);
    const { movement, period } = composed.truth;
    const options = { file: composed.file, movement, period, register: registerOf(composed), unheaded: unheadedTable };
    all.push(...carried(await opened(bytesOf(composed)), options));
  }
  expect(all).toContain(true);
  expect(all).toContain(false);
});
