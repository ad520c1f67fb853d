/** Properties of every list of proposals, whatever the reports and the register hold. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectForAwards } from '../../../../core/judge/award/select.ts';
import { standardOf } from '../../../../core/judge/award/verdict.ts';
import type { Movement } from '../../../../core/movement/movement.ts';
import { drawn } from '../../../draws.ts';
import { type Drawn, periodOf, ranOf, runs } from '../score/random-run.ts';
import { SOURCE } from '../score/sets.ts';

const RUNS = { numRuns: drawn(30, 80) };

/** A number of places, or a share. */
const limits = fc.oneof(
  fc.constant({ max: 1, percent: null, base: null }),
  fc.record({
    max: fc.constantFrom(null, 1, 2),
    percent: fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100),
    base: fc.constantFrom('participants' as const, 'registered' as const, 'eligible' as const, 'listed' as const, null),
  }),
);

/** With a quota for every scored unit, so that every set has candidates. */
const awarded = fc
  .tuple(runs, fc.constantFrom(null, 50, 80), fc.constantFrom(null, 1, 2), limits)
  .map(([drawn, share, rank, limit]) => {
    const { kind, subject } = drawn.movement.audiences.find((audience) => audience.kind === drawn.set.audience)!;
    const base = { text: '', audiences: [kind], proposedFor: [], source: SOURCE };
    const own: Movement['standards'] = [
      ...(share === null ? [] : [{ ...base, code: 'S1', kind: 'score-share' as const, value: share }]),
      ...(rank === null ? [] : [{ ...base, code: 'S2', kind: 'rank' as const, value: rank }]),
    ];
    const item = {
      text: '',
      award: null,
      phase: null,
      condition: null,
      source: SOURCE,
      round: 'yearly' as const,
    };
    const quota: Movement['quotas'] = [
      { ...item, ...limit, code: 'Q', kind: subject === 'household' ? subject : 'combined' },
    ];
    const plan = { ...drawn.movement, quotas: quota, standards: [...drawn.movement.standards, ...own] };
    return { ...drawn, movement: plan };
  });

function selectionOf(drawn: Drawn, reports = drawn.reports) {
  const { movement, register } = drawn;
  const ran = ranOf(drawn, [], reports);
  const input = { movement, period: periodOf(drawn), register, alreadyAwarded: [] };
  return { ...ran, selections: selectForAwards({ ...input, sheets: ran.sheets, rankings: ran.rankings }) };
}

/** The base of a share is at most the units that reported or are listed. */
function mostOf({ reports, register }: Drawn): number {
  return Math.max(reports.length, register?.length ?? 0);
}

describe('every list of proposals', () => {
  it('keeps to its quota and names nobody twice', () => {
    fc.assert(
      fc.property(awarded, (drawn) => {
        for (const { quota, chosen, undecided, qualified, waiting, excluded, placesLeft } of selectionOf(drawn)
          .selections) {
          if (quota.max !== null) expect(chosen.length).toBeLessThanOrEqual(quota.max);
          if (quota.percent !== null) expect(chosen.length * 100).toBeLessThanOrEqual(quota.percent * mostOf(drawn));
          if (quota.percent !== null && quota.base === null) expect(chosen).toEqual([]);
          if (undecided.length > 0) expect(undecided.length).toBeGreaterThan(placesLeft ?? 0);
          const names = [
            ...chosen,
            ...undecided,
            ...qualified,
            ...[...waiting, ...excluded].map((reasonedUnit) => reasonedUnit.unit),
          ];
          expect(new Set(names.map(({ unit }) => unit)).size).toBe(names.length);
        }
      }),
      RUNS,
    );
  });

  it('has nobody whom the plan, the register or an open error may still keep out', () => {
    fc.assert(
      fc.property(awarded, (drawn) => {
        const { sheets, selections } = selectionOf(drawn);
        // Drawn again until there is anybody.
        fc.pre(
          selections.some(
            (selection) => selection.chosen.length + selection.undecided.length + selection.qualified.length > 0,
          ),
        );
        const { leastShare, worstRank } = standardOf(drawn.movement, drawn.set.audience);
        for (const { chosen, undecided, qualified } of selections) {
          for (const { unit, worst } of [...chosen, ...undecided, ...qualified]) {
            const sheet = sheets.find((sheet) => sheet.unit === unit)!;
            if (leastShare !== null) expect(sheet.low * 100).toBeGreaterThanOrEqual(leastShare.value * sheet.max);
            if (worstRank !== null) expect(worst).toBeLessThanOrEqual(worstRank.value);
            if (drawn.register) expect(drawn.register.find(({ name }) => name === unit)?.registered).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });

  it('does not depend on the order of the reports', () => {
    fc.assert(
      fc.property(awarded, (drawn) => {
        expect(selectionOf(drawn, [...drawn.reports].reverse()).selections).toEqual(selectionOf(drawn).selections);
      }),
      RUNS,
    );
  });
});
