/** A letter to each unit that said something of its points: its words, the answer or a blank, points before and now. */
import { describe, expect, it } from 'vitest';
import type { Appeal } from '../../../core/commune/calendar/appeal.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { makePapers } from '../../../core/paper/make-papers.ts';
import { BLANK, paperLines } from '../../../core/paper/paper.ts';
import { factsOf } from './movement-run.ts';

const MOVEMENT = MOVEMENTS[0]!;
const facts = factsOf(MOVEMENT, 5);
const [first, second] = facts.run.reports.flatMap(({ unit, score }) => (score ? [{ unit, score }] : []));

const appeal = (unit: string, part: Partial<Appeal>): Appeal => ({
  ...{ unit, kind: 'explanation', day: '2025-11-20', criterion: '', text: 'Đã nộp biên bản', points: 100, who: 'A' },
  ...part,
});

const lettersOf = (appeals: readonly Appeal[]) =>
  makePapers({ ...facts, journal: { ...facts.journal, appeals } }).papers.filter(({ kind }) => kind === 'tra-loi');

describe('letters that answer units', () => {
  it('are made of no unit that said nothing', () => {
    expect(lettersOf([])).toEqual([]);
  });

  it('go to each unit by itself, with its own words, answers and points', () => {
    const { criterion, points } = first!.score.points[0]!;
    const letters = lettersOf([
      appeal(first!.unit, { criterion }),
      appeal(second!.unit, { kind: 'petition', day: '2025-12-02', text: 'Xem lại hạng' }),
      appeal(first!.unit, { kind: 'answer', criterion, day: '2025-11-22', text: 'Giữ nguyên điểm', who: 'B' }),
    ]);
    expect(letters.map(({ to }) => to)).toEqual([[first!.unit], [second!.unit]]);
    const [answered, open] = letters.map((letter) => paperLines(letter).join('\n'));
    const row = (letter: (typeof letters)[number] | undefined) =>
      (letter?.body ?? []).flatMap((block) => (block.kind === 'table' ? block.rows : []));
    expect(row(letters[0])).toEqual([
      [
        ...['1', criterion, 'Giải trình ngày 20/11/2025: Đã nộp biên bản.'],
        ...['Trả lời ngày 22/11/2025: Giữ nguyên điểm.', '1', String(points / 100).replace('.', ',')],
      ],
    ]);
    expect(row(letters[1])[0]?.slice(0, 4)).toEqual([
      ...['1', 'cả báo cáo', 'Kiến nghị ngày 02/12/2025: Xem lại hạng.', BLANK],
    ]);
    expect(answered).not.toContain(second!.unit);
    expect(open).not.toContain(first!.unit);
    expect(open).toContain(`Kết quả hiện nay của ${second!.unit}: `);
  });
});
