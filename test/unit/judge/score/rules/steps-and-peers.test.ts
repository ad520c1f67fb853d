/** Rules by steps, by cases, and beside the other units: their edges. */
import { describe, expect, it } from 'vitest';
import { quantityOf } from '../../../../../core/base/quantity/quantity.ts';
import { peerAverage } from '../../../../../core/judge/score/peer-average.ts';
import { kindOf, type ScoringRule } from '../../../../../core/movement/rule.ts';
import type { PeerBest, RuleSetting } from '../../../../../core/movement/rules/rule-kind.ts';
import type { RuleFigure } from '../../../../../core/movement/rules/value.ts';

const setting: RuleSetting = { max: 1000, unit: 'lần', direction: 'higher', period: null };
const figure = (value: number, more: Partial<RuleFigure> = {}): RuleFigure => ({
  ...{ kind: 'figure', ...quantityOf(value), a: null, b: null, exempted: 0, baseline: null },
  ...more,
});
function pointsOf(rule: ScoringRule, value: RuleFigure, more: Partial<RuleSetting> = {}, peer: PeerBest | null = null) {
  const { score } = kindOf(rule);
  if (typeof score !== 'function') throw new Error(rule.kind);
  return score(rule, { ...setting, ...more }).points(value, peer);
}

describe('base and steps', () => {
  const rule: ScoringRule = { kind: 'base-steps', at: 5, points: 300, gainStep: 2, gain: 150 };
  it.each([
    [0, 300],
    [5, 300],
    [6.9, 300],
    [7, 450],
    [100, 1000],
  ])('gain whole steps only, up to the maximum: %d', (value, points) => {
    expect(pointsOf(rule, figure(value))).toBe(points);
  });

  it.each([
    [5, 1000],
    [4, 1000],
    [5.4, 1000],
    [5.5, 900],
    [30, 0],
  ])('take away beyond a ceiling: %d', (value, points) => {
    const worse: ScoringRule = { kind: 'base-steps', at: 5, points: 1000, lossStep: 0.5, loss: 100 };
    expect(pointsOf(worse, figure(value), { direction: 'lower' })).toBe(points);
  });

  it('meet a step exactly where floating numbers would miss it', () => {
    const tenths: ScoringRule = { kind: 'base-steps', at: 0, points: 0, gainStep: 0.1, gain: 100 };
    expect([0.3, 0.7, 0.6].map((value) => pointsOf(tenths, figure(value)))).toEqual([300, 700, 600]);
  });
});

describe('all points less so many a case', () => {
  it.each([
    [{ points: 400 }, [1000, 600, 200, 0]],
    [{ points: 400, first: 100 }, [1000, 900, 500, 100]],
    [{ points: 100, allFrom: 2 }, [1000, 900, 0, 0]],
  ])('%o', (costs, points) => {
    const rule: ScoringRule = { kind: 'reduction', ...costs };
    expect([0, 1, 2, 3].map((value) => pointsOf(rule, figure(value)))).toEqual(points);
  });
});

describe('beside the other units', () => {
  const pair = (a: number, b: number) => figure((100 * a) / b, { a, b, n: 100 * a, d: b });

  it('shares have the rate of all together for their average, other figures their mean', () => {
    expect(peerAverage([pair(1, 10), pair(90, 90)], true)).toEqual({ n: 9100, d: 100 });
    expect(peerAverage([figure(4), figure(7)], false)).toEqual({ n: 11, d: 2 });
    expect(peerAverage([], true)).toBeNull();
  });

  it('the average itself is enough, or is not', () => {
    const peer: PeerBest = { best: quantityOf(90), average: quantityOf(70) };
    const rule: ScoringRule = { kind: 'average', of: 'units', reach: 'at', others: 0 };
    expect(pointsOf(rule, figure(70), {}, peer)).toBe(1000);
    expect(pointsOf({ ...rule, reach: 'above' }, figure(70), {}, peer)).toBe(0);
    expect(pointsOf(rule, figure(70.5), { direction: 'lower' }, peer)).toBe(0);
    // Of a wider area nobody has written the figure yet.
    expect(pointsOf({ ...rule, of: 'area' }, figure(70), {}, peer)).toBeNull();
    expect(pointsOf({ ...rule, of: 'area', value: 60 }, figure(60))).toBe(1000);
  });

  it('half the points for the target, the rest by the farthest', () => {
    const peer: PeerBest = { best: quantityOf(20), average: null };
    const rule: ScoringRule = { kind: 'excess', target: 10 };
    expect([0, 5, 10, 15, 20].map((value) => pointsOf(rule, figure(value), {}, peer))).toEqual([
      0, 250, 500, 750, 1000,
    ]);
  });
});

describe('better than last year', () => {
  const grown = (value: number, before: number, full: number, more: Partial<RuleSetting> = {}) =>
    pointsOf({ kind: 'growth', full }, figure(value, { baseline: quantityOf(before) }), more);
  it('is reckoned in percent, of shares in percentage points', () => {
    expect(grown(110, 100, 20)).toBe(500);
    expect(grown(60, 50, 20, { unit: '%' })).toBe(500);
    expect(grown(80, 100, 20, { direction: 'lower' })).toBe(1000);
  });
  it('earns nothing where nothing grew, and is open where there is nothing to measure by', () => {
    expect([grown(100, 100, 0), grown(101, 100, 0), grown(5, 0, 10)]).toEqual([0, 1000, null]);
    expect(pointsOf({ kind: 'growth', full: 5 }, figure(10))).toBeNull();
  });
});
