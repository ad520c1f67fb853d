/** The reporting period a line of text names: `năm 2025`, `quý IV/2025`, `tháng 11 năm 2025`, `6 tháng đầu năm 2025`. */
import { foldKey } from '../../grid/text.ts';
import type { Period } from '../../indicator/period.ts';

const MAX_TEXT = 400;
const QUARTERS: readonly string[] = ['i', 'ii', 'iii', 'iv'];

/** The most exact period the text names; null when it names none. Dates, document numbers and stretches of years are no periods. */
export function periodIn(text: string): Period | null {
  const line = foldKey(text.slice(0, MAX_TEXT))
    .replace(/ngày[\s.…_\d]{0,30}tháng[\s.…_\d]{0,30}(?:năm[\s.…_\d]{0,30})?/g, ' ')
    .replace(/\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/g, ' ')
    .replace(/(?:giai đoạn|từ năm)? ?20\d{2} ?(?:-|đến năm|đến) ?20\d{2}/g, ' ')
    .replace(/(?:đến|trước|từ|sau) năm 20\d{2}/g, ' ')
    .replace(/\d{1,6} ?\/[a-zđ]{2,6}[-/\w]{0,20}/g, ' ');
  const half = /(?:6|06|sáu) tháng (đầu|cuối) năm ?(20\d{2})/.exec(line);
  if (half) return { kind: 'half', year: Number(half[2]), half: half[1] === 'đầu' ? 1 : 2 };
  const halfYear = /nửa (đầu|cuối) năm (20\d{2})/.exec(line);
  if (halfYear) return { kind: 'half', year: Number(halfYear[2]), half: halfYear[1] === 'đầu' ? 1 : 2 };
  const quarter = /quí ?([1-4]|iv|i{1,3})(?:[ /.,-]{1,3}(?:năm )?|năm )(20\d{2})/.exec(line);
  if (quarter) {
    const named = quarter[1] ?? '';
    const number = QUARTERS.includes(named) ? QUARTERS.indexOf(named) + 1 : Number(named);
    return { kind: 'quarter', year: Number(quarter[2]), quarter: number as 1 | 2 | 3 | 4 };
  }
  const month = /tháng (0?[1-9]|1[0-2])(?:[ /.,-]{1,3}(?:năm )?|năm )(20\d{2})/.exec(line);
  if (month) return { kind: 'month', year: Number(month[2]), month: Number(month[1]) };
  const key = /(?<!\d)(20\d{2})-(?:q([1-4])|h([12])|(0[1-9]|1[0-2]))(?!\d)/.exec(line);
  if (key) return fromKey(key);
  const year =
    /năm(?: đánh giá| báo cáo| thi đua| học)?:? ?(20\d{2})(?!\d)/.exec(line) ?? /^(20\d{2})$/.exec(line.trim());
  return year ? { kind: 'year', year: Number(year[1]) } : null;
}

function fromKey(match: RegExpExecArray): Period {
  const year = Number(match[1]);
  if (match[2]) return { kind: 'quarter', year, quarter: Number(match[2]) as 1 | 2 | 3 | 4 };
  if (match[3]) return { kind: 'half', year, half: Number(match[3]) as 1 | 2 };
  return { kind: 'month', year, month: Number(match[4]) };
}
