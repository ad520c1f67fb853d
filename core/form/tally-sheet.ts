/**
 * The village's own book of households: a row for each, sums by formulas. It stays in the village: names go no further,
 * only the two lines of sums are taken over into the report.
 */

import { type Period, periodName } from '../base/period/period.ts';
import { columnName } from '../sheet/grid/address.ts';
import type { Range } from '../sheet/grid/sheet.ts';
import type { CellStyle, DataValidation, NewCell, NewSheet, NewValue } from '../sheet/workbook/port.ts';
import * as look from './form-look.ts';
import type { FormSubject } from './form-subject.ts';
import { provisional } from './head-block.ts';
import { rowHeights } from './row-heights.ts';
import { spanned } from './spans.ts';
import { tallyPlan } from './tally-plan.ts';

export const TALLY_NAME = 'Họ và tên chủ hộ';
export const TALLY_A = 'Cộng (a)';
export const TALLY_B = 'Tổng số (b)';
/** First column of figures, behind the number and the name. */
export const TALLY_FIRST = 2;
/** Rows prepared; more can be inserted between them. */
const HOUSEHOLDS = 300;
const HEADER_ROW = 6;
/** Rows of the first and last household. */
const FIRST = HEADER_ROW + 4;
const END = FIRST + HOUSEHOLDS - 1;
const CODES: CellStyle = { ...look.GROUP, horizontal: 'center' };
const SUMS: CellStyle = { ...look.TOTAL, horizontal: 'center' };

/** Whose book it is, of which period. */
export function tallyAbout(unit: string, period: Period): string {
  return `${unit}, ${periodName(period)}`;
}

/** null where no criterion of the set counts households or people. */
export function tallySheet(subject: FormSubject): NewSheet | null {
  const plan = tallyPlan(subject.set);
  const { bases, asks } = plan;
  if (asks.length === 0) return null;
  const last = TALLY_FIRST + bases.length + asks.length - 1;
  const head = headRows(subject, last);
  const table = tableCells(plan, last);
  // Together no wider than what prints at 11 points, while a column keeps room for its words.
  const width = Math.min(16, Math.max(9, 104 / (last - 1)));
  const widths = new Map(Array.from({ length: last + 1 }, (_, at) => [at, at === 0 ? 6 : at === 1 ? 28 : width]));
  const range = (column: number): Range => ({ top: FIRST, bottom: END, left: column, right: column });
  const cells = [...head.cells, ...table];
  return {
    name: 'Sổ theo dõi hộ',
    cells,
    merges: head.merges,
    columnWidths: widths,
    rowHeights: rowHeights(
      cells.filter(({ row }) => row < FIRST),
      head.merges,
      widths,
    ),
    freeze: { rows: FIRST, columns: 2 },
    validations: validations(
      asks.flatMap(({ kind }, at) => (kind === 'household' ? [range(TALLY_FIRST + bases.length + at)] : [])),
      [
        ...bases.map((_, at) => range(TALLY_FIRST + at)),
        ...asks.flatMap(({ kind }, at) => (kind === 'people' ? [range(TALLY_FIRST + bases.length + at)] : [])),
      ],
    ),
    print: {
      orientation: 'landscape',
      titleRows: [HEADER_ROW, HEADER_ROW + 1],
      area: { top: 0, left: 0, bottom: END, right: last },
      fitWidth: 1,
      margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4 },
      footer: 'Trang &P/&N',
    },
  };
}

function headRows({ movement, period, unit }: FormSubject, last: number) {
  return spanned([
    [0, 0, last, 'SỔ THEO DÕI HỘ GIA ĐÌNH', look.TITLE],
    [1, 0, last, [movement.title, ...provisional(movement)].join('\n'), look.SUBTITLE],
    [2, 0, last, tallyAbout(unit ?? '…', period), look.LETTERHEAD],
    [
      3,
      0,
      last,
      'Mỗi hộ một hàng. Hỏi về hộ: chọn Có hoặc Không; hộ không thuộc diện được hỏi thì chọn KPS.',
      look.GUIDE,
    ],
    [
      4,
      0,
      last,
      'Hỏi về người: ghi số người, không có ai thì ghi 0. Hàng Cộng tự tính; thêm hộ thì chèn hàng ở giữa sổ.',
      look.GUIDE,
    ],
    [5, 0, last, 'Sổ giữ tại đơn vị. Khi lập báo cáo chỉ lấy hàng Cộng, không lấy tên hộ.', look.GUIDE],
  ]);
}

/** Titles, the two rows of sums, and a row for each household. */
function tableCells({ bases, asks }: ReturnType<typeof tallyPlan>, last: number): readonly NewCell[] {
  const over = (column: number): string => `${columnName(column)}${FIRST + 1}:${columnName(column)}${END + 1}`;
  const baseAt = (base: number): number => TALLY_FIRST + base;
  const askAt = (ask: number): number => TALLY_FIRST + bases.length + ask;
  const cell = (row: number, column: number, value: NewValue, style: CellStyle): NewCell => ({
    row,
    column,
    value,
    style,
  });
  const printed = (row: number, column: number, text: string, style: CellStyle): NewCell =>
    cell(row, column, text === '' ? { kind: 'empty' } : { kind: 'text', text }, style);
  const sum = (formula: string): NewValue => ({ kind: 'formula', formula, value: null });
  return [
    ...['TT', TALLY_NAME, ...bases, ...asks.map(({ text }) => text)].map((text, at) =>
      printed(HEADER_ROW, at, text, look.HEADER),
    ),
    ...['', 'Mã tiêu chí', ...bases.map(() => ''), ...asks.map(({ code }) => code)].map((text, at) =>
      printed(HEADER_ROW + 1, at, text, CODES),
    ),
    ...['', TALLY_A].map((text, at) => printed(HEADER_ROW + 2, at, text, SUMS)),
    ...['', TALLY_B].map((text, at) => printed(HEADER_ROW + 3, at, text, SUMS)),
    ...bases.flatMap((_, at) => [
      cell(HEADER_ROW + 2, baseAt(at), { kind: 'empty' }, SUMS),
      cell(HEADER_ROW + 3, baseAt(at), sum(`SUM(${over(baseAt(at))})`), SUMS),
    ]),
    ...asks.flatMap(({ kind, base, isPair }, at) => {
      const own = over(askAt(at));
      const a = kind === 'people' ? `SUM(${own})` : `COUNTIF(${own},"Có")`;
      const b = base === null ? `COUNTIF(${own},"Có")+COUNTIF(${own},"Không")` : `SUM(${over(baseAt(base))})`;
      return [
        cell(HEADER_ROW + 2, askAt(at), sum(a), SUMS),
        cell(HEADER_ROW + 3, askAt(at), isPair ? sum(b) : { kind: 'empty' }, SUMS),
      ];
    }),
    ...Array.from({ length: HOUSEHOLDS }, (_, at) => [
      cell(FIRST + at, 0, { kind: 'number', number: at + 1 }, look.printed('code')),
      ...Array.from({ length: last }, (__, column) =>
        cell(FIRST + at, column + 1, { kind: 'empty' }, look.open(column === 0 ? 'title' : 'value', column === 0)),
      ),
    ]).flat(),
  ];
}

function validations(households: readonly Range[], people: readonly Range[]): readonly DataValidation[] {
  return [
    ...(households.length === 0
      ? []
      : [
          {
            ranges: households,
            rule: { kind: 'list', options: ['Có', 'Không', 'KPS'] },
            error: {
              style: 'stop',
              title: 'Chọn trong danh sách',
              text: 'Chọn Có, Không hoặc KPS (không thuộc diện).',
            },
          } as const,
        ]),
    ...(people.length === 0
      ? []
      : [
          {
            ranges: people,
            rule: { kind: 'whole', min: 0, max: 999 },
            error: { style: 'stop', title: 'Số người', text: 'Ô này ghi số người, từ 0 trở lên, không kèm chữ.' },
          } as const,
        ]),
  ];
}
