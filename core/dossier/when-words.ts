/**
 * When something is due, in words and back: `31/12/2026`, `trước 05/11 hằng năm`, `quý IV/2026`, `tháng 6`, `năm 2026`,
 * `trước ngày 20 hằng tháng`, `ngày 20 tháng cuối quý`, `chưa ghi ngày`.
 */

import type { When } from '../movement/movement.ts';
import { readDate } from '../sheet/grid/date.ts';
import { textValue } from '../sheets/council/look.ts';
import { type Codec, text } from './codec.ts';
import { notUnderstood, understood } from './words.ts';

const QUARTERS = ['I', 'II', 'III', 'IV'];

/** Of each month or quarter, and of the month behind it. */
const RECURS = {
  month: { own: 'hằng tháng', next: 'tháng sau' },
  quarter: { own: 'tháng cuối quý', next: 'tháng đầu quý sau' },
} as const;

export function whenWords(when: When): string {
  switch (when.kind) {
    case 'date':
      return `${when.exclusive ? 'trước ' : ''}${when.date.split('-').reverse().join('/')}`;
    case 'month-day':
      return `${when.exclusive ? 'trước ' : ''}${when.monthDay.split('-').reverse().join('/')} hằng năm`;
    case 'quarter':
      return `quý ${QUARTERS[when.quarter - 1] ?? when.quarter}/${when.year}`;
    case 'month':
      return when.year === null ? `tháng ${when.month} hằng năm` : `tháng ${when.month}/${when.year}`;
    case 'year':
      return `năm ${when.year}`;
    case 'recurring':
      return `${when.exclusive ? 'trước ' : ''}ngày ${when.day} ${RECURS[when.every][when.next ? 'next' : 'own']}`;
    case 'unspecified':
      return 'chưa ghi ngày';
  }
}

const RECURRING =
  /^(?:trước )?(?:hết )?ngày (\d{1,2}) (?:(?:của )?((?:hằng|hàng|mỗi) tháng)|(?:của )?(tháng (?:sau|kế tiếp))|(?:của )?(tháng cuối (?:mỗi )?quý|tháng đầu quý sau))$/u;

/** null when the words name no time. */
function readWhen(words: string): When | null {
  const plain = words
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ (?:hằng|hàng) năm$/u, '');
  if (plain === '' || plain === 'chưa ghi ngày') return { kind: 'unspecified' };
  const quarter = /^quý ([ivx]+|\d)(?: ?\/ ?| năm )(\d{4})$/u.exec(plain);
  if (quarter) {
    const written = (quarter[1] ?? '').toUpperCase();
    const number = QUARTERS.indexOf(written) + 1 || Number(written);
    return number >= 1 && number <= 4 ? { kind: 'quarter', year: Number(quarter[2]), quarter: number } : null;
  }
  const month = /^tháng (\d{1,2})(?:(?: ?\/ ?| năm )(\d{4}))?$/u.exec(plain);
  if (month) {
    const number = Number(month[1]);
    const year = month[2] === undefined ? null : Number(month[2]);
    return number >= 1 && number <= 12 ? { kind: 'month', year, month: number } : null;
  }
  const year = /^năm (\d{4})$/u.exec(plain)?.[1];
  if (year) return { kind: 'year', year: Number(year) };
  const recurs = RECURRING.exec(plain);
  const exclusive = plain.startsWith('trước ');
  if (recurs) {
    const [, written, month] = recurs;
    const day = Number(written);
    const next = recurs[3] !== undefined || recurs[4]?.includes('sau') === true;
    return day >= 1 && day <= 31
      ? { kind: 'recurring', every: month || recurs[3] ? 'month' : 'quarter', day, next, exclusive }
      : null;
  }
  const day = plain.replace(/^trước /u, '').replace(/^(?:hết )?ngày /u, '');
  const monthDay = /^(\d{1,2})\/(\d{1,2})$/.exec(day);
  // 2024 has every day a year can have.
  const date = readDate(monthDay ? `${day}/2024` : day);
  if (date === null) return null;
  return monthDay ? { kind: 'month-day', monthDay: date.slice(5), exclusive } : { kind: 'date', date, exclusive };
}

export const when: Codec<When> = {
  ...text,
  write: (value) => textValue(whenWords(value)),
  read: (content) => {
    const date = typeof content?.number === 'number' ? readDate(content.number, content.date1904) : null;
    if (date !== null) return understood({ kind: 'date', date, exclusive: false });
    const read = readWhen(content?.text ?? '');
    return read === null
      ? notUnderstood(
          `Không hiểu thời hạn “${content?.text ?? ''}”: ghi như 31/12/2026, trước 05/11, quý IV/2026, trước ngày 20 hằng tháng, ngày 20 tháng cuối quý, chưa ghi ngày.`,
        )
      : understood(read);
  },
};
