/**
 * Appeals of units and the council's answers: an explanation (giải trình) after the appraisal, a petition (kiến nghị)
 * after the result is made known. Each is a row with the points of its day; rows are only added, never rewritten.
 */
import { formatPoints, type Points } from '../../base/quantity/points.ts';
import { squashKey } from '../../base/text/text.ts';
import type { ScoreSheet } from '../../judge/score/score-sheet.ts';
import { formatDate } from '../../sheet/grid/date.ts';

export const APPEAL_NAMES = { explanation: 'Giải trình', petition: 'Kiến nghị', answer: 'Trả lời' } as const;
export type AppealKind = keyof typeof APPEAL_NAMES;

export interface Appeal {
  /** ISO day. */
  readonly day: string;
  /** An answer is to all earlier appeals of the unit against this criterion. */
  readonly kind: AppealKind;
  readonly unit: string;
  /** Code; '' = the whole result. */
  readonly criterion: string;
  readonly text: string;
  /** Of the criterion, or the total, when it was written down (hundredths); null = there were none. */
  readonly points: Points | null;
  /** Who wrote it down; of an answer, who answers. */
  readonly who: string;
}

export interface AppealState {
  /** Never an answer. */
  readonly appeal: Appeal;
  /** null = it waits for an answer. */
  readonly answer: Appeal | null;
  /** What counts now, as `points`. */
  readonly now: Points | null;
}

interface ScoredUnit {
  readonly unit: string;
  readonly score: Pick<ScoreSheet, 'total' | 'points'> | null;
}

/** Each explanation and petition, in the order written down, with its answer and the points of today. */
export function appealStates(appeals: readonly Appeal[], scored: readonly ScoredUnit[]): readonly AppealState[] {
  return appeals.flatMap((appeal, at): readonly AppealState[] => {
    if (appeal.kind === 'answer') return [];
    const answer = appeals.slice(at + 1).find((later) => later.kind === 'answer' && isAbout(later, appeal)) ?? null;
    return [{ appeal, answer, now: pointsOf(appeal, scored) }];
  });
}

/** What counts of a unit: for a criterion, or in all. */
export function pointsOf(
  { unit, criterion }: Pick<Appeal, 'unit' | 'criterion'>,
  scored: readonly ScoredUnit[],
): Points | null {
  const key = squashKey(unit);
  const score = scored.find((scoredUnit) => scoredUnit.score !== null && squashKey(scoredUnit.unit) === key)?.score;
  if (!score) return null;
  return criterion === ''
    ? score.total
    : (score.points.find((criterionScore) => criterionScore.criterion === criterion)?.points ?? null);
}

function isAbout(appeal: Appeal, other: Appeal): boolean {
  return appeal.criterion === other.criterion && squashKey(appeal.unit) === squashKey(other.unit);
}

/** `Giải trình ngày 20/11/2025: có biên bản kiểm tra.` */
export function appealWords({ kind, day, text }: Appeal): string {
  return `${APPEAL_NAMES[kind]} ngày ${formatDate(day)}: ${text.replace(/\.?$/u, '.')}`;
}

/** `Điểm lúc ghi: 2; hiện nay: 3.`; '' where there are none. */
export function pointsWords({ appeal: { points }, now }: AppealState): string {
  if (points === null && now === null) return '';
  const shown = (item: Points | null) => (item === null ? 'chưa có' : formatPoints(item));
  return `Điểm lúc ghi: ${shown(points)}; hiện nay: ${shown(now)}.`;
}
