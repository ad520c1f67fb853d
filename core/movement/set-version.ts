/**
 * The version of a criteria set: its number, and a short digest of its content, so that two sets that differ in a
 * single figure are never mistaken for each other, whatever number they carry. Only what the set requires is digested:
 * `listed` (answers to compare with) makes no new form.
 */
import { newDigest } from '../base/text/digest.ts';
import type { CriteriaSet } from './criteria-set.ts';
import type { Movement } from './movement.ts';
import { setInPeriod } from './set-in-period.ts';
import { setBehind } from './set-with-due.ts';

const digests = new WeakMap<CriteriaSet, string>();

/**
 * Eight hexadecimal digits over the whole set but its version and what its answers are compared with; the same in every
 * period.
 */
export function setDigest(set: CriteriaSet): string {
  const known = digests.get(set);
  if (known !== undefined) return known;
  const { version: _, ...content } = setInPeriod(setBehind(set), null);
  const digest = newDigest();
  digest.add(JSON.stringify(content, inOrder));
  const short = digest.text().slice(-8);
  digests.set(set, short);
  return short;
}

/** Eight hexadecimal digits over all a movement says: its targets, quotas and criteria. */
export function movementDigest(movement: Movement): string {
  const digest = newDigest();
  digest.add(JSON.stringify(movement, inOrder));
  return digest.text().slice(-8);
}

/** Sorts the keys, so that equal sets have equal texts whatever the order they were built in. */
function inOrder(key: string, value: unknown): unknown {
  if (key === 'listed') return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
}

const NUMBERED = /^(.*-)?(\d+)$/s;

/** `phiên bản 2 (1f0c9ab3)`, as forms, scores and rankings say it. */
export function versionWords(set: CriteriaSet): string {
  const number = NUMBERED.exec(set.version)?.[2] ?? `“${set.version.replace(/\s+/g, ' ')}”`;
  return `phiên bản ${number} (${setDigest(set)})`;
}

/** The version behind it: `ta-ma-village-1` → `ta-ma-village-2`. */
export function versionAfter(version: string): string {
  const [, head = '', number] = NUMBERED.exec(version) ?? [];
  return number === undefined ? `${version}-2` : `${head}${Number(number) + 1}`;
}

const WRITTEN = /phiên bản .{1,100}? \(([0-9a-f]{8})\)/iu;

/** The version a text names, in its words; null when it names none. */
export function versionIn(text: string): { readonly words: string; readonly digest: string } | null {
  const found = WRITTEN.exec(text.slice(0, 1_000));
  return found ? { words: found[0], digest: (found[1] ?? '').toLowerCase() } : null;
}
