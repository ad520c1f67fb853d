/**
 * A co-author's edit between a run's reading and its writing: what changed is left alone and named, the rest of the run
 * is done.
 */
import { beforeEach, expect, test } from 'vitest';
import { append } from '../../core/council/log.ts';
import { entryCells } from '../../core/council/log-columns.ts';
import { groundsOf } from '../../core/council/subject.ts';
import { toA1 } from '../../core/sheet/grid/address.ts';
import { cellAt } from '../../core/sheet/grid/sheet.ts';
import { excelHost } from '../../excel-addin/host/excel/excel-host.ts';
import { OWN_TABLES } from '../../session/book/own-tables.ts';
import { decide, queueOf } from '../../session/council/review.ts';
import type { Host } from '../../session/host/port.ts';
import { paneSession } from '../../session/pane/pane.ts';
import { collect } from '../../session/received/collect.ts';
import { checkAndScore, type Scored } from '../../session/run/check-and-score.ts';
import { load } from '../../session/run/load.ts';
import { runOver } from '../../session/run/run.ts';
import { sheetOf } from '../excel-host/book.ts';
import { putCell } from '../excel-host/cells.ts';
import { openExcel } from '../excel-host/client.ts';
import type { ExcelHost } from '../excel-host/excel-host.ts';
import { coverBook, demoFiles, sure } from './session-hosts.ts';

const NOW = '2025-11-21T09:00:00+07:00';
/** Reading takes two syncs; the third is the first sync of writing. */
const AFTER_READING = 3;
const REMARK = 'Đã gọi điện hỏi lại';

let excel: ExcelHost;
let host: Host;
beforeEach(async () => {
  excel = openExcel({ api: '1.15', name: 'Thi đua 2025.xlsx', from: coverBook() });
  host = excelHost();
  sure(await paneSession(host, { now: () => NOW }).saveSettings({ movement: 'ta-ma-2023-2030', period: null }));
  const files = demoFiles().filter(({ name }) => /ban Na Dang|Phiêng Cải|ban Tho Ty/.test(name.normalize('NFC')));
  expect(files).toHaveLength(3);
  sure(await collect(host, files, NOW));
});

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

const edit =
  ({ sheet, row, column }: Place, value: string | number) =>
  (book: ExcelHost['book']) => {
    const held = sheetOf(book, sheet);
    if (!held) throw new Error(`no sheet ${sheet}`);
    putCell(book, held, row, column, { value });
  };

/** The cell our points of the first criterion with a figure go into, and that figure's own. */
function placesOf({ loaded }: Scored, unit: string): { readonly points: Place; readonly figure: Place } {
  const { report, places } = loaded.reports.find((report) => report.unit === unit)!;
  const reads = report.entries.flatMap(({ numerator, value }) => [numerator, value]);
  const { sheet, address } = reads.find((read) => read?.reading.kind === 'number' && read.reading.value > 0)!.cell;
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address)!;
  const place = places.find((place) => place.sheet === sheet)!;
  return {
    points: { sheet, row: Number(row) - 1, column: place.column },
    figure: { sheet, row: Number(row) - 1, column: letters.charCodeAt(0) - 65 },
  };
}

async function valueAt({ sheet, row, column }: Place) {
  const { book } = sure(await host.read());
  return cellAt(book.sheets.find(({ name }) => name === sheet)!, row, column)?.value ?? null;
}

test('a cell that a colleague changed since the reading is not overwritten, and its address is reported', async () => {
  const scored = sure(await checkAndScore(host));
  const [item, other] = [placesOf(scored, 'Bản Nà Đắng'), placesOf(scored, 'Bản Phiêng Cải')];
  const before = [await valueAt(item.points), await valueAt(other.points)];
  for (const { figure } of [item, other]) excel.type(figure.sheet, toA1(figure.row, figure.column), 0);

  excel.faults.coauthor(AFTER_READING, edit(item.points, REMARK));
  const again = sure(await checkAndScore(host));
  expect(await valueAt(item.points)).toBe(REMARK);
  expect(again.refused.join(' ')).toContain(toA1(item.points.row, item.points.column));
  expect(again.refused.join(' ')).toContain(REMARK);
  // The colleague's cell alone was left; the other report's points are those of this run.
  expect(again.refused).toHaveLength(1);
  expect(await valueAt(other.points)).not.toBe(before[1]);

  const { leftAlone } = sure(await host.undo(again.undo!));
  expect(leftAlone).toEqual([]);
  expect(await valueAt(item.points)).toBe(REMARK);
  expect(await valueAt(other.points)).toBe(before[1]);
});

test('free cells beside a table stay the colleague’s when something was typed there meanwhile', async () => {
  const { reports } = sure(await load(host));
  const [place] = reports[0]!.places;
  const free: Place = { sheet: place!.sheet, row: place!.headerRow, column: place!.column };
  excel.faults.coauthor(AFTER_READING, edit(free, REMARK));
  const scored = sure(await checkAndScore(host));
  expect(await valueAt(free)).toBe(REMARK);
  expect(scored.refused.some((text) => text.includes(toA1(free.row, free.column)))).toBe(true);
});

test('two decisions written at once both stand, each once, and the log is whole', async () => {
  const scored = sure(await checkAndScore(host));
  const things = queueOf(scored.run).flatMap(({ items }) => items.filter(({ bounds }) => bounds !== null));
  const [mine, theirs, first] = things;
  const decideOn = ({ target, bounds }: typeof mine & object, who: string) =>
    ({ ...target, kind: 'adjust', points: bounds!.most, reason: 'Đối chiếu hồ sơ', who }) as const;
  sure(await decide(host, decideOn(first!, 'Hội đồng'), NOW));

  const now = sure(await load(host));
  const subject = groundsOf(now.reports, (await runOver(now)).result.flags).subjectOf(theirs!.target)!;
  const added = sure(append(now.log, { ...decideOn(theirs!, 'Đồng nghiệp'), at: NOW, subject }, theirs!.bounds));
  excel.faults.coauthor(AFTER_READING, (book) => {
    const sheet = sheetOf(book, OWN_TABLES.council.sheet)!;
    const table = sheet.tables.find(({ name }) => name === OWN_TABLES.council.table)!;
    table.range = { ...table.range, bottom: table.range.bottom + 1 };
    entryCells(added.entry).forEach((value, column) => {
      if (value !== null) putCell(book, sheet, table.range.bottom, table.range.left + column, { value });
    });
  });
  sure(await decide(host, decideOn(mine!, 'Lò Văn A'), NOW));

  const after = sure(await checkAndScore(host));
  expect(after.loaded.log.map(({ who }) => who).sort()).toEqual(['Hội đồng', 'Lò Văn A', 'Đồng nghiệp']);
  expect(after.loaded.logFault).toBeNull();
  expect(after.run.current.entries.map(({ state }) => state)).toEqual(['in-force', 'in-force', 'in-force']);
});

test('a figure changed after it was read stays, and is scored in the next run', async () => {
  const scored = sure(await checkAndScore(host));
  const { figure, points } = placesOf(scored, 'Bản Nà Đắng');
  const before = await valueAt(points);
  excel.faults.coauthor(AFTER_READING, edit(figure, 0));
  const during = sure(await checkAndScore(host));
  expect(during.refused).toEqual([]);
  expect(await valueAt(figure)).toBe(0);
  expect(await valueAt(points)).toBe(before);
  const after = sure(await checkAndScore(host));
  expect(after.actions).toBeGreaterThan(0);
  expect(await valueAt(points)).not.toBe(before);
});
