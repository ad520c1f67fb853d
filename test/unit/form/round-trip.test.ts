/**
 * Our own form, for every bundled movement and audience, through real bytes: untouched it reads as empty, filled in it
 * reads as typed.
 */
import { describe, expect, it } from 'vitest';
import { formGrid } from '../../../core/form/form-grid.ts';
import { type FormShape, formShape } from '../../../core/form/form-subject.ts';
import { reportTemplate } from '../../../core/form/template.ts';
import type { Measure } from '../../../core/movement/rule.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { readReports } from '../../../core/report/read.ts';
import type { Entry, Read, Report } from '../../../core/report/report.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import type { NewSheet } from '../../../core/sheet/workbook/port.ts';
import { copyPlaces } from '../../../core/sheets/copy-place.ts';
import { correctReport } from '../../fixtures/correct-report.ts';
import type { FilledEntry } from '../../fixtures/filled-report.ts';
import { layoutSheet } from '../../fixtures/layouts.ts';

const CASES = MOVEMENTS.flatMap((movement) =>
  movement.criteriaSets.map((set) => {
    const end = movement.phases.find(({ code }) => code === set.phase)?.to ?? movement.period.to;
    return { movement, set, period: { kind: 'year' as const, year: Number(end.slice(0, 4)) } };
  }),
);
type Case = (typeof CASES)[number];

function readOne(sheet: NewSheet, { movement, period }: Case): Report {
  const book = readBook(newBook([sheet]));
  if (!book.ok) throw new Error(book.refusal.message);
  const { reports, remarks } = readReports(book.value, { file: 'bieu.xlsx', movement, period });
  expect(remarks).toEqual([]);
  expect(reports).toHaveLength(1);
  const [report] = reports;
  if (!report) throw new Error('no report');
  return report;
}

const lines = (report: Report): ReadonlyMap<string, Entry> =>
  new Map(
    report.entries.flatMap((entry) => [
      [entry.criterion, entry] as const,
      ...(entry.parts ?? []).map((part) => [`${entry.criterion}.${part.criterion}`, part] as const),
    ]),
  );

const values = (entry: Entry): readonly (Read | undefined)[] => [
  entry.numerator,
  entry.denominator,
  entry.value,
  entry.self,
  entry.baseline,
];

/** Plain value of a reading as it was typed. */
function typed(read: Read | undefined): unknown {
  const reading = read?.reading;
  switch (reading?.kind) {
    case 'number':
      return reading.value;
    case 'yes':
    case 'no':
      return reading.kind === 'yes';
    case 'date':
      return reading.date;
    case 'missing':
      return undefined;
    default:
      return reading;
  }
}

function expectTyped(entry: Entry, wanted: FilledEntry, measure: Measure, shape: FormShape): void {
  if (shape === 'full') {
    expect(typed(entry.numerator)).toBe(wanted.a);
    expect(typed(entry.denominator)).toBe(wanted.b);
    expect(typed(entry.self)).toBe(wanted.self);
  } else if (measure === 'percentage' && wanted.a !== undefined) {
    expect(entry.value?.reading).toEqual({ kind: 'fraction', a: wanted.a, b: wanted.b });
  }
  expect(entry.evidence).toEqual(wanted.evidence ? [wanted.evidence] : []);
  if (measure === 'percentage') return;
  if (measure === 'level') expect(entry.value?.raw ?? undefined).toBe(wanted.value);
  else expect(typed(entry.value)).toBe(wanted.value);
}

describe.each(CASES.map((item) => [`${item.movement.id} ${item.set.audience} ${item.set.phase ?? ''}`, item] as const))(
  '%s',
  (_, item) => {
    const { movement, set, period } = item;

    it('untouched: every row found by its code, every open cell missing, no other remark', () => {
      const report = readOne(reportTemplate({ movement, set, audience: set.audience, period, unit: null }), item);
      const read = lines(report);
      const grid = formGrid(set, 'UBND xã', formShape(movement, set.audience));
      const codes = grid.rows.flatMap((row) => (row.kind === 'line' ? [row.line.code] : []));
      expect([...read.keys()].sort()).toEqual([...codes].sort());
      for (const [code, entry] of read) {
        expect(entry.matched, code).toEqual({ by: 'code', similarity: 1 });
        expect(
          values(entry).every((value) => value === undefined || value.reading.kind === 'missing'),
          code,
        ).toBe(true);
        expect(entry.evidence).toEqual([]);
        expect(report.layout.rows.get(code)?.row).toBe(
          grid.rows.find((row) => row.kind === 'line' && row.line.code === code)?.row,
        );
      }
      expect(report).toMatchObject({
        unit: null,
        date: null,
        audience: set.audience,
        audienceFrom: 'sheet',
        remarks: [],
      });
      expect(report.period?.period).toEqual(period);
      expect(report.set).toBe(set.version);
      expect([...report.layout.columns]).toEqual(
        [...grid.columns]
          .filter(([role]) => role !== 'basis')
          .sort((a, b) => ORDER.indexOf(a[0]) - ORDER.indexOf(b[0])),
      );
    });

    it('points and reasons go into the room left for them: unlocked cells beside the table', () => {
      const sheet = reportTemplate({ movement, set, audience: set.audience, period, unit: null });
      const book = readBook(newBook([sheet]));
      if (!book.ok) throw new Error(book.refusal.message);
      const places = copyPlaces(book.value, readOne(sheet, item));
      const { headerRow, lastColumn } = formGrid(set, 'UBND xã', formShape(movement, set.audience));
      expect(places).toMatchObject([{ sheet: sheet.name, column: lastColumn + 1, headerRow, empty: true }]);
    });

    it('filled: exactly what was typed', () => {
      const filled = correctReport(set, movement, 'Đơn vị thử nghiệm', 11, { period });
      const report = readOne(layoutSheet('form', filled).sheet, item);
      const read = lines(report);
      expect(report.unit?.text).toBe('Đơn vị thử nghiệm');
      expect(report.date?.date).toBe(filled.date);
      expect(report.remarks).toEqual([]);
      const grid = formGrid(set, 'UBND xã', formShape(movement, set.audience));
      for (const row of grid.rows) {
        if (row.kind === 'group') continue;
        const entry = read.get(row.line.code);
        if (!entry) throw new Error(row.line.code);
        expectTyped(entry, filled.rows.get(row.line.code) ?? {}, row.line.measure, grid.shape);
      }
    });
  },
);

/** Order in which a layout lists its columns. */
const ORDER = [
  'index',
  'code',
  'title',
  'unit',
  'target',
  'max',
  'method',
  'numerator',
  'denominator',
  'value',
  'self',
  'appraised',
  'evidence',
  'explanation',
  'baseline',
  'exempted',
];
