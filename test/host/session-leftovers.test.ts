/** What a plan's reading left over is put in its place by few acts: several figures, several rows, a whole grid at once. */
import { describe, expect, it } from 'vitest';
import { dismissed, openIn, takenAsTargets, withGrid } from '../../session/plan/leftovers.ts';
import {
  type PlanDraft,
  readDraft,
  readingOf,
  takenOut,
  withMovement,
  withPeriod,
} from '../../session/plan/plan-draft.ts';

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ SUỐI MẪU\nSố: 52/KH-UBND\nSuối Mẫu, ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\nPhát động phong trào thi đua chuyển đổi số giai đoạn 2026 - 2030\nI. CHỈ TIÊU\n';

function draftOf(body: string): PlanDraft {
  const read = readDraft('', HEAD + body);
  if (!read.ok) throw new Error(read.refusal.message);
  return read.value;
}
const targets = (draft: PlanDraft) =>
  readingOf(draft).targets.map(({ comparator, value, unit, deadline, subject }) => ({
    comparator,
    value,
    unit,
    deadline,
    subject,
  }));

describe('figures left over', () => {
  it('become a target each by one act, with the comparator and the time of their part', () => {
    const draft = draftOf(
      '1. Đến năm 2028, thư viện trưng bày các bộ (loại 25 cuốn, loại 40 cuốn).\n2. Tỷ lệ hồ sơ đạt 80%.',
    );
    const { leftovers } = openIn(draft);
    expect(leftovers.map(({ value }) => value)).toEqual([25, 40]);
    const taken = takenAsTargets(
      draft,
      leftovers.map(({ offset }) => offset),
    );
    expect(targets(taken).map(({ value, deadline }) => [value, deadline])).toEqual([
      [80, '2030-12-31'],
      [25, '2028-12-31'],
      [40, '2028-12-31'],
    ]);
    expect(openIn(taken).leftovers).toEqual([]);
  });

  it('are dismissed by one act', () => {
    const draft = draftOf('1. Tủ sách (loại 25 cuốn, loại 40 cuốn).\n2. Tỷ lệ hồ sơ đạt 80%.');
    const left = openIn(draft).leftovers.map(({ offset }) => offset);
    expect(left).toHaveLength(2);
    expect(openIn(dismissed(draft, left)).leftovers).toEqual([]);
    expect(targets(dismissed(draft, left))).toHaveLength(1);
  });

  it('are no findings that were taken out', () => {
    const draft = draftOf('1. Tỷ lệ hồ sơ đạt 80%.\n2. Ít nhất 90% hộ có VNeID.\n3. Mỗi thôn có 2 lớp.');
    const out = takenOut(draft, ['target-0', 'target-2'], true);
    expect(targets(out).map(({ value }) => value)).toEqual([90]);
    expect(openIn(out).leftovers).toEqual([]);
  });
});

describe('the period of a plan that names none', () => {
  const draft = () => {
    const head = HEAD.replace(' giai đoạn 2026 - 2030', '');
    const works = 'II. TIẾN ĐỘ\n1. Các thôn gửi báo cáo trước ngày 20/5.\n2. Sơ kết trước ngày 30/6/2027.';
    const read = readDraft('', `${head}1. Đến ngày 31/5/2027, tỷ lệ hồ sơ đạt 80%.\n${works}`);
    if (!read.ok) throw new Error(read.refusal.message);
    return read.value;
  };
  const questions = (of: PlanDraft) => openIn(of).questions.map(({ code }) => code);

  it('is asked once, with both readings to choose from', () => {
    expect(openIn(draft()).questions.map(({ code, periods }) => [code, periods])).toEqual([
      [
        'period',
        [
          { from: '2026-02-05', to: '2027-06-30' },
          { from: '2026-01-01', to: '2026-12-31' },
        ],
      ],
    ]);
  });

  it('is settled by the answer, and what is untouched is read by it', () => {
    const [, year] = openIn(draft()).questions[0]?.periods ?? [];
    const answered = withPeriod(draft(), year ?? draft().movement.period);
    expect(answered.movement.period).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    // The target beyond the year raises a question now.
    expect(questions(answered)).toEqual(['outside-period']);
    const typed = withMovement(draft(), { ...draft().movement, period: { from: '2026-02-05', to: '2027-12-31' } });
    expect(questions(typed)).toEqual([]);
  });
});

describe('a grid nobody can tell', () => {
  const ROWS = Array.from(
    { length: 11 },
    (_, at) =>
      `${at + 1}\tTỷ lệ việc thứ ${'abcdefghijk'[at]}\t%\t${50 + at}\t${60 + at}\t${70 + at}\t${80 + at}\t${90 + at}`,
  );
  const GRID = `Bảng:\nTT\tDanh mục\tTính bằng\tMột\tHai\tBa\tBốn\tNăm\n${ROWS.join('\n')}\nII. TỔ CHỨC\nCác thôn thực hiện.`;

  it('of 55 cells is taken whole by one act, its guess filled in', () => {
    const draft = draftOf(GRID);
    expect(targets(draft)).toEqual([]);
    const [grid, ...more] = openIn(draft).grids;
    expect(more).toEqual([]);
    expect(grid?.guess).toEqual({ name: 1, unit: 2, levels: [3, 4, 5, 6, 7] });
    const taken = withGrid(draft, grid!.offset, grid!.guess);
    expect(targets(taken)).toHaveLength(55);
    expect(targets(taken)[1]).toEqual({
      comparator: '=',
      value: 60,
      unit: '%',
      deadline: '2030-12-31',
      subject: 'Tỷ lệ việc thứ a, Hai',
    });
    expect(openIn(taken)).toEqual({ leftovers: [], setAside: [], questions: [], grids: [] });
  });

  it('is no question any more once it is dismissed', () => {
    const draft = draftOf(GRID);
    const [grid] = openIn(draft).grids;
    const told = dismissed(draft, [grid!.offset]);
    expect(openIn(told).grids).toEqual([]);
    expect(openIn(told).questions.filter(({ code }) => code === 'grid')).toEqual([]);
  });
});
