/** Each copy gets a single flag, at the later report; it names the earlier report that it resembles most. */

import { groupBy } from '../../../base/group-by.ts';
import { foldKey } from '../../../base/text/text.ts';
import { byArrival } from '../arrival.ts';
import type { Check, Finding } from '../finding.ts';
import type { CheckRun } from '../run.ts';
import { likeness, type TellingFigure, tellingFigures } from '../telling-figures.ts';

/** Hai đơn vị có gần như toàn bộ số liệu giống nhau, cả tử số và mẫu số. */
export const copiedReport: Check<'copied-report'> = {
  code: 'copied-report',
  severity: 'warning',
  doubt: 'nothing',
  name: 'Báo cáo giống nhau',
  todo: 'Yêu cầu hai đơn vị xuất trình số liệu gốc.',
  find,
};

function find({ subjects }: CheckRun): readonly Finding[] {
  const byAudience = groupBy([...subjects].sort(byArrival), ({ set }) => set);
  return [...byAudience.values()].flatMap((peers) => {
    const figures = peers.map((subject) => ({ subject, telling: tellingFigures(subject) }));
    const holders = new Map<string, number[]>();
    return figures.flatMap(({ subject, telling }, at): readonly Finding[] => {
      let most: { readonly unit: string; readonly same: number; readonly compared: number } | null = null;
      for (const [index, shared] of sharing(telling, holders, at)) {
        const earlier = figures[index];
        if (earlier === undefined || 2 * shared < COPIED_SHARE * LEAST_COMPARABLE) continue;
        if (foldKey(earlier.subject.unit) === foldKey(subject.unit)) continue;
        const { same, compared } = likeness(earlier.telling, telling);
        if (compared < LEAST_COMPARABLE || same < COPIED_SHARE * compared || same <= (most?.same ?? 0)) continue;
        most = { unit: earlier.subject.unit, same, compared };
      }
      if (most === null) return [];
      const message = `${most.same}/${most.compared} số liệu của ${subject.unit} giống hệt ${most.unit}.`;
      return [{ subject, cell: subject.report.unit?.cell ?? null, message, data: { ...most } }];
    });
  });
}

/**
 * So many figures (a and b of five rows, or ten ratios and counts) must be comparable before one report is called a
 * copy …
 */
const LEAST_COMPARABLE = 10;

/** … and this share of them equal. */
const COPIED_SHARE = 0.9;

/**
 * Earlier report → number of rows in which it has the same figure as this report. `holders` learns this report's
 * figures.
 */
function sharing(
  telling: ReadonlyMap<string, TellingFigure>,
  holders: Map<string, number[]>,
  at: number,
): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  for (const [line, { figure }] of telling) {
    const place = `${line}|${figure}`;
    const earlier = holders.get(place) ?? [];
    for (const other of earlier) shared.set(other, (shared.get(other) ?? 0) + 1);
    holders.set(place, [...earlier, at]);
  }
  return shared;
}
