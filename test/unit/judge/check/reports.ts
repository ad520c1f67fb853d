/**
 * Reports in the reader's form, built without a sheet: a correct report for the sample movement, and small changes to
 * it.
 */

import type { Period } from '../../../../core/base/period/period.ts';
import { fromPoints } from '../../../../core/base/quantity/points.ts';
import type { CheckContext } from '../../../../core/judge/check/context.ts';
import { scoreCriterion } from '../../../../core/judge/score/criterion.ts';
import type { CriteriaSet, Criterion } from '../../../../core/movement/criteria-set.ts';
import type { Movement } from '../../../../core/movement/movement.ts';
import type { Observation } from '../../../../core/portal/indicator/observation.ts';
import type { ReadFile } from '../../../../core/report/read.ts';
import type { RegisterUnit } from '../../../../core/report/register.ts';
import type { CellRef, Entry, PointsReading, Read, Reading, Report } from '../../../../core/report/report.ts';
import { SAMPLE_MOVEMENT, SAMPLE_SET } from '../../../fixtures/sample-movement.ts';

export const YEAR: Period = { kind: 'year', year: 2025 };
const SHEET = 'Báo cáo';
const COLUMNS = { title: 'B', target: 'C', max: 'D', a: 'E', b: 'F', value: 'G', self: 'H', evidence: 'I', note: 'J' };
const FIRST_ROW = 8;

/** Cell of a criterion: `cell('2.1', 'a')` → E11. */
export function cell(code: string, column: keyof typeof COLUMNS, set: CriteriaSet = SAMPLE_SET): CellRef {
  const row = FIRST_ROW + set.criteria.findIndex((criterion) => criterion.code === code);
  return { sheet: SHEET, address: `${COLUMNS[column]}${row}` };
}

export const UNIT_CELL: CellRef = { sheet: SHEET, address: 'A2' };
export const PERIOD_CELL: CellRef = { sheet: SHEET, address: 'A3' };
export const DATE_CELL: CellRef = { sheet: SHEET, address: 'A4' };
export const TOTAL_CELL: CellRef = { sheet: SHEET, address: 'H30' };

export function read(at: CellRef, reading: Reading, raw?: Read['raw']): Read {
  return { reading, cell: at, raw: raw ?? rawOf(reading) };
}

function rawOf(reading: Reading): Read['raw'] {
  if (reading.kind === 'number') return reading.value;
  if (reading.kind === 'fraction') return `${reading.a}/${reading.b}`;
  return 'text' in reading ? reading.text : null;
}

export const number = (value: number): Reading => ({ kind: 'number', value });
export const MISSING: Reading = { kind: 'missing' };

/** What a unit filled in for one criterion. */
interface Filled {
  readonly a?: number;
  readonly b?: number;
  readonly value?: Reading;
}

/** Figures of the sample set; `seed` moves them so that no two units are alike. */
function filled(criterion: Criterion, seed: number): Filled {
  switch (criterion.measure) {
    case 'percentage': {
      const b = 100 + 7 * seed;
      return { a: Math.round(b * (0.6 + (seed % 5) / 20)), b };
    }
    case 'yes-no':
      return { value: { kind: 'yes' } };
    case 'date':
      return { value: { kind: 'date', date: `2025-01-${10 + (seed % 18)}` } };
    case 'level':
      return { value: { kind: 'level', code: 'head' } };
    case 'rate':
      return { value: number(6.5 + seed / 10) };
    default:
      return { value: number(2 + (seed % 3)) };
  }
}

export interface ReportMore {
  readonly unit?: string;
  readonly seed?: number;
  readonly set?: CriteriaSet;
  readonly movement?: Movement;
  readonly file?: string;
}

/** A report without any fault, its own points as the rule gives them. */
export function correct({
  unit = 'Bản Nà Đắng',
  seed = 1,
  set = SAMPLE_SET,
  file,
  movement = SAMPLE_MOVEMENT,
}: ReportMore = {}): Report {
  const entries = set.criteria.map((criterion, index) => entryOf(criterion, seed, index, set, movement));
  const self = entries.map((entry) => (entry.self?.reading.kind === 'number' ? entry.self.reading.value : 0));
  const total = Math.round(100 * self.reduce((sum, number) => sum + number, 0)) / 100;
  return {
    file: file ?? `${unit}.xlsx`,
    sheets: [SHEET],
    movement: movement.id,
    set: set.version,
    unit: { text: unit, cell: UNIT_CELL },
    audience: set.audience,
    audienceFrom: 'sheet',
    period: { period: YEAR, cell: PERIOD_CELL },
    date: { date: '2025-10-28', text: 'ngày 28 tháng 10 năm 2025', cell: DATE_CELL },
    entries,
    total: { reading: { kind: 'number', value: total }, cell: TOTAL_CELL, raw: total },
    layout: {
      sheet: SHEET,
      headerTop: 6,
      headerBottom: 6,
      lastRow: 29,
      lastColumn: 9,
      columns: new Map(),
      rows: new Map(),
    },
    remarks: [],
  };
}

function entryOf(criterion: Criterion, seed: number, index: number, set: CriteriaSet, movement: Movement): Entry {
  const { code } = criterion;
  const at = (column: keyof typeof COLUMNS) => cell(code, column, set);
  const figures = filled(criterion, seed);
  const entry: Entry = {
    criterion: code,
    title: { text: criterion.title, cell: at('title') },
    matched: { by: 'code', similarity: 1 },
    ...(criterion.rule.kind === 'best'
      ? { parts: criterion.rule.parts.map(({ code: part }, at) => partRow(part, at === 0 ? { kind: 'yes' } : MISSING)) }
      : criterion.measure === 'percentage'
        ? {
            numerator: read(at('a'), number(figures.a ?? 0)),
            denominator: read(at('b'), number(figures.b ?? 0)),
            value: read(at('value'), number(Math.round((10_000 * (figures.a ?? 0)) / (figures.b ?? 1)) / 100)),
          }
        : { value: read(at('value'), figures.value ?? MISSING) }),
    ...(criterion.target
      ? { target: { text: `Tối thiểu ${criterion.target.value} ${criterion.unit}`, cell: at('target') } }
      : {}),
    max: points(at('max'), fromPoints(criterion.maxPoints)),
    evidence: [`Báo cáo số ${seed * 60 + index + 1}/BC-CĐS ngày ${10 + (index % 10)}/3/2025`],
    evidenceCell: at('evidence'),
  };
  const { computed } = scoreCriterion(criterion, entry, { movement, period: YEAR });
  return computed === null ? entry : { ...entry, self: points(at('self'), fromPoints(computed)) };
}

/** A part row of a composed criterion: its result stands in column G, the row is its code. */
export function partRow(code: string, reading: Reading): Entry {
  const at = (column: string) => ({ sheet: SHEET, address: `${column}${code}` });
  return {
    criterion: code,
    title: { text: `Cách ${code}`, cell: at('B') },
    matched: { by: 'code', similarity: 1 },
    value: { reading, cell: at('G'), raw: null },
    evidence: [],
  };
}

export function points(at: CellRef, value: number): Read<PointsReading> {
  return { reading: { kind: 'number', value }, cell: at, raw: value };
}

/** The report with a changed entry; a field set to undefined is removed. */
export function change(
  report: Report,
  code: string,
  changes: { readonly [K in keyof Entry]?: Entry[K] | undefined },
): Report {
  const entries = report.entries.map((entry) => {
    if (entry.criterion !== code) return entry;
    return Object.fromEntries(
      Object.entries({ ...entry, ...changes }).filter(([, value]) => value !== undefined),
    ) as unknown as Entry;
  });
  return { ...report, entries };
}

export function fileOf(...reports: readonly Report[]): ReadFile {
  return { name: reports[0]?.file ?? 'trống.xlsx', reports, remarks: [], macros: false, externalLinks: [] };
}

export function registered(name: string, more: Partial<RegisterUnit> = {}): RegisterUnit {
  return {
    name,
    otherNames: [],
    audience: 'village',
    registered: true,
    received: null,
    women: null,
    facts: [],
    awards: [],
    portalCode: null,
    ...more,
  };
}

export function observed(
  indicator: string,
  unit: string,
  value: number | null,
  more: Partial<Observation> = {},
): Observation {
  return {
    indicator,
    unit: { name: unit },
    period: '2025',
    value,
    provenance: {
      url: 'https://dichvucong.example.vn/',
      capturedAt: '2025-10-30T08:00:00+07:00',
      reader: { id: 'mau', version: '1' },
      contentHash: '0',
    },
    ...more,
  };
}

/** Everything a run can know, and all of it in order. */
export function context(more: Partial<CheckContext> = {}): CheckContext {
  return {
    movement: SAMPLE_MOVEMENT,
    period: YEAR,
    asOf: '2025-11-20',
    register: null,
    previous: null,
    observations: null,
    ...more,
  };
}
