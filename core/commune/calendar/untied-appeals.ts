/** Appeals that the book can tie to no report or criterion: nobody would look for them there. */
import { squashKey } from '../../base/text/text.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import { APPEAL_NAMES, type Appeal } from './appeal.ts';

interface ReportedUnit {
  readonly unit: string;
  /** Codes of what its report is scored by; null = not known. */
  readonly criteria: readonly string[] | null;
}

/** Vietnamese sentences on explanations and petitions of a unit without a report, or of a criterion it is not scored by. */
export function untiedAppeals(appeals: readonly Appeal[], reported: readonly ReportedUnit[]): readonly string[] {
  return appeals.flatMap(({ kind, day, unit, criterion }) => {
    const own = reported.filter((reportedUnit) => squashKey(reportedUnit.unit) === squashKey(unit));
    const isTied = criterion === '' || own.some(({ criteria }) => criteria === null || criteria.includes(criterion));
    if (own.length > 0 && isTied) return [];
    const why = own.length === 0 ? 'chưa có báo cáo của đơn vị này' : `đơn vị không có tiêu chí “${criterion}”`;
    return [`${APPEAL_NAMES[kind]} ngày ${formatDate(day)} của “${unit}”: ${why}, hãy xem lại.`];
  });
}
