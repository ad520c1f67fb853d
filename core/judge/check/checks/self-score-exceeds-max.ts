/**
 * Compares with the maximum of the set, whatever maximum the sheet prints. A deduction may be written with or without a
 * minus.
 */

import { formatPoints } from '../../../base/quantity/points.ts';
import { factsOf } from '../../../movement/rule.ts';
import type { Check, Finding } from '../finding.ts';
import { selfScores } from '../points.ts';
import type { CheckRun } from '../run.ts';

/** Điểm tự chấm cao hơn điểm tối đa của tiêu chí. */
export const selfScoreExceedsMax: Check<'self-score-exceeds-max'> = {
  code: 'self-score-exceeds-max',
  severity: 'error',
  doubt: 'nothing',
  name: 'Điểm tự chấm vượt tối đa',
  todo: 'Lấy điểm theo quy tắc; nhắc đơn vị chấm trong mức tối đa.',
  find,
};

function find({ subjects }: CheckRun): readonly Finding[] {
  return subjects.flatMap((subject) =>
    selfScores(subject).flatMap(({ code, cell, self, maxPoints, rule }) => {
      const { deducts } = factsOf(rule);
      const most = Math.max(maxPoints, deducts ?? 0);
      if ((deducts === null ? self : Math.abs(self)) <= most) return [];
      const message = `Tiêu chí ${code}: điểm tự chấm ${formatPoints(self)} vượt điểm tối đa ${formatPoints(most)}.`;
      return [{ subject, line: code, cell, message, data: { self: self / 100, max: most / 100 } }];
    }),
  );
}
