/**
 * What reaching a target is worth in points of the 2026 portal: where its formula is known (facts on the portal, 3.2),
 * points follow from the very counts of the ratio.
 */
import { formatNumber } from '../../base/quantity/points.ts';
import { indicatorName } from './indicator-name.ts';
import type { Observation } from './observation.ts';

interface Worth {
  /** Group whose points it gives. */
  readonly group: string;
  readonly most: number;
  /** Share that earns all points, in percent. */
  readonly full: number;
}

const WORTH: ReadonlyMap<string, Worth> = new Map([
  ['dung-han', { group: 'TDGQ', most: 20, full: 100 }],
  ['thanh-toan-truc-tuyen', { group: 'TTTT', most: 6, full: 100 }],
  ['hai-long', { group: 'MDHL', most: 6, full: 90 }],
  ['so-hoa-ho-so', { group: 'MDSH', most: 4, full: 100 }],
]);

const READER = 'national-2026';

/** Hundredths of a point that `missing` more dossiers bring, rounded down; 0 where no formula is known. */
export function hundredthsToGain(
  { indicator, numerator, denominator, provenance }: Observation,
  missing: number,
): number {
  const worth = WORTH.get(indicator);
  if (!worth || provenance.reader.id !== READER || numerator == null || !denominator) return 0;
  const points = (part: number) => worth.most * Math.min(1, part / denominator / (worth.full / 100));
  return Math.floor(100 * (points(Math.min(numerator + missing, denominator)) - points(numerator)) + 1e-6);
}

/** `được thêm khoảng 1,74 điểm “Tiến độ giải quyết”`; empty where there is nothing to gain, or it is not known. */
export function gainText(observation: Observation, missing: number | null): string {
  const hundredths = missing === null ? 0 : hundredthsToGain(observation, missing);
  const group = WORTH.get(observation.indicator)?.group;
  if (hundredths <= 0 || group === undefined) return '';
  return `đạt mức ấy được thêm khoảng ${formatNumber(hundredths / 100)} điểm “${indicatorName(group)}”`;
}
