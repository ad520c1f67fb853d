/** Places of one audience with the range and class of each unit. Pure. */
import type { Points } from '../../core/base/quantity/points.ts';
import type { RunResult } from '../../core/judge/run/run-result.ts';
import type { RankedUnit } from '../../core/judge/score/score-sheet.ts';

export interface RankingRow extends RankedUnit {
  readonly low: Points;
  readonly high: Points;
  readonly className: string | null;
  /** Where its report stands; null = nowhere in the book. */
  readonly sheet: string | null;
}

/** Audiences that are ranked, in the order of the movement's own list. */
export function audiencesIn({ rankings, movement }: RunResult): string[] {
  const ranked = new Set(rankings.map(({ audience }) => audience));
  const known = movement.audiences.map(({ kind }) => kind).filter((kind) => ranked.has(kind));
  return [...known, ...[...ranked].filter((kind) => !known.includes(kind))];
}

/** In order of place. */
export function placesOf({ rankings, reports }: RunResult, audience: string): RankingRow[] {
  return rankings
    .filter((place) => place.audience === audience)
    .toSorted((a, b) => a.rank - b.rank)
    .map((place) => {
      const own = reports.filter(({ unit, report }) => unit === place.unit && report.audience === audience);
      // Of several reports of a unit, the report that earned the place.
      const result = own.find((one) => one.score?.total === place.points) ?? own[0];
      const score = result?.score ?? null;
      return {
        ...place,
        low: score?.low ?? place.points,
        high: score?.high ?? place.points,
        className: score?.classification?.name ?? null,
        sheet: result?.report.layout.sheet ?? null,
      };
    });
}

/** Neighbours of one class together, so that its name appears once. */
export function classGroups(places: readonly RankingRow[]): (readonly RankingRow[])[] {
  const groups: RankingRow[][] = [];
  for (const place of places) {
    const last = groups.at(-1);
    if (last?.[0]?.className === place.className) last.push(place);
    else groups.push([place]);
  }
  return groups;
}
