/**
 * Check + score of 60 sheets × 200 rows through the real Excel client over the in-memory book: our session (everything
 * read at once, everything written at once) against the same job the way the add-in templates do it: a `load` and a
 * `sync` for each cell read, a `sync` after each cell written. The cell-by-cell version reads and writes 3 of the 60
 * sheets and is scaled up; it does no checking or scoring at all.
 */

import { criteriaSetFor } from '../core/movement/criteria-set-for.ts';
import { findMovement } from '../core/movements/index.ts';
import { newBook } from '../core/sheet/workbook/file.ts';
import type { NewSheet } from '../core/sheet/workbook/port.ts';
import { excelHost } from '../excel-addin/host/excel/excel-host.ts';
import { settingsActions } from '../session/book/settings-actions.ts';
import { perform } from '../session/host/outcome.ts';
import { checkAndScore } from '../session/run/check-and-score.ts';
import { openExcel } from '../test/excel-host/client.ts';
import { correctReport } from '../test/fixtures/correct-report.ts';
import { layoutSheet } from '../test/fixtures/layouts.ts';
import { sized, table, times } from './measure.ts';

const SHEETS = sized(60, 3);
const ROWS = sized(200, 40);
const SAMPLE = sized(3, 1);

const movement = findMovement('ta-ma-2023-2030');
const period = { kind: 'year', year: 2025 } as const;
const set = movement && criteriaSetFor(movement, 'village', period);
if (!movement || !set) throw new Error('the bundled movement is gone');

/** A report of 200 rows: the table, then lines of an annex as units append them. */
const sheets = Array.from({ length: SHEETS }, (_, index): NewSheet => {
  const unit = `Bản ${index + 1}`;
  const { sheet } = layoutSheet('SC-03', correctReport(set, movement, unit, index), { sheet: unit });
  const last = Math.max(...sheet.cells.map((cell) => cell.row));
  const annex = Array.from({ length: Math.max(0, ROWS - last - 3) }, (_, line) => ({
    row: last + 3 + line,
    column: 1,
    value: { kind: 'text', text: `Hộ ${line + 1} đã sử dụng dịch vụ công trực tuyến` } as const,
  }));
  return { ...sheet, cells: [...sheet.cells, ...annex] };
});
const bytes = newBook(sheets);

async function ours() {
  const excel = openExcel({ api: '1.14', name: 'xã.xlsx', from: bytes });
  const host = excelHost();
  const book = await host.read();
  if (!book.ok) throw new Error(book.refusal.message);
  const settings = { movement: movement!.id, period, asOf: null, seals: [] };
  const set = await perform(host, 'Cài đặt', [...settingsActions(book.value, settings)]);
  if (!set.ok) throw new Error(set.refusal.message);
  excel.resetCounters();
  const start = performance.now();
  const run = await checkAndScore(host);
  const took = performance.now() - start;
  if (!run.ok || run.value.run.result.rankings.length !== SHEETS) throw new Error('not every sheet was scored');
  return { took, ...excel.counters };
}

async function cellByCell() {
  const excel = openExcel({ api: '1.14', name: 'xã.xlsx', from: bytes });
  excel.resetCounters();
  const start = performance.now();
  await Excel.run(async (context) => {
    for (const { name, cells } of sheets.slice(0, SAMPLE)) {
      const sheet = context.workbook.worksheets.getItem(name);
      for (const { row, column } of cells) {
        const cell = sheet.getCell(row, column);
        cell.load('values');
        await context.sync();
        void cell.values;
      }
      for (let row = 0; row < set!.criteria.length; row++) {
        for (const column of [20, 21, 22]) {
          sheet.getCell(row, column).values = [['8,00']];
          await context.sync();
        }
      }
    }
  });
  const took = performance.now() - start;
  const scale = SHEETS / SAMPLE;
  const { syncs, bytesUp, bytesDown } = excel.counters;
  return { took: took * scale, syncs: syncs * scale, bytesUp: bytesUp * scale, bytesDown: bytesDown * scale };
}

const rounds: {
  readonly own: Awaited<ReturnType<typeof ours>>;
  readonly slow: Awaited<ReturnType<typeof cellByCell>>;
}[] = [];
for (let round = 0; round < sized(4, 2); round++) rounds.push({ own: await ours(), slow: await cellByCell() });
const [, ...counted] = rounds;
const middle = (values: readonly number[]) => [...values].sort((x, y) => x - y)[values.length >> 1]!;
const { own, slow } = counted[0]!;
console.log(
  table(
    [`${SHEETS} sheets × ${ROWS} rows through the Excel client`, 'ours', 'cell by cell', 'ratio'],
    [
      ['syncs (reading and writing)', own.syncs, slow.syncs, times(slow.syncs / own.syncs)],
      [
        'MB up and down',
        ...[own, slow].map((item) => ((item.bytesUp + item.bytesDown) / 1e6).toFixed(1)),
        times((slow.bytesUp + slow.bytesDown) / (own.bytesUp + own.bytesDown)),
      ],
      ['time', '', '', times(middle(counted.map((item) => item.slow.took / item.own.took)))],
    ],
  ),
);
