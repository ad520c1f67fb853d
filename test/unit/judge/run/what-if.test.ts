/** What moves when one appraised score changes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinResults, type RunResult } from '../../../../core/judge/run/run-result.ts';
import { whatIf } from '../../../../core/judge/run/what-if.ts';
import { criterion, entry, movement, number, report, run, SOURCE, set } from '../score/sets.ts';

const plan = movement([set([criterion('1', 10_000, { kind: 'proportional', full: 100 })])], {
  quotas: [
    {
      ...{ code: 'Q', text: 'Q', max: 1, kind: 'collective', award: null, round: 'yearly' },
      ...{ percent: null, base: null, phase: null, condition: null, source: SOURCE },
    },
  ],
});

function resultOf(shares: readonly number[]): RunResult {
  const reports = shares.map((share, at) => report(`Bản ${at}`, [entry('1', { value: number(share) })]));
  const scored = run(plan, reports);
  const named = reports.map((own) => ({ report: own, unit: own.unit!.text }));
  const known = { register: null, observations: null, impacts: [], silent: [], flags: [], rankings: scored.rankings };
  return { movement: plan, period: { kind: 'year', year: 2025 }, ...known, ...joinResults(named, [], scored.sheets) };
}

const ask = (shares: readonly number[], at: number, points: number) =>
  whatIf(
    { result: resultOf(shares), decisions: [], alreadyAwarded: [], nominations: [] },
    { unit: `Bản ${at}`, criterion: '1', points },
  );

describe('one appraised score changed', () => {
  it('says who moves, and whose proposal it turns', () => {
    const { places, awards } = ask([99, 98, 97], 2, 10_000);
    expect(places.map(({ before, after }) => [before.unit, before.rank, after.rank])).toEqual([
      ['Bản 0', 1, 2],
      ['Bản 1', 2, 3],
      ['Bản 2', 3, 1],
    ]);
    expect(awards.map(({ before, after }) => [before?.unit, before?.state, after?.state])).toEqual([
      ['Bản 0', 'proposed', 'refused'],
      ['Bản 2', 'refused', 'proposed'],
    ]);
  });

  it('moves nobody when the points stay, or cannot be', () => {
    expect(ask([99, 98], 1, 9800)).toEqual({ places: [], awards: [] });
    expect(ask([99, 98], 1, 20_000)).toEqual({ places: [], awards: [] });
  });

  it('raising a score never lowers its own place', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(shares, fc.nat(5), fc.nat(100), (list, pick, more) => {
        const at = pick % list.length;
        const raised = Math.min(10_000, (list[at] ?? 0) * 100 + more * 100);
        const own = ask(list, at, raised).places.find(({ before }) => before.unit === `Bản ${at}`);
        if (own) expect(own.after.rank).toBeLessThanOrEqual(own.before.rank);
      }),
      { numRuns: 60 },
    );
  });
});
