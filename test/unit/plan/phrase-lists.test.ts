/** The phrase lists of the reader: a bar too many makes an empty phrase, which matches nothing and fails no other test. */
import { expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { LISTS } from '../../../core/plan/lexicon/phrases.ts';

it('hold words, each phrase at least one', () => {
  extractPlan('');
  expect(LISTS.length).toBeGreaterThan(300);
  const empty = LISTS.flatMap(({ byFirst }) => [...byFirst.values()].flat()).filter((words) =>
    words.some((word) => word === ''),
  );
  expect(empty).toEqual([]);
});
