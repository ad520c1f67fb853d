/** The portal page's own last request, as recorded: the province and the period the officer is looking at. */

import type { Period } from '../../core/base/period/period.ts';
import { portalRequestOf } from '../../core/portal/capture/readers/national-2026/period.ts';
import type { CapturePart } from '../store/records.ts';

export interface LastRequest {
  /** null: the page requested the whole country, or nothing was recorded. */
  readonly provinceId: string | null;
  readonly period: Period | null;
  /** Both are of the last question of all, so they are what the officer is looking at. */
  readonly isInSight: boolean;
}

/** `own` = the portal's id of the commune, about which the page may have sent requests too. */
export function lastRequest(parts: readonly CapturePart[], own?: string): LastRequest {
  const requests = parts.flatMap(({ request }) => (request === null ? [] : (portalRequestOf(request) ?? [])));
  const last = requests.at(-1);
  const provinces = requests.flatMap(({ province }) => province ?? []);
  return {
    provinceId: provinces.findLast((id) => id !== own) ?? provinces.at(-1) ?? null,
    period: last?.period ?? null,
    isInSight: last !== undefined && last.province !== null,
  };
}
