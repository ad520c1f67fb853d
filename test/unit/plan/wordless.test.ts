/** What a plan's targets ask without a number is left over with its reason, or found; it is never passed by. */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { targetOfFigure } from '../../../core/plan/fate/target-of-figure.ts';
import { laidOut } from '../../../core/plan/laid-out.ts';
import { HEAD } from '../../fixtures/dossier/proposed.ts';
import { wordless } from '../../fixtures/plan-grammar/wordless.ts';
import { random } from '../../fixtures/random.ts';
import { readPlans } from '../../fixtures/read-plans.ts';

const plan = (sentence: string) => `${HEAD}\nII. CHỈ TIÊU\n1. ${sentence}.\n2. Ít nhất 90% hộ dân có VNeID.\n`;
const WHY = {
  comparison: 'so sánh không ghi số, có thể là chỉ tiêu',
  place: 'thứ hạng không ghi số, có thể là chỉ tiêu',
  none: 'có thể là chỉ tiêu “không để xảy ra”',
  all: 'có thể là chỉ tiêu 100%',
};

describe('a target without a number', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => wordless(random(seed))))(
    '%s is left over once, or found: %s',
    (kind, words) => {
      const { targets, leftovers } = extractPlan(plan(words));
      const found = targets.filter(({ section }) => section === 'II.1');
      const left = leftovers.filter(({ section }) => section === 'II.1');
      expect(found.map(({ value }) => value).concat(left.map(() => 0))).toEqual([kind === 'all' ? 100 : 0]);
      if (found.length === 0) expect(left.map(({ why, value }) => [why, value])).toEqual([[WHY[kind], null]]);
    },
  );

  it.each([
    ['Số hồ sơ trễ hạn bằng phân nửa năm ngoái', [50, '%', 'năm ngoái']],
    ['Số sản phẩm lên sàn tăng gấp rưỡi so với năm 2025', [1.5, 'lần', 'năm 2025']],
    ['Số buổi phát thanh gấp ba năm trước', [3, 'lần', 'năm trước']],
    ['Hai phần ba số quán ăn nhận chuyển khoản', [66.67, '%', null]],
    ['Cứ mười hồ sơ của hội viên thì tám hồ sơ nộp ở nhà', [80, '%', null]],
  ])('in words is a figure like digits: %s', (words, expected) => {
    const [target] = extractPlan(plan(words)).targets;
    expect([target?.value, target?.unit, target?.relativeTo]).toEqual(expected);
  });

  it.each([
    ['Điểm chuyển đổi số của xã cao hơn bình quân chung của tỉnh', ['>', 0, '', 'bình quân chung của tỉnh']],
    ['Mức độ hài lòng không thấp hơn năm trước', ['>=', 0, '', 'năm trước']],
    ['Chỉ số của xã đứng trong tốp đầu của tỉnh', ['>=', 0, '', 'tốp đầu của tỉnh']],
    ['Đa số trưởng thôn phải sử dụng nền tảng số', ['=', 100, '%', null]],
  ])('becomes a target by one act: %s', (words, expected) => {
    const text = plan(words);
    const left = extractPlan(text).leftovers.find(({ section }) => section === 'II.1');
    const target = targetOfFigure(laidOut(text), left?.offset ?? -1);
    expect([target?.comparator, target?.value, target?.unit, target?.relativeTo]).toEqual(expected);
    expect(target?.text).toBe(words);
  });

  it.each([
    ['Không chị nào bị lừa chuyển tiền', WHY.none],
    ['Phủ sóng ở ba thôn vùng cao', 'có thể là chỉ tiêu'],
  ])('is left over, or read: %s', (words, why) => {
    const { targets, leftovers } = extractPlan(plan(words));
    const all = [
      ...targets.filter(({ section }) => section === 'II.1').map(() => why),
      ...leftovers.map((leftover) => leftover.why),
    ];
    expect(all).toEqual([why]);
  });

  it('is not taken for a mark by a scale in words that stands in the same part', () => {
    const { leftovers } = extractPlan(
      `${HEAD}\nThi đua cho vui khỏe. Chi hội cùng nhau trực 24 giờ mỗi đợt. Tự chấm: có sổ: 5 điểm; có ảnh: 5 điểm.`,
    );
    expect(leftovers.map(({ value }) => value)).toContain(24);
  });

  it('is all of a known thing where its clause opens with it, but no general aim', () => {
    const values = (heading: string) =>
      extractPlan(`${HEAD}\nII. MỤC TIÊU\n1. ${heading}\nMọi người dân đều được hướng dẫn.\n`).targets.map(
        ({ value }) => value,
      );
    expect(values('Mục tiêu cụ thể')).toEqual([100]);
    expect(values('Mục tiêu chung')).toEqual([]);
  });

  it('is none of a call, a half year or a comparison that has its number', () => {
    const { leftovers } = extractPlan(
      plan(
        'Không để ai bị bỏ lại phía sau; nửa đầu năm tập huấn cho tổ công nghệ số; tỷ lệ hài lòng cao hơn năm trước 2%',
      ),
    );
    expect(leftovers).toEqual([]);
  });
});

const COMPARES = /(?<!\p{L})(?:cao|thấp|nhiều|ít) hơn(?!\p{L})|(?<!\p{L})vượt(?!\p{L})/u;
const REFERENCE = /(?<!\p{L})(?:năm trước|năm ngoái|cùng kỳ|bình quân|mặt bằng chung|trung bình)(?!\p{L})/u;

it('has a fate in every labelled plan: a target has its words, or it is left over', () => {
  const lost: string[] = [];
  for (const { name, text, reading } of readPlans()) {
    const { bodies, text: plain } = laidOut(text);
    for (const section of bodies.flat().filter(({ topics }) => topics.includes('targets')))
      for (const { 0: clause, index } of plain.flat.slice(section.start, section.end).matchAll(/[^,;:.()\d]+/gu)) {
        const [from, to] = [section.start + index, section.start + index + clause.length].map(plain.offsetOf);
        const about = plain.flat.slice(section.start + index - 2, section.start + index + clause.length + 2);
        if (!COMPARES.test(clause) || !REFERENCE.test(clause) || /\d/.test(about)) continue;
        const isHeld = [...reading.targets, ...reading.leftovers].some(
          (target) => target.offset < (to ?? 0) && target.offset + target.text.length > (from ?? 0),
        );
        if (!isHeld) lost.push(`${name}: ${clause}`);
      }
  }
  expect(lost).toEqual([]);
});
