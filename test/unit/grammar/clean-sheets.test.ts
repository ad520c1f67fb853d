/**
 * Sheets composed at random: each value read equals the one written, who and when too, and no error or warning
 * stands on them.
 */
import { describe, expect, it } from 'vitest';
import { drawn } from '../../draws.ts';
import { bytesOf, type Composed, compose } from '../../fixtures/grammar/compose.ts';
import { type Choices, optionsOf, reachableSheets } from '../../fixtures/grammar/dimensions.ts';
import { explain } from '../../fixtures/grammar/explain.ts';
import { judge, type Verdict } from '../../fixtures/grammar/judge.ts';
import { runComposed } from '../../fixtures/grammar/run-composed.ts';

const SHEETS = drawn(150, 300);
const BLOCK = 50;

function explainedFaults(composed: Composed, verdict: Verdict): string {
  return verdict.misses.length > 0 || verdict.flags.length > 0 ? explain(composed, verdict) : '';
}

describe('clean sheets', () => {
  it.each(Array.from({ length: SHEETS / BLOCK }, (_, at) => 1 + at * BLOCK))(
    'from seed %i on are read as written',
    async (first) => {
      const faults: string[] = [];
      for (let seed = first; seed < first + BLOCK; seed++) {
        const composed = compose(seed);
        const verdict = judge(composed, await runComposed(composed));
        const told = explainedFaults(composed, verdict);
        if (told !== '') faults.push(told);
      }
      expect(faults.join('\n')).toBe('');
    },
  );
});

/** Layouts that few of the sheets above have. */
const SELDOM: readonly Partial<Choices>[] = [
  { arrangement: 'transposed' },
  { arrangement: 'periods-beside' },
  { arrangement: 'patchwork' },
  { arrangement: 'folded' },
  { arrangement: 'points-below' },
  { arrangement: 'points-sheet' },
  { arrangement: 'labelled-rows' },
  { arrangement: 'labelled-pairs' },
  { arrangement: 'spread-pairs' },
  ...['labelled-rows', 'labelled-pairs', 'spread-pairs', 'points-below'].map(
    (arrangement) => ({ arrangement, titles: 'two-rows' }) as Partial<Choices>,
  ),
  ...optionsOf('results')
    .filter((results) => results !== 'estimated')
    .map((results) => ({ titles: 'two-rows', results, details: 'none', who: 'collective' }) as Partial<Choices>),
  { arrangement: 'stacked', words: 'short', levels: 'four' },
  { arrangement: 'one', results: 'before-now-sum', words: 'composed' },
  { arrangement: 'headless', results: 'one' },
  { arrangement: 'headless', results: 'triple' },
  { arrangement: 'sentences' },
  { arrangement: 'one-column' },
  { arrangement: 'blocks' },
  { arrangement: 'block-cells' },
  { arrangement: 'one', tick: 'boxes' },
  { arrangement: 'one', results: 'in-note' },
  { arrangement: 'one', aside: 'copied' },
  { arrangement: 'one', aside: 'half-copied' },
  { arrangement: 'one', aside: 'chart' },
  { arrangement: 'one', aside: 'summary-left', titles: 'exact', merges: 'kept' },
  { arrangement: 'one', storey: 'lowest' },
  { arrangement: 'one', storey: 'middle', levels: 'two' },
  { arrangement: 'one', between: 'note', groups: 'roman' },
  { arrangement: 'one', between: 'mean', groups: 'roman' },
  { arrangement: 'one', between: 'running', groups: 'roman' },
  { arrangement: 'one', typed: 'padded', order: 'title-late' },
  { arrangement: 'many-units', results: 'rows-below', typed: 'text', repeats: 'paged' },
  { arrangement: 'one', results: 'done-of-total', heads: 'plain' },
  { arrangement: 'one', results: 'done-of-total', typed: 'text', who: 'person' },
  { indexWord: 'other', numbering: 'in-group', results: 'ticks', count: 'number', self: 'no', max: 'no' },
];

describe('a seldom layout', () => {
  it.each(SELDOM.map((fixed) => [Object.values(fixed).join(' '), fixed] as const))('%s', async (_, fixed) => {
    const faults: string[] = [];
    for (let seed = 900; seed < 906; seed += 1) {
      const composed = compose(seed, { fixed: seed % 2 === 0 ? fixed : { ...fixed, self: 'no' } });
      faults.push(explainedFaults(composed, judge(composed, await runComposed(composed))));
    }
    expect(faults.join('')).toBe('');
  });
});

describe('answers of an online form', () => {
  it('tell the value before the movement, without which growth earns nothing', async () => {
    const forms = Array.from({ length: 240 }, (_, at) =>
      compose(at, { fixed: { arrangement: 'forms', kind: 'xlsx' } }),
    );
    const growing = forms.filter(({ truth }) => truth.set.criteria.some(({ rule }) => rule.kind === 'improvement'));
    expect(growing.length).toBeGreaterThan(2);
    for (const composed of growing.slice(0, 6)) {
      const verdict = judge(composed, await runComposed(composed));
      expect(explainedFaults(composed, verdict)).toBe('');
    }
  });
});

describe('the grammar', () => {
  it('reaches more than ten thousand sheets', () => {
    expect(reachableSheets()).toBeGreaterThan(10_000);
  });

  it('gives another sheet for another seed, the same for the same', () => {
    const texts = Array.from({ length: 200 }, (_, seed) => JSON.stringify(compose(seed).sheets));
    expect(new Set(texts).size).toBe(200);
    expect(JSON.stringify(compose(7).sheets)).toBe(texts[7]);
    expect(bytesOf(compose(7))).toEqual(bytesOf(compose(7)));
  });
});
