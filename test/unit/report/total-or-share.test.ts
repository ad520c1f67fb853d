/** Three columns of figures under words that do not tell the total from the share: more rows, decimals or words do. */
import { describe, expect, it } from 'vitest';
import type { Plain } from './book.ts';
import { ACCOUNTS, FILES, MEETINGS, read } from './typed.ts';

const TITLES = [FILES, MEETINGS, ACCOUNTS];
/** a of b, the share in whole per cent: `22 : 25 = 88 %` and `22 : 88 = 25 %` as well. */
const EITHER = [
  [22, 25, 88],
  [18, 20, 90],
  [12, 50, 24],
] as const;
const ALL = [
  [250, 250, 100],
  [20, 20, 100],
  [31, 31, 100],
] as const;

function entries(heads: readonly string[], rows: readonly (readonly [number, number, Plain])[]) {
  const body = rows.map((figures, at): Plain[] => [TITLES[at] ?? '', ...figures]);
  return read([['Đơn vị: Thôn Một'], ['Kỳ báo cáo: năm 2025'], ['Nội dung', ...heads], ...body]).entries;
}

const pairs = (...input: Parameters<typeof entries>): readonly string[] =>
  entries(...input).map(({ numerator, denominator }) =>
    [numerator, denominator].map((cell) => (cell?.reading.kind === 'number' ? cell.reading.value : '-')).join('/'),
  );

const UNKNOWN = ['Kết quả', 'Quy mô', 'Quy ra'];
const WRITTEN = ['22/25', '18/20', '12/50'];

describe('a, b and a share under words of no meaning', () => {
  it('are for a person to say where either could be the total', () => {
    const kinds = entries(UNKNOWN, EITHER).map(({ value }) => value?.reading.kind);
    expect(kinds).toEqual(['ambiguous', 'ambiguous', 'ambiguous']);
  });

  it.each([
    ['a word for the total', ['Kết quả', 'Tổng số', 'Quy ra']],
    ['a word for the share', ['Kết quả', 'Quy mô', 'Phần trăm đạt']],
  ])('are told apart by %s', (_, heads) => {
    expect(pairs(heads, EITHER)).toEqual(WRITTEN);
    const [result = '', total = '', share = ''] = heads;
    const turned = EITHER.map(([a, b, ratio]) => [a, ratio, b] as const);
    expect(pairs([result, share, total], turned)).toEqual(WRITTEN);
  });

  it('are told apart by signs of per cent, by decimals and by a row with more than a hundred', () => {
    expect(
      pairs(
        UNKNOWN,
        EITHER.map(([a, b, ratio]) => [a, b, `${ratio}%`] as const),
      ),
    ).toEqual(WRITTEN);
    expect(
      pairs(UNKNOWN, [
        [22, 25, 88],
        [18, 20, 90],
        [8, 13, 61.5],
      ]),
    ).toEqual(['22/25', '18/20', '8/13']);
    expect(
      pairs(UNKNOWN, [
        [22, 25, 88],
        [18, 20, 90],
        [402, 440, 91],
      ]),
    ).toEqual(['22/25', '18/20', '402/440']);
  });

  it('are read where all of the total was reached, also more than a hundred', () => {
    expect(pairs(UNKNOWN, ALL)).toEqual(['250/250', '20/20', '31/31']);
  });

  it('are no total and share where two equal shares stand beside the target', () => {
    const rows = [
      [85, 85, 100],
      [70, 70, 100],
      [60, 60, 100],
    ] as const;
    expect(pairs(UNKNOWN, rows)).toEqual(['-/-', '-/-', '-/-']);
  });
});
