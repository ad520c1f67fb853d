/** Clauses of a plan that speak of a year or more: `2 năm liên tục hoàn thành tốt`, `chưa được khen trong 36 tháng`. */
import { nfc } from '../../base/text/text.ts';
import { speltNumber } from '../../sheet/grid/spelt-number.ts';

const NUMBER = `(\\d{1,2}|một|hai|ba|bốn|năm)(?:\\s*\\([^)]{1,12}\\))?`;
/** `02 năm`, `36 tháng`; not `tháng 5 năm 2026`. */
const STRETCH = new RegExp(`(?<![\\p{L}\\d])${NUMBER}\\s+(năm|tháng)(?![\\p{L}])(?!\\s*\\d)`, 'giu');

interface YearStretch {
  readonly years: number;
  /** Where its words stand in the clause. */
  readonly from: number;
  readonly to: number;
}

/** Stretches of a year or more, in their order. */
export function stretchesIn(clause: string): readonly YearStretch[] {
  return [...clause.matchAll(STRETCH)].flatMap(({ 0: words, 1: number = '', 2: unit, index }): YearStretch[] => {
    const count = Number(number) || (speltNumber(number) ?? 0);
    const years = unit?.toLowerCase() === 'năm' ? count : count / 12;
    return years < 1 ? [] : [{ years, from: index, to: index + words.length }];
  });
}

export function yearClausesIn(text: string): readonly string[] {
  return nfc(text)
    .split(/[.;\n]/u)
    .map((clause) => clause.replace(/\s+/g, ' ').trim())
    .filter((clause) => stretchesIn(clause).length > 0);
}
