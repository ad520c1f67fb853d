import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mayBeShort, titleWords } from '../../../core/report/read/title-words.ts';

const piece = fc.oneof(
  fc.constantFrom('CĐS', 'DVCTT', 'Đ', 'Ý', 'y', ' ', '-', '.', '..', '…', '1', 'tỷ lệ', 'Hộ', '\u0301', 'é', '(', ','),
  fc.string({ minLength: 1, maxLength: 4 }),
);

it('what is surely written out is never taken for short by its words', () => {
  const titles = fc.array(piece, { maxLength: 12 }).chain((pieces) => {
    const text = pieces.join('');
    return fc.constantFrom(text, text.normalize('NFD'));
  });
  let short = 0;
  fc.assert(
    fc.property(titles, (title) => {
      if (titleWords(title).shortened) short += 1;
      expect(titleWords(title).shortened && !mayBeShort(title)).toBe(false);
    }),
    { numRuns: 2_000, seed: 29 },
  );
  expect(short).toBeGreaterThan(100);
});

it.each([
  ['Tỷ lệ hồ sơ được số hóa', false],
  ['Bản có nhà văn hóa', false],
  ['Tỷ lệ CBCC dùng chữ ký số', true],
  ['Tỷ lệ hồ sơ được số…', true],
  ['Tỷ lệ hồ sơ được số ..', true],
])('%s', (title, may) => {
  expect(mayBeShort(title)).toBe(may);
});
