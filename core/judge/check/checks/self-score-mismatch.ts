import { formatPoints, type Points } from '../../../base/quantity/points.ts';
import type { Check, EarlierFindings, Finding } from '../finding.ts';
import { computedFor, roundingStep, type SelfScore, selfScores } from '../points.ts';
import type { CheckRun, CheckSubject } from '../run.ts';
import { isFigureInDoubt } from '../value.ts';

/** Điểm tự chấm khác điểm tính theo quy tắc từ chính số liệu của đơn vị, đã trừ sai khác do làm tròn. */
export const selfScoreMismatch: Check<'self-score-mismatch'> = {
  code: 'self-score-mismatch',
  severity: 'warning',
  doubt: 'nothing',
  name: 'Điểm tự chấm lệch',
  todo: 'Xem lý do điểm bên cạnh và thống nhất điểm với đơn vị.',
  find,
};

function find(run: CheckRun, found: EarlierFindings): readonly Finding[] {
  return run.subjects.flatMap((subject) => {
    if (found.inReport(subject, 'wrong-audience', 'wrong-period')) return [];
    const step = roundingStep(subject);
    return selfScores(subject).flatMap((selfScore): readonly Finding[] => {
      const { code, criterion, cell, self } = selfScore;
      if (code !== criterion.code || isInDoubt(subject, selfScore, found)) return [];
      const results = computedFor(run, subject, selfScore);
      const [result] = results;
      if (result === undefined || results.some(({ computed }) => isRoundedTo(step, self, computed))) return [];
      const { computed, reason } = result;
      return [
        {
          subject,
          line: code,
          cell,
          message: `Tiêu chí ${code}: tự chấm ${formatPoints(self)} điểm, tính theo quy tắc được ${formatPoints(computed)} điểm (${reason}).`,
          data: { self: self / 100, computed: computed / 100 },
        },
      ];
    });
  });
}

/** The last place of points: rounded once or twice over it may be one more or less. */
const LAST_PLACE: Points = 1;

/** Rounded to the sheet's step (half either way), or cut off. */
function isRoundedTo(step: Points, self: Points, computed: Points): boolean {
  if (Math.abs(self - computed) <= LAST_PLACE) return true;
  return 2 * Math.abs(self - computed) <= step || (self <= computed && computed - self < step);
}

/**
 * The cause was found: the figure is in doubt, the points are out of bounds, the maximum was changed, evidence is
 * missing.
 */
function isInDoubt(subject: CheckSubject, { code, criterion }: SelfScore, found: EarlierFindings): boolean {
  const own = subject.lines.filter((line) => line.criterion.code === criterion.code);
  return (
    own.some((line) => isFigureInDoubt(found, subject, line)) ||
    found.on(subject, code, 'self-score-exceeds-max', 'negative-self-score', 'altered-criterion', 'missing-evidence') ||
    own.some((line) =>
      found.on(subject, line.code, 'missing-criterion', 'self-score-exceeds-max', 'negative-self-score'),
    )
  );
}
