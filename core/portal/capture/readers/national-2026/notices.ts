/**
 * What there is to know of the figures of an answer, and of which units: an officer is told of her own commune, a file
 * of all units of the first and how many more.
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
