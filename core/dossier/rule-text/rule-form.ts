/** What the forms of rules share: their contract, and the clauses they take. */

import type { Clause } from './read-clause.ts';
import type { RuleFor, WordedRule } from './worded-rule.ts';

export type ClauseOf<K extends Clause['kind']> = Extract<Clause, { kind: K }>;
export type RuleReading = Omit<WordedRule, 'form' | 'unused'>;

export interface RuleForm {
  readonly id: string;
  readonly read: (clauses: readonly Clause[], row: RuleFor) => RuleReading | null;
}

export const PLAIN = { ofTitle: false, notes: [] } as const;
export const SHARE = { measure: 'percentage', unit: '%', direction: 'higher' } as const;

/** The clauses if all are of these kinds, else null. */
export function only<K extends Clause['kind']>(
  clauses: readonly Clause[],
  ...kinds: readonly K[]
): readonly ClauseOf<K>[] | null {
  return clauses.every(({ kind }) => kinds.some((item) => item === kind)) ? (clauses as readonly ClauseOf<K>[]) : null;
}

export const isKind =
  <K extends Clause['kind']>(kind: K) =>
  (clause: Clause): clause is ClauseOf<K> =>
    clause.kind === kind;

/** Most points that may be taken away; null = all, or no limit is named. */
export function capIn(clauses: readonly Clause[], max: number): number | null {
  const [cap] = clauses.filter(isKind('cap'));
  return cap && cap.points < max ? cap.points : null;
}

/** Every limit that the clauses name is the maximum of the row. */
export function isCapped(clauses: readonly Clause[], max: number): boolean {
  return clauses.filter(isKind('cap')).every(({ points }) => points === max);
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
