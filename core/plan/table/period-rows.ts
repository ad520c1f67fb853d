/** Tables whose rows are times and whose columns are the things wanted: turned, they read as any table of targets. */
import { isFigure } from '../figure/cell-figure.ts';
import { type Column, timeNamed } from './table-columns.ts';

interface Words {
  readonly text: string;
}

/** Words that go with a time; any other word in a cell makes it more than a time. */
const OF_TIME = /(?:^|\s)(?:đến|hết|trong|cuối|đầu|năm|quý|tháng|ngày|giai|đoạn|kỳ|từ|nay|cả|nửa|mốc)(?=\s|$)/giu;
const TIME_VALUE = /20\d\d|\d{1,2}|(?:^|\s)[IVX]{1,4}(?=[\s/.,-]|$)/gu;
/** Columns that tell, remark or cost. */
const TOLD =
  /^(?:ghi chú|(?:(?:đơn vị|cơ quan|bộ phận) )?(?:chủ trì|phụ trách|phối hợp|thực hiện)|kinh phí|nguồn|kết quả|hiện trạng|ước|căn cứ)/iu;
/** `Năm 2026`, `2026`, `Quý II`, `Cuối năm 2027`; nothing but a time. */
export function isTime(text: string): boolean {
  if (text === '' || text.length > 40 || timeNamed(text) === null) return false;
  return /^[\s/.,–-]*$/u.test(text.replace(TIME_VALUE, ' ').replace(OF_TIME, ' ').replace(OF_TIME, ' '));
}

/**
 * Rows of times below a heading, turned into rows of things with a column for each time; null when the times are not in
 * a single column, or a cell holds more than a figure. `rows` are as long as `heading`.
 */
export function turned<C extends Words>(
  heading: readonly C[],
  rows: readonly (readonly C[])[],
): { readonly columns: readonly Column[]; readonly rows: readonly (readonly C[])[] } | null {
  const times = heading.findIndex((_, at) => rows.every((row) => isTime(row[at]?.text ?? '')));
  if (times < 0 || rows.length < 2) return null;
  const things = heading.flatMap((name, at) =>
    at > times && /\p{L}{2}/u.test(name.text) && !isTime(name.text) && !TOLD.test(name.text) ? [{ name, at }] : [],
  );
  const cells = things.map(({ name, at }) => [name, ...rows.flatMap((row) => row[at] ?? [])]);
  const texts = cells
    .flatMap(([, ...values]) => values.map(({ text }) => text))
    .filter((text) => /[\p{L}\d]/u.test(text));
  if (texts.length === 0 || !texts.every(isFigure)) return null;
  const named: Column = { role: 'name', time: null };
  const columns = rows.map((row): Column => ({ role: 'value', time: timeNamed(row[times]?.text ?? '') }));
  return { columns: [named, ...columns], rows: cells };
}
