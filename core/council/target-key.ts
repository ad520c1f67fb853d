import { canonicalJson } from './canonical-json.ts';
import type { LogEntry } from './entry.ts';
import { isAppraisal } from './entry-kinds.ts';

/** Key of an entry's target: the flag, or the criterion of the unit. */
export function targetKey({ unit, flag, criterion }: Pick<LogEntry, 'unit' | 'flag' | 'criterion'>): string {
  return canonicalJson(flag === null ? [unit, criterion] : [unit, null, flag]);
}

/**
 * The question an entry answers: later entries on the same question replace it. The appraisers' proposal and the
 * council's decision are two questions on the same criterion. `target` = its target now.
 */
export function questionKey(
  { kind }: Pick<LogEntry, 'kind'>,
  target: Pick<LogEntry, 'unit' | 'flag' | 'criterion'>,
): string {
  return isAppraisal(kind) ? canonicalJson(['appraisal', targetKey(target)]) : targetKey(target);
}
