/** Subjects of votes: nobody below the plan's standard, and a sentence where there is nobody. */
import { describe, expect, it } from 'vitest';
import type { Period } from '../../core/base/period/period.ts';
import type { CriteriaSet } from '../../core/movement/criteria-set.ts';
import type { Movement, Quota } from '../../core/movement/movement.ts';
import { voteSubjects } from '../../ui/pane/vote-subjects.ts';
import { criterion, entry, flag, movement, number, report, run, SOURCE, set } from '../unit/judge/score/sets.ts';

const SETS: readonly CriteriaSet[] = [set([criterion('1', 10_000, { kind: 'proportional', full: 100 })])];
const AWARD = { code: 'A', name: 'Giấy khen của Chủ tịch UBND xã', level: 'commune' as const, source: SOURCE };
const YEAR: Period = { kind: 'year', year: 2025 };
const QUOTA: Quota = {
  code: 'Q',
  text: 'Q',
  max: 2,
  percent: null,
  base: null,
  kind: 'collective',
  award: 'A',
  round: 'yearly',
  phase: null,
  condition: null,
  source: SOURCE,
};

function ballot(percents: readonly number[], more: Partial<Movement> = {}, doubtful = false, period: Period = YEAR) {
  const plan = movement(SETS, { quotas: [QUOTA], awards: [AWARD], ...more });
  const reports = percents.map((percent, at) => report(`Bản ${at + 1}`, [entry('1', { value: number(percent) })]));
  const flags = doubtful ? [flag('Bản 1', '1')] : [];
  const { sheets, rankings, impacts } = run(plan, reports, { flags });
  const result = {
    movement: plan,
    period,
    reports: reports.map((report, at) => ({
      report: report,
      unit: `Bản ${at + 1}`,
      flags: [],
      score: sheets[at] ?? null,
    })),
    flags,
    looseFlags: [],
    rankings,
    impacts,
    register: null,
    observations: [],
  } as unknown as Parameters<typeof voteSubjects>[0];
  const { subjects, empty } = voteSubjects(result, []);
  return { subjects: subjects.map(({ text }) => text), empty };
}

describe('the ballot', () => {
  it('lists the units that reach the standard, best first, and no other', () => {
    expect(ballot([96, 60, 99, 94.99])).toEqual({
      subjects: [`Tặng ${AWARD.name} cho Bản 3`, `Tặng ${AWARD.name} cho Bản 1`],
      empty: null,
    });
  });
  it('leaves to the council whom only the class that we propose keeps back', () => {
    expect(ballot([60, 55, 40])).toEqual({
      subjects: [],
      empty:
        'Không đơn vị nào đạt mức đề xuất; kế hoạch không nêu mức: Hội đồng chọn trong bảng biểu quyết đề nghị khen.',
    });
  });
  it('is empty, with the reason, when no unit reaches the plan’s standard', () => {
    const standard = { code: 'S', kind: 'score-share', text: 'S', value: 95, audiences: ['village'], source: SOURCE };
    expect(ballot([60, 55, 40], { standards: [standard as Movement['standards'][number]] })).toEqual({
      subjects: [],
      empty: 'Không đơn vị nào đạt tiêu chuẩn khen thưởng của kỳ này.',
    });
  });
  it('waits for what is open', () => {
    expect(ballot([99, 55], {}, true)).toEqual({
      subjects: [],
      empty: 'Chưa có đơn vị nào đủ điều kiện: còn nội dung chưa chốt, Hội đồng xử lý trước khi biểu quyết.',
    });
  });
  it('names nobody on its own where the plan states no number for an award of those above', () => {
    const above = { ...AWARD, level: 'province' as const };
    const open = { ...QUOTA, max: null };
    expect(ballot([99], { awards: [above], quotas: [open] })).toEqual({
      subjects: [],
      empty: 'Kế hoạch không nêu số lượng: Hội đồng thống nhất đề nghị ai rồi ghi vào nội dung biểu quyết.',
    });
  });
  it('leaves the number to the council where the plan states none', () => {
    expect(ballot([99], { quotas: [], awards: [] })).toEqual({
      subjects: [],
      empty: 'Kế hoạch không nêu số lượng: Hội đồng thống nhất đề nghị ai rồi ghi vào nội dung biểu quyết.',
    });
  });
  it('says so when the period has no round', () => {
    expect(ballot([99], {}, false, { kind: 'month', year: 2025, month: 3 })).toEqual({
      subjects: [],
      empty: 'Kỳ này không có đợt xét khen nào theo kế hoạch.',
    });
  });
});
