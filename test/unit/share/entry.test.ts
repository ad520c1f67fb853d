/** What is read of an entry: exactly the fields of its shape, each of its kind; anything else is no entry. */
import { expect, it } from 'vitest';
import { sentResultSchema } from '../../../core/commune/result/sent-result.ts';
import { canonicalJson, type Plain } from '../../../core/council/canonical-json.ts';
import { sha256 } from '../../../core/council/sha256.ts';
import { readEntry } from '../../../core/share/entry.ts';
import { course, result } from '../province/sent.ts';

const BODY = {
  ...{ at: '2026-03-01T08:00:00+07:00', device: 'a'.repeat(64), knows: ['b'.repeat(64)], n: 7, prev: 'c'.repeat(64) },
  ...{ space: 'd'.repeat(64), v: 1, fact: { kind: 'of-tomorrow' } },
};
const SENT = result('Xã A', { indicators: [course('dvc', 10, 20)] });
const entryOf = (body: unknown) => {
  const text = canonicalJson(body as Plain);
  return { hash: sha256(text), body: text, signature: 'e'.repeat(128) };
};
const isEntry = (body: unknown) => readEntry(entryOf(body)) !== null;
const isResult = (value: unknown) => sentResultSchema.safeParse(value).success;
const isBrought = (value: unknown) =>
  readEntry(entryOf({ ...BODY, fact: { kind: 'result', result: value } }))?.content.fact?.kind === 'result';

/** Fields that may be null. */
const NULLS = new Set(['prev', 'unit', 'a', 'b', 'value', 'low', 'high', 'place', 'placed', 'asked', 'late', 'due']);
/** Points of a course have a figure: only a target's value may be null. */
const mayBeNull = (path: readonly string[]) =>
  NULLS.has(path.at(-1) ?? '') && !(path.includes('course') && path.at(-1) === 'value');

/** Each object, list and leaf in the value, by its path. */
function* places(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  yield path;
  if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* places(inner, [...path, key]);
}

/** The value with another in that place; `undefined` takes the field out. */
function withOther(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  if (other === undefined && rest.length === 0 && !Array.isArray(value)) delete copy[key];
  else copy[key] = withOther(copy[key], rest, other);
  return copy;
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce((inner, key) => (inner as Record<string, unknown>)[key], value);
}

it.each([
  ['an entry', BODY, isEntry, (path: readonly string[]) => path[0] === 'fact'],
  ['a result of a commune', SENT, isResult, () => false],
  ['a result in an entry', SENT, isBrought, () => false],
] as const)('%s has every field, each of its kind, and no other field', (_, sound, accepts, isOpen) => {
  expect(accepts(sound)).toBe(true);
  for (const path of places(sound)) {
    const now = at(sound, path);
    const name = path.join('.');
    const isField = path.length > 0 && !/^\d+$/.test(path.at(-1) ?? '');
    if (isField) expect(accepts(withOther(sound, path, undefined)), `without ${name}`).toBe(false);
    const others = [true, { toString: 1 }, [null], typeof now === 'string' ? 5 : 'x', 'x'.repeat(600), -1, 1e300, [[]]];
    for (const other of others.filter((item) => JSON.stringify(item) !== JSON.stringify(now)))
      if (!isOpen(path))
        expect(accepts(withOther(sound, path, other)), `${name} ${JSON.stringify(other)}`).toBe(isFree(path, other));
    if (path.length > 0) expect(accepts(withOther(sound, path, null)), `${name} null`).toBe(mayBeNull(path));
    if (typeof now === 'object' && now !== null && !Array.isArray(now) && !isOpen(path))
      expect(accepts(withOther(sound, [...path, 'more'], 1)), `${name} with more`).toBe(false);
  }
});

/** Figures may be below zero; texts of a target may be anything short. */
function isFree(path: readonly string[], other: unknown): boolean {
  const last = path.at(-1) ?? '';
  return other === -1 && ['a', 'b', 'value', 'low', 'high'].includes(last);
}

it('an entry carries three fields and no more, of the right length', () => {
  const sound = entryOf(BODY);
  expect(readEntry(sound)?.content).toEqual({ ...BODY, fact: null });
  for (const bad of [
    { ...sound, more: 1 },
    { ...sound, signature: 'E'.repeat(128) },
    { ...sound, signature: sound.signature.slice(1) },
    { ...sound, hash: sound.hash.toUpperCase() },
    { hash: sound.hash, body: sound.body },
    [sound.hash, sound.body, sound.signature],
    { ...sound, body: ` ${sound.body}`, hash: sha256(` ${sound.body}`) },
    entryOf({ ...BODY, at: '2026-13-01T08:00:00+07:00' }),
    entryOf({ ...BODY, knows: Array.from({ length: 501 }, () => 'b'.repeat(64)) }),
    entryOf({ ...BODY, n: 2 ** 31 }),
    entryOf({ ...BODY, fact: { kind: 'of-tomorrow', text: 'x'.repeat(64 * 1024) } }),
  ])
    expect(readEntry(bad)).toBeNull();
});
