/**
 * A machine's key was used in two places by mistake (a copied folder, a restored backup): two entries have one number and
 * nothing behind them counts. A chair can heal it: it names the entries of that stretch that count all the same, and the
 * machine goes on behind them with its key.
 */
import type { ReadEntry } from './entry.ts';
import type { Fact } from './fact.ts';
import type { Standing } from './standing.ts';

/** Declarations of chairs about a device. */
export interface Healed {
  /** Numbers between which only the named entries count. */
  readonly stretches: readonly { readonly first: number; readonly last: number }[];
  readonly entries: ReadonlySet<string>;
}

/** Entries that a fact names. */
const MOST_NAMED = 500;

/** The reason where the chair gives none. */
export const BY_MISTAKE = 'Khóa dùng ở hai nơi do nhầm';

/** By device. `healings` are entries of chairs. */
export function healedBy(healings: readonly ReadEntry[]): ReadonlyMap<string, Healed> {
  const healed = new Map<string, Healed>();
  for (const { content } of healings) {
    const { fact } = content;
    if (fact?.kind !== 'healing') continue;
    const { stretches = [], entries = new Set<string>() } = healed.get(fact.device) ?? {};
    healed.set(fact.device, {
      stretches: [...stretches, { first: fact.first, last: fact.last }],
      entries: new Set([...entries, ...fact.entries]),
    });
  }
  return healed;
}

/** Whether the entry lies in a stretch where only entries named by a chair count, and is not named. */
export function isLeftOut({ hash, content: { n } }: ReadEntry, healed: Healed | undefined): boolean {
  return isWithin(n, healed) && !healed?.entries.has(hash);
}

export function isWithin(n: number, healed: Healed | undefined): boolean {
  return healed?.stretches.some(({ first, last }) => first <= n && n <= last) ?? false;
}

/** Facts that make everything the device wrote in both places count; empty where its chain does not fork. */
export function healingOf(device: string, { idle }: Pick<Standing, 'idle'>, reason: string): readonly Fact[] {
  const forked = idle.filter(({ entry, why }) => entry.content.device === device && why === 'forked');
  const numbers = forked.map(({ entry }) => entry.content.n);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const hashes = forked.map(({ entry }) => entry.hash).sort();
  return Array.from({ length: Math.ceil(hashes.length / MOST_NAMED) }, (_, at) => ({
    ...{ kind: 'healing', device, first, last, reason },
    entries: hashes.slice(at * MOST_NAMED, (at + 1) * MOST_NAMED),
  }));
}
