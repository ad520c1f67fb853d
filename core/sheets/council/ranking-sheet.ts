/** The sheet "Xếp hạng": places per audience with the best and worst place still possible. */

import { groupBy } from '../../base/group-by.ts';
import type { ReportResult, RunResult } from '../../judge/run/run-result.ts';
import type { RankedUnit } from '../../judge/score/score-sheet.ts';
import type { NewSheet, NewValue } from '../../sheet/workbook/port.ts';
import { COUNT, numberValue, POINTS, pointsValue, SHARE, shareValue, TEXT, textValue } from './look.ts';
import { SHARE_NOTE, type SheetOffice } from './office-frame.ts';
import { type TableColumn, tableSheet } from './table-sheet.ts';
import { fieldName, unitKey } from './unit-words.ts';

const COLUMNS: readonly TableColumn[] = [
  { title: 'Đối tượng', width: 22, style: TEXT },
  { title: 'Hạng', width: 8, style: COUNT },
  { title: 'Đơn vị', width: 30, style: TEXT },
  { title: 'Điểm', width: 9, style: POINTS },
  { title: 'Tỷ lệ', width: 9, style: SHARE },
  { title: 'Hạng cao nhất có thể', width: 10, style: COUNT },
  { title: 'Hạng thấp nhất có thể', width: 10, style: COUNT },
  { title: 'Xếp loại', width: 22, style: TEXT },
  { title: 'Phân định khi bằng điểm', width: 40, style: TEXT },
  { title: 'Bộ tiêu chí', width: 26, style: TEXT },
];
const PRINTED = 8;

/** The report behind a place: of several reports of a unit, the report with the place's points. */
function rankedReport(place: RankedUnit, reports: readonly ReportResult[] | undefined): ReportResult | undefined {
  return reports?.find(({ score }) => score?.total === place.points && score.share === place.share);
}

/** Reports by unit within its audience. */
function reportsByUnit(reports: readonly ReportResult[]): ReadonlyMap<string, readonly ReportResult[]> {
  return groupBy(reports, ({ unit, report }) => unitKey(unit, report.audience));
}

/** The places; `pointsOf` gives a report's points cell, e.g. as a formula. */
export function rankingSheet(
  result: Pick<RunResult, 'movement' | 'reports' | 'rankings'>,
  names: { readonly table: string | null; readonly subtitle: string },
  options: {
    readonly pointsOf?: (report: ReportResult) => NewValue | undefined;
    /** Absent in a unit's own copy. */
    readonly office?: SheetOffice;
  } = {},
): NewSheet {
  const byUnit = reportsByUnit(result.reports);
  return tableSheet({
    name: 'Xếp hạng',
    title: 'KẾT QUẢ XẾP HẠNG',
    ...names,
    columns: COLUMNS,
    ...(options.office
      ? { paper: { office: options.office, columns: PRINTED, notes: notesOf(result.rankings), signed: true } }
      : {}),
    rows: result.rankings.map((place) => {
      const ranked = rankedReport(place, byUnit.get(unitKey(place.unit, place.audience)));
      return [
        textValue(fieldName(result, place)),
        numberValue(place.rank),
        textValue(place.unit),
        (ranked && options.pointsOf?.(ranked)) ?? pointsValue(place.points),
        shareValue(place.share),
        numberValue(place.best),
        numberValue(place.worst),
        textValue(ranked?.score?.classification?.name ?? null),
        textValue(place.tie),
        textValue(ranked?.score?.version ?? null),
      ];
    }),
  });
}

/** The rule of places, and each tie with how it was parted. */
function notesOf(rankings: readonly RankedUnit[]): readonly string[] {
  return [SHARE_NOTE, ...rankings.flatMap(({ unit, tie }) => (tie === null ? [] : [`${unit}: ${tie}`]))];
}
