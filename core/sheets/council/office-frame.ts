/**
 * What makes a sheet of ours a paper: heading with body, number, place and date above, a note and the signatures below.
 * What only the office knows stays a visible blank.
 */

import { bareCommune } from '../../base/text/commune-name.ts';
import type { Movement } from '../../movement/movement.ts';
import type { Range } from '../../sheet/grid/sheet.ts';
import type { CellStyle, NewCell } from '../../sheet/workbook/port.ts';
import { cell, SUBTITLE, textValue } from './look.ts';

/** Rows above the title. */
export const HEADING_ROWS = 4;

/** Issuer of the sheet, by names in force. */
export interface SheetOffice {
  /** `xã Ta Ma`. */
  readonly commune: string;
  /** `Ta Ma`. */
  readonly place: string;
}

export function officeOfIssuer({ issuer }: Pick<Movement, 'issuer'>): SheetOffice {
  return { commune: issuer.commune, place: bareCommune(issuer.commune) };
}

/** Under every list that places come from. */
export const SHARE_NOTE =
  'Thứ hạng xếp theo tỷ lệ điểm đạt trên điểm tối đa áp dụng cho từng đơn vị, trong cùng đối tượng.';

interface Framed {
  readonly cells: readonly NewCell[];
  readonly merges: readonly Range[];
}

const CENTRED: CellStyle = { fontName: 'Times New Roman', fontSize: 12, horizontal: 'center', vertical: 'center' };
const BOLD: CellStyle = { ...CENTRED, bold: true };
const BLANK_DATE = 'ngày …… tháng …… năm ………';

/** Two halves side by side; `split` = first column of the right half, `last` = last column that is printed. */
export function officeHeading({ commune, place }: SheetOffice, split: number, last: number): Framed {
  const rows: readonly (readonly [string, string, CellStyle, CellStyle])[] = [
    [`UBND ${commune}`.toLocaleUpperCase('vi'), 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', CENTRED, BOLD],
    ['HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG', 'Độc lập - Tự do - Hạnh phúc', BOLD, BOLD],
    ['Số: ………/HĐTĐKT', `${place}, ${BLANK_DATE}`, CENTRED, { ...CENTRED, italic: true }],
  ];
  return twoHalves(rows, 0, split, last);
}

/** Who put the sheet together at the left, the council's chair at the right; room to sign below. */
export function signatures(row: number, split: number, last: number): Framed {
  const hint: CellStyle = { ...CENTRED, italic: true };
  return twoHalves(
    [
      ['NGƯỜI TỔNG HỢP', 'TM. HỘI ĐỒNG', BOLD, BOLD],
      ['(Ký, ghi rõ họ tên)', 'CHỦ TỊCH', hint, BOLD],
    ],
    row,
    split,
    last,
  );
}

/** Notes under a table, a row for each. */
export function noteCells(notes: readonly string[], row: number): readonly NewCell[] {
  return notes.map((note, index) => cell(row + index, 0, textValue(note), SUBTITLE));
}

function twoHalves(
  rows: readonly (readonly [string, string, CellStyle, CellStyle])[],
  top: number,
  split: number,
  last: number,
): Framed {
  const half = (row: number, left: number, right: number): Range[] =>
    left < right ? [{ top: row, bottom: row, left, right }] : [];
  return {
    cells: rows.flatMap(([left, right, leftStyle, rightStyle], index) => [
      cell(top + index, 0, textValue(left), leftStyle),
      cell(top + index, split, textValue(right), rightStyle),
    ]),
    merges: rows.flatMap((_, index) => [...half(top + index, 0, split - 1), ...half(top + index, split, last)]),
  };
}
