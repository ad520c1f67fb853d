/**
 * The reporting period a line of a sheet names. Stretches of years ("giai đoạn 2023-2025") and numbers of documents are
 * none.
 */
import type { Period } from '../../base/period/period.ts';
import { periodInText } from '../../base/period/period-text.ts';
import { remembered } from '../../base/text/remembered.ts';

const MAX_TEXT = 400;

/** The period the text names beyond doubt; null when it names none. */
export function periodIn(text: string): Period | null {
  return /\d/.test(text) ? namedPeriod(text) : null;
}

const namedPeriod = remembered((text): Period | null => {
  const bare = /^\s*(20\d{2})\s*$/.exec(text)?.[1];
  if (bare) return { kind: 'year', year: Number(bare) };
  const line = text
    .slice(0, MAX_TEXT)
    .replace(/(?:giai đoạn|từ năm)?\s*20\d{2}\s*(?:[-–]|đến năm|đến)\s*20\d{2}(?!\d)/giu, ' ')
    .replace(/(?<![\p{L}\d])(\d{1,2})T(?=[/ .-]|$)/gu, '$1 tháng ')
    .replace(/(?<![\p{L}\d])T(\d{1,2})(?=\s*[/.-]\s*20\d\d)/gu, 'tháng $1')
    .replace(/\d{1,6}\s*\/[A-ZĐa-zđ]{2,6}[-/\w]{0,20}/gu, ' ');
  const period = periodInText(line);
  return period === undefined || (period.kind === 'days' && period.from.slice(0, 4) !== period.to.slice(0, 4))
    ? null
    : period;
});
