/**
 * Sizes of Nghị định 30/2020/NĐ-CP, Phụ lục I, in Word's units: half points for letters, twentieths of a point for
 * lengths.
 */

const MM = 56.7;
export const mm = (length: number): number => Math.round(length * MM);

export const FONT = 'Times New Roman';

/** Sizes of Nghị định 30/2020/NĐ-CP, Phụ lục I; body 14, tables 13. */
export const SIZE = {
  country: 26,
  motto: 28,
  issuer: 26,
  number: 26,
  place: 28,
  type: 28,
  body: 28,
  table: 24,
  signature: 28,
  recipientsTitle: 24,
  recipients: 22,
  page: 26,
} as const;

/** A4; margins within those of Nghị định 30/2020/NĐ-CP, Phụ lục I. */
export const MARGIN = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) } as const;
export const A4 = { width: mm(210), height: mm(297) } as const;

/** Body: first line 1,27 cm, 6 pt between paragraphs. */
export const FIRST_LINE = mm(12.7);
export const BETWEEN = 120;

/** Width of the page between its margins. */
export function textWidth(landscape: boolean): number {
  return landscape ? A4.height - mm(20) - mm(20) : A4.width - MARGIN.left - MARGIN.right;
}
