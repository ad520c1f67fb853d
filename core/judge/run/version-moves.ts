/** Which units stand otherwise when the same reports are scored by another version of the criteria. */
import { formatNumber, formatPoints } from '../../base/quantity/points.ts';
import type { RankedUnit } from '../score/score-sheet.ts';
import type { RunResult } from './run-result.ts';

export interface VersionMove {
  readonly unit: string;
  readonly audience: string;
  /** null = not ranked by that version. */
  readonly before: RankedUnit | null;
  readonly after: RankedUnit | null;
}

/** In the order of the ranking before, then those that are new in it; units that stand as before are left out. */
export function versionMoves(before: RunResult, after: RunResult): VersionMove[] {
  const was = new Map(before.rankings.map((ranking) => [keyOf(ranking), ranking] as const));
  const is = new Map(after.rankings.map((ranking) => [keyOf(ranking), ranking] as const));
  return [...new Map([...was, ...is])].flatMap(([key, { unit, audience }]) => {
    const move = { unit, audience, before: was.get(key) ?? null, after: is.get(key) ?? null };
    return standsAlike(move) ? [] : [move];
  });
}

function keyOf({ audience, unit }: RankedUnit): string {
  return JSON.stringify([audience, unit]);
}

function standsAlike({ before, after }: VersionMove): boolean {
  return before?.points === after?.points && before?.share === after?.share && before?.rank === after?.rank;
}

/** `Thôn Đông (Thôn): 80 điểm (80 %), hạng 2 → 90 điểm (90 %), hạng 1`. `audience` = its name. */
export function moveWords({ unit, before, after }: VersionMove, audience: string): string {
  return `${unit} (${audience}): ${placeWords(before)} → ${placeWords(after)}`;
}

function placeWords(place: RankedUnit | null): string {
  if (place === null) return 'không xếp hạng';
  return `${formatPoints(place.points)} điểm (${formatNumber(place.share / 100)} %), hạng ${place.rank}`;
}
