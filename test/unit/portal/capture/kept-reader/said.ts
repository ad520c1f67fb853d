/** The figures that the taught reader of `pages.ts` reads on a page. */

import { periodKey } from '../../../../../core/base/period/period.ts';
import type { Captured } from '../../../../../core/portal/capture/reader.ts';
import { taughtReader } from '../../../../../core/portal/capture/taught-reader/reader.ts';
import { kept } from './pages.ts';

export const definition = kept();
export const reader = taughtReader(definition);

/** `unit indicator period value`, or the reason why there is nothing. */
export function said(captured: Captured, of = reader): readonly string[] | string {
  const outcome = of.read(captured);
  if (outcome.kind === 'not-found') return outcome.reason;
  return outcome.readings.map(
    ({ unit, indicator, period, value }) => `${unit.name} ${indicator} ${period && periodKey(period)} ${value}`,
  );
}

export const EXPECTED = [
  'Xã Long Thạnh tiep-nhan 2026-02 1234',
  'Xã Long Thạnh so-hoa-ho-so 2026-02 98.5',
  'Xã Long Thạnh Điểm chất lượng 2026-02 7.25',
  'Xã Long Thành tiep-nhan 2026-02 987',
  'Xã Long Thành so-hoa-ho-so 2026-02 64.05',
  'Xã Long Thành Điểm chất lượng 2026-02 6.5',
];
