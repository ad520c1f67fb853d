/** Text that no database could store is reported before anything is stored, and never by a thrown error. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutText, isPlainJson, isPlainText, plainJson, plainText } from '../../../../core/base/text/plain-text.ts';
import { canonicalJson, type Plain } from '../../../../core/council/canonical-json.ts';
import { sha256 } from '../../../../core/council/sha256.ts';
import { readEntry } from '../../../../core/share/entry.ts';
import { anyJson, nested } from '../../../fixtures/any-json.ts';

it('cuts at whole characters and leaves nothing that has no bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 30 }), (text, most) => {
      const cut = cutText(plainText(text), most);
      expect(cut.length).toBeLessThanOrEqual(most);
      expect(isPlainText(cut)).toBe(true);
      expect(plainText(text).startsWith(cut)).toBe(true);
      expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(cut))).toBe(cut);
    }),
  );
  expect(cutText(`${'a'.repeat(199)}🎉 báo cáo.xlsx`, 200)).toBe('a'.repeat(199));
});

it('tells JSON that PostgreSQL would refuse, and throws at none', () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      const text = JSON.stringify(value);
      const plain = plainJson(text);
      expect(plain !== undefined).toBe(isPlainJson(JSON.parse(text)));
      if (plain !== undefined) expect(JSON.stringify(plain).replaceAll('\\\\', '')).not.toMatch(/\\u0000|\\ud[89a-f]/);
    }),
  );
  for (const text of ['', '{', nested(100), nested(1_000_000), '{"__proto__":1}', '"\\u0000"', '"\\ud800"'])
    expect(plainJson(text)).toBeUndefined();
  expect(plainJson('{"a":"\\\\u0000 \\ud83c\\udf89"}')).toEqual({ a: '\\u0000 🎉' });
});

const HEAD = { at: '2026-03-01T08:00:00+07:00', device: 'a'.repeat(64), knows: [], n: 1, prev: null, space: '', v: 1 };
const entryOf = (body: string) => ({ hash: sha256(body), body, signature: 'a'.repeat(128) });

it('refuses every entry that contains it, of any kind and in any place', () => {
  const body = (fact: unknown, head: object = HEAD) => canonicalJson({ ...head, fact } as Plain);
  expect(readEntry(entryOf(body({ kind: 'of-tomorrow' })))).not.toBeNull();
  for (const kind of ['z\0', 'z\ud800']) expect(readEntry(entryOf(body({ kind })))).toBeNull();
  for (const n of [3_000_000_000, 1.5, 0]) expect(readEntry(entryOf(body({ kind: 'z' }, { ...HEAD, n })))).toBeNull();
  const deep = body({ kind: 'z' }).replace('"kind"', `"a":${nested(6_000)},"kind"`);
  expect(readEntry(entryOf(deep))).toBeNull();
  fc.assert(
    fc.property(anyJson, anyJson, (what, value) => {
      const text = `{${JSON.stringify(HEAD).slice(1, -1)},"fact":{"kind":"z","x":${JSON.stringify(value)}}}`;
      const read = readEntry(entryOf(text));
      if (read) expect(isPlainJson(JSON.parse(read.body))).toBe(true);
      expect(readEntry(what)).toBeNull();
    }),
  );
});
