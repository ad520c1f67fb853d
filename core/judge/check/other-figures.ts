/**
 * Figures in what somebody wrote beside a result: which of them the figures of the row do not explain. Days, times,
 * numbers of documents, points and where something is written are no figures.
 */
import { foldKey } from '../../base/text/text.ts';
import type { Entry } from '../../report/report.ts';
import { figureReads, isRounding } from './figures.ts';
import { readPlainNumbers } from './plain-numbers.ts';

/** Spelt as foldKey spells. */
const NO_FIGURES = [
  /https?:\S+|\S+@\S+/gu,
  /(?<!\d)\d{1,4} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2,4}(?!\d)/gu,
  /(?:số|số hiệu|kế hoạch|quyết định|công văn|báo cáo|văn bản|kh|qđ|bc|cv)(?: số)?:? ?\d+ ?[/-] ?[\p{L}\d/-]*\p{L}[\p{L}\d/-]*/gu,
  /\d+ ?[/-] ?(?:qđ|kh|bc|cv|tb|nq|ct|tt|bb|tr|nđ)[\p{L}\d/-]*/gu,
  /(?<!\p{L})(?:ngày|tháng|năm|quí|kì|lần|vòng|đợt|phiên|tuần|mục|điều|khoản|phụ lục|biểu|mẫu|ô|hàng|dòng|cột|trang|nhóm|tiêu chí|giai đoạn) (?:thứ )?(?:số )?\d+(?:[.,/-]\d+)*/gu,
  /\d+ (?:tháng|ngày|quí|tuần|giờ|phút)(?!\p{L})/gu,
  /(?<!\d)(?:19|20)\d{2}(?!\d)/gu,
  // Points are judged where they stand.
  /\d+(?:[.,]\d+)? ?(?:\/ ?\d+ ?)?(?:điểm|đ)(?!\p{L})/gu,
];

/** The figures of the text that are none of the row's, nor their sum, difference or ratio; in the order they stand. */
export function otherFigures(text: string, entry: Entry): readonly number[] {
  let bare = foldKey(text.slice(0, 400));
  for (const pattern of NO_FIGURES) bare = bare.replace(pattern, ' ');
  const own = ownFigures(entry);
  const isOwn = (figure: number): boolean =>
    own.some((one) => one === figure || isRounding(figure, one)) ||
    own.some((one) =>
      own.some((other) => one + other === figure || one - other === figure || isShare(figure, one, other)),
    );
  return [...new Set(readPlainNumbers(bare))].filter((figure) => !isOwn(figure));
}

function isShare(figure: number, a: number, b: number): boolean {
  return b > 0 && a <= b && isRounding(figure, (100 * a) / b);
}

function ownFigures(entry: Entry): readonly number[] {
  const { target, parts = [] } = entry;
  const read = figureReads(entry).map((one) => one.read.reading);
  return [
    ...read.flatMap((one) => (one?.kind === 'number' ? [one.value] : one?.kind === 'fraction' ? [one.a, one.b] : [])),
    ...read.flatMap((one) => (one?.kind === 'ambiguous' ? one.candidates : [])),
    ...readPlainNumbers(target?.text ?? ''),
    ...parts.flatMap(ownFigures),
  ];
}

/** So near to a figure of the row that it may be another count of the same. */
export function mayBeMeant(figure: number, entry: Entry): boolean {
  return ownFigures(entry).some((own) => own > 0 && Math.abs(figure - own) <= NEAR * own);
}

const NEAR = 0.2;

/** It speaks of the figure itself: that it is wrong, was counted again, or is another in fact. */
export function correctsFigure(text: string): boolean {
  return CORRECTING.test(foldKey(text.slice(0, 400)));
}

/** Somebody looked whether the figures are right. */
export function speaksOfChecking(text: string): boolean {
  return CHECKED.test(foldKey(text.slice(0, 400)));
}

/** Spelt as foldKey spells. */
const CHECKED = /(?<!\p{L})(?:kiểm tra|rà soát|xác minh|đối chiếu|phúc tra|hậu kiểm|thẩm định)(?!\p{L})/u;

const CORRECTING =
  /(?<!\p{L})(?:sai|nhầm|đúng (?:là|ra|phải)|số đúng|thực (?:tế|chất|ra)|đếm|chỉ (?:có|được|đạt|là|còn)|không phải|sửa|điều chỉnh|tính lại|chốt lại)(?!\p{L})/u;
