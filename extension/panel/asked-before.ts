/** What the portal's page itself asked last, as it was heard: the province and the period the officer is looking at. */

import type { Period } from '../../core/base/period/period.ts';
import { askedOf } from '../../core/portal/capture/readers/national-2026/period.ts';
import type { CapturePart } from '../store/records.ts';

export interface AskedBefore {
  /** null: the page asked for the whole country, or nothing was heard. */
  readonly provinceId: string | null;
  readonly period: Period | null;
  /** Both are of the last question of all, so they are what the officer is looking at. */
  readonly isInSight: boolean;
}

/** `own` = the portal's id of the commune, which may have been asked about alone. */
export function askedBefore(parts: readonly CapturePart[], own?: string): AskedBefore {
  const asked = parts.flatMap(({ request }) => (request === null ? [] : (askedOf(request) ?? [])));
  const last = asked.at(-1);
  const provinces = asked.flatMap(({ province }) => province ?? []);
  return {
    provinceId: provinces.findLast((id) => id !== own) ?? provinces.at(-1) ?? null,
    period: last?.period ?? null,
    isInSight: last !== undefined && last.province !== null,
  };
}
