/** What there may be to vote on: the units the plan's quotas let propose, best first; without quotas the first places. Pure. */
import { selectForAwards } from '../../core/award/select.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { RunResult } from '../../core/workbook/run-result.ts';

/** Places offered where the plan states no quota. */
const FIRST_PLACES = 3;

export function voteSubjects({ movement, period, reports, rankings }: RunResult): readonly string[] {
  const sheets = reports.flatMap(({ score }) => score ?? []);
  const selections = selectForAwards({ movement, period, sheets, rankings });
  const proposed = selections.flatMap(({ quota, chosen, undecided }) => {
    const award = movement.awards.find(({ code }) => code === quota.award);
    return [...chosen, ...undecided].map(({ unit }) => subjectText(award, unit));
  });
  const first = rankings.filter(({ rank }) => rank <= FIRST_PLACES).map(({ unit }) => subjectText(undefined, unit));
  return [...new Set(proposed.length > 0 ? proposed : first)];
}

/** The commune gives its own award and proposes those of the levels above. */
function subjectText(award: Movement['awards'][number] | undefined, unit: string): string {
  if (!award) return `Đề nghị khen thưởng ${unit}`;
  return `${award.level === 'commune' ? 'Tặng' : 'Đề nghị tặng'} ${award.name} cho ${unit}`;
}
