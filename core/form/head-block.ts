/** The head of the form: letterhead, title, who reports on what, and how to fill it in. */

import { isPartOfYear, periodName } from '../base/period/period.ts';
import { citedDocument } from '../base/text/document-kinds.ts';
import type { Movement } from '../movement/movement.ts';
import type { Measure } from '../movement/rule.ts';
import { unconfirmedWords } from '../movement/unconfirmed.ts';
import { formatDate } from '../sheet/grid/date.ts';
import type { FormGrid } from './form-grid.ts';
import * as look from './form-look.ts';
import { communeName, type FormShape, type FormSubject } from './form-subject.ts';
import { type MergedCells, type MergedText, spanned } from './spans.ts';

/** Everything above the table. */
export function headBlock(grid: FormGrid, subject: FormSubject): MergedCells {
  const { movement } = subject;
  const { lastColumn: last, leftEnd, rightStart } = grid;
  return spanned([
    [0, 0, leftEnd, 'ỦY BAN NHÂN DÂN', look.LETTERHEAD],
    [0, rightStart, last, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', look.LETTERHEAD_BOLD],
    [1, 0, leftEnd, communeName(movement).toUpperCase(), look.LETTERHEAD_BOLD],
    [1, rightStart, last, 'Độc lập - Tự do - Hạnh phúc', look.LETTERHEAD_BOLD],
    [2, 0, last, TITLES[grid.shape], look.TITLE],
    [3, 0, last, [movement.title, planText(movement), ...provisional(movement)].join('\n'), look.SUBTITLE],
    ...factSpans(grid, subject),
    ...guideSpans(grid, guideTitle(subject)),
  ]);
}

function guideSpans({ shape, guideRow, guide, lastColumn: last }: FormGrid, title: string): readonly MergedText[] {
  if (shape === 'full') return [[guideRow, 0, last, `${title}: ${guide.join(' ')}`, look.GUIDE]];
  return [
    [guideRow, 0, last, title, look.GUIDE_TITLE],
    ...guide.map((line, at): MergedText => [guideRow + 1 + at, 0, last, line, look.GUIDE]),
  ];
}

const TITLES: Readonly<Record<FormShape, string>> = {
  full: 'BIỂU TỰ ĐÁNH GIÁ, CHẤM ĐIỂM',
  short: 'PHIẾU TỰ ĐÁNH GIÁ',
  'follow-up': 'BIỂU THEO DÕI TIẾN ĐỘ',
};

/** Unit, audience, period and day: in pairs, or one under the other. */
function factSpans(grid: FormGrid, subject: FormSubject): readonly MergedText[] {
  const { unitCell, dateCell, rightStart, lastColumn: last } = grid;
  const { movement, audience, unit } = subject;
  const period = periodName(subject.period);
  const own = movement.audiences.find(({ kind }) => kind === audience);
  const named = unit === null ? look.OPEN_FACT : look.FACT;
  const name = own?.name ?? audience;
  if (grid.shape !== 'short')
    return [
      [unitCell.row, 0, 1, 'Đơn vị:', look.LABEL],
      [unitCell.row, unitCell.column, rightStart - 1, unit ?? '', named],
      [unitCell.row, rightStart, dateCell.column - 1, 'Đối tượng:', look.LABEL],
      [unitCell.row, dateCell.column, last, name, look.FACT],
      [dateCell.row, 0, 1, 'Kỳ báo cáo:', look.LABEL],
      [dateCell.row, unitCell.column, rightStart - 1, period, look.FACT],
      [dateCell.row, rightStart, dateCell.column - 1, 'Ngày báo cáo:', look.LABEL],
      [dateCell.row, dateCell.column, last, '', look.OPEN_FACT],
    ];
  const left = unitCell.column;
  return [
    [unitCell.row, 0, left - 1, own?.subject === 'household' ? 'Họ và tên chủ hộ:' : 'Họ và tên:', look.LABEL],
    [unitCell.row, left, last, unit ?? '', named],
    [unitCell.row + 1, 0, left - 1, 'Đối tượng:', look.LABEL],
    [unitCell.row + 1, left, last, name, look.FACT],
    [unitCell.row + 2, 0, left - 1, 'Kỳ báo cáo:', look.LABEL],
    [unitCell.row + 2, left, last, period, look.FACT],
    [dateCell.row, 0, left - 1, 'Ngày báo cáo:', look.LABEL],
    [dateCell.row, left, last, '', look.OPEN_FACT],
  ];
}

/** The figures a plan counts are a year's: in a part of it they are counted up from its beginning. */
function guideTitle({ period, set }: FormSubject): string {
  const isCounted = set.criteria.some(({ measure, filledBy }) => COUNTED.has(measure) && filledBy === 'unit');
  if (!isPartOfYear(period) || !isCounted) return 'Hướng dẫn điền';
  const apart = set.criteria.some(({ milestones }) => milestones !== undefined) ? ', trừ tiêu chí ghi mốc riêng' : '';
  return `Hướng dẫn điền (chỉ tiêu là của cả năm${apart}: số đếm cộng dồn từ đầu năm đến hết kỳ)`;
}

/** A form with unconfirmed figures says so beside the plan it comes from. */
export function provisional(movement: Movement): readonly string[] {
  const open = unconfirmedWords(movement);
  return open === null ? [] : [`Biểu tạm: ${open}`];
}

const COUNTED: ReadonlySet<Measure> = new Set(['count', 'amount']);

/**
 * `(Kèm theo Kế hoạch số 100/KH-UBND ngày 22/02/2024 của UBND xã Lục Ba)`; what the issued plan leaves blank is left
 * blank.
 */
function planText(movement: Movement): string {
  const { number, date, title } = movement.plan;
  const day = date === null ? '…/…/…' : formatDate(date);
  return `(Kèm theo ${citedDocument(title, number, '…').named} ngày ${day} của UBND ${communeName(movement)})`;
}
