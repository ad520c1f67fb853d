/** What must not be less, or more: the comparator turned, whatever stands between the "not" and the number. */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { HEAD } from '../../fixtures/dossier/proposed.ts';

const LESS = ['dưới', 'thấp hơn', 'ít hơn', 'nhỏ hơn'];
const MORE = ['quá', 'trên', 'cao hơn', 'nhiều hơn', 'lớn hơn', 'vượt', 'vượt quá', 'vượt mức'];
const LIMITS = [
  { amount: '90%', read: '90 %', of: 'Tỷ lệ hồ sơ giải quyết đúng hạn' },
  { amount: '0,5%', read: '0.5 %', of: 'Tỷ lệ sai sót dữ liệu hộ tịch' },
  { amount: '90%', read: '90 %', of: 'Tỷ lệ dự họp hằng tháng của chi bộ' },
  { amount: '12 buổi', read: '12 buổi', of: 'Số buổi ra quân của tổ' },
  { amount: '05 hồ sơ', read: '5 hồ sơ', of: 'Số hồ sơ quá hạn của phòng' },
];
/** `of` = what is compared, `than` = the words of comparing, `amount` = how much. */
type Write = (of: string, than: string, amount: string) => string;
const NAMED: Readonly<Record<string, Write>> = {
  không: (of, than, amount) => `${of} không ${than} ${amount}`,
  'không được': (of, than, amount) => `${of} không được ${than} ${amount}`,
  'không để': (of, than, amount) => `${of} không để ${than} ${amount}`,
  'không đạt': (of, than, amount) => `${of} không được đạt ${than} ${amount}`,
  'không được ở mức': (of, than, amount) => `${of} không được ở mức ${than} ${amount}`,
  'không để of': (of, than, amount) => `Không để ${of.toLowerCase()} ${than} ${amount}`,
  'không để xảy ra of': (of, than, amount) => `Không để xảy ra ${of.toLowerCase()} ${than} ${amount}`,
  'không có thôn nào': (of, than, amount) => `Không có thôn nào có ${of.toLowerCase()} ${than} ${amount}`,
};
const read = (sentence: string) =>
  extractPlan(`${HEAD}II. CHỈ TIÊU\n1. ${sentence}, ai vắng phải báo cáo.\n`).targets.map(
    ({ comparator, value, unit }) => `${comparator} ${value} ${unit}`,
  );

it.each(['Tỷ lệ hộ không có nhà tiêu hợp vệ sinh', 'Số hộ không còn đất sản xuất', 'Tỷ lệ hộ không dùng tiền mặt'])(
  'a "not" in the name of what is compared turns nothing: %s',
  (of) => {
    const [amount, level] = of.startsWith('Số') ? ['12 hộ', '12 hộ'] : ['5%', '5 %'];
    expect([
      ...LESS.map((than) => read(`${of} đạt ${than} ${amount}`)),
      ...['trên', 'cao hơn'].map((than) => read(`${of} đạt ${than} ${amount}`)),
    ]).toEqual([...LESS.map(() => [`< ${level}`]), [`> ${level}`], [`> ${level}`]]);
  },
);

describe.each(Object.entries(NAMED))('"%s"', (_, write) => {
  it.each([
    ['>=', LESS],
    ['<=', MORE],
  ] as const)('sets %s', (comparator, words) => {
    const faults = LIMITS.flatMap(({ amount, read: level, of }) =>
      words.flatMap((than) => {
        const sentence = write(of, than, amount);
        const found = read(sentence).join(', ');
        return found === `${comparator} ${level}` ? [] : [`${sentence}: ${found}`];
      }),
    );
    expect(faults).toEqual([]);
  });
});
