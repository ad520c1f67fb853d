/** Properties of every scoring, whatever was written, by whom, in which order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoreSheet } from '../../../../core/judge/score/score-sheet.ts';
import type { Report } from '../../../../core/report/report.ts';
import { drawn } from '../../../draws.ts';
import { type Drawn, decided, ranOf, runs } from './random-run.ts';
import { number } from './sets.ts';

const RUNS = { numRuns: drawn(30, 60) };

const share = (points: number, max: number) => (max === 0 ? 0 : points / max);
const EPSILON = 1e-9;

describe('every scoring', () => {
  it('counts between low and high, each criterion and the total', () => {
    fc.assert(
      fc.property(runs, (drawn) => {
        for (const sheet of ranOf(drawn).sheets) {
          for (const item of [...sheet.points, { ...rangeOf(sheet), criterion: 'total' }]) {
            expect([item.criterion, item.low <= item.points, item.points <= item.high]).toEqual([
              item.criterion,
              true,
              true,
            ]);
          }
          expect(sheet.high).toBeLessThanOrEqual(sheet.max + 10_000);
        }
      }),
      RUNS,
    );
  });

  it('stays in its range, whatever the council decides on an open flag', () => {
    fc.assert(
      fc.property(
        runs,
        fc.nat(),
        fc.constantFrom('accept', 'adjust', 'return'),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (drawn, at, kind, part) => {
          const before = ranOf(drawn);
          const open = before.flags.filter(({ severity, criterion }) => severity === 'error' && criterion !== null);
          const flag = open[at % Math.max(1, open.length)];
          if (!flag) return;
          // Points it sets for a part it found doubtful; what nobody doubts it may overrule too, but that is no matter
          // of the flag.
          const own = before.sheets.find(({ unit }) => unit === flag.unit)?.points;
          const line = own?.find(({ criterion }) => `${flag.criterion}.`.startsWith(`${criterion}.`));
          // What does not arise has no range: points for it make the maximum grow.
          if (!line || (kind === 'adjust' && line.status === 'not-applicable')) return;
          const points = Math.round(line.low + part * (line.high - line.low));
          const after = ranOf(drawn, [decided(flag, kind, kind === 'adjust' ? points : null)]);
          for (const [index, sheet] of after.sheets.entries()) {
            const was = before.sheets[index]!;
            expect(sheet.total, was.unit).toBeGreaterThanOrEqual(was.low);
            expect(sheet.total, was.unit).toBeLessThanOrEqual(was.high);
            expect(share(sheet.total, sheet.max)).toBeGreaterThanOrEqual(share(was.low, was.max) - EPSILON);
            expect(share(sheet.total, sheet.max)).toBeLessThanOrEqual(share(was.high, was.max) + EPSILON);
          }
        },
      ),
      RUNS,
    );
  });

  it('earns nothing, out of an unchanged maximum, for a "not arising" that the criterion does not allow', () => {
    let seen = 0;
    fc.assert(
      fc.property(runs, (drawn) => {
        const { sheets, flags } = ranOf(drawn);
        for (const flag of flags) {
          if (flag.code !== 'not-applicable-claimed') continue;
          seen++;
          const own = sheets.find(({ unit }) => unit === flag.unit)?.points ?? [];
          const criterionScore = own.find(({ criterion }) => criterion === flag.criterion);
          // A part that is claimed away leaves the other parts their points.
          if (criterionScore)
            expect([criterionScore.low, criterionScore.points, criterionScore.max > 0 || criterionScore.bonus]).toEqual(
              [0, 0, true],
            );
        }
        expectNoQuietClaims(drawn, sheets, new Set(flags.map(({ unit, criterion }) => `${unit} ${criterion}`)));
      }),
      RUNS,
    );
    expect(seen).toBeGreaterThan(50);
  });

  it('does not fall when a figure that helps rises', () => {
    fc.assert(
      fc.property(runs, fc.nat(), fc.integer({ min: 1, max: 20 }), (drawn, at, more) => {
        const helping = drawn.set.criteria.filter(({ measure, direction, filledBy, rule }) => {
          const isPlain = rule.kind !== 'deduction' && rule.kind !== 'sum' && rule.kind !== 'best';
          return measure === 'percentage' && direction === 'higher' && filledBy === 'unit' && isPlain;
        });
        const [first, ...others] = drawn.reports;
        const all = helping.flatMap(({ code }) => (first && raise(first, code, more)) ?? []);
        const raised = all[at % Math.max(1, all.length)];
        // Redraw until there is one.
        fc.pre(raised !== undefined);
        const before = ranOf(drawn);
        const after = ranOf(drawn, [], [raised, ...others]);
        expect(after.sheets[0]!.total).toBeGreaterThanOrEqual(before.sheets[0]!.total);
        const place = (ran: typeof before) => ran.rankings.find(({ unit }) => unit === before.sheets[0]!.unit)?.rank;
        expect(place(after)).toBeLessThanOrEqual(place(before) ?? 0);
      }),
      RUNS,
    );
  });

  it('does not depend on the order of the reports', () => {
    fc.assert(
      fc.property(runs, (drawn) => {
        const there = ranOf(drawn);
        const back = ranOf(drawn, [], [...drawn.reports].reverse());
        const plain = (sheets: readonly ScoreSheet[]) => JSON.parse(JSON.stringify(sheets));
        expect(plain([...back.sheets].reverse())).toEqual(plain(there.sheets));
        expect(back.rankings).toEqual(there.rankings);
      }),
      RUNS,
    );
  });
});

function rangeOf({ total, low, high }: ScoreSheet) {
  return { points: total, low, high };
}

/** What was written KPS either carries a flag, or its criterion lets a stated reason do, or nothing hangs on it. */
function expectNoQuietClaims({ set, reports }: Drawn, sheets: readonly ScoreSheet[], flagged: ReadonlySet<string>) {
  for (const [index, { entries, unit }] of reports.entries()) {
    for (const { criterion, value, explanation } of entries) {
      if (value?.reading.kind !== 'not-applicable') continue;
      const item = set.criteria.find(({ code }) => code === criterion);
      const isAllowed = item?.notApplicable === 'drop' || item?.notApplicable === 'full';
      const isFree = item?.bonus || item?.rule.kind === 'deduction' || item?.filledBy !== 'unit';
      const isGraded = item?.rule.kind === 'council-graded';
      if (isFree || isGraded || (isAllowed && explanation)) continue;
      const low = sheets[index]?.points.find((own) => own.criterion === criterion)?.low;
      expect([unit?.text, criterion, flagged.has(`${unit?.text} ${criterion}`), low]).toEqual([
        unit?.text,
        criterion,
        true,
        0,
      ]);
    }
  }
}

/** The report with more of a ratio that is part of a whole; null when it has none such there. */
function raise(report: Report, code: string, more: number): Report | null {
  const found = report.entries.find(({ criterion }) => criterion === code);
  const a = found?.numerator?.reading;
  const b = found?.denominator?.reading;
  if (!found || found.value || a?.kind !== 'number' || b?.kind !== 'number' || a.value >= b.value) return null;
  const raised = { ...found, numerator: number(Math.min(b.value, a.value + more)) };
  return { ...report, entries: report.entries.map((entry) => (entry === found ? raised : entry)) };
}
