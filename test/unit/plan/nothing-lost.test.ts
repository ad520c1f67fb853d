/**
 * Plans at hand, laid out otherwise: a target that is then not found stands among the leftovers. Labels, headings and
 * line ends are changed, never a figure.
 */
import { expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { unmarked } from '../../fixtures/plan-grammar/marks.ts';
import { MAKERS } from '../../fixtures/plan-grammar/targets.ts';
import { labelledPlans } from '../../fixtures/plans.ts';
import { random } from '../../fixtures/random.ts';

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

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ PHÚ XUÂN\nSố: 12/KH-UBND\nPhú Xuân, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\nPhong trào thi đua “Vì quê hương” năm 2026\nI. CHỈ TIÊU\n1. Ít nhất 90% hộ dân có VNeID.\n';
/** Words before a demand that set figures of their own apart. */
const LEADS = [
  '',
  'Theo Nghị quyết số 12-NQ/ĐU ngày 05/01/2026, ',
  'Thực hiện điểm 3 mục I, ',
  'Năm 2025 đạt 41%; ',
  'Hiện nay xã có 12 thôn; ',
  'Qua rà soát, ',
  'Thôn có 3 hộ vi phạm không được xét; ',
  'Lớp 9: ',
  'Khối 2 gồm 4 thôn, ',
  'Từ ngày 10/01 đến 20/3/2026, ',
  'Thay cho mức cũ, ',
  'Bỏ quy định cũ; ',
  '(',
];
const PARTS = [
  'KHEN THƯỞNG',
  'KINH PHÍ',
  'TỔ CHỨC THỰC HIỆN',
  'CHẾ ĐỘ BÁO CÁO',
  'MỤC ĐÍCH, YÊU CẦU',
  'CÁCH CHẤM ĐIỂM, XẾP LOẠI',
  'TIÊU CHUẨN',
  'THỰC TRẠNG',
  'GIAO ƯỚC',
];
/** Of a part on costs every amount is a cost; of one on how things are every bare share tells. */
const OWN: Readonly<Record<string, RegExp>> = { 'KINH PHÍ': /đồng|dự toán|kế hoạch/, 'THỰC TRẠNG': /^[=>] |^range / };

it.each(PARTS)('of demands composed for “%s”, behind any words, each figure is found or left over', (heading) => {
  const lost: string[] = [];
  let all = 0;
  for (const [at, lead] of LEADS.entries())
    for (const [place, make] of MAKERS.entries()) {
      if ((place + at) % 3 > 0) continue;
      const words = make(random(place * 31 + at), { from: 2026, to: 2026 });
      const close = lead === '(' ? ')' : '';
      const { text, labels } = unmarked(`${HEAD}II. ${heading}\n1. ${lead}${words}${close}.\n`);
      const folded = text.replace(/\s+/g, ' ');
      const { targets, quotas, leftovers } = extractPlan(text);
      for (const label of labels.targets) {
        const [, figure = '', value = '', from = ''] = /^((?:\S+) \| ([^ ]+) .*) @(\d+)\+/.exec(label) ?? [];
        const [start, sentence] = [Number(from), folded.slice(Number(from), Number(from) + 60)];
        // Figures in words are demands only in parts that set any.
        if (!/^\d/.test(sentence) || OWN[heading]?.test(heading === 'KINH PHÍ' ? sentence : figure.replace(' |', '')))
          continue;
        all++;
        const isSeen =
          targets.some((one) => String(one.value) === value && Math.abs(one.figureOffset - start) < 40) ||
          quotas.some(({ offset, text: own }) => offset <= start && start <= offset + own.length) ||
          leftovers.some(({ offset }) => Math.abs(offset - start) < 30);
        if (!isSeen) lost.push(`${lead}${words}: ${sentence}`);
      }
    }
  expect(all).toBeGreaterThan(50);
  expect(lost.length / all, lost.join('\n')).toBeLessThanOrEqual(0.01);
});
