/** The classes a plan ranks by: ladders composed at random in any wording, and what only looks like a ladder. */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { type Random, random as randomOf } from '../../fixtures/random.ts';

const ladders = (body: string): string[] =>
  extractPlan(
    `KẾ HOẠCH\nThi đua năm 2026\nI. MỤC ĐÍCH\nNâng cao chất lượng phục vụ.\nII. ĐÁNH GIÁ\n${body}\nIII. TỔ CHỨC THỰC HIỆN\n1. Các thôn thực hiện.\n`,
  ).classLadders.map(
    ({ section, classes }) => `${section} | ${classes.map(({ name, from }) => `${name} ${from}`).join('; ')}`,
  );

describe('classes of a plan', () => {
  it('composed at random, in any wording and order, are those written', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const { text, classes } = composed(randomOf(seed));
      expect([seed, text, ladders(text)]).toEqual([seed, text, [`II | ${classes}`]]);
    }
  });

  it('in a table, on either side of their points or across it, are those written, and nothing else is of them', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const { pick, between } = randomOf(seed);
      const bounds = pick([
        [90, 80, 65],
        [95, 85, 70, 50],
        [90, 75],
        [180, 150, 110],
      ]);
      const names = pick([
        ['Xuất sắc', 'Tốt', 'Khá', 'Đạt'],
        ['Loại A', 'Loại B', 'Loại C', 'Loại D'],
        ['Hoàn thành xuất sắc nhiệm vụ', 'Hoàn thành tốt nhiệm vụ', 'Hoàn thành nhiệm vụ', 'Đạt chuẩn'],
      ]);
      const isWorded = between(0, 1) === 1;
      const dash = pick([' - ', '–', '-']);
      const gap = pick(['\t', ' | ']);
      const low = pick(['Không xếp loại', 'Yếu', 'Không đạt']);
      const top = bounds[0]! > 100 ? 201 : 101;
      const rows = [
        [pick(['Loại', 'Xếp loại', 'Mức đánh giá']), pick(['Điểm', 'Mức điểm', 'Tổng điểm', 'Điểm đạt'])],
        ...bounds.map((from, at) => {
          const to = bounds[at - 1];
          const words = to === undefined ? `Từ ${from} điểm trở lên` : `Từ ${from} đến dưới ${to} điểm`;
          return [names[at] ?? '', isWorded ? words : `${from}${dash}${(to ?? top) - 1}`];
        }),
        [low, `${pick(['dưới', 'Dưới'])} ${bounds.at(-1)}${isWorded ? ' điểm' : ''}`],
      ];
      const shape = pick(['names first', 'points first', 'numbered', 'with awards', 'across']);
      const cells =
        shape === 'points first'
          ? rows.map(([name = '', points = '']) => [points, name])
          : shape === 'across'
            ? [0, 1].map((column) => rows.map((row) => row[column] ?? ''))
            : rows.map((row, at) =>
                shape === 'numbered'
                  ? [at === 0 ? 'TT' : String(at), ...row]
                  : shape === 'with awards'
                    ? [...row, at === 0 ? 'Số lượng khen' : String(40 + at)]
                    : row,
              );
      const text = cells.map((row) => row.join(gap)).join('\n');
      const wanted = [...bounds.map((from, at) => `${names[at]} ${from}`), `${low} 0`].join('; ');
      expect([seed, text, ladders(text)]).toEqual([seed, text, [`II | ${wanted}`]]);
      const { leftovers, questions, targets } = extractPlan(
        `KẾ HOẠCH\nThi đua năm 2026\nI. CHỈ TIÊU\n90% hộ có VNeID.\nII. XẾP LOẠI\n${text}\n`,
      );
      const others = shape === 'with awards' ? rows.slice(1).map((_, at) => 41 + at) : [];
      expect([seed, targets.length, leftovers.map(({ value }) => value)]).toEqual([seed, 1, others]);
      expect([seed, questions.filter(({ code }) => code === 'marks' || code === 'grid')]).toEqual([seed, []]);
    }
  });

  it('in a table without a ladder, are none', () => {
    for (const rows of [
      ['Tỷ lệ hồ sơ | Điểm', 'Từ 90% trở lên | 20 điểm', 'Từ 80% đến dưới 90% | 15 điểm', 'Dưới 80% | 5 điểm'],
      ['Tuổi | Lớp', 'Từ 60 trở lên | Cao tuổi', 'Từ 40 đến dưới 60 | Trung niên'],
      ['Điểm | Tên gọi', '90 - 100 | Xuất sắc', '40 - 50 | Tốt'],
    ])
      expect(ladders(rows.join('\n'))).toEqual([]);
  });

  it('have the places of their words', () => {
    const text =
      'KẾ HOẠCH\nThi đua năm 2026\nI. XẾP LOẠI\nXuất sắc: từ 90 điểm\ntrở lên; Tốt: từ 80 đến dưới 90 điểm.\n';
    const [ladder] = extractPlan(text).classLadders;
    expect(text.replace(/\s+/g, ' ').slice(ladder?.offset, (ladder?.offset ?? 0) + (ladder?.text.length ?? 0))).toBe(
      ladder?.text,
    );
    expect(ladder?.text).toBe('từ 90 điểm trở lên; Tốt: từ 80 đến dưới 90 điểm');
  });

  it.each([
    [
      'marks of a criterion',
      '1. Tỷ lệ hồ sơ đúng hạn: từ 90% trở lên: 20 điểm; từ 80% đến dưới 90%: 15 điểm; dưới 80%: 5 điểm.',
    ],
    ['standards to be commended', 'Tập thể đạt từ 90 điểm trở lên, cá nhân đạt từ 85 điểm trở lên.'],
    ['a range that is to be reached', 'Phấn đấu 80% hộ đăng ký; từ 70 đến 80% hộ đạt.'],
    ['ages', 'Lớp cho người từ 60 tuổi trở lên; lớp cho người từ 40 đến dưới 60 tuổi.'],
    ['a single class', 'Từ 90 điểm trở lên: Xuất sắc.'],
  ])('%s are none', (_, text) => {
    expect(ladders(text)).toEqual([]);
  });
});

describe('steps of a criterion that count something', () => {
  it('composed at random, are no classes', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const text = steps(randomOf(seed));
      expect([seed, text, ladders(text)]).toEqual([seed, text, []]);
    }
  });
});

/** `chậm dưới 5 ngày 5 điểm; chậm từ 5 ngày trở lên 0 điểm`: each step ends at the number where its neighbour starts. */
function steps(random: Random): string {
  const unit = random.pick(['ngày', 'buổi', 'lượt', 'vụ việc', 'ý kiến', 'lần nhắc', 'hồ sơ quá hạn']);
  const what = random.pick(['chậm', 'thiếu', 'có', 'nộp muộn', '']);
  const joint = random.pick([' ', ': ', ' được ', ' - ', ' trừ ', ' = ']);
  const bounds = [random.between(2, 6)];
  while (bounds.length < random.between(1, 3)) bounds.push((bounds.at(-1) ?? 0) + random.between(1, 6));
  const points = () => random.pick(['5 điểm', '10 điểm', '0 điểm', '2,5 điểm', `${bounds[0]} điểm`]);
  const step = (range: string) => `${what} ${range}${joint}${points()}`.trim();
  const [first = 0] = bounds;
  const between = bounds.slice(1).map((bound, at) => step(`từ ${bounds[at]} đến dưới ${bound} ${unit}`));
  const all = [step(`dưới ${first} ${unit}`), ...between, step(`từ ${bounds.at(-1)} ${unit} trở lên`)];
  if (random.between(0, 1) === 1) all.unshift(`Đúng quy định${joint}10 điểm`);
  return `1. Chấp hành chế độ báo cáo: ${all.join('; ')}.`;
}

const NAMES = [
  ['Xuất sắc', 'Tốt', 'Khá', 'Trung bình', 'Yếu'],
  ['Hoàn thành xuất sắc nhiệm vụ', 'Hoàn thành tốt nhiệm vụ', 'Hoàn thành nhiệm vụ', 'Không hoàn thành nhiệm vụ'],
  ['Loại A', 'Loại B', 'Loại C', 'Loại D'],
  ['Xanh', 'Vàng', 'Cam', 'Đỏ'],
  ['Thôn kiểu mẫu', 'Thôn nâng cao', 'Thôn cơ bản'],
];

/** Two to five classes, from the best down or up, each bound in a usual wording. */
function composed(random: Random): { readonly text: string; readonly classes: string } {
  const all = random.pick(NAMES);
  const count = random.between(2, all.length);
  const bounds: number[] = [random.between(85, 96)];
  while (bounds.length < count) bounds.push((bounds.at(-1) ?? 0) - random.between(5, 15));
  if (random.between(1, 100) <= 30) bounds[count - 1] = 0;
  const unit = random.pick([' điểm', ' điểm', 'đ', '% số điểm', '% tổng số điểm']);
  const isWhole = random.between(1, 100) <= 30;
  const dash = random.between(1, 100) <= 30;
  const range = (at: number): string => {
    const low = bounds[at] ?? 0;
    const above = bounds[at - 1];
    if (above === undefined)
      return random.pick([
        `từ ${low}${unit} trở lên`,
        `≥ ${low}${unit}`,
        `từ ${low}${unit}`,
        `từ ${low} đến 100${unit}`,
      ]);
    if (low === 0) return `dưới ${above}${unit}`;
    if (isWhole) return dash ? `${low} - ${above - 1}${unit}` : `từ ${low} đến ${above - 1}${unit}`;
    return dash
      ? `${low} - dưới ${above}${unit}`
      : `từ ${low}${random.between(1, 100) <= 40 ? unit : ''} đến dưới ${above}${unit}`;
  };
  const lead = random.pick(['', '', 'xếp loại ', 'được đánh giá là ']);
  const names = all.slice(0, count);
  const isBehind = random.between(1, 100) <= 40;
  const [open, close] = random.pick([
    [': ', ''],
    [' (', ')'],
    [' ', ''],
  ] as const);
  const lines = names.map((name, at) =>
    isBehind ? `${range(at)}${random.pick([': ', ' '])}${lead || 'xếp '}${name}` : `${name}${open}${range(at)}${close}`,
  );
  const lowest = bounds.at(-1) ?? 0;
  const layout = random.pick(['; ', ', ', '\n', ';\n- ', '. ']);
  const isTable = layout === '\n';
  const hasUnranked = lowest > 0 && !isTable && random.between(1, 100) <= 40;
  if (hasUnranked)
    lines.push(
      random.pick([
        `dưới ${lowest}${unit} không xếp loại`,
        `dưới ${lowest}${unit} thì không được xếp loại`,
        `Không xếp loại: dưới ${lowest}${unit}`,
      ]),
    );
  if (random.between(1, 100) <= 25) lines.reverse();
  const rows = isTable ? names.map((name, at) => `${at + 1}\t${name}\t${range(at)}`).join('\n') : lines.join(layout);
  const opening = random.pick(['Xếp loại: ', 'Thang điểm 100. ', 'Các thôn tự chấm, kết quả chia các mức: ']);
  return {
    text: `${opening}${isTable ? '\n' : layout.includes('-') ? '\n- ' : ''}${rows}.`,
    classes: [...names.map((name, at) => `${name} ${bounds[at]}`), ...(hasUnranked ? ['Không xếp loại 0'] : [])].join(
      '; ',
    ),
  };
}
