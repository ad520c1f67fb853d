/**
 * The total of a unit against its six groups, which come in answers of their own: heard at different times, they may be
 * of different states of the portal, and which of them is right is not to be known.
 */

import { periodKey } from '../../base/period/period.ts';
import { formatNumber } from '../../base/quantity/points.ts';
import { TOTAL } from '../indicator/total.ts';
import type { CaptureReading, Question } from './reader.ts';
import { unitKey } from './unit-match.ts';

const SIX = ['CKMB', 'TDGQ', 'CLGQ', 'TTTT', 'MDHL', 'MDSH'] as const;
/** The page of provinces shows two of them together. */
const FIVE = ['CKMB', 'TDGQ', 'ONLINE_SERVICE', 'MDHL', 'MDSH'] as const;

/** One question for each unit and period whose total is not the sum of its groups, printed to two places each. */
export function groupsAgainstTotal(readings: readonly CaptureReading[]): readonly Question[] {
  if (!readings.some(({ indicator }) => indicator === TOTAL)) return [];
  const units = new Map<string, { readonly unit: string; readonly values: Map<string, number> }>();
  for (const { indicator, unit, period, value, course } of readings) {
    if (value === null || period === null || course) continue;
    const key = JSON.stringify([unitKey(unit), periodKey(period)]);
    const held = units.get(key) ?? { unit: unitKey(unit), values: new Map<string, number>() };
    held.values.set(indicator, value);
    units.set(key, held);
  }
  return [...units].flatMap(([key, { unit, values }]): Question[] => {
    const total = values.get(TOTAL);
    const groups = [SIX, FIVE].find((codes) => codes.every((code) => values.has(code)));
    if (total === undefined || groups === undefined) return [];
    const hundredths = groups.reduce((sum, code) => sum + Math.round(100 * (values.get(code) ?? 0)), 0);
    if (Math.abs(hundredths - Math.round(100 * total)) <= groups.length) return [];
    const shown = `tổng ${formatNumber(total)}, các nhóm cộng lại ${formatNumber(hundredths / 100)}`;
    const about = `Các bảng của Cổng không khớp nhau: ${shown}. Vẫn lấy các số này?`;
    return [{ key: `tong-nhom:${key}:${shown}`, about, shown, isKept: false, unit }];
  });
}
