/**
 * Plans at hand, laid out otherwise: a target that is then not found stands among the leftovers. Labels, headings and
 * line ends are changed, never a figure.
 */
import { expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { labelledPlans } from '../../fixtures/plans.ts';

const HEADING = /^(\s*(?:II|2)[./-]\s*).*$/gmu;
const LAYOUTS: Readonly<Record<string, (text: string) => string>> = {
  'without labels': (text) => text.replace(/^(\s*)(?:(?:[IVX]+|\d+(?:\.\d+)*|[a-zđ])[.)/-]|[-+•])\s+/gmu, '$1'),
  'without line ends': (text) => text.replace(/\n(?=[-+•a-zđ])/gu, ' '),
  'sentences joined': (text) => text.replace(/\.\n/gu, '; '),
  'short lines in capitals': (text) => text.replace(/^\D{0,90}$/gmu, (line) => line.toUpperCase()),
  ...Object.fromEntries(
    [
      'NỘI DUNG KHÁC',
      'TÌNH HÌNH VÀ MỤC TIÊU',
      'ĐẶC ĐIỂM, CHỈ TIÊU THI ĐUA',
      'CHỈ TIÊU VÀ KINH PHÍ',
      'CHỈ TIÊU, KHEN THƯỞNG',
      'CHỈ TIÊU THI ĐUA, CÁCH CHẤM ĐIỂM',
      'TIÊU CHUẨN THI ĐUA',
      'KẾT QUẢ PHẢI ĐẠT',
      'HƯỚNG DẪN',
    ].map((heading) => [`under “${heading}”`, (text: string) => text.replace(HEADING, `$1${heading}`)]),
  ),
};
/** Of all plans, so that a run stays short. */
const EVERY = 5;
/** Characters from the words of a leftover to the figure in them. */
const FARTHEST = 160;
const plans = labelledPlans().filter((_, at) => at % EVERY === 0);

it.each(Object.entries(LAYOUTS))('%s', (_, layout) => {
  const lost: string[] = [];
  let all = 0;
  for (const { name, text, labels } of plans) {
    const folded = text.normalize('NFC').replace(/\s+/g, ' ');
    const changed = layout(text);
    const whole = changed.normalize('NFC').replace(/\s+/g, ' ');
    const { targets, leftovers } = extractPlan(changed);
    for (const label of labels.targets) {
      const [, value = '', from = '', length = ''] = /^\S+ \| ([^ ]+) .* @(\d+)\+(\d+)$/.exec(label) ?? [];
      const words = folded.slice(Number(from), Number(from) + Number(length));
      const at = whole.indexOf(words);
      if (at < 0 || !/\d/.test(words)) continue;
      all++;
      const isNear = (place: number, before: number): boolean =>
        place >= at - before && place <= at + words.length + 24;
      const isFound = targets.some((target) => String(target.value) === value && isNear(target.figureOffset, 24));
      const isLeft = leftovers.some((leftover) => isNear(leftover.offset, FARTHEST));
      if (!isFound && !isLeft) lost.push(`${name}: ${whole.slice(at - 40, at + words.length + 20)}`);
    }
  }
  expect(all).toBeGreaterThan(500);
  expect(lost.length / all, lost.join('\n')).toBeLessThanOrEqual(0.01);
});
