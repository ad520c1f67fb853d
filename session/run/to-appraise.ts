/** What there is to appraise: every criterion of every unit that the council did not set the points of. */
import { type AppraisalItem, appraisalRound } from '../../core/council/appraisal-round.ts';
import type { SessionRun } from './run.ts';

interface ToAppraise {
  readonly unit: string;
  readonly audience: string;
  readonly item: AppraisalItem;
  readonly reason: string;
}

export function toAppraise({ result, current }: SessionRun): readonly ToAppraise[] {
  const audiences = new Map(result.reports.map(({ unit, report }) => [unit, report.audience] as const));
  const reasons = new Map(
    result.reports.flatMap(({ unit, score }) =>
      (score?.points ?? []).map(({ criterion, reason }) => [JSON.stringify([unit, criterion]), reason] as const),
    ),
  );
  return appraisalRound(result, current.decisions).flatMap(({ unit, items }) =>
    items.map((item) => ({
      ...{ unit, audience: audiences.get(unit) ?? '', item },
      reason: reasons.get(JSON.stringify([unit, item.criterion])) ?? '',
    })),
  );
}
