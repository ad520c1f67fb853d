/**
 * Every real layout, as real bytes: all that a unit filled in comes back, value by value, with the cell it stands in.
 */
import { describe, expect, it } from 'vitest';
import { nfc } from '../../../core/base/text/text.ts';
import type { Criterion } from '../../../core/movement/criteria-set.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { readReports } from '../../../core/report/read.ts';
import type { Entry, Read, Report } from '../../../core/report/report.ts';
import { toA1 } from '../../../core/sheet/grid/address.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import type { NewSheet } from '../../../core/sheet/workbook/port.ts';
import { correctReport } from '../../fixtures/correct-report.ts';
import { withEmptyRows, withTexts } from '../../fixtures/edit-sheet.ts';
import type { FilledEntry, FilledReport } from '../../fixtures/filled-report.ts';
import type { LaidOut } from '../../fixtures/layouts/laid-out.ts';
import { type LayoutKind, layoutSheet, REAL_LAYOUTS } from '../../fixtures/layouts.ts';
import { toTcvn3, toVni } from '../../fixtures/legacy-letters.ts';
import { SAMPLE_MOVEMENT, SAMPLE_SET } from '../../fixtures/sample-movement.ts';

const KINDS: readonly LayoutKind[] = [...REAL_LAYOUTS, 'form'];

function readSheets(sheets: readonly NewSheet[], filled: FilledReport): readonly Report[] {
  const book = readBook(newBook(sheets));
  if (!book.ok) throw new Error(book.refusal.message);
  return readReports(book.value, { file: 'bao-cao.xlsx', movement: filled.movement, period: filled.period }).reports;
}

const numberOf = (read: Read | undefined): number | undefined =>
  read?.reading.kind === 'number' ? read.reading.value : undefined;

/** The entry's content, in the form of the filled report. */
function lineOf(entry: Entry, criterion: Criterion): unknown {
  const { value, numerator, denominator } = entry;
  if (criterion.measure === 'percentage') {
    if (value?.reading.kind === 'fraction') return { a: value.reading.a, b: value.reading.b };
    if (numerator && denominator) return { a: numberOf(numerator), b: numberOf(denominator) };
    return { ratio: numberOf(value) };
  }
  if (value?.reading.kind === 'yes') return true;
  if (value?.reading.kind === 'no') return false;
  if (value?.reading.kind === 'date') return value.reading.date;
  if (value?.reading.kind === 'level') return value.reading.code;
  return numberOf(value);
}

function meant(entry: FilledEntry, criterion: Criterion, ratioOnly: boolean): unknown {
  if (criterion.measure === 'percentage') {
    const { a, b } = entry as { a: number; b: number };
    return ratioOnly ? { ratio: Math.round((a / b) * 10_000) / 100 } : { a, b };
  }
  if (criterion.measure !== 'level' || criterion.rule.kind !== 'levels') return entry.value;
  return criterion.rule.levels.find((level) => level.label === entry.value)?.code;
}

function expectAll(report: Report | undefined, filled: FilledReport, laid: LaidOut, kind: LayoutKind): void {
  expect(report?.entries.map((entry) => entry.criterion)).toEqual(filled.set.criteria.map(({ code }) => code));
  for (const criterion of filled.set.criteria) {
    const entry = report?.entries.find((entry) => entry.criterion === criterion.code);
    const wanted = filled.rows.get(criterion.code) ?? {};
    if (!entry) throw new Error(criterion.code);
    const address = (role: 'value' | 'self' | 'evidence') => {
      const { row, column } = laid.cellOf(criterion.code, role);
      return toA1(row, column);
    };
    expect(lineOf(entry, criterion), `${kind} ${criterion.code}`).toEqual(
      meant(wanted, criterion, kind === 'SC-04' || kind === 'SC-07'),
    );
    expect(entry.matched.similarity).toBe(1);
    if (kind !== 'SC-09') {
      expect(numberOf(entry.self)).toBe(wanted.self);
      expect(entry.self?.cell.address).toBe(address('self'));
      expect(numberOf(entry.max)).toBe(criterion.maxPoints / 100);
    }
    expect(entry.evidence).toEqual(wanted.evidence ? [wanted.evidence] : []);
    expect(entry.evidenceCell?.address).toBe(address('evidence'));
    if (entry.value && kind !== 'SC-05') expect(entry.value.cell.address).toBe(address('value'));
  }
}

describe('a filled report in each layout', () => {
  const filled = correctReport(SAMPLE_SET, SAMPLE_MOVEMENT, 'Bản Nà Đắng', 7);
  for (const kind of KINDS) {
    it(`${kind}: every value with its cell, who, when, and nothing to remark`, () => {
      const laid = layoutSheet(kind, filled);
      const reports = readSheets([laid.sheet], filled);
      const [report] = reports;
      expect(reports).toHaveLength(1);
      expectAll(report, filled, laid, kind);
      expect(report?.remarks).toEqual([]);
      expect(report?.unit?.text).toBe('Bản Nà Đắng');
      expect(report?.audience).toBe('village');
      expect(report?.period?.period).toEqual({ kind: 'year', year: 2025 });
      expect(report?.date?.date).toBe('2025-10-28');
      if (kind !== 'SC-09') {
        const sum = [...filled.rows.values()].reduce(
          (points, row) => points + Math.round(Number(row.self ?? 0) * 100),
          0,
        );
        // Our own form sums by a formula that only a spreadsheet program computes.
        if (kind !== 'form') expect(numberOf(report?.total ?? undefined)).toBe(sum / 100);
      }
    });

    it(`${kind}: header words run together, empty rows above, decomposed letters`, () => {
      const laid = layoutSheet(kind, filled, { runTogether: true });
      const spread = withTexts(withEmptyRows(laid.sheet, 0, 11), (text) => text.normalize('NFD'));
      const [report] = readSheets([spread], filled);
      expect(report?.entries).toHaveLength(SAMPLE_SET.criteria.length);
      expect(report?.entries.every((entry) => entry.matched.similarity === 1)).toBe(true);
      expect(report?.unit?.text).toBe(nfc('Bản Nà Đắng'));
      expect(report?.remarks).toEqual([]);
    });
  }

  for (const [encoding, change, font] of [
    ['tcvn3', toTcvn3, '.VnTime'],
    ['vni', toVni, 'VNI-Times'],
  ] as const) {
    it(`SC-01 typed in ${encoding}: read in Unicode, told once with before and after`, () => {
      const laid = layoutSheet('SC-01', filled);
      const [report] = readSheets([withTexts(laid.sheet, change, font)], filled);
      expect(report?.entries.map((entry) => entry.criterion)).toEqual(SAMPLE_SET.criteria.map(({ code }) => code));
      const legacy = report?.remarks.filter((remark) => remark.kind === 'legacy-text') ?? [];
      expect(legacy).toHaveLength(1);
      expect(legacy[0]).toMatchObject({ encoding });
      expect(legacy[0]?.kind === 'legacy-text' && legacy[0].count).toBeGreaterThan(20);
      expect(report?.remarks).toHaveLength(1);
    });
  }

  it('two layouts on two sheets are two reports; the same unit on two sheets is one report', () => {
    const other = correctReport(SAMPLE_SET, SAMPLE_MOVEMENT, 'Bản Phiêng Mu', 9);
    const first = layoutSheet('SC-03', filled, { sheet: 'Sheet1' });
    const second = layoutSheet('SC-06', other, { sheet: 'Sheet2' });
    const reports = readSheets([first.sheet, second.sheet], filled);
    expect(reports.map((report) => report.unit?.text)).toEqual(['Bản Nà Đắng', 'Bản Phiêng Mu']);

    const half = (from: number, to: number): FilledReport => ({
      ...filled,
      set: { ...SAMPLE_SET, criteria: SAMPLE_SET.criteria.slice(from, to) },
    });
    const parts = [half(0, 5), half(5, 10)].map(
      (part, at) => layoutSheet('SC-01', part, { sheet: `Trang ${at + 1}` }).sheet,
    );
    const joined = readSheets(parts, filled);
    expect(joined).toHaveLength(1);
    expect(joined[0]?.sheets).toEqual(['Trang 1', 'Trang 2']);
    expect(joined[0]?.entries).toHaveLength(10);
    expect(joined[0]?.remarks).toEqual([]);
  });
});

describe('every set of the bundled movements in every layout', () => {
  for (const movement of MOVEMENTS) {
    it(movement.id, () => {
      for (const set of movement.criteriaSets) {
        const phase = movement.phases.find(({ code }) => code === set.phase);
        const year = Number((phase?.to ?? movement.period.to).slice(0, 4));
        const filled = correctReport(set, movement, 'Đơn vị thử', 5, { period: { kind: 'year', year } });
        for (const kind of KINDS) {
          const laid = layoutSheet(kind, filled);
          const [report, ...others] = readSheets([laid.sheet], filled);
          const where = `${set.audience} ${set.phase} ${kind}`;
          expect(others, where).toEqual([]);
          expect(report?.remarks, where).toEqual([]);
          expect(report?.entries.map((entry) => entry.criterion).sort(), where).toEqual(
            set.criteria.map(({ code }) => code).sort(),
          );
        }
      }
    });
  }
});
