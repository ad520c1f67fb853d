/** A movement in waves: it runs from the first day of the first to the last of the last, and each wave ends on its day. */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { random as seeded } from '../../fixtures/random.ts';

const DAY = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const written = (day: string): string => day.split('-').reverse().join('/');

function composed(seed: number) {
  const { pick, between } = seeded(seed);
  const noun = pick(['Đợt', 'Giai đoạn']);
  const count = between(2, 5);
  const isRoman = between(0, 2) === 0;
  const numbers = isRoman ? ['I', 'II', 'III', 'IV', 'V'] : ['1', '2', '3', '4', '5'];
  const first = Date.UTC(pick([2025, 2026]), between(7, 9), between(1, 28));
  let at = first;
  const stages = Array.from({ length: count }, (_, index) => {
    const length = between(25, Math.floor(250 / count));
    const from = iso(at);
    at += length * DAY;
    return { number: numbers[index] ?? '', from, to: iso(at - DAY), length };
  });
  const [year, last] = [stages[0]?.from.slice(0, 4) ?? '', stages.at(-1)?.to ?? ''];
  const isBracketed = between(0, 1) === 1;
  const lines = stages.map(({ number, from, to, length }) => {
    const days = isBracketed ? ` (${length} ngày)` : '';
    return `- ${noun} ${number}${days}: ${pick(['từ', 'Từ'])} ngày ${written(from)} đến ${pick(['', 'hết '])}ngày ${written(to)}.`;
  });
  const aimed = stages.flatMap((stage, index) =>
    between(0, 1) === 1
      ? [{ ...stage, value: 40 + index * 7, words: pick(['kết thúc', 'hết', 'đến hết', 'cuối']) }]
      : [],
  );
  const title = pick(['“Xã số”', '“60 ngày đêm số hóa hộ tịch”']);
  const text = `ỦY BAN NHÂN DÂN
XÃ PHÚ XUÂN
Số: 12/KH-UBND
Phú Xuân, ngày ${written(iso(first - 9 * DAY)).replace(/^(\d+)\/(\d+)\/(\d+)$/, '$1 tháng $2 năm $3')}
KẾ HOẠCH
Phát động phong trào thi đua ${title}
Thực hiện Kế hoạch số 90/KH-UBND ngày 05/01/${year} của UBND tỉnh; UBND xã ban hành kế hoạch như sau:
I. THỜI GIAN
Chia làm ${count} ${noun.toLowerCase()}:
${lines.join('\n')}
II. CHỈ TIÊU
${aimed.map(({ number, value, words }, index) => `${index + 1}. Số hóa hộ tịch: ${words} ${noun.toLowerCase()} ${number} đạt ${value}% số sổ.`).join('\n')}
III. TỔ CHỨC THỰC HIỆN
Các thôn gửi báo cáo trước ngày ${written(last)}.
`;
  return { text, period: `${stages[0]?.from}..${last}`, aimed: aimed.map(({ value, to }) => `${value} ${to}`) };
}

describe.each([1, 2, 3])('a movement in waves (%i)', (part) => {
  it('runs over all of them, and each target to the end of its own', () => {
    const faults: string[] = [];
    for (let seed = part * 1000; seed < part * 1000 + 60; seed++) {
      const { text, period, aimed } = composed(seed);
      const { movement, targets } = extractPlan(text);
      const read = `${movement.period.from}..${movement.period.to}`;
      const found = targets.map(({ value, deadline }) => `${value} ${deadline}`);
      if (read !== period) faults.push(`${seed} period ${read} for ${period}`);
      if (found.join() !== aimed.join()) faults.push(`${seed} ${found.join(', ')} for ${aimed.join(', ')}`);
    }
    expect(faults).toEqual([]);
  });
});

it('a school year runs over its waves where the last ends with it', () => {
  const waves = [
    ['05/9/2025', '20/11/2025'],
    ['21/11/2025', '03/02/2026'],
    ['04/02/2026', '31/5/2026'],
  ].map(([from, to], at) => `- Đợt ${at + 1}: Từ ngày ${from} đến ngày ${to}, chào mừng các ngày lễ.`);
  const text = `UBND XÃ ĐỨC LẬP\nTRƯỜNG THCS PHAN BỘI CHÂU\nSố: 87/KH-THCSPBC\nĐức Lập, ngày 12 tháng 9 năm 2025\nKẾ HOẠCH
Tổ chức phong trào thi đua “Dạy tốt” năm học 2025 - 2026\nI. CHỈ TIÊU\n1. Kết thúc đợt 2 đạt 80% bài giảng.\nII. CÁC ĐỢT THI ĐUA\n${waves.join('\n')}\n`;
  const { movement, targets } = extractPlan(text);
  expect(movement.period).toEqual({ from: '2025-09-05', to: '2026-05-31' });
  expect(targets.map(({ deadline }) => deadline)).toEqual(['2026-02-03']);
});
