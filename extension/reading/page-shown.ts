/** The period and province that the portal page shows on screen: offered to the officer as a first choice. */

import { periodKey } from '../../core/base/period/period.ts';
import { plainProvince } from '../../core/base/place/plain-province.ts';
import { PROVINCES_TODAY } from '../../core/base/place/provinces-today.ts';
import { foldKey } from '../../core/base/text/text.ts';
import { pagePeriod } from '../../core/portal/capture/page-period.ts';
import { pageOf } from '../../core/portal/capture/parse-page.ts';
import { picked } from '../../core/portal/capture/pickers.ts';
import type { CaptureRecord } from '../store/records.ts';

export interface PageShown {
  /** Text form; null = the page says none, or several. */
  readonly period: string | null;
  /** Name without `tỉnh`; null = none is chosen, or several. */
  readonly province: string | null;
}

export const NOTHING_SHOWN: PageShown = { period: null, province: null };

/** Offered, never taken. `bodies` = of the record's parts. */
export function pageShown({ parts }: Pick<CaptureRecord, 'parts'>, bodies: readonly string[]): PageShown {
  const pages = parts.flatMap(({ kind }, index) => (kind === 'page' ? [pageOf({ body: bodies[index] ?? '' })] : []));
  const periods = pages.flatMap((page) => pagePeriod(page).period ?? []).map(periodKey);
  const places = pages.flatMap((page) => picked(page).places).map((place) => foldKey(plainProvince(place)));
  const provinces = PROVINCES_TODAY.map(([name]) => name).filter((name) => places.includes(foldKey(name)));
  return { period: only(periods), province: only(provinces) };
}

function only(values: readonly string[]): string | null {
  const [first = null, ...others] = new Set(values);
  return others.length === 0 ? first : null;
}
