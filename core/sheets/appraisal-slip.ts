/**
 * Phiếu thẩm định: a workbook for one appraiser with just the criteria and units that are his: what the unit gave
 * itself, the points as reckoned and why, and two columns to fill in. What each row rests on stands in hidden columns,
 * so that a row is known again however the sheet was sorted or cut.
 */
import { fromPoints, type Points } from '../base/quantity/points.ts';
import type { NewSheet, NewValue } from '../sheet/workbook/port.ts';
import { POINTS, pointsValue, TEXT, textValue } from './council/look.ts';
import type { SheetOffice } from './council/office-frame.ts';
import { headerRowOf, tableSheet } from './council/table-sheet.ts';

const SLIP_SHEET = 'Phiếu thẩm định';
const SLIP_TITLE = 'PHIẾU THẨM ĐỊNH';

export interface SlipLine {
  readonly unit: string;
  readonly criterion: string;
  readonly title: string;
  readonly least: Points;
  readonly most: Points;
  readonly self: Points | null;
  /** As reckoned now; null = only people can award them. */
  readonly reckoned: Points | null;
  readonly reason: string;
  /** What was put to the council before; null = nothing. */
  readonly points: Points | null;
  readonly why: string;
  /** Digest of the figures it rests on. */
  readonly subject: string;
}

const TYPED = { locked: false, fill: 'FFFBE8' } as const;
const COLUMNS = [
  ['Đơn vị', 26, TEXT],
  ['Mã', 8, TEXT],
  ['Tiêu chí', 40, TEXT],
  ['Tối đa', 9, POINTS],
  ['Tự chấm', 9, POINTS],
  ['Đang tính', 9, POINTS],
  ['Căn cứ', 44, TEXT],
  ['Điểm thẩm định', 11, { ...POINTS, ...TYPED }],
  ['Lý do', 40, { ...TEXT, ...TYPED }],
  ['Người thẩm định', 24, TEXT],
  ['Dấu vết', 18, TEXT],
] as const;
/** Not for people. */
const HIDDEN = [9, 10];
const PRINTED = 9;

export function slipSheet(
  appraiser: string,
  lines: readonly SlipLine[],
  about: { readonly subtitle: string; readonly office: SheetOffice },
): NewSheet {
  const rows = lines.map((line): readonly NewValue[] => [
    ...[line.unit, line.criterion, line.title].map(textValue),
    pointsValue(line.most),
    pointsValue(line.self),
    pointsValue(line.reckoned),
    textValue(line.reason),
    pointsValue(line.points),
    ...[line.why, appraiser, line.subject].map(textValue),
  ]);
  const header = headerRowOf(0, true);
  const made = tableSheet({
    paper: {
      office: about.office,
      columns: PRINTED,
      notes: [
        'Chỉ ghi hai cột “Điểm thẩm định” và “Lý do”; dòng để trống là chưa thẩm định.',
        'Điểm khác điểm tự chấm hoặc khác điểm đang tính thì phải ghi lý do.',
      ],
    },
    name: SLIP_SHEET,
    title: `${SLIP_TITLE}: ${appraiser}`,
    subtitle: about.subtitle,
    table: 'TDS_PhieuThamDinh',
    columns: COLUMNS.map(([title, width, style]) => ({ title, width, style })),
    rows,
    freezeColumns: 2,
  });
  const range = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column });
  return {
    ...made,
    hiddenColumns: HIDDEN,
    protect: true,
    validations: lines.map(({ least, most }, at) => ({
      ranges: [range(header + 1 + at, 7)],
      rule: { kind: 'decimal', min: fromPoints(least), max: fromPoints(most) },
      error: {
        style: 'stop',
        title: 'Điểm thẩm định',
        text: `Ghi số từ ${fromPoints(least)} đến ${fromPoints(most)}.`,
      },
    })),
  };
}
