/** Points, range and reason of every criterion, as actions beside a report's table. */

import { formatNumber, formatPoints, fromPoints } from '../base/quantity/points.ts';
import { SCORE_HEADERS, SCORE_WIDTHS } from '../form/score-columns.ts';
import type { CriterionScore, ScoreSheet } from '../judge/score/score-sheet.ts';
import type { Report } from '../report/report.ts';
import { fromA1 } from '../sheet/grid/address.ts';
import type { Action, CellStyle, NewValue } from '../sheet/workbook/port.ts';
import type { CopyPlace } from './copy-place.ts';
import { textValue } from './council/look.ts';

/** The three columns of a report at their places; `remark` is put behind a criterion's reason. */
export function scoreColumns(
  report: Report,
  score: ScoreSheet,
  places: readonly CopyPlace[],
  remark: (point: CriterionScore) => string = () => '',
): Action[] {
  const points = new Map(score.points.map((point) => [point.criterion, point]));
  const ownTotal = report.total && fromA1(report.total.cell.address);
  return places.flatMap((place) => {
    const styles = tripleStyles(place);
    const rows = [...report.layout.rows].flatMap(([code, at]): readonly Action[] => {
      const point = points.get(code);
      return point && at.sheet === place.sheet ? triple(place, at.row, pointCells(point, remark(point)), styles) : [];
    });
    const totalHere = report.total?.cell.sheet === place.sheet ? ownTotal?.row : undefined;
    const totalRow = totalHere ?? (report.total ? null : place.totalRow);
    return [
      ...headerActions(place),
      ...rows,
      ...(totalRow === null ? [] : triple(place, totalRow, totalCells(score), tripleStyles(place, { bold: true }))),
    ];
  });
}

function headerActions(place: CopyPlace): Action[] {
  const style: CellStyle = {
    fontName: place.font,
    bold: true,
    border: true,
    wrap: true,
    horizontal: 'center',
    vertical: 'center',
  };
  const { sheet, headerRow: row } = place;
  return SCORE_HEADERS.flatMap((text, offset): Action[] => {
    const column = place.column + offset;
    const width: Action = { kind: 'column-width', sheet, column, width: SCORE_WIDTHS[offset] ?? 12 };
    return [{ kind: 'write', sheet, row, column, value: textValue(text), style }, ...(place.empty ? [width] : [])];
  });
}

/**
 * The table's look for the three cells of a row: one object for all rows, so that the patcher derives each format once.
 */
function tripleStyles(place: CopyPlace, look: CellStyle = {}): readonly CellStyle[] {
  const base: CellStyle = { fontName: place.font, border: true, vertical: 'top', ...look };
  return [
    { ...base, horizontal: 'right', numberFormat: '#,##0.00' },
    { ...base, horizontal: 'center' },
    { ...base, horizontal: 'left', wrap: true },
  ];
}

function triple(
  place: CopyPlace,
  row: number,
  values: readonly NewValue[],
  styles: readonly CellStyle[],
): readonly Action[] {
  return values.map((value, offset) => ({
    kind: 'write',
    sheet: place.sheet,
    row,
    column: place.column + offset,
    value,
    style: styles[offset] ?? {},
  }));
}

function pointCells(point: CriterionScore, remark: string): NewValue[] {
  const open = point.status === 'to-grade' && point.points === 0;
  const points: NewValue = open ? { kind: 'empty' } : { kind: 'number', number: fromPoints(point.points) };
  return [points, textValue(rangeText(point.low, point.high)), textValue(point.reason + remark)];
}

function totalCells(score: ScoreSheet): NewValue[] {
  const share = `${formatPoints(score.total)}/${formatPoints(score.max)} = ${formatNumber(score.share / 100)} %`;
  const standing = [share, score.classification?.name].filter(Boolean).join('; ');
  const conclusion = [standing, score.classReasons.join(' ')].filter((text) => text !== '').join('. ');
  return [
    { kind: 'number', number: fromPoints(score.total) },
    textValue(rangeText(score.low, score.high)),
    textValue(conclusion),
  ];
}

/** `5 – 7,5` while points are open, '' when they are settled. */
export function rangeText(low: number, high: number): string {
  return low === high ? '' : `${formatPoints(low)} – ${formatPoints(high)}`;
}
