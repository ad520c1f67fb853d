/**
 * Bands: the badly written table of a real plan (SR-07), and a property: the findings agree with counting bands value
 * by value.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Band, Measure } from '../../../core/movement/rule.ts';
import { bandSchema } from '../../../core/movement/rules/shapes.ts';
import { checkBands } from '../../../core/movement/validate/bands.ts';
import type { MovementFinding } from '../../../core/movement/validate/finding.ts';

function bands(...rows: readonly [from: number | null, fromIn: boolean, to: number | null, toIn: boolean][]): Band[] {
  return rows.map(([from, fromInclusive, to, toInclusive]) =>
    bandSchema.parse({
      ...(from === null ? {} : { from }),
      fromInclusive,
      ...(to === null ? {} : { to }),
      toInclusive,
      points: 100,
    }),
  );
}

const codes = (findings: readonly MovementFinding[]) => findings.map((finding) => finding.code);

it('"88 - 90%", "90-95%", "95- dưới 100%", "đạt 100%": 90 twice, 95 twice, nothing below 88', () => {
  const findings = checkBands(
    bands([88, true, 90, true], [90, true, 95, true], [95, true, 100, false], [100, true, 100, true]),
    'percentage',
    'Tiêu chí 5.2',
  );
  expect(findings.map((finding) => [finding.code, finding.message])).toEqual([
    ['band-gap', 'Khoảng dưới 88 chưa có mức điểm nào.'],
    ['band-overlap', 'Giá trị 90 nằm trong cả hai mức: không biết cho điểm theo mức nào.'],
    ['band-overlap', 'Giá trị 95 nằm trong cả hai mức: không biết cho điểm theo mức nào.'],
  ]);
  expect(findings[1]!.where).toBe('Tiêu chí 5.2 › Mức 1 và mức 2');
});

describe('edges', () => {
  it.each<[string, Measure, Band[], string[]]>([
    ['closed and open ends meet', 'percentage', bands([0, true, 50, false], [50, true, null, false]), []],
    ['"trên 50" after "đến 50"', 'percentage', bands([null, true, 50, true], [50, false, 100, true]), []],
    ['50 itself in neither', 'percentage', bands([0, true, 50, false], [50, false, null, false]), ['band-gap']],
    ['100 itself left out', 'percentage', bands([0, true, 100, false]), ['band-gap']],
    ['nothing above 4 meetings', 'count', bands([0, true, 2, true], [3, true, 4, true]), ['band-gap']],
    ['whole numbers meet', 'count', bands([0, true, 2, true], [3, true, 4, true], [4, false, null, false]), []],
    ['2,5 is in no band of amounts', 'amount', bands([null, true, 2, true], [3, true, null, true]), ['band-gap']],
    ['a rate may be negative', 'rate', bands([0, true, null, false]), ['band-gap']],
    [
      'a band inside a wider one',
      'count',
      bands([0, true, 100, true], [10, true, 20, true], [101, true, null, false]),
      ['band-overlap'],
    ],
  ])('%s', (_, measure, rows, expected) => {
    expect(codes(checkBands(rows, measure, 'x'))).toEqual(expected);
  });
});

function holds(band: Band, value: number): boolean {
  const { from = -Infinity, to = Infinity } = band;
  const above = band.fromInclusive || band.from === undefined ? value >= from : value > from;
  return above && (band.toInclusive || band.to === undefined ? value <= to : value < to);
}

describe('agrees with trying every value', () => {
  const row = fc
    .tuple(fc.integer({ min: 0, max: 12 }), fc.boolean(), fc.integer({ min: 0, max: 12 }), fc.boolean())
    .filter(([a, , b]) => a < b);
  it.each(['percentage', 'count'] as const)('%s', (measure) => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const list = bands(...rows).filter((band) => [...Array(13).keys()].some((value) => holds(band, value)));
        fc.pre(list.length === rows.length);
        const step = measure === 'count' ? 1 : 0.5;
        const values = [...Array(Math.floor(100 / step) + 1).keys()].map((index) => index * step);
        const hits = values.map((value) => list.filter((band) => holds(band, value)).length);
        const found = codes(checkBands(list, measure, 'x'));
        expect(found.includes('band-overlap')).toBe(hits.some((count) => count > 1));
        expect(found.includes('band-gap')).toBe(hits.some((count) => count === 0) || measure === 'count');
      }),
      { seed: 20_251_105, numRuns: 500 },
    );
  });
});
