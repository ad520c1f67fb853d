/**
 * The numbering column: `I`, `A`, `1`, `1.1.`, `2)`, `Chỉ tiêu 1`, `a`. STT is text; only its form is recognised here.
 */
import { remembered } from '../../base/text/remembered.ts';
import { withoutMarks } from '../../base/text/seen-text.ts';
import { foldKey } from '../../base/text/text.ts';

export type RowNumbering =
  /** `I`, `IV`, `A`: a group of criteria. `order` counts from 1. */
  | { readonly kind: 'group'; readonly order: number; readonly text: string }
  /** `1`, `1.2`, `2.2.1`, without dots or brackets around. */
  | { readonly kind: 'decimal'; readonly path: string; readonly depth: number }
  /** `a`, `b)`, `c.`. */
  | { readonly kind: 'letter'; readonly letter: string }
  /** Any other code of letters and digits: `1.2.a`, `TC1`. */
  | { readonly kind: 'code'; readonly code: string };

const ROMAN_DIGITS: ReadonlyMap<string, number> = new Map([
  ['I', 1],
  ['V', 5],
  ['X', 10],
  ['L', 50],
]);

/** Form of a numbering text; undefined when it is none (words, dashes, blank). */
export function readNumbering(text: string): RowNumbering | undefined {
  const bare = text
    .slice(0, 60)
    .trim()
    .replace(/^\(/, '')
    .replace(/[.):\s]+$/, '');
  if (bare === '' || bare.length > 40) return undefined;
  const labelled = /^(tiêu chí|chỉ tiêu|chỉ số|nội dung|mục|nhóm|phần|tc|ct)\s*(?:số\s*)?([ivxl]+|\d[\d.]*)$/.exec(
    foldKey(bare),
  );
  if (labelled) {
    const [, label = '', number = ''] = labelled;
    const inner = readNumbering(number.toUpperCase());
    const isGroup = label === 'nhóm' || label === 'phần' || label === 'mục' || label === 'tiêu chí';
    if (!isGroup || inner?.kind !== 'decimal' || inner.depth > 1) return inner;
    return { kind: 'group', order: Number(inner.path), text: bare };
  }
  if (/^\d{1,4}(?:\.\d{1,3}){0,5}$/.test(bare)) {
    const steps = bare.split('.').map((step) => String(Number(step)));
    return { kind: 'decimal', path: steps.join('.'), depth: steps.length };
  }
  if (/^[IVXL]{1,6}$/.test(bare)) return { kind: 'group', order: fromRoman(bare), text: bare };
  if (/^[A-ZĐ]$/.test(bare)) return { kind: 'group', order: bare.charCodeAt(0) - 64, text: bare };
  if (/^[a-zđ]$/.test(bare)) return { kind: 'letter', letter: bare };
  if (/^[0-9A-Za-z]{1,8}(?:\.[0-9A-Za-z]{1,8}){0,5}$/.test(bare) && /\d/.test(bare))
    return { kind: 'code', code: bare };
  return undefined;
}

function fromRoman(text: string): number {
  const digits = [...text].map((letter) => ROMAN_DIGITS.get(letter) ?? 0);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}

/**
 * A title without the numbering, bullet and maximum written into it: `1.1. Ban hành kế hoạch (10đ)`, `Ban hành kế hoạch
 * (TC 1.1)` → `Ban hành kế hoạch`. Blanks before what is cut off are trimmed at the end: a pattern that began with them
 * would try each of a long run.
 */
export const bareTitle = remembered((text) =>
  withoutMarks(text)
    .replace(/^\s*(?:[-+*•–—]\s*)+/, '')
    .replace(/^(?:tiêu chí|chỉ tiêu|chỉ số|nội dung)\s*(?:số\s*)?\d[\d.]{0,10}\s*[:.)-]\s*/i, '')
    .replace(
      /^\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}(?:\.[a-zđ])?[.):](?!\d)\s*|\d{1,3}(?:\.\d{1,3}){1,4}\.[a-zđ]\s+|\d{1,3}(?:\.\d{1,3}){1,4}\s+|[a-zđ]\)\s*|[IVX]{1,5}\.\s*)/,
      '',
    )
    .replace(/^[a-zđ]\s+(?=\p{Lu}\p{Ll})/u, '')
    .replace(/\(\s*(?:tối đa\s*)?\d{1,3}(?:[.,]\d{1,2})?\s*(?:đ|điểm)\s*\)\s*\.?\s*$/i, '')
    .replace(
      /\(\s*(?:(?:tc|tiêu chí|chỉ tiêu)\s*\d{1,3}(?:\.\d{1,3}){0,4}|\d{1,3}(?:\.\d{1,3}){1,4})(?:\.[a-zđ])?\s*\)\s*$/iu,
      '',
    )
    .replace(/[.:;]\s*$/, '')
    .trim(),
);

/** The maximum written into a title: `Trưởng ban (10đ)` → `10đ`; undefined when there is none. */
export function maxInTitle(text: string): string | undefined {
  return /\(\s*(?:tối đa\s*)?(\d{1,3}(?:[.,]\d{1,2})?\s*(?:đ|điểm))\s*\)\s*\.?\s*$/i.exec(text.slice(-60))?.[1];
}
