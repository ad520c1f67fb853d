/**
 * Places among the communes of one list: the portal numbers departments and communes together, so its own numbers have
 * gaps. Equal figures share a place (1-2-2-4). Only a whole list has places: with one figure unread, nobody has any.
 */

import { classRank, communeMean, communeRank } from '../indicator/indicator-name.ts';
import { competitionRanks } from '../indicator/ranks.ts';
import type { CaptureReading } from './reader.ts';

const COMMUNE = /^(?:(?:ubnd|[uủ]ỷ ban nhân dân|ủy ban nhân dân)\s+)?(xã|phường|đặc khu|thị trấn)\s/iu;

/** Recognises a commune by its name, in any Unicode composition: `UBND xã Đông Thái`, `Phường Long Phú`. */
export function isCommuneName(name: string): boolean {
  return COMMUNE.test(name.normalize('NFC').trim());
}

/**
 * One place for each reading with a value, and where the list has communes of several classes (`xã`, `phường`, `đặc
 * khu`) one among its own; nothing for fewer than two. `readings` = one indicator and period, each commune of the list
 * once.
 */
export function communeRanks(readings: readonly CaptureReading[]): CaptureReading[] {
  const classes = new Map<string, CaptureReading[]>();
  for (const reading of readings) {
    const name = COMMUNE.exec(reading.unit.name.normalize('NFC').trim())?.[1]?.toLowerCase() ?? '';
    classes.set(name, [...(classes.get(name) ?? []), reading]);
  }
  const within = classes.size > 1 ? [...classes.values()].flatMap((own) => ranksIn(own, classRank)) : [];
  return [...ranksIn(readings, communeRank), ...within];
}

function ranksIn(readings: readonly CaptureReading[], codeOf: (indicator: string) => string): CaptureReading[] {
  const ranks = competitionRanks(readings.map(({ value }) => value));
  const max = ranks.filter((rank) => rank !== null).length;
  if (max < 2) return [];
  return readings.flatMap(({ indicator, unit, period }, index): CaptureReading[] => {
    const value = ranks[index] ?? null;
    return value === null ? [] : [{ indicator: codeOf(indicator), unit, period, value, max }];
  });
}

/**
 * The mean over the communes of a list, as a reading for each of them; two decimals. Empty while a commune has no
 * value.
 */
export function communeMeans(readings: readonly CaptureReading[]): CaptureReading[] {
  const values = readings.flatMap(({ value }) => (value === null ? [] : [Math.round(value * 100)]));
  if (values.length < 2 || values.length < readings.length) return [];
  const value = Math.round(values.reduce((sum, number) => sum + number, 0) / values.length) / 100;
  return readings.map(({ indicator, unit, period, max }) => ({
    ...{ indicator: communeMean(indicator), unit, period, value },
    ...(max === undefined ? {} : { max }),
  }));
}
