/** The list of who is proposed, as a submission and the list that goes with it have it. */
import type { AwardCandidate } from '../../judge/award/candidate.ts';
import type { PaperFacts } from '../facts.ts';
import { achievementOf, audienceName } from '../lists.ts';
import { BLANK, column, type PaperColumn } from '../paper.ts';

/** Columns of a list of who is proposed. */
export const LIST_COLUMNS: readonly PaperColumn[] = [
  column('stt', 'TT', 6, 'center'),
  column('ten', 'Tên tập thể, cá nhân, hộ gia đình', 30),
  column('doi_tuong', 'Đối tượng', 18),
  column('thanh_tich', 'Tóm tắt thành tích', 46),
];

/** Rows for LIST_COLUMNS; a row of blanks when there are no candidates. */
export function listRows(facts: PaperFacts, candidates: readonly AwardCandidate[]): readonly (readonly string[])[] {
  if (candidates.length === 0) return [['', ...LIST_COLUMNS.slice(1).map(() => BLANK)]];
  return candidates.map((awardCandidate, at) => [
    String(at + 1),
    awardCandidate.unit,
    audienceName(facts, awardCandidate.audience),
    achievementOf(facts, awardCandidate),
  ]);
}
