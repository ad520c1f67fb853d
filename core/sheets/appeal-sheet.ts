/**
 * The sheet "Giải trình, kiến nghị": a row for everything a unit says of its points, and for every answer. Written into
 * the council's workbook and the office's own book, and read back from either.
 */
import { toPoints } from '../base/quantity/points.ts';
import { bareKey } from '../base/text/text.ts';
import { APPEAL_NAMES, type Appeal, type AppealKind } from '../commune/calendar/appeal.ts';
import { readDate } from '../sheet/grid/date.ts';
import { readNumberText } from '../sheet/grid/number-text.ts';
import type { CellValue, Sheet } from '../sheet/grid/sheet.ts';
import type { NewValue } from '../sheet/workbook/port.ts';
import { DATE, dateValue, POINTS, pointsValue, TEXT, textValue } from './council/look.ts';
import { type TitledRow, titledRows } from './titled-rows.ts';

export const APPEAL_SHEET = 'Giải trình, kiến nghị';
export const APPEAL_HEADING = 'SỔ GIẢI TRÌNH, KIẾN NGHỊ CỦA ĐƠN VỊ';

/** Title, width in characters, look: in the order of `appealCells`. */
export const APPEAL_COLUMNS = [
  ['Ngày', 13, DATE],
  ['Loại', 12, TEXT],
  ['Đơn vị', 24, TEXT],
  ['Tiêu chí', 9, TEXT],
  ['Nội dung', 44, TEXT],
  ['Điểm lúc ghi', 11, POINTS],
  ['Người ghi', 20, TEXT],
] as const;

const COLUMNS = {
  day: ['Ngày'],
  kind: ['Loại'],
  unit: ['Đơn vị'],
  criterion: ['Tiêu chí'],
  text: ['Nội dung'],
  points: ['Điểm lúc ghi'],
  who: ['Người ghi'],
} as const;

export function appealCells({ day, kind, unit, criterion, text, points, who }: Appeal): readonly NewValue[] {
  return [
    dateValue(day),
    ...[APPEAL_NAMES[kind], unit, criterion, text].map(textValue),
    pointsValue(points),
    textValue(who),
  ];
}

const KIND_OF = new Map((Object.keys(APPEAL_NAMES) as AppealKind[]).map((kind) => [bareKey(APPEAL_NAMES[kind]), kind]));

/** Rows in their order, a Vietnamese sentence in the place of one that cannot be used; null = another sheet. */
export function readAppeals(
  sheet: Pick<Sheet, 'rows'>,
  date1904: boolean,
): readonly { readonly row: number; readonly read: Appeal | string }[] | null {
  const rows = titledRows(sheet, COLUMNS, ['day', 'kind', 'unit', 'criterion', 'text', 'points']);
  return rows?.map((row) => ({ row: row.number, read: appealIn(row, date1904) })) ?? null;
}

function appealIn({ value, text }: TitledRow<keyof typeof COLUMNS>, date1904: boolean): Appeal | string {
  const cell = value('day');
  const day = readDate(typeof cell === 'number' ? cell : text('day'), date1904);
  if (day === null) return `"${text('day')}" không phải là ngày.`;
  const kind = KIND_OF.get(bareKey(text('kind')));
  if (kind === undefined)
    return `không hiểu loại "${text('kind')}" (ghi một trong: ${Object.values(APPEAL_NAMES).join('; ')}).`;
  if (text('unit') === '') return 'thiếu tên đơn vị.';
  if (text('text') === '') return 'thiếu nội dung.';
  const number = numberIn(value('points'), text('points'));
  if (number === undefined) return `điểm "${text('points')}" không phải là số rõ ràng.`;
  const points = number === null ? null : toPoints(number);
  return { day, kind, unit: text('unit'), criterion: text('criterion'), text: text('text'), points, who: text('who') };
}

/** null = the cell is empty, undefined = it holds no number; of a .csv it is text. */
function numberIn(cell: CellValue | null, text: string): number | null | undefined {
  if (typeof cell === 'number') return cell;
  const read = text === '' ? null : readNumberText(text, 'decimal');
  return read?.kind === 'number' ? read.value : read === null ? null : undefined;
}
