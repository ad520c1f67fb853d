/** Narrowing the list of captures down: by state, source, unit, period and words. Empty = any. */
import { inNameOrder } from '../../../core/base/text/name-order.ts';
import { bareKey } from '../../../core/base/text/text.ts';
import type { IconName } from '../../../ui/icons.tsx';
import type { CaptureEntry, CaptureRow } from './captures-query.ts';

/** As officers tell them apart: a duplicate is discarded too, but for a reason of its own. */
export type StateChoice = 'raw' | 'confirmed' | 'corrected' | 'discarded' | 'duplicate' | 'withdrawn';

export interface CaptureFilter {
  readonly state: StateChoice | '';
  readonly source: string;
  readonly unit: string;
  readonly period: string;
  readonly words: string;
}

export const ANY: CaptureFilter = { state: '', source: '', unit: '', period: '', words: '' };

export const STATE_WORD: Readonly<Record<StateChoice, string>> = {
  raw: 'Chờ xác nhận',
  confirmed: 'Đã xác nhận',
  corrected: 'Đã sửa tay',
  discarded: 'Đã bỏ',
  duplicate: 'Trùng',
  withdrawn: 'Đã rút lại',
};

export const STATE_SIGN: Readonly<Record<StateChoice, IconName>> = {
  raw: 'stale',
  confirmed: 'done',
  corrected: 'done',
  discarded: 'close',
  duplicate: 'info',
  withdrawn: 'undo',
};

export function stateOf({ state, duplicateOf }: Pick<CaptureRow, 'state' | 'duplicateOf'>): StateChoice {
  return state === 'discarded' && duplicateOf !== null ? 'duplicate' : state;
}

/** With any filter set, entries whose row is not loaded yet are left out. */
export function filtered(
  entries: readonly CaptureEntry[],
  rows: ReadonlyMap<string, CaptureRow>,
  filter: CaptureFilter,
): readonly CaptureEntry[] {
  const { state, source, unit, period, words } = filter;
  const key = bareKey(words);
  if (state === '' && source === '' && unit === '' && period === '' && key === '') return entries;
  return entries.filter(({ id }) => {
    const row = rows.get(id);
    return (
      row !== undefined &&
      (state === '' || stateOf(row) === state) &&
      (source === '' || row.source === source) &&
      (unit === '' || row.unit === unit) &&
      (period === '' || row.period === period) &&
      row.key.includes(key)
    );
  });
}

export interface FilterChoices {
  readonly sources: readonly string[];
  readonly units: readonly string[];
  /** Latest first. */
  readonly periods: readonly string[];
}

/** What there is to choose from among the rows read so far. */
export function choicesOf(rows: ReadonlyMap<string, CaptureRow>): FilterChoices {
  const [sources, units, periods] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { source, unit, period } of rows.values()) {
    sources.add(source);
    if (unit !== null) units.add(unit);
    if (period !== null) periods.add(period);
  }
  return {
    sources: [...sources].sort(inNameOrder),
    units: [...units].sort(inNameOrder),
    periods: [...periods].sort().reverse(),
  };
}
