/** The sheet "Tổng hợp": one row a report, the totals referring to the sheets of the units. */

import type { Severity } from '../../flag/flag.ts';
import { fromPoints } from '../../quantity/points.ts';
import type { ReportResult, RunResult } from '../../run/run-result.ts';
import type { ScoreSheet } from '../../score/score-sheet.ts';
import type { NewSheet, NewValue } from '../../workbook/port.ts';
import { sheetReference } from '../../workbook/sheet-names.ts';
import { COUNT, numberValue, POINTS, SHARE, TEXT, textValue } from './look.ts';
import { type TableColumn, tableSheet } from './table-sheet.ts';
import { SHARE_ADDRESS, TOTALS, type TotalKey, totalAddress, totalsOf } from './unit-sheet.ts';
import { audienceName } from './unit-words.ts';

const COLUMNS: readonly TableColumn[] = [
  { title: 'STT', width: 6, style: COUNT },
  { title: 'Đơn vị', width: 34, style: TEXT },
  { title: 'Đối tượng', width: 22, style: TEXT },
  { title: 'Tự chấm', width: 10, style: POINTS },
  { title: 'Điểm chấm', width: 10, style: POINTS },
  { title: 'Thấp nhất', width: 10, style: POINTS },
  { title: 'Cao nhất', width: 10, style: POINTS },
  { title: 'Tối đa', width: 10, style: POINTS },
  { title: 'Tỷ lệ', width: 10, style: SHARE },
  { title: 'Xếp loại', width: 24, style: TEXT },
  { title: 'Xếp loại còn có thể', width: 28, style: TEXT },
  { title: 'Lỗi', width: 7, style: COUNT },
  { title: 'Cảnh báo', width: 10, style: COUNT },
  { title: 'Lưu ý', width: 8, style: COUNT },
  { title: 'Tệp', width: 30, style: TEXT },
];

export interface SummaryLine {
  readonly result: ReportResult;
  readonly score: ScoreSheet;
  /** Name of the unit's sheet. */
  readonly sheet: string;
}

/** A total of a unit as a formula that refers to the unit's sheet. */
export function totalReference(line: SummaryLine, key: TotalKey): NewValue {
  const total = totalsOf(line.score)[key];
  if (total === null) return { kind: 'empty' };
  return { kind: 'formula', formula: sheetReference(line.sheet) + totalAddress(key), value: fromPoints(total) };
}

/** One row a report, in the order given. */
export function summarySheet(result: RunResult, lines: readonly SummaryLine[], subtitle: string): NewSheet {
  return tableSheet({
    name: 'Tổng hợp',
    title: `TỔNG HỢP ĐIỂM: ${result.movement.title}`,
    subtitle,
    table: 'TongHop',
    columns: COLUMNS,
    rows: lines.map((line, index) => lineCells(result, line, index)),
    freezeColumns: 2,
  });
}

function lineCells(result: RunResult, line: SummaryLine, index: number): NewValue[] {
  const { report, unit, flags } = line.result;
  const share = line.score.share / 10_000;
  const count = (severity: Severity) => flags.filter((flag) => flag.severity === severity).length;
  const possible = line.score.possibleClasses.length > 1 ? line.score.possibleClasses.join('; ') : null;
  return [
    numberValue(index + 1),
    textValue(unit),
    textValue(audienceName(result, report.audience)),
    ...TOTALS.map((key) => totalReference(line, key)),
    { kind: 'formula', formula: sheetReference(line.sheet) + SHARE_ADDRESS, value: share },
    textValue(line.score.classification?.name ?? null),
    textValue(possible),
    ...(['error', 'warning', 'info'] as const).map((severity) => numberValue(count(severity))),
    textValue(report.file),
  ];
}
