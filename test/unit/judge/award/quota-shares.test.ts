/** Quotas in percent: reading a plan's sentence, the resulting number of places, and the note where there is none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionsOf } from '../../../../core/dossier/questions.ts';
import { awardCandidates } from '../../../../core/judge/award/candidates.ts';
import { placesOf } from '../../../../core/judge/award/places.ts';
import { shareWords } from '../../../../core/judge/award/share-words.ts';
import type { Movement, Quota } from '../../../../core/movement/movement.ts';
import { findMovement } from '../../../../core/movements/index.ts';
import { extractPlan } from '../../../../core/plan/extract-plan.ts';
import { criterion, entry, flag, movement, number, report, run, set, unit } from '../score/sets.ts';
import { awardInput, type Scored } from './award-input.ts';

const SOURCE = { code: 'DM1', section: 'IV.2', text: '' };
const QUOTA: Quota = {
  ...{ code: SOURCE.code, text: SOURCE.text, max: null, percent: null, base: null, kind: 'collective' },
  ...{ award: null, round: 'final', phase: null, condition: null, source: SOURCE },
};
const share = (percent: number, base: Quota['base'], more: Partial<Quota> = {}): Quota => ({
  ...QUOTA,
  ...{ award: 'TQ-A01', percent, base },
  ...more,
});

describe('a plan’s percent', () => {
  const HEAD = 'KẾ HOẠCH\nPhong trào thi đua “Chuyển đổi số” năm 2026\nI. CHỈ TIÊU KHEN THƯỞNG\n1. Khen thưởng năm\n';
  const read = (line: string) =>
    extractPlan(`${HEAD}- ${line}`).quotas.map(({ max, unit: of, base, kind }) => [max, of, base, kind]);

  it.each([
    ['Tặng Giấy khen cho không quá 20 % số tập thể tham gia.', [[20, '%', 'participants', 'collective']]],
    ['Tặng Giấy khen cho không quá 30% số đơn vị đăng ký tham gia.', [[30, '%', 'registered', 'collective']]],
    ['Khen thưởng tối đa 15% số cá nhân đủ tiêu chuẩn.', [[15, '%', 'eligible', 'individual']]],
    ['Khen thưởng không quá 10% tổng số hộ gia đình.', [[10, '%', 'listed', 'household']]],
    ['Khen thưởng không quá 20% số đơn vị được chấm điểm.', [[20, '%', 'participants', 'collective']]],
    [
      'Tặng Bằng khen cho không quá 10% tập thể, 5% cá nhân đối tượng trực tiếp tham gia phong trào.',
      [
        [10, '%', 'participants', 'collective'],
        [5, '%', 'participants', 'individual'],
      ],
    ],
    ['Tặng Giấy khen cho không quá 20% số thôn.', [[20, '%', null, 'collective']]],
    ['Khen thưởng không quá 20% số đơn vị đăng ký và đủ điều kiện.', [[20, '%', null, 'collective']]],
    ['Tặng Giấy khen cho không quá 05 tập thể tham gia.', [[5, null, null, 'collective']]],
  ])('%s', (line, found) => {
    expect(read(line)).toEqual(found);
  });

  it('without a base becomes a question, at its place in the dossier', () => {
    const movement = { ...findMovement('tan-quang-2023-2025')!, quotas: [share(20, null)] };
    expect(questionsOf(movement).map(({ where, message }) => [where, message])).toContainEqual([
      'Chỉ tiêu khen thưởng › DM1',
      'Kế hoạch ghi 20 % nhưng không nói của số nào.',
    ]);
  });
});

describe('places of a share', () => {
  const { movement } = awardInput('tan-quang-2023-2025', '2025', []);
  const register = [1, 2, 3, 4].map((at) => unit(`Cơ quan ${at}`, { audience: 'agency' }));
  const known = { movement, register, period: null, alreadyAwarded: [] };
  it.each([
    [share(20, 'participants'), 4, '20 % của 24 tập thể tham gia, có báo cáo được chấm điểm, không làm tròn lên'],
    [share(20, 'participants', { max: 3 }), 3, 'tối đa 3 và 20 % của 24'],
    [share(20, 'registered'), 0, '20 % của 4 tập thể đăng ký thi đua, chưa đủ một'],
    [share(50, 'eligible'), 0, '50 % của 0 tập thể đủ tiêu chuẩn, chưa đủ một'],
    [
      share(20, 'listed', { kind: 'individual' }),
      null,
      'kế hoạch ghi 20 % số cá nhân trong danh sách, chưa biết số này',
    ],
    [share(20, null), null, 'kế hoạch ghi 20 % nhưng không nói của số nào: Hội đồng'],
    [{ ...QUOTA, max: 5 }, 5, ''],
  ])('%#', (item, max, words) => {
    const places = placesOf(item, known, 24, 0);
    expect(places.max).toBe(max);
    expect(shareWords(item, places)).toContain(words);
  });

  it('are the most that is not more than the share, to the hundredth', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 5000 }),
        (hundredths, participants) => {
          const { max } = placesOf(share(hundredths / 100, 'participants'), known, participants, 0);
          expect(max! * 10_000).toBeLessThanOrEqual(hundredths * participants);
          expect((max! + 1) * 10_000).toBeGreaterThan(hundredths * participants);
        },
      ),
    );
  });
});

describe('candidates under a share', () => {
  const units: Scored[] = [9900, 9800, 9700, 9600, 8000].map((total, at) => ({ name: `Cơ quan ${at + 1}`, total }));
  const register = [
    ...units.map(({ name }) => unit(name, { audience: 'agency', received: '2025-10-01' })),
    ...[6, 7].map((at) => unit(`Cơ quan ${at}`, { audience: 'agency', registered: at !== 7 })),
  ];
  const linesOf = (quota: Quota) => {
    const input = awardInput('tan-quang-2023-2025', '2025', units, { register });
    return awardCandidates({ ...input, movement: { ...input.movement, quotas: [quota] } });
  };
  const proposed = (quota: Quota) =>
    linesOf(quota).flatMap(({ state, unit: name }) => (state === 'proposed' ? name : []));

  it('are proposed up to it, of each base its own number', () => {
    // 5 took part, 6 registered, 4 qualify, 7 are listed.
    expect(proposed(share(50, 'participants'))).toHaveLength(2);
    expect(proposed(share(50, 'registered'))).toHaveLength(3);
    expect(proposed(share(25, 'eligible'))).toEqual(['Cơ quan 1']);
    expect(proposed(share(58, 'listed'))).toHaveLength(4);
  });

  it('proposes nobody where it comes to none, with a note, or to no number, which is for the council', () => {
    expect(proposed(share(15, 'participants'))).toEqual([]);
    expect(linesOf(share(15, 'participants'))[0]).toMatchObject({
      state: 'refused',
      reason:
        'Đủ tiêu chuẩn, xếp thứ 1, 99 % số điểm, nhưng sau chỉ tiêu 0 (mục IV.2: 15 % của 5 tập thể tham gia, có báo cáo được chấm điểm, chưa đủ một).',
    });
    expect(linesOf(share(50, null))[0]).toMatchObject({
      state: 'council',
      reason:
        'Đủ tiêu chuẩn, xếp thứ 1, 99 % số điểm; kế hoạch ghi 50 % nhưng không nói của số nào: Hội đồng xác định số lượng.',
    });
  });

  it('a vote lifts nobody over it', () => {
    const input = awardInput('tan-quang-2023-2025', '2025', units, { register });
    const votedOn = () => ({ outcome: 'passed', inFavour: 7, sentence: 'đạt.' }) as const;
    const own = { ...input, votedOn, movement: { ...input.movement, quotas: [share(25, 'eligible')] } };
    expect(awardCandidates(own).filter(({ state, quota: of }) => state === 'proposed' && of === 'DM1')).toHaveLength(1);
  });
});

describe('finds a flag that decides whether another unit qualifies', () => {
  const sets = [set([criterion('1', 10_000, { kind: 'proportional', full: 100 })])];
  const half: Movement['standards'][number] = {
    ...{ code: 'S', text: '', audiences: ['village'], proposedFor: [], kind: 'score-share', value: 50 },
    source: SOURCE,
  };
  const impactAt = (percent: number) => {
    const quotas = [share(percent, 'eligible', { round: 'yearly', award: null })];
    const reports = [100, 90, 80, 70, 40].map((value, at) =>
      report(`Bản ${at}`, [entry('1', { value: number(value) })]),
    );
    const [impact] = run(movement(sets, { quotas, standards: [half] }), reports, {
      flags: [flag('Bản 4', '1')],
    }).impacts;
    return impact?.award;
  };

  it('may change the list, though the unit itself stays behind; not where no count of them gives a place', () => {
    expect(impactAt(20)).toBe(true);
    expect(impactAt(19)).toBe(false);
  });
});

describe('out of turn', () => {
  const deed = { name: 'Bản 1', audience: 'village', by: '', achievement: 'cứu dữ liệu', outOfTurn: true };
  const villages: Scored[] = [1, 2].map((at) => ({ name: `Bản ${at}`, total: 9900 - at, audience: 'village' }));

  it('is the commune’s own to give where the plan is silent, and keeps its deed to itself', () => {
    const lines = awardCandidates(awardInput('ta-ma-2023-2030', '2025', villages, { nominations: [deed] }));
    expect(lines.filter(({ round }) => round === 'out-of-turn')).toEqual([
      expect.objectContaining({ form: 'Giấy khen của Chủ tịch UBND xã', level: 'commune', achievement: 'cứu dữ liệu' }),
    ]);
    expect(lines.filter(({ round, achievement }) => round !== 'out-of-turn' && achievement !== '')).toEqual([]);
    const without = awardCandidates(awardInput('ta-ma-2023-2030', '2025', villages));
    expect(lines.filter(({ round }) => round !== 'out-of-turn')).toEqual(without);
  });

  it('hides nobody who sent nothing from the rounds of the plan', () => {
    const register = [unit('Bản 1', { audience: 'village' })];
    const lines = awardCandidates(awardInput('ta-ma-2023-2030', '2025', [], { nominations: [deed], register }));
    expect(lines.find(({ quota: of }) => of === 'TM-Q01')?.reason).toBe(
      'Chưa có báo cáo được chấm điểm (mục IV.2.a: chế độ báo cáo).',
    );
  });

  it('after an award this year, the council decides whether it was for the same achievement', () => {
    const pastAward = { unit: 'Bản 1', form: 'Giấy khen của Chủ tịch UBND xã', year: 2025 };
    const stateAfter = (ledger: Parameters<typeof awardInput>[3] & object) => {
      const lines = awardCandidates(awardInput('ta-ma-2023-2030', '2025', villages, ledger));
      return lines.find((line) => line.quota === 'TM-Q01' && line.unit === 'Bản 1')!;
    };
    const single = { ...pastAward, round: 'Đột xuất' };
    expect(stateAfter({ ledger: [single] })).toMatchObject({
      state: 'council',
      onBallot: true,
      reason: expect.stringContaining('có phải cùng thành tích không'),
    });
    expect(stateAfter({ ledger: [single, pastAward] }).state).toBe('refused');
  });
});
