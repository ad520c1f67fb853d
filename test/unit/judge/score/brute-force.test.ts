/**
 * Ranges, ranks, classes, awards and impacts against all possible outcomes, enumerated on small sets by separate code.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flag } from '../../../../core/judge/flag/flag.ts';
import type { ScoreOutput } from '../../../../core/judge/run/score.ts';
import type { CriteriaSet, Criterion } from '../../../../core/movement/criteria-set.ts';
import type { Quota } from '../../../../core/movement/movement.ts';
import type { Report } from '../../../../core/report/report.ts';
import { drawn } from '../../../draws.ts';
import { criterion, entry, flag, movement, no, none, report, run, SOURCE, set, yes } from './sets.ts';

type CellState = 'yes' | 'no' | 'flagged' | 'graded' | 'none';

interface Case {
  readonly maxima: readonly number[];
  readonly gates: readonly (readonly number[])[];
  readonly setGates: readonly number[];
  readonly bonus: number | null;
  readonly bonusCap: number;
  readonly noZero: boolean;
  readonly tieCriterion: number | null;
  readonly units: readonly (readonly CellState[])[];
  readonly places: number;
}

const WIDTH = 3;
const cells: fc.Arbitrary<CellState> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<CellState>('yes') },
  { weight: 2, arbitrary: fc.constant<CellState>('no') },
  { weight: 2, arbitrary: fc.constant<CellState>('flagged') },
  { weight: 1, arbitrary: fc.constant<CellState>('graded') },
);

const casesOf = (arbitrary: fc.Arbitrary<CellState>): fc.Arbitrary<Case> =>
  fc.record({
    maxima: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: WIDTH, maxLength: WIDTH }),
    // Only earlier criteria are gates, so there is no ring.
    gates: fc
      .tuple(fc.boolean(), fc.boolean(), fc.boolean())
      .map(([oneZero, twoZero, twoOne]) => [[], oneZero ? [0] : [], [...(twoZero ? [0] : []), ...(twoOne ? [1] : [])]]),
    setGates: fc.constantFrom([], [], [0]),
    bonus: fc.constantFrom(null, null, 2),
    bonusCap: fc.integer({ min: 0, max: 2 }),
    noZero: fc.boolean(),
    tieCriterion: fc.constantFrom(null, 0, 1),
    units: fc.array(fc.array(arbitrary, { minLength: WIDTH, maxLength: WIDTH }), { minLength: 2, maxLength: 3 }),
    places: fc.integer({ min: 1, max: 2 }),
  });

/** "graded" is a flagged cell without a flag: what only the council can fill, as an unread cell is. */
const isOpen = (cell: CellState) => cell === 'flagged' || cell === 'graded';
const countOpen = (item: Case) => item.units.flat().filter(isOpen).length;

const CLASSES = [
  { code: 'excellent', name: 'A', from: 80, noZeroCriterion: false },
  { code: 'good', name: 'B', from: 50, noZeroCriterion: false },
  { code: 'not-completed', name: 'C', from: 0, noZeroCriterion: false },
] as const;

function setOf(item: Case): CriteriaSet {
  const criteria: Criterion[] = item.maxima.map((max, at) =>
    criterion(
      String(at),
      max,
      { kind: 'yes-no' },
      {
        gates: (item.gates[at] ?? []).map(String),
        bonus: item.bonus === at,
      },
    ),
  );
  return set(criteria, {
    gates: item.setGates.map(String),
    bonusCap: item.bonusCap,
    classification: CLASSES.map((band) => ({ ...band, noZeroCriterion: item.noZero && band.code !== 'not-completed' })),
    tieBreaks: [
      ...(item.tieCriterion === null ? [] : [{ kind: 'points' as const, criterion: String(item.tieCriterion) }]),
      { kind: 'council' },
    ],
  });
}

const VALUES = { yes, no, none, flagged: yes };

const QUOTA: Quota = {
  code: 'Q',
  text: '',
  max: 1,
  percent: null,
  base: null,
  kind: 'collective',
  award: null,
  round: 'yearly',
  phase: null,
  condition: null,
  source: SOURCE,
};

function scored(item: Case, quota: Partial<Quota> = { max: item.places }): ScoreOutput {
  const flags: Flag[] = [];
  const reports: Report[] = item.units.map((row, at) => {
    const name = `U${at}`;
    const entries = row.flatMap((cell, column) => {
      if (cell === 'flagged') flags.push(flag(name, String(column)));
      return cell === 'graded' ? [] : [entry(String(column), { value: VALUES[cell] })];
    });
    return report(name, entries);
  });
  const plan = movement([setOf(item)], { quotas: [{ ...QUOTA, ...quota }] });
  return run(plan, reports, { flags });
}

/** One way everything may end. */
interface End {
  /** Points of each unit and criterion. */
  readonly points: readonly (readonly number[])[];
}

function* endsOf(item: Case): Generator<End> {
  const spans = item.units.flatMap((row) =>
    row.map((cell, at) => {
      const max = item.maxima[at]!;
      if (isOpen(cell)) return Array.from({ length: max + 1 }, (_, points) => points);
      return [cell === 'yes' ? max : 0];
    }),
  );
  const chosen: number[] = [];
  function* rest(at: number): Generator<End> {
    if (at === spans.length) {
      yield { points: item.units.map((_, unit) => chosen.slice(unit * WIDTH, (unit + 1) * WIDTH)) };
      return;
    }
    for (const points of spans[at]!) {
      chosen[at] = points;
      yield* rest(at + 1);
    }
  }
  yield* rest(0);
}

interface Result {
  readonly totals: readonly number[];
  readonly classes: readonly string[];
  readonly ranks: readonly number[];
  readonly awards: readonly string[];
}

function resultOf(item: Case, end: End): Result {
  const arose = (unit: number, at: number) => item.units[unit]![at] !== 'none';
  const maxOf = (unit: number) =>
    item.maxima.reduce((sum, points, at) => (item.bonus === at || !arose(unit, at) ? sum : sum + points), 0);
  const gated = end.points.map((own, unit) => {
    const points = [...own];
    const isShut = (gate: number) => arose(unit, gate) && points[gate] === 0;
    for (let at = 0; at < WIDTH; at++) if (item.gates[at]!.some(isShut)) points[at] = 0;
    return item.setGates.some(isShut) ? points.map(() => 0) : points;
  });
  const totals = gated.map((points) =>
    points.reduce((sum, own, at) => sum + (item.bonus === at ? Math.min(own, item.bonusCap) : own), 0),
  );
  const classes = gated.map((points, unit) => {
    const hasZero = points.some((own, at) => own === 0 && item.bonus !== at && arose(unit, at));
    if (item.noZero && hasZero) return 'C';
    const max = maxOf(unit);
    return totals[unit]! * 100 >= 80 * max ? 'A' : totals[unit]! * 100 >= 50 * max ? 'B' : 'C';
  });
  // Maxima are at most 9, so shares in 2520ths are whole.
  const key = (unit: number) => {
    const share = maxOf(unit) === 0 ? 0 : (totals[unit]! * 2520) / maxOf(unit);
    return share * 1000 + (item.tieCriterion === null ? 0 : gated[unit]![item.tieCriterion]!);
  };
  const ranks = totals.map((_, unit) => 1 + totals.filter((_, other) => key(other) > key(unit)).length);
  const eligible = totals.map((total, unit) => (classes[unit] === 'A' ? total : -1));
  const awards = eligible.map((total) => {
    if (total < 0) return 'out';
    const above = eligible.filter((other) => other > total).length;
    const equal = eligible.filter((other) => other === total).length;
    return above + equal <= item.places ? 'in' : above < item.places ? 'tie' : 'out';
  });
  return { totals, classes, ranks, awards };
}

const isSmall = (item: Case) => countOpen(item) <= 5;
const SMALL = casesOf(cells).filter(isSmall);
/** With criteria that did not arise, so that the units' maxima differ. */
const UNEQUAL = casesOf(
  fc.oneof({ weight: 6, arbitrary: cells }, { weight: 1, arbitrary: fc.constant('none') }),
).filter(isSmall);
const RUNS = { numRuns: drawn(150, 400) };

describe('all ends', () => {
  it('give the low and high totals, the places and the classes', () => {
    fc.assert(
      fc.property(UNEQUAL, (item) => {
        const { sheets, rankings } = scored(item);
        const results = [...endsOf(item)].map((end) => resultOf(item, end));
        item.units.forEach((_, unit) => {
          const totals = results.map((result) => result.totals[unit]!);
          const ranks = results.map((result) => result.ranks[unit]!);
          const sheet = sheets[unit]!;
          const ranked = rankings.find((other) => other.unit === `U${unit}`)!;
          expect([sheet.low, sheet.high]).toEqual([Math.min(...totals), Math.max(...totals)]);
          expect([ranked.best, ranked.worst]).toEqual([Math.min(...ranks), Math.max(...ranks)]);
          expect(ranked.best).toBeLessThanOrEqual(ranked.rank);
          expect(ranked.rank).toBeLessThanOrEqual(ranked.worst);
          if (sheet.max === 0) return;
          const classes = [...new Set(results.map((result) => result.classes[unit]!))].sort();
          expect(sheet.possibleClasses).toEqual(classes);
        });
      }),
      RUNS,
    );
  });

  it('decide what each flag can change', () => {
    fc.assert(
      fc.property(SMALL, (item) => {
        const { impacts } = scored(item);
        // For awards another unit's open gate counts as if it left no hole in its range.
        const isGated = item.setGates.length > 0 || item.gates.some((gates) => gates.length > 0);
        const found = changesOf(item);
        for (const impact of impacts) {
          const brute = found.get(impact.flag)!;
          expect(impact.class).toBe(brute.class);
          expect({ flag: impact.flag, place: impact.place }).toEqual({ flag: impact.flag, place: brute.place });
          if (isGated) expect(impact.award || !brute.award).toBe(true);
          else expect({ flag: impact.flag, award: impact.award }).toEqual({ flag: impact.flag, award: brute.award });
        }
        // A share decides as the number it comes to.
        const percent = Math.ceil((item.places * 10_000) / item.units.length) / 100;
        if (percent <= 100) expect(scored(item, { max: null, percent, base: 'participants' }).impacts).toEqual(impacts);
        expect(impacts).toHaveLength(item.units.flat().filter((cell) => cell === 'flagged').length);
      }),
      RUNS,
    );
  });
});

/** For each flag: is there an end of all the rest under which its own ends differ? */
function changesOf(item: Case): Map<string, { class: boolean; place: boolean; award: boolean }> {
  const changes = new Map<string, { class: boolean; place: boolean; award: boolean }>();
  item.units.forEach((row, unit) => {
    row.forEach((cell, column) => {
      if (cell !== 'flagged') return;
      const byRest = new Map<string, Result[]>();
      for (const end of endsOf(item)) {
        const rest = JSON.stringify(end.points.map((own, at) => (at === unit ? own.with(column, -1) : own)));
        byRest.set(rest, [...(byRest.get(rest) ?? []), resultOf(item, end)]);
      }
      const differ = (of: (result: Result) => unknown) =>
        [...byRest.values()].some((results) => new Set(results.map((result) => JSON.stringify(of(result)))).size > 1);
      changes.set(`U${unit}:${column}`, {
        class: differ((result) => result.classes[unit]),
        place: differ((result) => result.ranks),
        award: differ((result) => result.awards),
      });
    });
  });
  return changes;
}
