/**
 * Excels that do not do as the documents say: another list separator, a fit to pages that does not stick, an undo in
 * groups.
 */
import { describe, expect, it } from 'vitest';
import type { NewSheet } from '../../core/sheet/workbook/port.ts';
import { excelHost } from '../../excel-addin/host/excel/excel-host.ts';
import type { HostAction } from '../../session/host/port.ts';
import { openExcel } from '../excel-host/client.ts';
import type { ExcelHost } from '../excel-host/excel-host.ts';
import { applied, newValue, state, write } from './excel-actions.ts';

const at = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column });

/** A look, a rule and a border on areas that lie apart. */
const FORM: NewSheet = {
  name: 'Mẫu',
  cells: [0, 2, 4].map((row) => ({
    row,
    column: 1,
    value: newValue(row),
    style: { bold: true, border: true, fill: 'FFF2CC' },
  })),
  validations: [
    {
      ranges: [at(0, 1), at(2, 1), at(4, 1)],
      rule: { kind: 'decimal', min: 0, max: 5 },
      error: { style: 'stop', title: 'Điểm', text: 'Từ 0 đến 5.' },
    },
  ],
  columnWidths: new Map([
    [0, 100],
    [1, 100],
  ]),
  print: { orientation: 'landscape', fitWidth: 1 },
};

const ACTIONS: readonly HostAction[] = [
  { kind: 'add-sheet', sheet: FORM },
  write('B2', 1, { style: { italic: true } }),
  write('D9', 2, { style: { italic: true } }),
  { kind: 'mark', sheet: 'Trang1', ranges: [at(1, 1), at(8, 3)], severity: 'error' },
];

const whole = (excel: ExcelHost) => [
  state(excel).map((sheet) => ({ ...sheet, marks: areasMarked(excel, sheet.name) })),
  excel.book.sheets.map(({ validations }) => cellsOf(validations.flatMap(({ areas }) => areas))),
];

function areasMarked(excel: ExcelHost, name: string) {
  const sheet = excel.book.sheets.find((sheet) => sheet.name === name);
  return cellsOf(sheet?.conditionals.flatMap(({ areas }) => areas) ?? []);
}

function cellsOf(areas: readonly ReturnType<typeof at>[]): string[] {
  return areas.map(({ top, left, bottom, right }) => [top, left, bottom, right].join()).sort();
}

describe('where “;” parts the areas of an address', () => {
  it('looks, rules, borders and marks come out the same, and are taken back the same', async () => {
    const comma = openExcel();
    const plain = whole(comma);
    const usual = excelHost();
    const first = await applied(usual, ACTIONS);
    const made = whole(comma);
    await usual.undo(first.undo);
    expect(whole(comma)).toEqual(plain);

    const semicolon = openExcel({ listSeparator: ';' });
    const host = excelHost();
    const { refused, undo } = await applied(host, ACTIONS);
    expect(refused).toEqual([]);
    expect(whole(semicolon)).toEqual(made);
    const before = semicolon.counters.syncs;
    await applied(host, [{ kind: 'mark', sheet: 'Trang1', ranges: [at(1, 1), at(8, 3)], severity: 'info' }]);
    // Learned once: no further run asks again.
    expect(semicolon.counters.syncs - before).toBeLessThanOrEqual(3);
    expect((await host.undo(undo)).ok).toBe(true);
    expect(semicolon.book.sheets.map(({ name }) => name)).toEqual(['Trang1']);
  });

  it('costs an Excel that takes the comma nothing', async () => {
    const excel = openExcel();
    const host = excelHost();
    await host.read();
    excel.resetCounters();
    await applied(host, [write('B2', 1, { style: { italic: true } })]);
    expect(excel.counters.syncs).toBe(2);
  });
});

describe('a fit to the page’s width that does not stick', () => {
  it('is had by a scale at which the columns fit', async () => {
    const excel = openExcel({ fitsToPages: false });
    const { refused } = await applied(excelHost(), [{ kind: 'add-sheet', sheet: FORM }]);
    expect(refused).toEqual([]);
    const zoom = excel.book.sheets[1]?.page.get('zoom') as { scale?: number };
    // Two columns of 100 characters are some 1,100 points; the paper has 842 less its margins.
    expect(zoom.scale).toBeGreaterThan(50);
    expect(zoom.scale).toBeLessThan(75);
  });

  it('is left alone where it sticks', async () => {
    const excel = openExcel();
    await applied(excelHost(), [{ kind: 'add-sheet', sheet: FORM }]);
    expect(excel.book.sheets[1]?.page.get('zoom')).toEqual({ horizontalFitToPages: 1 });
  });
});

describe('Excel’s own undo', () => {
  const twice = async (host: ReturnType<typeof excelHost>) => {
    // Two batches: each text is some megabytes.
    const long = 'x'.repeat(30_000);
    const many = Array.from({ length: 150 }, (_, row) => write(`A${row + 1}`, `${long}${row}`));
    return applied(host, many);
  };

  it.each([
    ['1.20', 1],
    ['1.19', 2],
  ])('a run of two batches is, in Excel %s, %i step(s)', async (api, steps) => {
    const excel = openExcel({ api });
    expect((await twice(excelHost())).refused).toEqual([]);
    expect(excel.undoSteps()).toBe(steps);
  });
});
