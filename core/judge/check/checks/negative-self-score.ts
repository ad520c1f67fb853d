import { formatPoints } from '../../../base/quantity/points.ts';
import { factsOf } from '../../../movement/rule.ts';
import type { Check, Finding } from '../finding.ts';
import { selfScores } from '../points.ts';
import type { CheckRun } from '../run.ts';

/** Điểm tự chấm âm ở tiêu chí không phải điểm trừ. */
export const negativeSelfScore: Check<'negative-self-score'> = {
  code: 'negative-self-score',
  severity: 'error',
  doubt: 'nothing',
  name: 'Điểm tự chấm âm',
  todo: 'Lấy điểm theo quy tắc; hỏi đơn vị có gõ nhầm dấu không.',
  find,
};

function find({ subjects }: CheckRun): readonly Finding[] {
  return subjects.flatMap((subject) =>
    selfScores(subject)
      .filter(({ rule, self }) => factsOf(rule).deducts === null && self < 0)
      .map(({ code, cell, self }) => ({
        subject,
        line: code,
        cell,
        message: `Tiêu chí ${code}: điểm tự chấm âm: ${formatPoints(self)}.`,
        data: { self: self / 100 },
      })),
  );
}
