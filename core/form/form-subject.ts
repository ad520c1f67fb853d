/** What a form is for, and the shape that follows from it. */

import type { Period } from '../base/period/period.ts';
import { fullCommune, kindOfCommune } from '../base/text/commune-name.ts';
import type { CriteriaSet } from '../movement/criteria-set.ts';
import type { Movement } from '../movement/movement.ts';

export interface FormSubject {
  readonly movement: Movement;
  readonly set: CriteriaSet;
  /** Kind of audience, e.g. `village`. */
  readonly audience: string;
  readonly period: Period;
  /** null = the unit writes its own name. */
  readonly unit: string | null;
  /** For the form of a month or quarter, whose set comes from followUpMovement: code → the last figure, in words. */
  readonly before?: ReadonlyMap<string, string>;
  /** Assigned targets by the code of the criterion or part (`1.2`, `1.2.a`); `none` = expressly no target. */
  readonly assigned?: ReadonlyMap<string, number | 'none'>;
}

/**
 * `short` = a page upright with few columns and no a/b, for a household or a person; `follow-up` = the figures that
 * move, beside those of the last time.
 */
export type FormShape = 'full' | 'short' | 'follow-up';

export function shapeOf({ movement, audience, before }: FormSubject): FormShape {
  return before === undefined ? formShape(movement, audience) : 'follow-up';
}

/** Shape of a report's form: bodies get the full form, households and persons the short form. */
export function formShape({ audiences }: Movement, audience: string): FormShape {
  return audiences.find(({ kind }) => kind === audience)?.subject === 'collective' ? 'full' : 'short';
}

/** `UBND phường`: the people's committee, by the kind of its commune. */
export function committeeOf({ issuer }: Pick<Movement, 'issuer'>): string {
  return `UBND ${kindOfCommune(issuer.commune)}`;
}

/** `xã Ta Ma`; a bare name gets its `xã`. NFC. */
export function communeName({ issuer }: Pick<Movement, 'issuer'>): string {
  return fullCommune(issuer.commune);
}
