/** The judge of conditions on earlier years where none are read. */
import { yearsJudge } from '../../core/judge/award/years-before.ts';
import type { YearsJudge } from '../../core/judge/award/years-judge.ts';
import { yearClausesIn } from '../../core/judge/history/year-clauses.ts';
import type { Movement } from '../../core/movement/movement.ts';

export function yearsUnread(_book: unknown, { movement }: { readonly movement: Movement }): YearsJudge {
  return yearsJudge(movement, (text) =>
    yearClausesIn(text).map((clause) => ({
      text: clause,
      state: 'unknown',
      why: 'trang một tệp không có thành tích các năm',
    })),
  );
}
