/**
 * A result in words: `Đạt 85% (170/200)`, `170/200 hồ sơ, đạt 85%`, `Tử số: 170; mẫu số: 200; tỷ lệ: 85%`. It is read
 * only when every figure has its place and no word remains that could change the meaning; anything else is prose and
 * stays text.
 */

import { withoutMarks } from '../../base/text/seen-text.ts';
import { foldKey } from '../../base/text/text.ts';
import { readNumberText } from '../../sheet/grid/number-text.ts';
import { readUnit } from './value-words.ts';

interface Statement {
  readonly a?: number;
  readonly b?: number;
  /** In percent. */
  readonly ratio?: number;
}

const LONGEST = 160;
const NUMBER = String.raw`(\d[\d.,]*\d|\d)`;

/** Each figure with the words that tell which it is. Spelt as foldKey spells; the order matters. */
const LABELLED: readonly (readonly [keyof Statement, RegExp])[] = [
  [
    'a',
    new RegExp(
      String.raw`(?<![\p{L}])(?:tử số|số đạt|số lượng đạt|số thực hiện|a)(?: ?\(a\))? ?[:=]? ?${NUMBER}`,
      'gu',
    ),
  ],
  [
    'b',
    new RegExp(
      String.raw`(?<![\p{L}])(?:trên tổng số|trong tổng số|mẫu số|tổng số|tổng|b)(?: ?\(b\))? ?[:=]? ?${NUMBER}`,
      'gu',
    ),
  ],
  ['ratio', new RegExp(String.raw`(?<![\p{L}])(?:tỉ lệ|đạt tỉ lệ)(?: ?\(%\)| ?%)? ?[:=]? ?${NUMBER} ?%?`, 'gu')],
  ['ratio', new RegExp(`${NUMBER} ?%`, 'gu')],
];
/** `170/200`, `170 người/200 người`. */
const FRACTION = new RegExp(String.raw`(?<![\d.,/])${NUMBER}((?: \p{L}{1,8}){0,3}) ?\/ ?${NUMBER}(?![\d/]| ?%)`, 'gu');
/** `170 trên 200`, `170 hộ trên 200 hộ`, `9 trong số 11 đồng chí`: more than a bound, for a figure stands before it. */
const OUT_OF = new RegExp(
  String.raw`(?<![\d.,/])${NUMBER}((?: \p{L}{1,8}){0,3}) (?:trên|trong số) ${NUMBER}(?![\d/]| ?%)`,
  'gu',
);
/** Before "trên tổng số 200": the 170. */
const LEADING = new RegExp(String.raw`^\D{0,30}?${NUMBER}\D{0,20}$`, 'u');
const HARMLESS =
  /(?<![\p{L}])(?:đã|đạt|được|là|chiếm|bằng|tương đương|tương ứng|tỉ lệ|kết quả|thực hiện|hoàn thành|có|với|và|cụ thể|tức|khoảng|trên|số|a\/b)(?![\p{L}])/gu;

/**
 * What the text states; null when it is no clear statement of a ratio with at least a and b, or of one labelled figure
 * beside it.
 */
export function readStatement(text: string, unit?: string): Statement | null {
  if (text.length > LONGEST || !/\d/.test(text)) return null;
  let rest = foldKey(withoutMarks(text)).replace(/\s+/g, ' ');
  const found: { a?: number; b?: number; ratio?: number } = {};
  let unclear = false;
  const put = (key: keyof Statement, digits: string): string => {
    const number = readNumberText(digits, key === 'ratio' ? 'decimal' : 'whole');
    if (number?.kind !== 'number' || (found[key] !== undefined && found[key] !== number.value)) unclear = true;
    else found[key] = number.value;
    return ' ';
  };
  rest = rest.replace(FRACTION, (_, a: string, unit: string, b: string) => `${put('a', a)}${unit} ${put('b', b)}`);
  rest = rest.replace(OUT_OF, (_, a: string, unit: string, b: string) => `${put('a', a)}${unit} ${put('b', b)}`);
  for (const [key, pattern] of LABELLED) rest = rest.replace(pattern, (_, digits: string) => put(key, digits));
  if (found.a === undefined && found.b !== undefined) {
    rest = rest.replace(LEADING, (all: string, digits: string) => put('a', digits) + all.replace(digits, ' '));
  }
  if (unclear || found.a === undefined || found.b === undefined || /\d/.test(rest)) return null;
  const words = rest
    .replace(HARMLESS, ' ')
    .split(/[()[\];:,.=/–-]+|\s{2,}/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return words.every((word) => readUnit(word, unit) !== undefined) ? found : null;
}
