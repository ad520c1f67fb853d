/** The communes of a province as .csv for other programs: one row a commune, a column for each target. */
import { TARGET_STATE_NAME } from '../commune/commune-result.ts';
import { nameText } from './province-book.ts';
import type { ProvinceView } from './roll-up.ts';

/** UTF-8 with the mark Excel asks for; a text that Excel would take for a formula gets an apostrophe before it. */
export function provinceCsv({ columns, rows, period }: ProvinceView): string {
  const head = ['Xã', 'Kỳ', 'Ngày tính', 'Đơn vị đăng ký', 'Đã nộp', 'Đúng hạn', 'Số chỉ tiêu đạt', 'Cần hỗ trợ vì'];
  const titles = columns.flatMap(({ text }) => [text, `${text} (kết luận)`]);
  const lines = rows.map(({ name, claimed, result, received, inTime, met, needs, cells }) => [
    nameText(name, claimed),
    period ?? '',
    result?.asOf ?? null,
    received.whole,
    result ? received.part : null,
    inTime?.part ?? null,
    result ? met : null,
    needs.map(({ words }) => words).join('; '),
    ...cells.flatMap((target) => [target?.value ?? null, target ? TARGET_STATE_NAME[target.state] : null]),
  ]);
  return `\ufeff${[[...head, ...titles], ...lines].map((line) => `${line.map(field).join(',')}\r\n`).join('')}`;
}

function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[\s]*[=+\-@]/u.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
