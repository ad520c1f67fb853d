/** A book of households → its totals for the report of the unit. Only counts are passed on: no name leaves the book. */

import { done, type Result, refuse } from '../../core/base/result.ts';
import { squashKey } from '../../core/base/text/text.ts';
import { fillFromTally } from '../../core/form/fill-from-tally.ts';
import { readTally } from '../../core/form/read-tally.ts';
import { tallyAbout } from '../../core/form/tally-sheet.ts';
import type { CriteriaSet } from '../../core/movement/criteria-set.ts';
import { setOfReport } from '../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { Report } from '../../core/report/report.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';

interface TallyInto extends ReturnType<typeof fillFromTally> {
  /** Whose book it is, of which period: `Bản Nà Đắng, năm 2025`. */
  readonly about: string;
  readonly households: number;
  /** Vietnamese sentences on rows of the book; rows are numbered, nobody is named. */
  readonly doubts: readonly string[];
}

/** `book` holds the reports; refused when none of them, or more than one, has the unit and period of the tally. */
export function tallyInto(book: Book, reports: readonly Report[], movement: Movement, tally: Book): Result<TallyInto> {
  const bySet = new Map<CriteriaSet, ReturnType<typeof readTally>>();
  const wanted = reports.flatMap((report) => {
    const set = setOfReport(movement, report, report.period?.period ?? null);
    if (!set) return [];
    const found = bySet.has(set) ? bySet.get(set) : readTally(tally, set);
    bySet.set(set, found ?? null);
    return found ? [{ report, found }] : [];
  });
  const [first] = wanted;
  if (!first) return refuse('no-tally', 'Không phải sổ theo dõi hộ của bộ tiêu chí trong báo cáo.');
  const own = wanted.filter(({ report, found }) => squashKey(ownerOf(report) ?? '') === squashKey(found.about));
  const [mine] = own;
  const { about } = first.found;
  if (!mine) return refuse('other-unit', `Sổ là của “${about}”, ${others(wanted.map(({ report }) => report))}.`);
  if (own.length > 1) return refuse('twofold', `Có ${own.length} báo cáo của “${about}”: chỉ để lại một rồi cộng lại.`);
  const { report, found } = mine;
  return done({ ...fillFromTally(book, report, found.figures), ...found });
}

function others(reports: readonly Report[]): string {
  const [report] = reports;
  return report && reports.length === 1
    ? `còn biểu là của “${ownerOf(report) ?? 'đơn vị hoặc kỳ chưa ghi'}”`
    : 'nhưng chưa có báo cáo nào của đơn vị và kỳ ấy';
}

/** As the head of the unit's book says it; null where the report does not name unit and period. */
function ownerOf({ unit, period }: Report): string | null {
  return unit && period ? tallyAbout(unit.text, period.period) : null;
}
