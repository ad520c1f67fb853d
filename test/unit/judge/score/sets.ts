/** Small criteria sets and reports for the scoring tests. */

import type { Flag } from '../../../../core/judge/flag/flag.ts';
import { type ScoreInput, type ScoreOutput, scoreReports } from '../../../../core/judge/run/score.ts';
import { type CriterionResult, scoreCriterion } from '../../../../core/judge/score/criterion.ts';
import type { CriteriaSet, Criterion } from '../../../../core/movement/criteria-set.ts';
import type { Movement } from '../../../../core/movement/movement.ts';
import type { Measure, ScoringRule } from '../../../../core/movement/rule.ts';
import type { RegisterUnit } from '../../../../core/report/register.ts';
import type { Entry, Read, Reading, Report } from '../../../../core/report/report.ts';
import { type FlagChange, flagOf } from '../../../fixtures/flag.ts';

export const SOURCE = { section: 'II.4.a' };
const CELL = { sheet: 'Sheet1', address: 'D7' };

export function criterion(code: string, max: number, rule: ScoringRule, more: Partial<Criterion> = {}): Criterion {
  return {
    code,
    group: '1',
    title: `Tiêu chí ${code}`,
    aliases: [],
    measure: measureOf(rule),
    unit: measureOf(rule) === 'percentage' ? '%' : '',
    direction: 'higher',
    target: null,
    maxPoints: max,
    rule,
    notApplicable: 'drop',
    evidence: 'none',
    filledBy: 'unit',
    bonus: false,
    gates: [],
    indicator: null,
    source: SOURCE,
    proposed: true,
    ...more,
  };
}

function measureOf(rule: ScoringRule): Measure {
  const single: Partial<Record<ScoringRule['kind'], Measure>> = {
    'yes-no': 'yes-no',
    levels: 'level',
    'per-unit': 'count',
    deduction: 'count',
    'by-date': 'date',
  };
  return single[rule.kind] ?? 'percentage';
}

export const BANDS: CriteriaSet['classification'] = [
  { code: 'excellent', name: 'Hoàn thành xuất sắc nhiệm vụ', from: 95, noZeroCriterion: true },
  { code: 'good', name: 'Hoàn thành tốt nhiệm vụ', from: 85, noZeroCriterion: true },
  { code: 'completed', name: 'Hoàn thành nhiệm vụ', from: 75, noZeroCriterion: false },
  { code: 'not-completed', name: 'Không hoàn thành nhiệm vụ', from: 0, noZeroCriterion: false },
];

export function set(criteria: readonly Criterion[], more: Partial<CriteriaSet> = {}): CriteriaSet {
  return {
    audience: 'village',
    phase: null,
    version: '1',
    title: 'Bộ tiêu chí',
    groups: [{ code: '1', title: 'Nhóm' }],
    criteria: [...criteria],
    classification: BANDS,
    bonusCap: 0,
    gates: [],
    knockOuts: [],
    classCaps: [],
    tieBreaks: [{ kind: 'council' }],
    scored: true,
    proposed: true,
    ...more,
  };
}

export function movement(sets: readonly CriteriaSet[], more: Partial<Movement> = {}): Movement {
  return {
    id: 'thu',
    title: 'Phong trào thi đua',
    otherTitles: [],
    issuer: { commune: 'xã Tân Quang', district: null, province: 'Thái Nguyên' },
    plan: { number: null, date: null, dateText: null, title: 'Kế hoạch' },
    theme: null,
    period: { from: '2023-01-01', to: '2030-12-31' },
    phases: [],
    scope: 'xã',
    audiences: [
      { kind: 'village', name: 'Bản', subject: 'collective', members: [], competes: true, source: SOURCE },
      { kind: 'individual', name: 'Cá nhân', subject: 'individual', members: [], competes: true, source: SOURCE },
    ],
    contents: [],
    priorityFields: [],
    targets: [],
    standards: [],
    awards: [],
    quotas: [],
    outOfTurn: null,
    calendar: [],
    roles: [],
    legalBases: [],
    warnings: [],
    criteriaSets: [...sets],
    ...more,
  };
}

export function read<T extends Reading>(reading: T): Read<T> {
  return { reading, cell: CELL, raw: null };
}
export const number = (value: number) => read({ kind: 'number', value });
export const fraction = (a: number, b: number) => read({ kind: 'fraction', a, b });
export const yes = read({ kind: 'yes' });
export const no = read({ kind: 'no' });
export const date = (day: string) => read({ kind: 'date', date: day });
export const level = (code: string) => read({ kind: 'level', code });
export const none = read({ kind: 'not-applicable', text: 'KPS' });

export function entry(code: string, more: Partial<Entry> = {}): Entry {
  return {
    criterion: code,
    title: { text: code, cell: CELL },
    matched: { by: 'code', similarity: 1 },
    evidence: [],
    ...more,
  };
}

export function report(unit: string, entries: readonly Entry[], more: Partial<Report> = {}): Report {
  return {
    file: `${unit}.xlsx`,
    sheets: ['Sheet1'],
    movement: 'thu',
    set: '1',
    unit: { text: unit, cell: CELL },
    audience: 'village',
    audienceFrom: 'sheet',
    period: { period: { kind: 'year', year: 2025 }, cell: CELL },
    date: null,
    entries,
    total: null,
    layout: {
      sheet: 'Sheet1',
      headerTop: 0,
      headerBottom: 0,
      lastRow: 9,
      lastColumn: 5,
      columns: new Map(),
      rows: new Map(),
    },
    remarks: [],
    ...more,
  };
}

export function unit(name: string, more: Partial<RegisterUnit> = {}): RegisterUnit {
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

export function flag(name: string, code: string | null, more: FlagChange = {}): Flag {
  return flagOf(more.code ?? (code === null ? 'wrong-period' : 'not-a-number'), {
    id: `${name}:${code}`,
    unit: name,
    criterion: code,
    file: `${name}.xlsx`,
    ...more,
  });
}

/** A rule on one entry. */
export function score(criterion: Criterion, found: Partial<Entry> | null, more: object = {}): CriterionResult {
  return scoreCriterion(criterion, found ? entry(criterion.code, found) : null, {
    movement: movement([set([criterion])]),
    period: { kind: 'year', year: 2025 },
    ...more,
  });
}

export function run(plan: Movement, reports: readonly Report[], more: Partial<ScoreInput> = {}): ScoreOutput {
  return scoreReports({
    movement: plan,
    reports,
    flags: [],
    register: null,
    period: { kind: 'year', year: 2025 },
    ...more,
  });
}
