/**
 * The dossier's last sheet: lists to choose from that are no rows of the movement. Excel takes typed lists only when
 * they are short and without commas.
 */
import { INDICATORS } from '../portal/indicator/catalogue.ts';
import type { NewSheet } from '../sheet/workbook/port.ts';
import { cell, HEADER, SUBTITLE, TEXT, TITLE, textValue } from '../sheets/council/look.ts';
import type { ListPlace } from './table.ts';
import { BASIS_WARNINGS, DUTIES } from './vocabulary.ts';

const SHEET = 'Mục để chọn';
const HEADER_ROW = 2;

const LISTS = [
  { title: 'Chỉ số trên Cổng', words: INDICATORS.map(({ name }) => name) },
  { title: 'Việc', words: Object.values(DUTIES) },
  { title: 'Cần xem lại', words: Object.values(BASIS_WARNINGS) },
] as const;

export const [INDICATOR_LIST, DUTY_LIST, BASIS_LIST] = [placeOf(0), placeOf(1), placeOf(2)] as const;

function placeOf(column: 0 | 1 | 2): ListPlace {
  return { sheet: SHEET, column, rows: LISTS[column].words.length };
}

export function listsSheet(): NewSheet {
  return {
    name: SHEET,
    cells: [
      cell(0, 0, textValue('CÁC MỤC ĐỂ CHỌN'), TITLE),
      cell(1, 0, textValue('Danh sách thả xuống ở các trang khác lấy từ đây; không cần sửa.'), SUBTITLE),
      ...LISTS.flatMap(({ title, words }, column) => [
        cell(HEADER_ROW, column, textValue(title), HEADER),
        ...words.map((word, at) => cell(HEADER_ROW + 1 + at, column, textValue(word), TEXT)),
      ]),
    ],
    columnWidths: new Map(LISTS.map((_, at) => [at, at === 0 ? 60 : 24])),
    freeze: { rows: HEADER_ROW + 1, columns: 0 },
  };
}
