/** Rules composed of what plans put together in one cell: formulas with their names, several things counted, tails. */
import { describe, expect, it } from 'vitest';
import { readRuleText } from '../../../../core/dossier/rule-text/read-rule-text.ts';
import { ruleWords } from '../../../../core/dossier/rule-words.ts';

const MAX = 1000;
function read(words: string, title = 'Nội dung'): string {
  const worded = readRuleText(words, { max: MAX, title, deducts: false });
  if (!worded) return 'null';
  const { numerator = '', denominator = '', notApplicable = '', rule } = worded;
  const parts =
    rule.kind === 'sum'
      ? rule.parts.map(({ title: of, rule: own }) => `${of}: ${own.kind === 'per-unit' ? own.points : own.kind}`)
      : [];
  return [ruleWords(rule, { ...worded, maxPoints: MAX }), numerator, denominator, notApplicable, ...parts].join(' | ');
}
/** Each way to write each of the parts, in every combination. */
const combined = (...parts: readonly (readonly string[])[]): readonly string[] =>
  parts.reduce<readonly string[]>((all, part) => all.flatMap((words) => part.map((own) => words + own)), ['']);

const PART = 'số người có điện thoại thông minh';
const WHOLE = 'tổng số người trưởng thành';

describe('a share of the maximum', () => {
  const defined = [
    ...[': ', ' = ', ' là '].flatMap((is) => [`a${is}${PART}; b${is}${WHOLE}`, `a${is}${PART}, b${is}${WHOLE}`]),
    `a = ${PART}\nb = ${WHOLE}`,
  ];
  const formulas = ['a/b*10', 'a/b x 10 điểm', 'Điểm = a/b*Điểm tối đa', '(a/b) × Điểm tối đa'];
  const tails = [
    '',
    '. Thôn không có người trưởng thành thì được tính điểm tối đa',
    '; đơn vị không có thì được điểm tối đa',
  ];

  it.each(tails)('names what it divides, before or behind it or in brackets, with a tail: %s', (tail) => {
    const written = [
      ...combined(defined, ['; ', '\n'], formulas, [tail]),
      ...combined(formulas, [' ('], defined, [')'], [tail]),
      ...combined(formulas, ['; ', '\n', ', trong đó '], defined, [tail]),
    ];
    const wanted = ['theo tỷ lệ, đủ điểm từ 100 %', PART, WHOLE, tail === '' ? '' : 'full'].join(' | ');
    expect(written.flatMap((words) => (read(words) === wanted ? [] : [`${words}: ${read(words)}`]))).toEqual([]);
  });

  it.each([
    `tính theo tỷ lệ ${PART} trên ${WHOLE} nhân với 10`,
    `Lấy ${PART}/${WHOLE} x 10 điểm`,
    `${PART} trên ${WHOLE} nhân với điểm tối đa`,
  ])('of words: %s', (words) =>
    expect(read(words).toLowerCase()).toBe(`theo tỷ lệ, đủ điểm từ 100 % | ${PART} | ${WHOLE} | `),
  );
});

describe('several things counted', () => {
  const caps = [
    '',
    '; tối đa 10 điểm',
    ', tổng không quá 10 điểm',
    ', tối đa không quá 10 điểm',
    '. Tổng điểm không quá 10 điểm',
  ];
  it.each(caps)('each earn their points, all together no more than the maximum: %s', (cap) => {
    const pairs = [
      ...combined(
        [
          'Mỗi tin, bài 0,5 điểm',
          'mỗi tin, bài được 0,5 điểm',
          '0,5 điểm/tin, bài',
          'cứ 01 tin, bài được cộng 0,5 điểm',
        ],
        ['; ', '\n', ', '],
        ['mỗi video 1 điểm', 'mỗi video được cộng 1 điểm', '1 điểm/video', 'video 1 điểm/video'],
      ),
    ];
    const faults = pairs.flatMap((words) => {
      const found = read(`${words}${cap}`).toLowerCase();
      return found === 'cộng điểm các ý |  |  |  | tin, bài: 50 | video: 100' ? [] : [`${words}${cap}: ${found}`];
    });
    expect(faults).toEqual([]);
    const prizes = read(`Giải cấp tỉnh 4 điểm/giải, giải cấp xã 2 điểm/giải${cap}`);
    expect(prizes).toBe('cộng điểm các ý |  |  |  | Giải cấp tỉnh: 400 | Giải cấp xã: 200');
  });

  it.each([
    [
      'Cứ 10% số hộ chăn nuôi có chuồng trại cách nhà ở trên 10 m thì được 1 điểm',
      'theo bậc, từ 0 %: 0, cứ thêm 10 % cộng 1',
    ],
    ['tính mỗi hộ 02 điểm nhưng không quá 10 điểm', 'cộng 2 mỗi hộ, tối đa 10'],
  ])('%s', (words, rule) => expect(read(words).split(' | ')[0]).toBe(rule));
});

describe('against the average', () => {
  const better = [
    'Bằng hoặc cao hơn mức bình quân chung của xã',
    'Tỷ lệ nộp trực tuyến từ mức bình quân chung của xã trở lên',
  ];
  const worse = ['thấp hơn mức bình quân chung của xã', 'thấp hơn', 'dưới bình quân chung'];
  it.each(['', '; dưới 30%: 0 điểm', '; dưới 30% không tính điểm'])(
    'two levels, and nothing below a figure: %s',
    (floor) => {
      const written = combined(better, [': 10 điểm; '], worse, [': 4 điểm'], [floor]);
      for (const words of written)
        expect(read(words), words).toMatch(
          floor === '' ? /^bằng hoặc tốt hơn bình quân chung: đủ điểm; còn lại: 4 / : /bang-hoac|ty-le-nop/u,
        );
    },
  );
});

it.each(['chậm thì không được điểm', 'Không đăng ký: không tính điểm', 'nộp muộn không được điểm', 'trễ hạn: 0 điểm'])(
  'only what earns nothing is said: %s',
  (words) => expect(read(words, 'Đăng ký thi đua đúng thời gian')).toBe('có: đủ điểm; không: 0 |  |  | '),
);
