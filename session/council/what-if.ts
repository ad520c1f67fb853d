/** Who would move if the council set one criterion's points otherwise. Reads the workbook; writes nothing. */

import { formatPoints } from '../../core/base/quantity/points.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import { votedOn } from '../../core/council/voted-on.ts';
import { type Moves, type WhatIf, whatIf } from '../../core/judge/run/what-if.ts';
import { boundsOf } from '../../core/movement/bounds-of.ts';
import { setOfReport } from '../../core/movement/criteria-set-for.ts';
import type { Host } from '../host/port.ts';
import { outcomeOf } from '../papers/outcome.ts';

/** Refused when there is no such criterion, or the points lie outside it. */
export async function whatIfIn(host: Host, trial: WhatIf): Promise<Result<Moves>> {
  const outcome = await outcomeOf(host, 'bảng so sánh');
  if (!outcome.ok) return outcome;
  const { facts, awards, run } = outcome.value;
  const { movement, period, reports } = run.result;
  const report = reports.find(({ unit, score }) => unit === trial.unit && score !== null)?.report;
  const set = report && setOfReport(movement, report, period);
  const criterion = set?.criteria.find(({ code }) => code === trial.criterion);
  if (!criterion) return refuse('gone', `${trial.unit} không có tiêu chí ${trial.criterion}.`);
  const { least, most } = boundsOf(criterion);
  if (trial.points < least || trial.points > most)
    return refuse('points-outside', `Điểm phải từ ${formatPoints(least)} đến ${formatPoints(most)}.`);
  const setting = {
    ...{ result: run.result, decisions: run.current.decisions },
    ...{ alreadyAwarded: facts.ledger, nominations: awards.nominations, yearsJudge: facts.yearsJudge },
    votedOn: votedOn(facts.council?.votes ?? [], { movement: movement.id, period }),
  };
  return done(whatIf(setting, trial));
}
