/** Sets of criteria written as lists: each line is a criterion with its points and its rule, none of it a target or a quota. */
import { describe, expect, it } from 'vitest';
import { proposeMovement } from '../../../core/dossier/propose/propose-movement.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { random } from '../../fixtures/random.ts';

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ MƯỜNG BANG\nSố: 64/KH-UBND\nMường Bang, ngày 18 tháng 3 năm 2026\nKẾ HOẠCH\nPhát động phong trào thi đua “Bản sạch, bản số” năm 2026\n' +
  'I. CHỈ TIÊU\n1. Trên 55% số hộ biết nộp hồ sơ trực tuyến.\nII. THANG ĐIỂM CHẤM THI ĐUA CÁC BẢN\n';
const TITLES = [
  'Vệ sinh đường bản',
  'Hộ có hố rác hợp vệ sinh',
  'Chuồng trại xa nhà',
  'Người được hướng dẫn dùng dịch vụ công trực tuyến',
  'Hộ bán nông sản qua mạng',
  'Đăng ký thi đua đúng thời gian',
];
/** Rules of a criterion with `max` points, and which kind each is. */
const RULES: readonly ((max: number) => readonly [rule: string, kind: string])[] = [
  (max) => [`Từ 75% số hộ trở lên được ${max} điểm, từ 60% đến cận 75% được ${max / 2} điểm, còn lại 0 điểm`, 'bands'],
  (max) => [
    `Mỗi tháng ít nhất 02 lần thì được ${max} điểm; mỗi tháng 01 lần được ${max / 2} điểm; không tổ chức thì không có điểm`,
    'bands',
  ],
  (max) => [`Cứ 10% số hộ có chuồng trại cách nhà ở trên 10 m thì được ${max / 10} điểm`, 'base-steps'],
  (max) => [
    `Từ 20 người trở xuống được ${max / 5} điểm; trên 20 người thì cứ thêm 05 người được tính thêm 01 điểm nhưng tối đa không quá ${max} điểm`,
    'base-steps',
  ],
  (max) => [`mỗi hộ 02 điểm nhưng không quá ${max} điểm`, 'per-unit'],
  () => ['chậm thì không được điểm', 'yes-no'],
  (max) => [`Có thì được ${max} điểm, không có 0 điểm`, 'yes-no'],
  () => ['Thiếu mỗi báo cáo trừ 1,5 điểm', 'reduction'],
  (max) => [`để xảy ra 01 vụ trừ ${max / 2} điểm, từ vụ thứ hai trừ hết số điểm còn lại`, 'reduction'],
];
const POINTS: readonly ((title: string, points: number) => string)[] = [
  (title, points) => `${title}: ${points} điểm`,
  (title, points) => `${title} (${points} điểm)`,
  (title, points) => `${title} - ${points} điểm`,
];

function composed(seed: number) {
  const { pick, between } = random(seed);
  const shares = pick([
    [20, 20, 20, 20, 20],
    [40, 20, 10, 10, 20],
    [50, 30, 20],
    [20, 20, 20, 20, 10, 10],
  ]);
  const write = pick(POINTS);
  const isGrouped = between(0, 1) === 1;
  const half = Math.ceil(shares.length / 2);
  const sum = (points: readonly number[]) => points.reduce((all, own) => all + own, 0);
  const made: { points: number; kind: string; line: string }[] = shares.map((points, at) => {
    const [rule, kind] = pick(RULES)(points);
    return {
      points,
      kind,
      line: `${at + 1}. ${write(TITLES[at] ?? '', points)}${/^\p{Lu}/u.test(rule) ? '.' : pick([',', ';'])} ${rule}.`,
    };
  });
  const lines = made.map(({ line }) => line);
  const body = isGrouped
    ? [
        `A. ${write('Bản sạch', sum(shares.slice(0, half)))}`,
        ...lines.slice(0, half),
        `B. ${write('Bản số', sum(shares.slice(half)))}`,
        ...lines.slice(half),
      ]
    : lines;
  // What each case adds, in a line of its own behind the last item, is no part of its rule.
  const extra = pick([
    null,
    { line: 'Điểm thưởng: có bài được đăng, mỗi bài cộng 2 điểm nhưng không quá 6 điểm.', points: 6, kind: 'per-unit' },
    { line: 'Điểm cộng: mỗi mô hình mới cộng 3 điểm, tối đa 9 điểm.', points: 9, kind: 'per-unit' },
  ]);
  if (extra) {
    made.push(extra);
    body.push(extra.line);
  }
  const ladder = 'Xếp loại: từ 90 điểm trở lên loại A; từ 75 đến dưới 90 điểm loại B; dưới 75 điểm không xếp loại.';
  return { text: `${HEAD}${body.join('\n')}\n${ladder}\nIII. KHEN THƯỞNG\nTặng Giấy khen cho 02 bản.\n`, made };
}

describe.each([1, 2, 3])('a set as a list (%i)', (part) => {
  it('is taken over line by line', () => {
    const faults: string[] = [];
    for (let seed = part * 500; seed < part * 500 + 50; seed++) {
      const { text, made } = composed(seed);
      const reading = extractPlan(text);
      const set = proposeMovement(reading, { year: 2026 }).criteriaSets.find(({ audience }) => audience === 'village');
      const found = set?.criteria.map(({ maxPoints, rule }) => `${maxPoints / 100} ${rule.kind}`) ?? [];
      const wanted = made.map(({ points, kind }) => `${points} ${kind}`);
      const targets = reading.targets.map(({ value, unit }) => `${value} ${unit}`).join();
      const quotas = reading.quotas.map(({ max }) => max).join();
      if (found.join() !== wanted.join()) faults.push(`${seed} ${found.join(', ')} for ${wanted.join(', ')}`);
      if (targets !== '55 %' || quotas !== '2') faults.push(`${seed} targets ${targets}; quotas ${quotas}`);
    }
    expect(faults).toEqual([]);
  });
});

it('what a group of a table adds or takes is a criterion once', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { between, pick } = random(seed);
    const [more, less] = [between(2, 9), between(2, 9)];
    const rows = [
      ['TT', 'Nội dung', 'Điểm tối đa', 'Cách chấm'],
      ['I', 'Bản sạch', 60, ''],
      ['1', 'Đường bản sạch', 60, 'Có: 60 điểm; không: 0 điểm'],
      ['2', 'Điểm cộng: mô hình mới', more, `Mỗi mô hình cộng 1 điểm, tối đa ${more} điểm`],
      ['3', 'Điểm trừ: để xảy ra cháy', less, `Mỗi vụ trừ ${less} điểm`],
      ['II', 'Bản số', 40, ''],
      ['1', 'Nhóm Zalo của bản', 40, 'Có: 40 điểm; không: 0 điểm'],
    ];
    const gap = pick(['\t', ' | ']);
    const text = `${HEAD}${rows.map((row) => row.join(gap)).join('\n')}\nIII. KHEN THƯỞNG\nTặng Giấy khen cho 02 bản.\n`;
    const set = proposeMovement(extractPlan(text), { year: 2026 }).criteriaSets.find(
      ({ audience }) => audience === 'village',
    );
    expect(set?.criteria.map(({ maxPoints, rule }) => `${maxPoints / 100} ${rule.kind}`).sort(), text).toEqual(
      ['0 deduction', '40 yes-no', '60 yes-no', `${more} per-unit`].sort(),
    );
    expect(set?.bonusCap).toBe(more * 100);
  }
});
