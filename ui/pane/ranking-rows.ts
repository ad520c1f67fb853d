/** Places of one field with the range and class of each unit. Pure. */
import type { Points } from '../../core/base/quantity/points.ts';
import type { RunResult } from '../../core/judge/run/run-result.ts';
import type { RankedUnit } from '../../core/judge/score/score-sheet.ts';
import { fieldName } from '../../core/sheets/council/unit-words.ts';

export interface RankingRow extends RankedUnit {
  readonly low: Points;
  readonly high: Points;
  readonly className: string | null;
  /** Where its report stands; null = nowhere in the book. */
  readonly sheet: string | null;
}

/** Units that are ranked among each other: an audience, or one bloc of it. */
interface RankedField {
  /** As it is called. */
  readonly name: string;
  readonly audience: string;
  readonly bloc: string | undefined;
}

/** In the order of the ranking. */
export function fieldsIn(run: RunResult): readonly RankedField[] {
  const fields = new Map<string, RankedField>();
  for (const { audience, bloc } of run.rankings) {
    const name = fieldName(run, { audience, ...(bloc === undefined ? {} : { bloc }) });
    if (!fields.has(name)) fields.set(name, { name, audience, bloc });
  }
  return [...fields.values()];
}

/** In order of place. */
export function placesOf({ rankings, reports }: RunResult, { audience, bloc }: RankedField): RankingRow[] {
  return rankings
    .filter((place) => place.audience === audience && place.bloc === bloc)
    .toSorted((a, b) => a.rank - b.rank)
    .map((place) => {
      const own = reports.filter(({ unit, report }) => unit === place.unit && report.audience === audience);
      // Of several reports of a unit, the report that earned the place.
      const result = own.find((reportResult) => reportResult.score?.total === place.points) ?? own[0];
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
