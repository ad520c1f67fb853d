/** A reporting period: year, half-year, quarter or month. Text form (command line, JSON): `2025`, `2025-H1`, `2025-Q4`, `2025-11`. */

export type Period =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'half'; readonly year: number; readonly half: 1 | 2 }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }
  | { readonly kind: 'month'; readonly year: number; readonly month: number };

/** `2025-Q4` → period; undefined when it is none. */
export function parsePeriod(text: string): Period | undefined {
  const match = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?$/i.exec(text.trim());
  if (!match) return undefined;
  const year = Number(match[1]);
  if (match[2]) return { kind: 'quarter', year, quarter: Number(match[2]) as 1 | 2 | 3 | 4 };
  if (match[3]) return { kind: 'half', year, half: Number(match[3]) as 1 | 2 };
  if (match[4]) return { kind: 'month', year, month: Number(match[4]) };
  return { kind: 'year', year };
}

/** Period → its text form. */
export function periodKey(period: Period): string {
  switch (period.kind) {
    case 'year':
      return String(period.year);
    case 'half':
      return `${period.year}-H${period.half}`;
    case 'quarter':
      return `${period.year}-Q${period.quarter}`;
    case 'month':
      return `${period.year}-${String(period.month).padStart(2, '0')}`;
  }
}

const ROMAN = ['I', 'II', 'III', 'IV'];

/** `năm 2025`, `6 tháng đầu năm 2025`, `quý IV năm 2025`, `tháng 11 năm 2025`. */
export function periodName(period: Period): string {
  switch (period.kind) {
    case 'year':
      return `năm ${period.year}`;
    case 'half':
      return `6 tháng ${period.half === 1 ? 'đầu' : 'cuối'} năm ${period.year}`;
    case 'quarter':
      return `quý ${ROMAN[period.quarter - 1]} năm ${period.year}`;
    case 'month':
      return `tháng ${period.month} năm ${period.year}`;
  }
}

/** First and last day, ISO, inclusive. */
export function periodDays(period: Period): { readonly from: string; readonly to: string } {
  const [first, last] = monthsOf(period);
  const lastDay = new Date(Date.UTC(period.year, last, 0)).getUTCDate();
  const two = (n: number) => String(n).padStart(2, '0');
  return { from: `${period.year}-${two(first)}-01`, to: `${period.year}-${two(last)}-${two(lastDay)}` };
}

function monthsOf(period: Period): readonly [number, number] {
  switch (period.kind) {
    case 'year':
      return [1, 12];
    case 'half':
      return period.half === 1 ? [1, 6] : [7, 12];
    case 'quarter':
      return [period.quarter * 3 - 2, period.quarter * 3];
    case 'month':
      return [period.month, period.month];
  }
}
