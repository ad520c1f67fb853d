/** Run results for the tests of our own sheets: score sheets with chosen points, without running the scoring. */

import type { Flag } from '../../../core/judge/flag/flag.ts';
import type { RunResult } from '../../../core/judge/run/run-result.ts';
import type { CriterionScore, ScoreSheet } from '../../../core/judge/score/score-sheet.ts';
import { versionWords } from '../../../core/movement/set-version.ts';
import type { Report } from '../../../core/report/report.ts';
import { tableOf } from '../../../core/report/table-of.ts';
import { type FlagChange, flagOf } from '../../fixtures/flag.ts';
import { SAMPLE_MOVEMENT, SAMPLE_SET } from '../../fixtures/sample-movement.ts';

export function report(unit: string, change: Partial<Report> = {}): Report {
  return {
    file: `${unit}.xlsx`,
    sheets: ['Báo cáo'],
    movement: SAMPLE_MOVEMENT.id,
    set: SAMPLE_SET.version,

    unit: { text: unit, cell: { sheet: 'Báo cáo', address: 'B2' } },
    audience: SAMPLE_SET.audience,
    audienceFrom: 'sheet',
    period: null,
    date: null,
    entries: [],
    total: null,
    layout: {
      sheet: 'Báo cáo',
      headerTop: 3,
      headerBottom: 3,
      lastRow: 6,
      lastColumn: 3,
      columns: new Map(),
      rows: new Map([
        ['1.1', { sheet: 'Báo cáo', row: 4 }],
        ['1.2', { sheet: 'Báo cáo', row: 5 }],
      ]),
    },
    remarks: [],
    ...change,
  };
}

export function point(criterion: string, points: number, change: Partial<CriterionScore> = {}): CriterionScore {
  return {
    criterion,
    title: `Tiêu chí ${criterion}`,
    self: points,
    computed: points,
    appraised: null,
    proposal: null,
    points,
    low: points,
    high: points,
    max: 1000,
    bonus: false,
    status: 'settled',
    reason: `lý do ${criterion}`,
    flags: [],
    ...change,
  };
}

export function scoreSheet(
  unit: string,
  points: readonly CriterionScore[],
  change: Partial<ScoreSheet> = {},
): ScoreSheet {
  const sum = (key: 'self' | 'points' | 'low' | 'high' | 'max') =>
    points.reduce((total, criterionScore) => total + (criterionScore[key] ?? 0), 0);
  const total = sum('points');
  const max = sum('max');
  return {
    unit,
    audience: SAMPLE_SET.audience,
    file: `${unit}.xlsx`,
    table: tableOf(report(unit)),
    set: SAMPLE_SET.version,
    version: versionWords(SAMPLE_SET),
    points,
    self: sum('self'),
    total,
    low: sum('low'),
    high: sum('high'),
    max,
    share: max === 0 ? 0 : Math.floor((20_000 * total + max) / (2 * max)),
    classification: null,
    classReasons: [],
    possibleClasses: [],
    ...change,
  };
}

export function flag(unit: string, change: FlagChange = {}): Flag {
  return flagOf(change.code ?? 'ratio-mismatch', {
    id: `ratio-mismatch:${unit}`,
    unit,
    criterion: '1.1',
    file: `${unit}.xlsx`,
    cell: { sheet: 'Báo cáo', address: 'C5' },
    message: 'Tỷ lệ ghi 90 % nhưng 72/90 = 80 %.',
    suggestion: 'Kiểm tra lại số liệu.',
    ...change,
  });
}

export function runResult(scores: readonly ScoreSheet[], change: Partial<RunResult> = {}): RunResult {
  return {
    movement: SAMPLE_MOVEMENT,
    period: { kind: 'year', year: 2025 },
    reports: scores.map((score) => ({
      report: report(score.unit),
      unit: score.unit,
      flags: [],
      score,
      reception: 'counts' as const,
    })),
    flags: [],
    looseFlags: [],
    rankings: scores.map((score, index) => ({
      rank: index + 1,
      best: index + 1,
      worst: index + 1,
      unit: score.unit,
      audience: score.audience,
      points: score.total,
      share: score.share,
      tie: null,
    })),
    impacts: [],
    silent: [],
    register: null,
    observations: null,
    ...change,
  };
}
