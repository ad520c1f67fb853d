/**
 * The results at the time of closing, as a digest: points, places and classes of every unit. The same results give the
 * same digest, in whatever order the reports are.
 */
import { periodKey } from '../base/period/period.ts';
import type { RunResult } from '../judge/run/run-result.ts';
import { canonicalJson } from './canonical-json.ts';
import { sha256 } from './sha256.ts';

export function resultDigest({
  movement,
  period,
  reports,
  rankings,
}: Pick<RunResult, 'movement' | 'period' | 'reports' | 'rankings'>): string {
  const places = rankings.map(({ audience, unit, rank, points, share }) =>
    canonicalJson([audience, unit, rank, points, share]),
  );
  const sheets = reports.flatMap(({ score }) =>
    score
      ? [
          canonicalJson([
            score.audience,
            score.unit,
            score.total,
            score.max,
            score.classification?.name ?? null,
            score.points.map(({ criterion, points }) => [criterion, points]),
          ]),
        ]
      : [],
  );
  return sha256(canonicalJson([movement.id, period && periodKey(period), places.sort(), sheets.sort()]));
}
