/** Numbers that name and count nothing: `thôn 3`, `Đề án 06`, `cấp độ 3`, `Đông Hà 2`, `chi bộ 4 tốt`. */
import { VILLAGE_PATTERN } from '../../base/text/village-words.ts';
import type { Figure } from '../figure/figure.ts';
import { EACH_OF } from '../lexicon/function-words.ts';
import { phrases } from '../lexicon/phrases.ts';
import { DOES } from '../lexicon/verbs.ts';
import { phraseAt, phraseBefore, type Token } from '../words/token.ts';
import { unitBefore } from '../words/unit-words.ts';

/** Whether what stands before the number makes it a name. */
export function isNamed(tokens: readonly Token[], figure: Figure): boolean {
  if (phraseBefore(tokens, figure.at, DOCUMENTS) > 0) return true;
  // "Sửa đổi điểm 1 mục I"
  if (tokens[figure.at - 1]?.key === 'điểm' && phraseAt(tokens, figure.at + 1, PARTS) > 0) return true;
  // "Mục IV.2 sửa lại như sau"
  const start = pathStart(tokens, figure.at);
  if (start < figure.at && phraseBefore(tokens, start, PARTS) > 0) return true;
  const name = tokens[figure.at - 2]?.key === 'vượt' ? 0 : phraseBefore(tokens, figure.at, NAMED);
  // "cấp 3" is a name, "cấp 1.450 giấy chứng nhận" and "nâng cấp 5,5 km" are done.
  if (name === 0) return figure.kind === 'unknown' && (isPartOfName(tokens, figure) || isInNamedList(tokens, figure));
  if (isCounting(tokens[figure.at]?.text ?? '', figure)) return false;
  if (isGranted(tokens, figure) || phraseBefore(tokens, figure.at, DOES) > name) return false;
  // "mỗi bản 1 đội", "mỗi thôn 02 mô hình": each of them, not the unit with that number.
  return phraseBefore(tokens, figure.at - name, EACH_OF) === 0;
}

/** `II.1`: the first of the labels that dots join. */
export function pathStart(tokens: readonly Token[], at: number): number {
  const isGlued = (number: number): boolean => tokens[number]?.end === tokens[number + 1]?.start;
  let start = at;
  while (tokens[start - 1]?.key === '.' && isGlued(start - 1) && isGlued(start - 2)) start -= 2;
  return start;
}

/** `lớp 3, 4, 5 biết …`, `các khối 6, 7 và 8`: numbers that name, one behind the other. */
function isInNamedList(tokens: readonly Token[], { at, from }: Figure): boolean {
  let first = from < at ? -1 : at;
  while (first > 1 && /^(?:,|và)$/.test(tokens[first - 1]?.key ?? '') && isSmall(tokens[first - 2])) first -= 2;
  return first >= 0 && first < at && phraseBefore(tokens, first, NAMED) > 0;
}

function isSmall(token: Token | undefined): boolean {
  return token?.kind === 'number' && /^[1-9]\d?$/.test(token.text);
}

/** `bản đồ số 1.250 hộ`, `mở lớp 02 buổi`: thousands apart, or two digits before what is counted, are no name. */
function isCounting(digits: string, { kind }: Figure): boolean {
  return /\.\d{3}$/.test(digits) || (kind === 'count' && /^0\d$/.test(digits));
}

function isGranted(tokens: readonly Token[], figure: Figure): boolean {
  return tokens[figure.at - 1]?.key === 'cấp' && figure.kind === 'count';
}

/**
 * What stands behind is no noun we know: then a year, the number of a place or of a thing called by its name (`Đông Hà
 * 2`), or a digit behind a noun (`chi bộ 4 tốt`) counts nothing.
 */
function isPartOfName(tokens: readonly Token[], figure: Figure): boolean {
  const digits = tokens[figure.at]?.text ?? '';
  if (/^(?:19|20)\d\d$/.test(digits)) return true;
  const time = phraseBefore(tokens, figure.at, TIMES);
  if (time > 0) return phraseBefore(tokens, figure.at - time, EACH_TIME) === 0;
  const before = tokens[figure.at - 1];
  if (figure.from < figure.at || before?.kind !== 'word') return false;
  const isTitled = figure.at > 1 && /^\p{Lu}\p{Ll}/u.test(before.text) && !endsClause(tokens[figure.at - 2]);
  return isTitled || (/^[1-9]$/.test(digits) && unitBefore(tokens, figure.at) !== null);
}

function endsClause(token: Token | undefined): boolean {
  return token?.kind === 'mark';
}

const TIMES = phrases('ngày | tháng | quý | tuần');
const EACH_TIME = phrases('mỗi | từng | hàng | hằng | một | trong');
const DOCUMENTS = phrases(
  'luật | bộ luật | nghị định | nghị quyết | quyết định | thông tư | chỉ thị | công văn | đề án | chương trình',
);
const PARTS = phrases('mục | khoản | điều | phần');
/** Nouns that a number may name, as in `lớp 5`, `bản số 3`: for `phrases`. */
export const NUMBERED = `mức | mức độ | cấp | cấp độ | hạng | độ | loại | bậc | lớp | khóa | nhóm | giai đoạn | phiên bản | đợt | quốc lộ | tỉnh lộ | hương lộ | đường | tổ | ${VILLAGE_PATTERN} | đội`;
const NAMED = phrases(`${NUMBERED} | số | điều | khoản | mẫu | phụ lục`);
