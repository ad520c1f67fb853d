/**
 * Provinces that have ended, each with the province its communes belong to now. Whether a paper should bear the new
 * name is for the officer to decide: the name is offered, never filled in.
 */
import { bareKey } from '../text/text.ts';
import { plainProvince } from './plain-province.ts';
import { PROVINCES_TODAY } from './provinces-today.ts';

interface EndedProvince {
  /** Without `tỉnh`, as is `now`. */
  readonly name: string;
  readonly now: string;
}

export const ENDED_PROVINCES: readonly EndedProvince[] = PROVINCES_TODAY.flatMap(([now, _, ...ended]) =>
  ended.map((name) => ({ name, now })),
);

/** Finds `tỉnh Hải Dương`, `HAI DUONG`; null for a province that still exists and for a name that is no province. */
export function endedProvince(name: string): EndedProvince | null {
  const wanted = bareKey(plainProvince(name));
  return ENDED_PROVINCES.find((endedProvince) => bareKey(endedProvince.name) === wanted) ?? null;
}

/** `Hải Dương nay thuộc Hải Phòng (Nghị quyết 202/2025/QH15)`. */
export function endedText({ name, now }: EndedProvince): string {
  return `${name} nay thuộc ${now} (Nghị quyết ${now === 'Huế' ? '175/2024/QH15' : '202/2025/QH15'})`;
}
