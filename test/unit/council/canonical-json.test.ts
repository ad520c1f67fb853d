/** One text for one value, however its keys came to stand. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson, type Plain } from '../../../core/council/canonical-json.ts';

/** Keys as they come, those that look like numbers too: engines put these first. */
const key = fc.oneof(fc.string(), fc.nat(200).map(String), fc.constantFrom('__proto__', 'é', 'e\u0301', 'a b'));
const { value } = fc.letrec<{ value: Plain }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 6 }),
  ),
}));

/** The rule in plain words: a field's text behind that of each smaller key. */
function byTheRule(plain: Plain): string {
  if (plain === null || typeof plain !== 'object') return JSON.stringify(plain);
  if (Array.isArray(plain)) return `[${plain.map(byTheRule).join(',')}]`;
  const fields = plain as { readonly [key: string]: Plain };
  const keys = Object.keys(fields).sort((x, y) => (x < y ? -1 : 1));
  return `{${keys.map((name) => `${JSON.stringify(name)}:${byTheRule(fields[name] as Plain)}`).join(',')}}`;
}

it('is by the rule, read back the same, and the same of its own text', () => {
  fc.assert(
    fc.property(value, (one) => {
      const text = canonicalJson(one);
      expect(text).toBe(byTheRule(one));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
    { numRuns: 400 },
  );
});
