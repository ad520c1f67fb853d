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
  const setFor = (one: Scored) => movement.criteriaSets.find((set) => set.audience === audienceOf(one))!;
  const sheets = units.map((one): ScoreSheet => {
    const set = setFor(one);
    const band = set.classification.find(({ from }) => one.total >= from * 100) ?? null;
    return {
      ...{
        unit: one.name,
        audience: audienceOf(one),
        file: `${one.name}.xlsx`,
        table: 'Báo cáo!A1:H9',
        set: set.version,
        version: versionWords(set),
        points: [],
        self: null,
      },
      ...{ total: one.total, low: one.low ?? one.total, high: one.high ?? one.total, max: 10_000, share: one.total },
      ...{ classification: band, classReasons: [], possibleClasses: band ? [band.name] : [] },
    };
  });
  const rankings = [...units]
    .sort((x, y) => y.total - x.total)
    .map((one): RankedUnit => {
      const above = units.filter((other) => audienceOf(other) === audienceOf(one) && other.total > one.total).length;
      const rank = one.rank ?? above + 1;
      const place = { rank, best: rank, worst: rank, points: one.total, share: one.total, tie: one.tie ?? null };
      return { unit: one.name, audience: audienceOf(one), ...place };
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
