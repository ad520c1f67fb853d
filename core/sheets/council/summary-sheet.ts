/** The sheet "Tổng hợp": one row a report, the totals referring to the sheets of the units. */

import { fromPoints } from '../../base/quantity/points.ts';
import type { Severity } from '../../judge/flag/flag.ts';
import type { ReportResult, RunResult } from '../../judge/run/run-result.ts';
import type { ScoreSheet } from '../../judge/score/score-sheet.ts';
import type { NewSheet, NewValue } from '../../sheet/workbook/port.ts';
import { sheetReference } from '../../sheet/workbook/sheet-names.ts';
import { COUNT, numberValue, POINTS, SHARE, TEXT, textValue } from './look.ts';
import { SHARE_NOTE, type SheetOffice } from './office-frame.ts';
import { type TableColumn, tableSheet } from './table-sheet.ts';
import { shareAddress, type TotalKey, totalAddress, totalsOf } from './unit-sheet.ts';
import { audienceName } from './unit-words.ts';

/** What is printed first; the rest is for the screen. */
const COLUMNS: readonly TableColumn[] = [
  { title: 'STT', width: 5, style: COUNT },
  { title: 'Đơn vị', width: 20, style: TEXT },
  { title: 'Đối tượng', width: 19, style: TEXT },
  { title: 'Tự chấm', width: 9, style: POINTS },
  { title: 'Điểm chấm', width: 9, style: POINTS },
  { title: 'Tỷ lệ', width: 9, style: SHARE },
  { title: 'Xếp loại', width: 15, style: TEXT },
  { title: 'Xếp loại còn có thể', width: 32, style: TEXT },
  { title: 'Thấp nhất', width: 10, style: POINTS },
  { title: 'Cao nhất', width: 10, style: POINTS },
  { title: 'Tối đa', width: 10, style: POINTS },
  { title: 'Lỗi', width: 7, style: COUNT },
  { title: 'Cảnh báo', width: 10, style: COUNT },
  { title: 'Lưu ý', width: 8, style: COUNT },
  { title: 'Tệp', width: 30, style: TEXT },
  { title: 'Bộ tiêu chí', width: 26, style: TEXT },
];
const PRINTED = 8;

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
  const formula = sheetReference(line.sheet) + totalAddress(key, line.score);
  return { kind: 'formula', formula, value: fromPoints(total) };
}

/** One row a report, by audience, the best share first. */
export function summarySheet(
  result: RunResult,
  lines: readonly SummaryLine[],
  subtitle: string,
  office: SheetOffice,
): NewSheet {
  return tableSheet({
    paper: { office, columns: PRINTED, notes: [SHARE_NOTE], signed: true },
    name: 'Tổng hợp',
    title: `TỔNG HỢP ĐIỂM: ${result.movement.title}`,
    subtitle,
    table: 'TongHop',
    columns: COLUMNS,
    rows: byAudience(result, lines).map((line, index) => lineCells(result, line, index)),
    freezeColumns: 2,
  });
}

function byAudience({ movement }: RunResult, lines: readonly SummaryLine[]): readonly SummaryLine[] {
  const order = new Map(movement.audiences.map(({ kind }, index) => [kind, index]));
  const at = ({ result }: SummaryLine) => order.get(result.report.audience ?? '') ?? order.size;
  return lines.toSorted((x, y) => at(x) - at(y) || y.score.share - x.score.share);
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
    totalReference(line, 'self'),
    totalReference(line, 'points'),
    { kind: 'formula', formula: sheetReference(line.sheet) + shareAddress(line.score), value: share },
    textValue(line.score.classification?.name ?? null),
    textValue(possible),
    totalReference(line, 'low'),
    totalReference(line, 'high'),
    totalReference(line, 'max'),
    ...(['error', 'warning', 'info'] as const).map((severity) => numberValue(count(severity))),
    textValue(report.file),
    textValue(line.score.version),
  ];
}
