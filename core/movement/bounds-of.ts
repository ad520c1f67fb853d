/** The least and the most points a criterion can earn, by rule or by the council. Hundredths. */
import type { Points } from '../base/quantity/points.ts';
import type { Criterion } from './criteria-set.ts';
import { factsOf } from './rule.ts';

export interface PointsBounds {
  readonly least: Points;
  readonly most: Points;
}

/** 0 … the maximum; minus the cap … 0 where points are taken away. */
export function boundsOf({ rule, maxPoints }: Pick<Criterion, 'rule' | 'maxPoints'>): PointsBounds {
  const { deducts } = factsOf(rule);
  return deducts ? { least: -deducts, most: 0 } : { least: 0, most: maxPoints };
}
