/** Who is put forward by name: in a round, out of turn, more than once, and under the plan's own number of places. */
import { describe, expect, it } from 'vitest';
import { quotaRows } from '../../../../core/dossier/propose/plan-rows.ts';
import { awardCandidates } from '../../../../core/judge/award/candidates.ts';
import type { Nomination } from '../../../../core/judge/award/nomination.ts';
import { extractPlan } from '../../../../core/plan/extract-plan.ts';
import { awardInput, linesOf, nominated } from './award-input.ts';

describe('nominations', () => {
  it('bring households and people without points before the council, with who put them forward', () => {
    const lines = linesOf('luc-ba-2024', '2024', [], {
      nominations: [nominated('Hộ ông Tư', 'household', { by: 'Xóm 3' })],
    });
    expect(lines).toEqual([
      expect.objectContaining({
        ...{ unit: 'Hộ ông Tư', subject: 'household', state: 'council', achievement: 'ủng hộ 10 máy tính' },
        reason: 'Do Xóm 3 đề cử, chưa có bảng điểm: Hội đồng xét thành tích.',
      }),
    ]);
  });

  it('out of turn stand in a round of their own', () => {
    const nominations = [nominated('Bà Ba', 'individual', { outOfTurn: true })];
    expect(linesOf('tan-linh-2025', '2025', [], { nominations })).toEqual([
      expect.objectContaining({ round: 'out-of-turn', state: 'council', form: 'Giấy khen của Chủ tịch UBND xã' }),
    ]);
  });
});

describe('one person put forward more than once', () => {
  const deed = (achievement: string, by = 'Xóm 3') =>
    nominated('Bà Ba', 'individual', { outOfTurn: true, achievement, by });
  const told = (nominations: readonly Nomination[]) => linesOf('tan-linh-2025', '2025', [], { nominations });

  it('has two lines for two deeds out of turn, each named by its deed', () => {
    const lines = told([deed('Cứu dữ liệu'), deed('Báo 31 tài khoản giả.')]);
    expect(lines.map(({ achievement, onBallot }) => [achievement, onBallot])).toEqual([
      ['Cứu dữ liệu', true],
      ['Báo 31 tài khoản giả.', true],
    ]);
    expect(lines[1]?.reason).toContain('Đề nghị khen đột xuất vì “Báo 31 tài khoản giả” (mục V.1)');
    for (const { reason } of lines) expect(reason).toContain('việc khác, Hội đồng xét có phải cùng thành tích không');
  });

  it('for one deed by two units is one line; a second row that tells no deed has to be put right first', () => {
    expect(told([deed('Cứu dữ liệu'), deed('cứu  dữ liệu', 'Hội Phụ nữ')])).toMatchObject([
      { achievement: 'Cứu dữ liệu', nominatedBy: ['Xóm 3', 'Hội Phụ nữ'], onBallot: true },
    ]);
    const [, untold] = told([deed('Cứu dữ liệu'), deed('')]);
    expect(untold).toMatchObject({ onBallot: false, reason: expect.stringContaining('chưa ghi thành tích') });
  });

  it('has one line in a round: for the same unit, or as a question whether it is one person', () => {
    const household = (by: string, achievement: string) => nominated('Hộ ông Tư', 'household', { by, achievement });
    expect(told([household('Xóm 3', 'dùng VNeID'), household('xóm 3', 'bán hàng trên mạng')])).toMatchObject([
      { achievement: 'dùng VNeID; bán hàng trên mạng', nominatedBy: ['Xóm 3'], onBallot: true },
    ]);
    expect(told([household('Xóm 3', 'dùng VNeID'), household('Xóm 7', 'bán hàng trên mạng')])).toMatchObject([
      { onBallot: false, reason: expect.stringContaining('được 2 nơi đề cử: nếu là một, ghi chung một dòng') },
    ]);
    expect(told([household('Xóm 3; Hội Nông dân', 'dùng VNeID')])).toMatchObject([
      { nominatedBy: ['Xóm 3', 'Hội Nông dân'], onBallot: true },
    ]);
  });
});

describe('the plan’s own number out of turn', () => {
  const plan = awardInput('tan-linh-2025', '2025', [], {
    nominations: ['A', 'B', 'C'].map((name) =>
      nominated(`Nhóm ${name}`, 'association', { outOfTurn: true, achievement: `việc ${name}` }),
    ),
  });
  const [quota] = quotaRows(
    extractPlan('IV. KHEN THƯỞNG\n1. Khen đột xuất không quá 02 tập thể.').quotas,
    [],
    [],
    true,
  ).quotas;
  const movement = { ...plan.movement, quotas: [{ ...quota!, round: 'out-of-turn' as const }] };
  const lines = (votes: Readonly<Record<string, number>>) =>
    awardCandidates({
      ...{ ...plan, movement },
      votedOn: ({ unit: name }) =>
        votes[name] === undefined ? null : { outcome: 'passed', inFavour: votes[name], sentence: 'đủ phiếu.' },
    });

  it('is read from the plan and obeyed: of three that passed, the two with the most votes are proposed', () => {
    expect(quota).toMatchObject({ round: 'out-of-turn', kind: 'collective', max: 2 });
    expect(lines({})[0]?.reason).toContain('chỉ tiêu 2');
    const states = (votes: Readonly<Record<string, number>>) =>
      lines(votes).map(({ unit: name, state }) => `${name} ${state}`);
    expect(states({ 'Nhóm A': 5, 'Nhóm B': 6, 'Nhóm C': 7 })).toEqual([
      'Nhóm B proposed',
      'Nhóm C proposed',
      'Nhóm A refused',
    ]);
    expect(states({ 'Nhóm A': 5, 'Nhóm B': 5, 'Nhóm C': 5 }).every((state) => state.endsWith('council'))).toBe(true);
  });

  it('holds for whom it names only', () => {
    const nominations = [nominated('Bà Ba', 'individual', { outOfTurn: true })];
    const [line] = awardCandidates({ ...plan, movement, nominations });
    expect(line).toMatchObject({ quota: '', limit: '', state: 'council' });
  });
});
