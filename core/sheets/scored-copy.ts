/**
 * The scored copy of a unit's own file, as actions: points, range and reason in three columns beside the table, a note
 * and a mark on every flagged cell, the sheets "Cảnh báo" and "Xếp hạng". No cell the unit filled is ever overwritten.
 */

import { groupBy } from '../base/group-by.ts';
import type { Flag } from '../judge/flag/flag.ts';
import type { ReportResult, RunResult } from '../judge/run/run-result.ts';
import { fromA1 } from '../sheet/grid/address.ts';
import type { Action } from '../sheet/workbook/port.ts';
import type { CopyPlace } from './copy-place.ts';
import { flagSheet } from './council/flag-sheet.ts';
import { bySeverity } from './council/flag-words.ts';
import { SEVERITY_NAME } from './council/look.ts';
import { rankingSheet } from './council/ranking-sheet.ts';
import { scoredSubtitle } from './council/scored-subtitle.ts';
import { unitKey } from './council/unit-words.ts';
import { scoreColumns } from './score-triple.ts';

/** A report with the places its columns go to. */
interface PlacedReport {
  readonly result: ReportResult;
  readonly places: readonly CopyPlace[];
}

/**
 * Makes the actions of one file after another; what a run has of flags and places is sorted by file and unit once, not
 * for each copy.
 */
export function scoredCopies(result: RunResult): (file: string, reports: readonly PlacedReport[]) => Action[] {
  const flagsOf = groupBy(result.flags, (flag) => flag.file);
  const placesOf = groupBy(result.rankings, ({ unit, audience }) => unitKey(unit, audience));
  const order = new Map(result.rankings.map((place, index) => [place, index]));
  const rankedOf = groupBy(result.reports, ({ unit, report }) => unitKey(unit, report.audience));
  return (file, reports) => {
    const flags = flagsOf.get(file) ?? [];
    const units = [...new Set(reports.map(({ result: { unit, report } }) => unitKey(unit, report.audience)))];
    const own = reports.map((report) => report.result);
    const names = { table: null, subtitle: scoredSubtitle(result, own) };
    const rankings = units.flatMap((key) => placesOf.get(key) ?? []);
    const placed = {
      movement: result.movement,
      reports: units.flatMap((key) => rankedOf.get(key) ?? []),
      rankings: rankings.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
    };
    return [
      ...reports.flatMap(({ result: { report, score }, places }) => (score ? scoreColumns(report, score, places) : [])),
      ...markActions(flags),
      { kind: 'add-sheet', sheet: flagSheet(flags, names, null) },
      { kind: 'add-sheet', sheet: rankingSheet(placed, names) },
    ];
  };
}

/** A mark for each flagged cell, of its worst flag, with a note of all its flags. */
function markActions(flags: readonly Flag[]): Action[] {
  const placed = bySeverity(flags).filter(({ cell }) => cell !== null);
  const byCell = groupBy(placed, ({ cell }) => JSON.stringify([cell?.sheet, cell?.address]));
  return [...byCell.values()].flatMap((list): Action[] => {
    const [worst] = list;
    const at = worst?.cell && fromA1(worst.cell.address);
    if (!worst?.cell || !at) return [];
    const range = { top: at.row, left: at.column, bottom: at.row, right: at.column };
    const texts = [{ ...at, text: list.map(noteText).join('\n\n') }];
    return [{ kind: 'mark', sheet: worst.cell.sheet, ranges: [range], severity: worst.severity, texts }];
  });
}

/** Exactly two lines, whatever line breaks the message quotes: the form by which our notes are recognised. */
function noteText(flag: Flag): string {
  const [message, suggestion] = [flag.message, flag.suggestion].map((text) => text.replace(/\s*\n\s*/g, ' '));
  return `[${SEVERITY_NAME[flag.severity]}: ${flag.name}] ${message}\n→ ${suggestion}`;
}
