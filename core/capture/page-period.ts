/** The period a page names in its title or heading: `NĂM 2025`, `(THÁNG 9) NĂM 2025`, `quý III/2025`. */
import type { Period } from '../indicator/period.ts';

const QUARTERS = ['i', 'ii', 'iii', 'iv'];

/** A part of a year; then the year it belongs to, with nothing between them but brackets, a dash, a comma or the word. */
const PART = String.raw`(?:tháng\s*(1[0-2]|0?[1-9])(?!\d)|quý\s*(iv|i{1,3}|[1-4])(?![\p{L}\d])|6\s*tháng\s*(đầu|cuối))`;
const NAMED = new RegExp(String.raw`(?:${PART}[\s(),/-]{0,5})?(năm\s*)?(?<!\d)(20\d{2})(?!\d)`, 'gu');
const ALONE = new RegExp(PART, 'gu');

/**
 * First period named in the text; undefined when none, when two different ones are named, or when a month or quarter stands apart from the year
 * (`năm 2025 … tháng 9`): then the year alone would be a wrong label.
 */
export function periodInText(text: string): Period | undefined {
  const plain = text.normalize('NFC').toLowerCase();
  const found = new Map<string, Period>();
  let parts = 0;
  for (const match of plain.matchAll(NAMED)) {
    const [, month, quarter, half, word, digits] = match;
    const year = Number(digits);
    if (month) found.set(`m${Number(month)}-${year}`, { kind: 'month', year, month: Number(month) });
    else if (quarter)
      found.set(`q${quarterOf(quarter)}-${year}`, { kind: 'quarter', year, quarter: quarterOf(quarter) });
    else if (half) found.set(`h${half}-${year}`, { kind: 'half', year, half: half === 'đầu' ? 1 : 2 });
    else if (word) found.set(`y${year}`, { kind: 'year', year });
    if (month || quarter || half) parts++;
  }
  if ([...plain.matchAll(ALONE)].length > parts) return undefined;
  return found.size === 1 ? [...found.values()][0] : undefined;
}

function quarterOf(text: string): 1 | 2 | 3 | 4 {
  const roman = QUARTERS.indexOf(text);
  return (roman >= 0 ? roman + 1 : Number(text)) as 1 | 2 | 3 | 4;
}
