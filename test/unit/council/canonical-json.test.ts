/** One text for one value, however its keys came to stand. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainJson } from '../../../core/base/text/plain-text.ts';
import { canonicalJson, type Plain } from '../../../core/council/canonical-json.ts';
import { canonicalValue } from '../../../core/council/canonical-value.ts';
import { nested } from '../../fixtures/any-json.ts';

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
    fc.property(value, (item) => {
      const text = canonicalJson(item);
      expect(text).toBe(byTheRule(item));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
    { numRuns: 400 },
  );
});

it('is read back only from a text that is canonical and plain, whatever the text is', () => {
  const changed = fc.tuple(
    value,
    fc.nat(1000),
    fc.constantFrom(' ', '"', '\0', '\ud800', '\\u0041', '1e999', ',', '{}'),
  );
  const text = fc.oneof(
    value.map(canonicalJson),
    value.map((item) => JSON.stringify(item)),
    value.map((item) => JSON.stringify(item, null, 1)),
    changed.map(([item, at, put]) => {
      const whole = canonicalJson(item);
      return `${whole.slice(0, at % whole.length)}${put}${whole.slice(at % whole.length)}`;
    }),
    fc.constantFrom(
      '',
      '{',
      '-0',
      '1e999',
      '"\ud800"',
      '"\\ud800"',
      '"\\u0000"',
      '"\\u0001"',
      '{"a":1,"a":1}',
      '{"10":1,"9":1}',
    ),
  );
  fc.assert(
    fc.property(text, (item) => {
      const plain = plainJson(item) as Plain | undefined;
      const isRight = plain !== undefined && byTheRule(plain) === item;
      expect(canonicalValue(item)).toEqual(isRight ? plain : undefined);
    }),
    { numRuns: 2000 },
  );
  for (const depth of [40, 6_000, 1_000_000]) expect(canonicalValue(nested(depth))).toBeUndefined();
});
