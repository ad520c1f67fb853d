/** The communes of a province as .csv for other programs: one row a commune, a column for each target. */
import { TARGET_STATE_NAME } from '../commune/result/commune-result.ts';
import { numberValue, textValue } from '../sheets/council/look.ts';
import { csvText } from '../sheets/delimited.ts';
import { nameText } from './province-book.ts';
import type { ProvinceView } from './roll-up.ts';

export function provinceCsv({ columns, rows, period }: ProvinceView): string {
  const head = ['Xã', 'Kỳ', 'Ngày tính', 'Đơn vị đăng ký', 'Đã nộp', 'Đúng hạn', 'Số chỉ tiêu đạt', 'Cần hỗ trợ vì'];
  const titles = columns.flatMap(({ text }) => [text, `${text} (kết luận)`]);
  const lines = rows.map(({ name, claimed, result, received, inTime, met, needs, cells }) => [
    textValue(nameText(name, claimed)),
    textValue(period),
    textValue(result?.asOf ?? null),
    numberValue(received.whole),
    numberValue(result ? received.part : null),
    numberValue(inTime?.part ?? null),
    numberValue(result ? met : null),
    textValue(needs.map(({ words }) => words).join('; ')),
    ...cells.flatMap((target) => [
      numberValue(target?.value ?? null),
      textValue(target ? TARGET_STATE_NAME[target.state] : null),
    ]),
  ]);
  return csvText([[...head, ...titles].map(textValue), ...lines]);
}
