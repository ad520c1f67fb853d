/** No aside of a rule is dropped: planted anywhere, it is part of the reading, left as unused, or the rule stays words. */
import { expect, it } from 'vitest';
import { readRuleText } from '../../../../core/dossier/rule-text/read-rule-text.ts';
import { EXAMPLES } from './examples.ts';

const ASIDES = ['lượt bloxam', 'bloxam trừ 1/2 số điểm'];
/** Behind each word of the text. */
const planted = (words: string, aside: string): readonly string[] =>
  [...words.matchAll(/(?<=[\p{L}\d%])(?=[\s:;,.]|$)/gu)].map(
    ({ index }) => `${words.slice(0, index)} (${aside})${words.slice(index)}`,
  );

it.each(Object.entries(EXAMPLES))('%s', (_, examples) => {
  const dropped = examples.flatMap(({ words, max = 10, title = 'Nội dung', deducts = false }) =>
    ASIDES.flatMap((aside) => planted(words, aside)).filter((text) => {
      const reading = readRuleText(text, { max: max * 100, title, deducts });
      return reading !== null && !JSON.stringify(reading).toLowerCase().includes('bloxam');
    }),
  );
  expect(dropped).toEqual([]);
});

it('an aside that the rule uses is not unused', () => {
  const unused = (words: string) => readRuleText(words, { max: 1000, title: '', deducts: false })?.unused;
  expect(unused('Mỗi mô hình được 2 điểm (tối đa 10 điểm)')).toEqual([]);
  expect(unused('Gửi đúng hạn (trước ngày 10/12): 10 điểm; sau đó: 0 điểm')).toEqual([]);
  expect(unused('a = Số hộ (kể cả hộ tạm trú); b = Tổng số hộ; Tỷ lệ = a/b; Điểm = Tỷ lệ × Điểm tối đa')).toEqual([]);
  expect(unused('Từ 80 % trở lên: 10 điểm (hồ sơ giấy trừ một nửa); dưới 80 %: 0 điểm')).toEqual([
    'hồ sơ giấy trừ một nửa',
  ]);
});
