import { canonicalJson } from './canonical-json.ts';
import type { Entry } from './entry.ts';
import { isAppraisal } from './entry-kinds.ts';

/** What an entry is on: the flag, or the criterion of the unit. */
export function targetKey({ unit, flag, criterion }: Pick<Entry, 'unit' | 'flag' | 'criterion'>): string {
  return canonicalJson(flag === null ? [unit, criterion] : [unit, null, flag]);
}

/**
 * The question an entry answers: later ones on the same replace it. What the group puts to the council and what the
 * council decides are two questions on one criterion. `target` = what it is on now.
 */
export function questionKey({ kind }: Pick<Entry, 'kind'>, target: Pick<Entry, 'unit' | 'flag' | 'criterion'>): string {
  return isAppraisal(kind) ? canonicalJson(['appraisal', targetKey(target)]) : targetKey(target);
}
