/** 300 sheets composed at random: each value read equals the one written, who and when too, and no error or warning stands on them. */
import { describe, expect, it } from 'vitest';
import { bytesOf, compose } from '../../fixtures/grammar/compose.ts';
import { reachableSheets } from '../../fixtures/grammar/dimensions.ts';
import { explain } from '../../fixtures/grammar/explain.ts';
import { judge } from '../../fixtures/grammar/judge.ts';
import { NOT_YET_READ } from '../../fixtures/grammar/not-yet-read.ts';
import { runComposed } from '../../fixtures/grammar/run-composed.ts';

const SHEETS = 300;
const BLOCK = 50;

describe('clean sheets', () => {
  it.each(Array.from({ length: SHEETS / BLOCK }, (_, at) => 1 + at * BLOCK))(
    'from seed %i on are read as written',
    async (first) => {
      const faults: string[] = [];
      for (let seed = first; seed < first + BLOCK; seed++) {
        const composed = compose(seed, { off: NOT_YET_READ });
        const verdict = judge(composed, await runComposed(composed));
        if (verdict.misses.length > 0 || verdict.flags.length > 0) faults.push(explain(composed, verdict));
      }
      expect(faults.join('\n')).toBe('');
    },
  );
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
