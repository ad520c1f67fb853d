/**
 * The form: for every bundled set it has a cell for each figure once, is locked elsewhere, reads as empty when
 * untouched, and is a legal sheet.
 */
import { HyperFormula } from 'hyperformula';
import { describe, expect, test } from 'vitest';
import type { Period } from '../../../core/base/period/period.ts';
import { formGrid } from '../../../core/form/form-grid.ts';
import { formShape } from '../../../core/form/form-subject.ts';
import { SCORE_HEADERS, SCORE_WIDTHS } from '../../../core/form/score-columns.ts';
import { reportTemplate, sheetName } from '../../../core/form/template.ts';
import type { CriteriaSet } from '../../../core/movement/criteria-set.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { readPoints, readValue } from '../../../core/report/read/value.ts';
import { columnName, toA1 } from '../../../core/sheet/grid/address.ts';
import { cellAt } from '../../../core/sheet/grid/sheet.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import type { NewCell, NewSheet } from '../../../core/sheet/workbook/port.ts';
import { SAMPLE_MOVEMENT, SAMPLE_SET } from '../../fixtures/sample-movement.ts';

const PERIOD: Period = { kind: 'year', year: 2025 };
const ALL: readonly (readonly [string, Movement, CriteriaSet])[] = [SAMPLE_MOVEMENT, ...MOVEMENTS].flatMap((movement) =>
  movement.criteriaSets.map((set) => [`${movement.id} ${set.version} ${set.audience}`, movement, set] as const),
);
const form = (movement: Movement, set: CriteriaSet, unit: string | null = null): NewSheet =>
  reportTemplate({ movement, set, audience: set.audience, period: PERIOD, unit });
const LOOK = { font: 'Times New Roman', numberFormat: 'General' };

/** The sheet's cell as the file holds it. */
function at(sheet: NewSheet, row: number, column: number): NewCell {
  const cell = sheet.cells.findLast((cell) => cell.row === row && cell.column === column);
  if (!cell) throw new Error(`no cell ${toA1(row, column)}`);
  return cell;
}

describe.each(ALL)('%s', (_, movement, set) => {
  const sheet = form(movement, set);
  const grid = formGrid(set, 'UBND xã', formShape(movement, set.audience));
  const isFull = grid.shape === 'full';
  const lines = grid.rows.flatMap((row) => (row.kind === 'line' ? [row] : []));
  const column = (role: Parameters<typeof grid.columns.get>[0]) => grid.columns.get(role) ?? -1;

  test('has each criterion and part once, under its code as text', () => {
    const codes = lines.map(({ row }) => at(sheet, row, column('code')).value);
    const expected = set.criteria.flatMap(({ code, rule }) => [
      code,
      ...(rule.kind === 'sum' || rule.kind === 'best' ? rule.parts.map((part) => `${code}.${part.code}`) : []),
    ]);
    expect(codes.map((value) => (value.kind === 'text' ? value.text : value)).sort()).toEqual(expected.sort());
    for (const criterion of set.criteria) {
      const row = lines.find(({ line }) => line.code === criterion.code)?.row ?? -1;
      expect(at(sheet, row, column('title')).value).toEqual({ kind: 'text', text: criterion.title });
    }
  });

  test('asks for exactly what scoring needs', () => {
    for (const { line } of lines) {
      const { open, measure, rule, criterion } = line;
      const composed = rule.kind === 'sum' || rule.kind === 'best';
      const byUnit = criterion.filledBy === 'unit' && rule.kind !== 'council-graded';
      expect([line.code, open.has('numerator'), open.has('denominator'), open.has('value')]).toEqual(
        byUnit && !composed
          ? [
              line.code,
              isFull && measure === 'percentage',
              isFull && measure === 'percentage',
              !isFull || measure !== 'percentage',
            ]
          : [line.code, false, false, false],
      );
      expect(open.has('self')).toBe(
        isFull && byUnit && line.kind === 'criterion' && !(rule.kind === 'deduction' && rule.cap === 0),
      );
      expect(open.has('evidence')).toBe(line.kind === 'criterion' && criterion.evidence !== 'none');
      expect(open.has('baseline')).toBe(byUnit && rule.kind === 'improvement');
    }
  });

  test('is locked but for those cells, the unit, the day, the names of the signers and the room for our points', () => {
    expect(sheet.protect).toBe(true);
    const evidence = new Set(lines.flatMap(({ row, line }) => [...line.open].map((role) => toA1(row, column(role)))));
    for (const cell of sheet.cells) {
      const inTable = cell.row > grid.headerRow && cell.row < grid.footRow && cell.column <= grid.lastColumn;
      if (!inTable) continue;
      const address = toA1(cell.row, cell.column);
      expect([address, cell.style?.locked === false]).toEqual([address, evidence.has(address)]);
      if (evidence.has(address)) expect(cell.value).toEqual({ kind: 'empty' });
    }
    for (const { row, column: left } of [grid.unitCell, grid.dateCell]) {
      expect(at(sheet, row, left)).toMatchObject({ value: { kind: 'empty' }, style: { locked: false } });
    }
    expect(at(form(movement, set, 'Bản Nà Đắng'), grid.unitCell.row, grid.unitCell.column)).toMatchObject({
      value: { kind: 'text', text: 'Bản Nà Đắng' },
    });
  });

  test('validates open cells only, within the limits of Excel', () => {
    const evidence = new Set(lines.flatMap(({ row, line }) => [...line.open].map((role) => toA1(row, column(role)))));
    const seen = new Set<string>();
    for (const { ranges, rule, error } of sheet.validations ?? []) {
      expect(error?.text.length).toBeLessThanOrEqual(255);
      expect(error?.title.length).toBeLessThanOrEqual(32);
      if (rule.kind === 'list') {
        expect(rule.options.join(',').length).toBeLessThanOrEqual(255);
        for (const option of rule.options) expect(option).not.toContain(',');
      }
      for (const { top, left, bottom, right } of ranges) {
        expect([top, left]).toEqual([bottom, right]);
        expect(evidence).toContain(toA1(top, left));
        expect(seen).not.toContain(toA1(top, left));
        seen.add(toA1(top, left));
      }
    }
    for (const { row, line } of lines) if (line.open.has('self')) expect(seen).toContain(toA1(row, column('self')));
  });

  test('every choice of a list is read back as the level, yes or no it stands for', () => {
    for (const { row, line } of lines) {
      if (!line.open.has('value')) continue;
      const rules = (sheet.validations ?? []).filter(({ ranges }) =>
        ranges.some((range) => range.top === row && range.left === column('value')),
      );
      const options = rules.flatMap(({ rule }) => (rule.kind === 'list' ? rule.options : []));
      if (line.measure !== 'yes-no' && line.measure !== 'level') {
        expect(options).toEqual([]);
        continue;
      }
      const levels = line.rule.kind === 'levels' ? line.rule.levels : [];
      const readings = options.map((option) => readValue(option, LOOK, { measure: line.measure, levels }).reading);
      expect(readings.slice(0, -1)).toEqual(
        line.measure === 'yes-no'
          ? [{ kind: 'yes' }, { kind: 'no' }]
          : levels.map(({ code }) => ({ kind: 'level', code })),
      );
      expect(readings.at(-1)).toEqual({ kind: 'not-applicable', text: 'KPS' });
    }
  });

  test('says in words how each row is scored', () => {
    for (const { row, line } of lines) {
      const { value } = at(sheet, row, column('method'));
      const text = value.kind === 'text' ? value.text : '';
      expect([line.code, text]).toEqual([line.code, expect.stringMatching(/^[\p{Lu}a].*\.$/su)]);
      expect(text.replace(/tiêu chí [\d., ]+ có điểm|(?:Căn cứ:|Theo) mục \S+/g, '')).not.toMatch(
        /undefined|NaN|null|\[object|\d\.\d(?!\d{2})/,
      );
      expect(text).toBe(text.normalize('NFC'));
    }
  });

  test('untouched it says nothing, before and after a program has calculated it', () => {
    const { values } = calculated(sheet);
    for (const { row } of lines) {
      for (const role of [
        'numerator',
        'denominator',
        'value',
        'self',
        'evidence',
        'explanation',
        'baseline',
      ] as const) {
        if (column(role) < 0) continue;
        const value = values[row]?.[column(role)] ?? null;
        expect(readValue(value, LOOK, { measure: 'percentage' }).reading).toEqual({ kind: 'missing' });
      }
    }
    if (grid.totalRow !== null && isFull) {
      expect(readPoints(values[grid.totalRow]?.[column('self')] ?? null, LOOK).reading).toEqual({ kind: 'missing' });
    }
  });

  test('filled it computes the ratios and the sum of the own points, and KPS leaves a ratio empty', () => {
    const typed = new Map<string, number | string>();
    const kps = lines.find(({ line }) => line.open.has('numerator'))?.row;
    for (const { row, line } of lines) {
      if (line.open.has('numerator')) {
        typed.set(toA1(row, column('numerator')), row === kps ? 'KPS' : 72);
        typed.set(toA1(row, column('denominator')), 90);
      }
      if (line.open.has('self')) typed.set(toA1(row, column('self')), 0.5);
    }
    const { values } = calculated(sheet, typed);
    for (const { row, line } of lines) {
      if (line.open.has('numerator')) expect(values[row]?.[column('value')]).toBe(row === kps ? '' : 80);
    }
    const own = lines.filter(({ line }) => line.open.has('self')).length;
    if (grid.totalRow !== null && isFull) expect(values[grid.totalRow]?.[column('self')]).toBe(own / 2);
  });

  test('is a book that reads back cell by cell', () => {
    const read = readBook(newBook([sheet]));
    if (!read.ok) throw new Error(read.refusal.message);
    const [back] = read.value.sheets;
    if (!back) throw new Error('no sheet');
    expect(back.protected).toBe(true);
    for (const { row, column: left, value } of sheet.cells) {
      const cell = cellAt(back, row, left);
      if (value.kind === 'text') expect(cell?.value).toBe(value.text);
      if (value.kind === 'number') expect(cell?.value).toBe(value.number);
      if (value.kind === 'empty') expect(cell?.value ?? null).toBe(null);
      if (value.kind === 'formula') expect(cell).toMatchObject({ value: null, formula: value.formula });
    }
  });

  test('has room, unlocked and not printed, for the points and reasons beside the table', () => {
    const columns = SCORE_HEADERS.map((_, offset) => grid.lastColumn + 1 + offset);
    const rows = [grid.headerRow, ...lines.map(({ row }) => row), ...(grid.totalRow === null ? [] : [grid.totalRow])];
    for (const row of rows)
      for (const left of columns)
        expect(at(sheet, row, left)).toMatchObject({ value: { kind: 'empty' }, style: { locked: false } });
    expect(columns.map((left) => sheet.columnWidths?.get(left))).toEqual([...SCORE_WIDTHS]);
    const bottom = Math.max(...sheet.cells.map((cell) => cell.row));
    expect(sheet.print?.area).toEqual({ top: 0, left: 0, bottom, right: grid.lastColumn });
  });

  test('prints on A4, the short form upright, with the header on each page, in Times New Roman', () => {
    expect(sheet.print).toMatchObject({
      orientation: isFull ? 'landscape' : 'portrait',
      fitWidth: 1,
      titleRows: [grid.headerRow, grid.headerRow],
    });
    for (const cell of sheet.cells) expect(cell.style?.fontName).toBe('Times New Roman');
    const rows = new Set(sheet.cells.map((cell) => cell.row));
    // The empty row above the signatures is low.
    expect(new Set(sheet.rowHeights?.keys())).toEqual(new Set([...rows, grid.footRow]));
    const merges = (sheet.merges ?? []).map((merge) => [merge.top, merge.left, merge.right] as const);
    for (const [row, left, right] of merges) {
      expect(right).toBeLessThanOrEqual(grid.lastColumn);
      expect(merges.filter(([top, from, to]) => top === row && from <= right && to >= left)).toHaveLength(1);
    }
  });
});

test('a set without points has no points columns and no total', () => {
  const set = { ...SAMPLE_SET, scored: false };
  const grid = formGrid(set, 'UBND xã');
  expect(grid.columns.has('max') || grid.columns.has('self')).toBe(false);
  expect(grid.totalRow).toBe(null);
  const sheet = form(SAMPLE_MOVEMENT, set);
  expect(sheet.cells.some(({ value }) => value.kind === 'text' && value.text === 'Tổng cộng')).toBe(false);
  expect(readBook(newBook([sheet])).ok).toBe(true);
});

test('hostile names stay text', () => {
  const sheet = form({ ...SAMPLE_MOVEMENT, title: '=HYPERLINK("x")' }, SAMPLE_SET, '=cmd|calc');
  const formulas = sheet.cells.filter(({ value }) => value.kind === 'formula');
  for (const { value } of formulas)
    expect(value).toMatchObject({ formula: expect.stringMatching(/^IF\((AND\(ISNUMBER|COUNT)/) });
  expect(sheet.cells.map(({ value }) => value)).toContainEqual({ kind: 'text', text: '=cmd|calc' });
});

test('sheet names are legal and differ', () => {
  const taken: string[] = [];
  for (const unit of [
    'Bản A/B: [1]*?',
    'Bản A/B: [1]*?',
    "'",
    'Trường phổ thông dân tộc bán trú tiểu học và trung học cơ sở Ta Ma',
    'bản a b 1',
  ]) {
    const name = sheetName(unit, taken);
    expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
    expect(taken.map((text) => text.toLowerCase())).not.toContain(name.toLowerCase());
    taken.push(name);
  }
});

/** The sheet's values after a spreadsheet program has calculated it, with figures typed by address. */
function calculated(sheet: NewSheet, typed: ReadonlyMap<string, number | string> = new Map()) {
  const height = Math.max(...sheet.cells.map((cell) => cell.row)) + 1;
  const width = Math.max(...sheet.cells.map((cell) => cell.column)) + 1;
  const content: (string | number | null)[][] = Array.from({ length: height }, () =>
    Array<string | number | null>(width).fill(null),
  );
  for (const { row, column, value } of sheet.cells) {
    const line = content[row] ?? [];
    if (value.kind === 'text') line[column] = `'${value.text}`;
    if (value.kind === 'number') line[column] = value.number;
    if (value.kind === 'formula') line[column] = `=${value.formula}`;
  }
  for (const [row, line] of content.entries()) {
    for (const column of line.keys())
      line[column] = typed.get(`${columnName(column)}${row + 1}`) ?? line[column] ?? null;
  }
  const engine = HyperFormula.buildFromArray(content, { licenseKey: 'gpl-v3' });
  const values = engine
    .getSheetValues(0)
    .map((line) => line.map((value) => (value === null || typeof value === 'object' ? null : value)));
  engine.destroy();
  return { values };
}
