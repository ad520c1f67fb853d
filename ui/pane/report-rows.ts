/** The sheets found, each with what the last run says about it. Pure. */

import { inNameOrder } from '../../core/base/text/name-order.ts';
import { bareKey, squashKey } from '../../core/base/text/text.ts';
import type { Severity } from '../../core/judge/flag/flag.ts';
import type { ScoreSheet } from '../../core/judge/score/score-sheet.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { hasOddColumns } from '../../core/report/odd-columns.ts';
import type { Report } from '../../core/report/report.ts';
import type { SheetFound, Workspace } from '../../session/pane/workspace-data.ts';
import { countBySeverity } from './flag-list.ts';

export interface ReportRow {
  readonly sheet: string;
  /** The sheet's name while the unit is not known. */
  readonly unit: string;
  /** Name of the audience in the movement's words. */
  readonly audience: string;
  readonly state: SheetFound['state'];
  readonly score: ScoreSheet | null;
  readonly flags: Readonly<Record<Severity, number>>;
  /** Nobody can look at its columns when it is not read, or is a form of ours as we made it. */
  readonly columns: 'odd' | 'kept' | 'own' | null;
}

export function reportRows({ sheets, run }: Workspace, movement: Movement | undefined): ReportRow[] {
  const results = new Map((run?.reports ?? []).map((result) => [result.report.layout.sheet, result]));
  return sheets.map(({ sheet, unit, audience, state, report }) => {
    const result = results.get(sheet);
    return {
      sheet,
      unit: result?.unit ?? unit ?? sheet,
      audience: audience === null ? 'Chưa rõ đối tượng' : nameOfAudience(movement, audience),
      state,
      score: result?.score ?? null,
      flags: countBySeverity(result?.flags ?? []),
      columns: report ? columnsOf(report) : null,
    };
  });
}

function columnsOf(report: Report): ReportRow['columns'] {
  if (report.layout.isKept) return 'kept';
  if (hasOddColumns(report)) return 'odd';
  return report.formVersion || report.answers ? null : 'own';
}

export type CardOrder = 'sheet' | 'unit' | 'flags' | 'high' | 'low';

const ORDER: Readonly<Record<CardOrder, (a: ReportRow, b: ReportRow) => number>> = {
  sheet: () => 0,
  unit: (a, b) => inNameOrder(a.unit, b.unit),
  flags: (a, b) => b.flags.error - a.flags.error || b.flags.warning - a.flags.warning,
  high: (a, b) => shareOf(b, -1) - shareOf(a, -1),
  low: (a, b) => shareOf(a, 101) - shareOf(b, 101),
};

/**
 * Rows whose unit, audience or sheet has what was typed, in the order asked for; rows alike stay in the book's order.
 * Typed without tones `ban na` finds `Bản Nà`; typed with tones only what has them.
 */
export function shownRows(rows: readonly ReportRow[], typed: string, order: CardOrder): ReportRow[] {
  const key = /[\p{M}đ]/iu.test(typed.normalize('NFD')) ? squashKey : bareKey;
  const part = key(typed);
  const has = ({ unit, audience, sheet }: ReportRow) =>
    [unit, audience, sheet].some((text) => key(text).includes(part));
  return rows.filter(has).toSorted(ORDER[order]);
}

/** Places go by the share of the points that apply; what has no points comes last. */
function shareOf({ score }: ReportRow, none: number): number {
  return score === null || score.max === 0 ? none : (score.total * 100) / score.max;
}

export function nameOfAudience(movement: Pick<Movement, 'audiences'> | undefined, kind: string): string {
  return movement?.audiences.find((audience) => audience.kind === kind)?.name ?? kind;
}
