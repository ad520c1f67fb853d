/**
 * Notices about the figures of an answer, and which units they concern: an officer sees those of her own commune; for a
 * file of all units, the first unit and the number of others.
 */
import type { CapturedUnit, OfUnits } from '../../reader.ts';
import { unitKey } from '../../unit-match.ts';

export class Notices {
  readonly #all = new Set<string>();
  readonly #ofUnits = new Map<string, Map<string, string>>();

  /** Of the answer as a whole. */
  say(text: string): void {
    this.#all.add(text);
  }

  /** Of one unit, in the same words as of others. */
  sayOf(unit: CapturedUnit, text: string): void {
    this.sayOfSome(text, [[unit, text]]);
  }

  /** `text` for all of them together, and what it is of each. */
  sayOfSome(text: string, units: readonly (readonly [CapturedUnit, string])[]): void {
    this.#all.add(text);
    const held = this.#ofUnits.get(text) ?? new Map<string, string>();
    for (const [unit, own] of units) held.set(unitKey(unit), own);
    this.#ofUnits.set(text, held);
  }

  get texts(): readonly string[] {
    return [...this.#all];
  }

  get ofUnits(): OfUnits {
    return this.#ofUnits;
  }
}
