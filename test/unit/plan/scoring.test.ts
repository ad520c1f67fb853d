/** The plan's own marks: plans labelled by hand in four habits, and tables composed at random in any layout. */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import type { PlanMark } from '../../../core/plan/scoring/plan-marks.ts';
import { ANNEXES, FLATTENED, SENTENCES, SHORT_OF_ALL } from '../../fixtures/marked-plans.ts';
import { type Random, random as randomOf } from '../../fixtures/random.ts';

const SIGNS = { mark: '', bonus: '+', deduction: '−' } as const;

function written(marks: readonly PlanMark[], indent = ''): string {
  return marks
    .map(({ code, text, points, kind, rule, parts }) => {
      const own = [code, text, `${SIGNS[kind]}${points === null ? '?' : points / 100}`, rule].filter(
        (_, at) => at < 3 || rule,
      );
      return [`${indent}${own.join(' | ')}`, ...(parts.length > 0 ? [written(parts, `${indent}  `)] : [])].join('\n');
    })
    .join('\n');
}

describe('marks of a plan', () => {
  it.each(Object.entries({ ANNEXES, FLATTENED, SENTENCES, SHORT_OF_ALL }))('are read as they stand: %s', (_, plan) => {
    const { scorings } = extractPlan(plan.text);
    const read = scorings.map(({ section, total, marks }) => ({
      section,
      total: total === null ? null : total / 100,
      marks: written(marks),
    }));
    expect(read).toEqual(plan.scales);
  });

  it('in parts of the plan with points each form one scale', () => {
    const part = (code: string, points: number, thing: string) =>
      `${code}. ${thing} (${points} điểm)\n1. Có tổ ${thing.toLowerCase()}: ${points} điểm.\n`;
    const { scorings } = extractPlan(
      `KẾ HOẠCH\nThi đua năm 2026\n${part('I', 40, 'Tuyên truyền')}${part('II', 60, 'Vệ sinh')}III. KHEN THƯỞNG\n1. Tặng giấy khen.\n`,
    );
    expect(scorings.map(({ section, marks, faults }) => [section, written(marks), faults])).toEqual([
      ['', 'I | Tuyên truyền | 40\n  1 | Có tổ tuyên truyền | 40\nII | Vệ sinh | 60\n  1 | Có tổ vệ sinh | 60', []],
    ]);
  });

  it('have the places of their words', () => {
    const folded = ANNEXES.text.replace(/\s+/g, ' ');
    const walk = (marks: readonly PlanMark[]): readonly PlanMark[] =>
      marks.flatMap((mark) => [mark, ...walk(mark.parts)]);
    for (const planMark of walk(extractPlan(ANNEXES.text).scorings.flatMap(({ marks }) => marks)))
      expect(folded.slice(planMark.offset, planMark.offset + planMark.text.length)).toBe(planMark.text);
  });

  it('that do not add up are reported, with their place', () => {
    expect(extractPlan(SHORT_OF_ALL.text).scorings[0]?.faults).toEqual([{ text: '', said: 10_000, sum: 9000 }]);
    const off = ANNEXES.text.replace('trong năm | 12,5', 'trong năm | 10');
    expect(extractPlan(off).scorings[0]?.faults).toEqual([{ text: 'Tuyên truyền', said: 2000, sum: 1750 }]);
    expect(extractPlan(ANNEXES.text).scorings.flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('make no targets of their points, and ask once for what stands above the table too', () => {
    const { targets } = extractPlan(ANNEXES.text);
    expect(targets.map(({ section, value, unit }) => [section, value, unit])).toEqual([
      ['II.1', 70, '%'],
      ['II.2', 85, '%'],
      ['PLI.I.1', 4, 'buổi'],
      ['PLI.II.2', 60, '%'],
    ]);
  });

  it('of a table composed at random, in any layout, are those of the table', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const { text, marks } = composed(randomOf(seed));
      const [scoring, ...more] = extractPlan(text).scorings;
      expect([seed, more.length, written(scoring?.marks ?? []), scoring?.faults]).toEqual([seed, 0, marks, []]);
    }
  });
});

const THINGS = [
  'Tuyên truyền sâu rộng',
  'Vệ sinh đường làng',
  'Chế độ hội họp',
  'Hòa giải ở cơ sở',
  'Phòng cháy, chữa cháy',
];
const DEEDS = ['có sổ theo dõi', 'được 80% hộ tham gia', 'trong 12 tháng', 'ít nhất 02 lần', 'theo quy ước của thôn'];

/** A scale of 100 in groups, with or without numbers, as a table in any of four layouts. */
function composed(random: Random): { readonly text: string; readonly marks: string } {
  const layout = random.pick(['bars', 'tabs', 'gaps', 'spaces'] as const);
  const joint = { bars: ' | ', tabs: '\t', gaps: '    ', spaces: ' ' }[layout];
  const groups = parted(random, 10_000, 2 + random.between(0, 2));
  const others =
    layout === 'bars' || layout === 'tabs' ? ['Điểm tự chấm', 'Ghi chú'].slice(0, random.between(0, 2)) : [];
  const most = random.pick(['Điểm tối đa', 'Điểm chuẩn']);
  const line = (...cells: readonly string[]): string => [...cells, ...others.map(() => '')].join(joint);
  const words = (at: number): string => `${THINGS[at % THINGS.length]} ${random.pick(DEEDS)}`;
  const number = (points: number): string => String(points / 100).replace('.', ',');
  const lines = [['TT', random.pick(['Nội dung', 'Tiêu chí', 'Nội dung, tiêu chí']), most, ...others].join(joint)];
  const marks: string[] = [];
  for (const [at, group] of groups.entries()) {
    const code = ['I', 'II', 'III', 'IV'][at] ?? '';
    const title = words(at);
    lines.push(line(code, title, number(group)));
    marks.push(`${code} | ${title} | ${group / 100}`);
    for (const [place, points] of parted(random, group, random.between(0, 3)).entries()) {
      const item = words(place + at);
      lines.push(line(String(place + 1), item, number(points)));
      marks.push(`  ${place + 1} | ${item} | ${points / 100}`);
    }
  }
  if (random.between(0, 1) === 0) lines.push(layout === 'spaces' ? 'Tổng cộng 100' : line('', 'Tổng cộng', '100'));
  const text = `KẾ HOẠCH\nThi đua năm 2026\nI. CHỈ TIÊU\n1. Không còn hộ nghèo.\nII. BẢNG CHẤM ĐIỂM\n${lines.join('\n')}\n`;
  return { text, marks: marks.join('\n') };
}

/** Splits points into that many parts in quarter points, none of them 0; [] = not split. */
function parted(random: Random, points: number, count: number): readonly number[] {
  const cuts = new Set(
    Array.from({ length: Math.max(0, count - 1) }, () => 25 * (1 + random.between(0, points / 25 - 2))),
  );
  const edges = [0, ...[...cuts].sort((a, b) => a - b), points];
  return count === 0 ? [] : edges.slice(1).map((edge, at) => edge - (edges[at] ?? 0));
}
