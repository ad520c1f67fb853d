/** Units with chosen totals under a bundled plan, as input for its award candidates. */

import { parsePeriod } from '../../../../core/base/period/period.ts';
import { awardCandidates } from '../../../../core/judge/award/candidates.ts';
import type { Ledger } from '../../../../core/judge/award/ledger.ts';
import type { Nomination } from '../../../../core/judge/award/nomination.ts';
import type { RankedUnit, ScoreSheet } from '../../../../core/judge/score/score-sheet.ts';
import { versionWords } from '../../../../core/movement/set-version.ts';
import { findMovement } from '../../../../core/movements/index.ts';
import type { RegisterUnit } from '../../../../core/report/register.ts';

export interface Scored {
  readonly name: string;
  /** Hundredths of 100 points. */
  readonly total: number;
  readonly audience?: string;
  readonly low?: number;
  readonly high?: number;
  readonly rank?: number;
  readonly tie?: string;
}

/** Units with these totals under a bundled plan; ranks by total within an audience unless set. */
export function awardInput(
  id: string,
  period: string,
  units: readonly Scored[],
  more: { register?: readonly RegisterUnit[] | null; ledger?: Ledger; nominations?: readonly Nomination[] } = {},
) {
  const movement = findMovement(id)!;
  const audienceOf = ({ audience = 'agency' }: Scored) => audience;
  const setFor = (scored: Scored) => movement.criteriaSets.find((set) => set.audience === audienceOf(scored))!;
  const sheets = units.map((unit): ScoreSheet => {
    const set = setFor(unit);
    const band = set.classification.find(({ from }) => unit.total >= from * 100) ?? null;
    return {
      ...{
        unit: unit.name,
        audience: audienceOf(unit),
        file: `${unit.name}.xlsx`,
        table: 'Báo cáo!A1:H9',
        set: set.version,
        version: versionWords(set),
        points: [],
        self: null,
      },
      ...{
        total: unit.total,
        low: unit.low ?? unit.total,
        high: unit.high ?? unit.total,
        max: 10_000,
        share: unit.total,
      },
      ...{ classification: band, classReasons: [], possibleClasses: band ? [band.name] : [] },
    };
  });
  const rankings = [...units]
    .sort((x, y) => y.total - x.total)
    .map((unit): RankedUnit => {
      const above = units.filter((other) => audienceOf(other) === audienceOf(unit) && other.total > unit.total).length;
      const rank = unit.rank ?? above + 1;
      const place = { rank, best: rank, worst: rank, points: unit.total, share: unit.total, tie: unit.tie ?? null };
      return { unit: unit.name, audience: audienceOf(unit), ...place };
    });
  const { register = null, ledger = [], nominations = [] } = more;
  return {
    movement,
    period: parsePeriod(period)!,
    sheets,
    rankings,
    register,
    alreadyAwarded: ledger,
    nominations,
  };
}

/** A line for every candidate of such a run. */
export const linesOf = (...args: Parameters<typeof awardInput>) => awardCandidates(awardInput(...args));

export const nominated = (name: string, audience: string, more: Partial<Nomination> = {}): Nomination => ({
  ...{ name, audience, by: 'Bản Nà Đắng', achievement: 'ủng hộ 10 máy tính', outOfTurn: false },
  ...more,
});
