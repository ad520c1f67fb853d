/**
 * A document cited as evidence: `Báo cáo số 15/BC-UBND ngày 12/3/2025` → its number in one spelling, its type, its day.
 * Makes no judgement whether the document proves anything.
 */

import { nfc } from '../base/text/text.ts';
import { findDate } from '../sheet/grid/date.ts';

interface Citation {
  /** `15/BC-UBND`, `12/2025/QĐ-UBND`: no leading zeros, no spaces, capitals. */
  readonly number: string;
  /** `BC`, `KH`, `QĐ` … */
  readonly type: string;
  /** Issuer behind the dash: `UBND`; empty when there is none. */
  readonly issuer: string;
}

const LONGEST_CITATION = 2000;
const NUMBER =
  /(?<![\d/])(\d{1,5}) ?\/ ?(?:((?:19|20)\d{2}) ?\/ ?)?([A-ZĐ]{2,6})((?: ?- ?[A-ZĐ0-9]{1,12}){0,3})(?![A-ZĐ])/gu;

/** Document numbers in an evidence text, in order. */
export function citationsIn(text: string): readonly Citation[] {
  const tidy = nfc(text.slice(0, LONGEST_CITATION))
    .toUpperCase()
    .replace(/\s+/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  return [...tidy.matchAll(NUMBER)].map(([, number = '', year, type = '', rest = '']) => {
    const behind = rest.replace(/ /g, '');
    return {
      number: `${Number(number)}/${year === undefined ? '' : `${year}/`}${type}${behind}`,
      type,
      issuer: behind.slice(1),
    };
  });
}

/** ISO day of the document, the first one named in the text; null when none is, or it is no real day. */
export function citationDate(text: string): string | null {
  return findDate(text)?.date ?? null;
}

/**
 * Documents that order or plan: they hold beyond the period in which they are dated, and many units may cite the same
 * document.
 */
const STANDING_TYPES: ReadonlySet<string> = new Set(['QĐ', 'NQ', 'CT', 'QC', 'ĐA', 'HD', 'TT', 'NĐ', 'CTR', 'CTHĐ']);

export function isStanding(type: string): boolean {
  return STANDING_TYPES.has(type);
}

/** Yearly plans: made before the period they are for. */
export function isPlan(type: string): boolean {
  return type === 'KH';
}
