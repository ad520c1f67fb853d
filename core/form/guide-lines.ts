/** How to fill in the form, above its table: only what concerns the rows that stand there. */
import { factsOf } from '../movement/rule.ts';
import type { FormLine } from './form-grid.ts';
import type { FormShape } from './form-subject.ts';

/** Numbered lines, short enough for one line of paper each. */
export function guideLines(
  lines: readonly FormLine[],
  { shape, scored, committee }: { readonly shape: FormShape; readonly scored: boolean; readonly committee: string },
): readonly string[] {
  const some = (holds: (line: FormLine) => boolean): boolean => lines.some(holds);
  const guide = { full: fullGuide, short: shortGuide, 'follow-up': followUpGuide }[shape](some, { scored, committee });
  return guide.map((line, at) => `${at + 1}. ${line}`);
}

type Some = (holds: (line: FormLine) => boolean) => boolean;

const isPair = ({ open, measure }: FormLine): boolean =>
  measure === 'percentage' && (open.has('numerator') || open.has('value'));
const isDay = ({ open, measure }: FormLine): boolean => measure === 'date' && open.has('value');
const isOurs = ({ criterion }: FormLine): boolean => criterion.proposed !== false;
const mayNotArise = ({ criterion }: FormLine): boolean => criterion.notApplicable !== 'zero';
const deducts = ({ rule }: FormLine): boolean => factsOf(rule).deducts !== null;

interface GuideSubject {
  readonly scored: boolean;
  /** `UBND phường`: whose form it is. */
  readonly committee: string;
}

function fullGuide(some: Some, { scored, committee }: GuideSubject): readonly string[] {
  return [
    'Chỉ điền vào các ô nền vàng. Không thêm, bớt, đổi chỗ hàng và cột; không sửa cột Mã.',
    ...(some(isPair)
      ? ['Tiêu chí tính tỷ lệ: ghi số thực hiện (a), tổng số (b), không kèm chữ; Kết quả = a/b × 100 % tự tính.']
      : []),
    ...(some(mayNotArise)
      ? ['Không phát sinh, nơi cột Cách tính điểm cho phép: ghi KPS và lý do; có mà bằng không thì ghi 0.']
      : []),
    `Minh chứng bắt buộc, trừ chỗ ghi (nếu có): số, ngày, tên văn bản, cách nhau bằng dấu chấm phẩy.${some(isDay) ? ` ${DAYS}` : ''}`,
    ...(scored ? [`Điểm tự chấm không vượt điểm tối đa${some(deducts) ? '; điểm trừ ghi số âm' : ''}.`] : []),
    ...(some(isOurs) ? [some((line) => !isOurs(line)) ? oursOf(committee) : allOurs(committee)] : []),
  ];
}

function followUpGuide(some: Some): readonly string[] {
  return [
    'Chỉ điền vào các ô nền vàng: số có đến hết kỳ này, không kèm chữ. Không sửa cột Mã.',
    ...(some(mayNotArise)
      ? ['Không phát sinh thì ghi KPS và ghi lý do ở cột Ghi chú; có mà bằng không thì ghi 0.']
      : []),
  ];
}

function shortGuide(some: Some, { committee }: GuideSubject): readonly string[] {
  return [
    `Chỉ ghi vào các ô nền vàng; ô xám để trống. Điểm do ${committee} tính.`,
    ...(some(isPair) ? ['Chỗ hỏi mấy người trên mấy người thì ghi như 2/3, nghĩa là 2 trong 3.'] : []),
    ...(some(mayNotArise) ? ['Việc không có trong kỳ thì ghi KPS và ghi lý do ở cột Ghi chú.'] : []),
    ...(some(isDay) ? [DAYS] : []),
    ...(some(isOurs) ? [oursOf(committee)] : []),
  ];
}

const DAYS = 'Ngày ghi đủ ngày/tháng/năm, ví dụ 05/11/2025.';
const allOurs = (committee: string): string =>
  `Điểm tối đa, cách tính điểm, mức có ghi (đề xuất) do ${committee} đặt ra để chấm, kế hoạch không nêu.`;
const oursOf = (committee: string): string =>
  `Mức và điểm có ghi (đề xuất) do ${committee} đặt ra để chấm, kế hoạch không nêu.`;
