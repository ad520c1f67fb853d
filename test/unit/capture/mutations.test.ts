/** Pages and answers of all readers changed at random, from seeds: nothing is taken as if nothing had changed. */
import { describe, expect, it } from 'vitest';
import { OPERATORS, savedCases, tally, trials } from '../../fixtures/mutator/mutate.ts';

describe('a portal that changes', () => {
  const all = trials(20_251_122, 500);

  it('is tried in every way', () => {
    expect(all).toHaveLength(500);
    expect(new Set(all.map(({ operator }) => operator))).toEqual(new Set(OPERATORS));
    // Of readers made by pointing: lists of units with and without counts, names and values, cards.
    expect(savedCases().filter(({ name }) => name.startsWith('kept/'))).toHaveLength(4);
    expect(new Set(all.map((trial) => trial.case.split('/')[0])).size).toBe(7);
  });

  it('never gives a wrong figure or label, and loses at most one in ten without a word', () => {
    expect(all.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
    expect(tally(all).lost).toBeLessThanOrEqual(50);
  });

  it('is still read where it says the same', () => {
    expect(tally(all).true).toBeGreaterThan(50);
  });
});
