/**
 * The scoring bench's set and reports: 30 criteria (18 proportional, 6 bands, 3 yes-no, 3 per-unit), the same for every
 * contender.
 */
import type { CriteriaSet, Criterion } from '../core/movement/criteria-set.ts';
import type { ScoringRule } from '../core/movement/rule.ts';
import type { Entry, Read, Report } from '../core/report/report.ts';

export type Kind = 'proportional' | 'bands' | 'yes-no' | 'per-unit';

export const CRITERIA = 30;
/** Maximum of every criterion, hundredths. */
export const MAX = 500;
export const FULL = 80;
export const BANDS = [
  { from: 90, points: 500 },
  { from: 80, points: 400 },
  { from: 60, points: 250 },
  { from: 0, points: 100 },
] as const;
export const PER_UNIT = { points: 50, cap: 500 } as const;

export const KINDS: readonly Kind[] = Array.from({ length: CRITERIA }, (_, i) =>
  i % 10 === 9 ? 'per-unit' : i % 10 === 8 ? 'yes-no' : i % 5 === 4 || i % 10 === 2 ? 'bands' : 'proportional',
);

const RULES: Readonly<Record<Kind, ScoringRule>> = {
  proportional: { kind: 'proportional', full: FULL },
  bands: {
    kind: 'bands',
    bands: BANDS.map(({ from, points }, i) => ({
      from,
      fromInclusive: true,
      toInclusive: i === 0,
      points,
      ...(i === 0 ? {} : { to: BANDS[i - 1]!.from }),
    })),
  },
  'yes-no': { kind: 'yes-no' },
  'per-unit': { kind: 'per-unit', ...PER_UNIT },
};

function criterion(kind: Kind, index: number): Criterion {
  return {
    code: `${1 + Math.floor(index / 10)}.${1 + (index % 10)}`,
    group: String(1 + Math.floor(index / 10)),
    title: `Tiêu chí ${index + 1}`,
    aliases: [],
    measure: kind === 'yes-no' ? 'yes-no' : kind === 'per-unit' ? 'count' : 'percentage',
    unit: kind === 'per-unit' ? 'lượt' : '%',
    direction: 'higher',
    target: { code: null, comparator: 'gte', value: FULL, by: null },
    maxPoints: MAX,
    rule: RULES[kind],
    notApplicable: 'drop',
    evidence: 'none',
    filledBy: 'unit',
    bonus: false,
    gates: [],
    indicator: null,
    source: { section: 'II.4.a' },
    proposed: true,
  };
}

export const SET: CriteriaSet = {
  audience: 'agency',
  phase: null,
  version: 'bench-1',
  title: 'Bộ tiêu chí đo tốc độ',
  groups: ['1', '2', '3'].map((code) => ({ code, title: `Nhóm ${code}` })),
  criteria: KINDS.map(criterion),
  classification: [
    { code: 'excellent', name: 'Hoàn thành xuất sắc', from: 95, noZeroCriterion: true },
    { code: 'good', name: 'Hoàn thành tốt', from: 85, noZeroCriterion: false },
    { code: 'not-completed', name: 'Không hoàn thành', from: 0, noZeroCriterion: false },
  ],
  bonusCap: 0,
  gates: [],
  knockOuts: [],
  classCaps: [],
  tieBreaks: [{ kind: 'council' }],
  scored: true,
  proposed: true,
};

/** Figures of report `n`, criterion `i`: a of b, a tick, or a count. */
export function figures(n: number, i: number): { readonly a: number; readonly b: number } {
  const b = 20 + ((n * 7 + i * 13) % 180);
  return { a: (n * 31 + i * 17) % (b + 1), b };
}

const CELL = { sheet: 'Báo cáo', address: 'A1' };
const read = (reading: Read['reading']): Read => ({ reading, cell: CELL, raw: null });

/** A report as the reader makes it. */
export function report(n: number): Report {
  const entries = SET.criteria.map((criterion, i): Entry => {
    const { a, b } = figures(n, i);
    const kind = KINDS[i]!;
    const ofPair = kind === 'proportional' || kind === 'bands';
    return {
      criterion: criterion.code,
      title: { text: criterion.title, cell: CELL },
      matched: { by: 'code', similarity: 1 },
      numerator: ofPair ? read({ kind: 'number', value: a }) : undefined,
      denominator: ofPair ? read({ kind: 'number', value: b }) : undefined,
      value: ofPair
        ? undefined
        : read(kind === 'yes-no' ? { kind: a % 2 === 0 ? 'yes' : 'no' } : { kind: 'number', value: a % 15 }),
      self: undefined,
      appraised: undefined,
      max: undefined,
      target: undefined,
      evidence: [],
      evidenceCell: undefined,
      explanation: undefined,
      exempted: undefined,
      baseline: undefined,
      parts: undefined,
    };
  });
  return {
    file: `${n}.xlsx`,
    sheets: ['Báo cáo'],
    movement: 'bench',
    set: SET.version,
    unit: { text: `Đơn vị ${n}`, cell: CELL },
    audience: 'agency',
    audienceFrom: 'sheet',
    period: null,
    date: null,
    entries,
    total: null,
    layout: {
      sheet: 'Báo cáo',
      headerTop: 0,
      headerBottom: 0,
      lastRow: CRITERIA,
      lastColumn: 5,
      columns: new Map(),
      rows: new Map(),
    },
    remarks: [],
  };
}
