/** Reading rules in words takes time in proportion to their length, whatever is written. */
import { expect, it } from 'vitest';
import { readRuleText } from '../../../../core/dossier/rule-text/read-rule-text.ts';
import { processorTime } from '../../processor-time.ts';

const PIECES = [
  ...['từ ', '1 ', '1% ', 'điểm ', '- ', 'trừ ', 'được ', 'mỗi ', 'a = ', '/ ', '* ', '( ', ') ', 'Số x ', 'tối đa '],
  ...[
    'không ',
    'cứ thiếu ',
    'đến dưới ',
    'tỷ lệ = ',
    'x 100% ',
    'lần đầu ',
    'theo ',
    'hội đồng ',
    ': ',
    ', ',
    '20 điểm, ',
  ],
];

it('in linear time', () => {
  const hostile = PIECES.flatMap((piece) => [
    piece.repeat(Math.floor(1990 / piece.length)),
    ...PIECES.map((other) => `${piece}${other}`.repeat(Math.floor(1990 / (piece.length + other.length)))),
  ]);
  const row = { max: 1000, title: 'Nội dung', deducts: false };
  const slowest = Math.max(...hostile.map((text) => processorTime(() => void readRuleText(text, row))));
  expect(hostile.length).toBeGreaterThan(600);
  expect(slowest).toBeLessThan(150);
});

it('and never throws', () => {
  for (const text of [
    '',
    '\n',
    '=',
    '%',
    '1',
    '1/0',
    'a = b; b = a; Tỷ lệ = a/b',
    '1/0 điểm tối đa',
    'từ 99999999999%: 10 điểm',
  ])
    expect(() => readRuleText(text, { max: 0, title: '', deducts: true })).not.toThrow();
});
