/** The columns of the sheet "Thành tích các năm", and a record as its cells. */
import { NOBODY, type YearRecord } from '../../judge/history/year-record.ts';
import type { NewValue } from '../../sheet/workbook/port.ts';
import {
  COUNT,
  DATE,
  dateValue,
  numberValue,
  POINTS,
  pointsValue,
  SHARE,
  shareValue,
  type TEXT,
  textValue,
} from '../council/look.ts';
import { HISTORY_COLUMNS, type HistoryColumn } from './history-columns.ts';
import { KIND_NAMES } from './read-history.ts';

export const HISTORY_SHEET = 'Thành tích các năm';
export const HISTORY_TITLE = 'THÀNH TÍCH QUA CÁC NĂM, CÁC PHONG TRÀO';

export const WIDTHS: Readonly<Record<HistoryColumn, number>> = {
  ...{ name: 26, kind: 11, of: 18, year: 7, movement: 24, title: 24, decision: 14, date: 12, points: 9, share: 9 },
  ...{ classification: 18, source: 34, now: 22, left: 10 },
};
export const STYLES: Readonly<Partial<Record<HistoryColumn, typeof TEXT>>> = {
  ...{ year: COUNT, date: DATE, points: POINTS, share: SHARE },
};
/** Values in the order of the columns. */
export function historyCells(record: YearRecord): readonly NewValue[] {
  return HISTORY_COLUMNS.map((field) => cellOf(record, field));
}

function cellOf(record: YearRecord, field: HistoryColumn): NewValue {
  switch (field) {
    case 'year':
      return numberValue(record.year);
    case 'date':
      return dateValue(record.date ?? null);
    case 'points':
      return pointsValue(record.points ?? null);
    case 'share':
      return record.share === undefined ? textValue(null) : shareValue(record.share);
    case 'kind':
      return textValue(record.kind === undefined ? null : KIND_NAMES[record.kind]);
    case 'now':
      return textValue(record.now === NOBODY ? 'Không' : (record.now ?? null));
    case 'left':
      return textValue(record.left ? 'x' : null);
    case 'name':
    case 'of':
    case 'movement':
    case 'title':
    case 'decision':
    case 'classification':
    case 'source':
      return textValue(record[field] ?? null);
  }
}
