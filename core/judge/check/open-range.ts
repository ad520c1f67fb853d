/**
 * Finds criteria whose points stay open by their rule, whatever the cause. So a cause that no check knows still becomes
 * a question and is never passed over.
 */

import { quantityOf } from '../../base/quantity/quantity.ts';
import type { Criterion } from '../../movement/criteria-set.ts';
import { partsOf } from '../../movement/rule.ts';
import { scoreCriterion } from '../score/criterion.ts';
import { isGraded } from './figures.ts';
import type { CheckRun, CheckSubject } from './run.ts';

/**
 * Criteria of this unit whose points stay open; only those scored by the unit's own answers, not by the council, the
 * portal or the register.
 */
export function openCriteria(run: CheckRun, subject: CheckSubject): readonly Criterion[] {
  const { set } = subject;
  if (!set?.scored) return [];
  return set.criteria.filter(
    (criterion) => criterion.filledBy === 'unit' && !isGraded(criterion.rule) && isOpen(run, subject, criterion),
  );
}

/** The criterion's code and those of its parts. */
export function codesOf({ code, rule }: Criterion): readonly string[] {
  return [code, ...partsOf(rule).map((part) => `${code}.${part.code}`)];
}

/**
 * For a criterion measured against other units (SR-11) the unit's own figure is settled, so any figure of another unit
 * will do here.
 */
function isOpen({ movement }: CheckRun, subject: CheckSubject, criterion: Criterion): boolean {
  const { period, registered, entries } = subject;
  const peers = new Map(codesOf(criterion).map((code) => [code, quantityOf(1)]));
  const entry = entries.get(criterion.code) ?? null;
  const { computed, low, high } = scoreCriterion(criterion, entry, { movement, period, registered, peers });
  return computed === null || low !== high;
}
