/** A voting rule in words, and back: no share is changed or rounded on the way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choicesOf, isProposal, ofChoices, readShare, shareText } from '../../../core/council/rule-words.ts';
import { compareToShare, DEFAULT_VOTE_RULES } from '../../../core/council/vote-rule.ts';

describe('shares', () => {
  it('are written so that they are read back as the same share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (n, d) => {
        fc.pre(n <= d && n * 100 >= d);
        const read = readShare(shareText({ n, d }))!;
        expect(compareToShare(read.n, { n, d }, read.d)).toBe(0);
      }),
    );
  });
  it.each(['', '0', '0,8', '101 %', '3/2', '1/0', '80 % trở lên', 'đa số', '2 / 3 / 4', '-50'])(
    'take no %j',
    (text) => {
      expect(readShare(text)).toBeNull();
    },
  );
  it.each([
    ['2/3', '2/3'],
    ['66,67', '66,67 %'],
    ['80%', '80 %'],
    ['100 %', '100 %'],
  ])('take %s', (text, shown) => {
    expect(shareText(readShare(text)!)).toBe(shown);
  });
});

it('choices give back the rule they were taken from, and our proposals are known by their source', () => {
  for (const rule of DEFAULT_VOTE_RULES) {
    expect({ ...rule, ...ofChoices(choicesOf(rule)) }).toEqual(rule);
    expect(isProposal(rule.source)).toBe(true);
  }
  expect(isProposal('Quy chế của Hội đồng, Điều 8')).toBe(false);
});
