/** Appeals that the book can tie to no report or criterion: nobody would look for them there. */
import { squashKey } from '../../base/text/text.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import { APPEAL_NAMES, type Appeal, type ScoredUnit } from './appeal.ts';

/** Vietnamese sentences on explanations and petitions of a unit without a report, or of a criterion it is not scored by. */
export function untiedAppeals(appeals: readonly Appeal[], scored: readonly ScoredUnit[]): readonly string[] {
  return appeals.flatMap(({ kind, day, unit, criterion }) => {
    const own = scored.filter((scoredUnit) => squashKey(scoredUnit.unit) === squashKey(unit));
    const isTied =
      criterion === '' ||
      own.some(
        ({ score }) => score === null || score.points.some((criterionScore) => criterionScore.criterion === criterion),
      );
    if (own.length > 0 && isTied) return [];
    const why = own.length === 0 ? 'chưa có báo cáo của đơn vị này' : `đơn vị không có tiêu chí “${criterion}”`;
    return [`${APPEAL_NAMES[kind]} ngày ${formatDate(day)} của “${unit}”: ${why}, hãy xem lại.`];
  });
}
