/** The period a page names in its title or heading: `NĂM 2025`, `THÁNG 9 NĂM 2025`, `quý III/2025`. */
import type { Period } from '../indicator/period.ts';

const QUARTERS = ['i', 'ii', 'iii', 'iv'];

/** First period named in the text; undefined when none, or when two different ones are named. */
export function periodInText(text: string): Period | undefined {
  const plain = text.normalize('NFC').toLowerCase();
  const found = new Map<string, Period>();
  const shape =
    /(?:(?:tháng\s*(1[0-2]|0?[1-9])|quý\s*(iv|i{1,3}|[1-4])|6\s*tháng\s*(đầu|cuối))\s*(?:[/-]|,?\s*năm)?\s*)?(?:năm\s*)?\b(20\d{2})\b/g;
  for (const match of plain.matchAll(shape)) {
    const [whole, month, quarter, half, digits] = match;
    const year = Number(digits);
    if (!month && !quarter && !half && !whole.startsWith('năm')) continue;
    if (month) found.set(`m${month}`, { kind: 'month', year, month: Number(month) });
    else if (quarter) found.set(`q${quarter}`, { kind: 'quarter', year, quarter: quarterOf(quarter) });
    else if (half) found.set(`h${half}`, { kind: 'half', year, half: half === 'đầu' ? 1 : 2 });
    else found.set(`y${year}`, { kind: 'year', year });
  }
  return found.size === 1 ? [...found.values()][0] : undefined;
}

function quarterOf(text: string): 1 | 2 | 3 | 4 {
  const roman = QUARTERS.indexOf(text);
  return (roman >= 0 ? roman + 1 : Number(text)) as 1 | 2 | 3 | 4;
}
