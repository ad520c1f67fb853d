/** `Nhãn: giá trị` in one text: the label without dots and brackets, the value without the dots of its blank line. */
import { foldKey } from '../../base/text/text.ts';

/** `(Đơn vị: Bản Nà Đắng)`: brackets around all of it. */
export function withoutBrackets(text: string): string {
  return /^\([^()]*(?:\([^()]*\)[^()]*)*\)$/u.test(text) ? text.slice(1, -1) : text;
}

/** The label before the colon at `colon` (-1 = the whole text), folded. */
export function labelIn(text: string, colon: number): string {
  return foldKey(colon < 0 ? text : text.slice(0, colon)).replace(/[.…\s]+$/, '');
}

/** It holds a letter or digit. */
export function says(text: string): boolean {
  return /[\p{L}\d]/u.test(text);
}

/** Without dots left of the blank line; only the first line. */
export function tidyValue(text: string): string {
  return (
    text
      .slice(0, 400)
      .split(/[\r\n]/)
      .find(says) ?? ''
  )
    .replace(/[.…_]{3,}/g, ' ')
    .replace(/^[\s.…_:]+|[\s…_;,]+$/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^của (?=\p{L})/iu, '');
}
