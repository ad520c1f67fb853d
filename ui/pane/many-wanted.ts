/**
 * From the texts typed for many flags or units at once to the decisions to record, or a sentence that says what is
 * missing. Pure.
 */

import { formatPoints } from '../../core/base/quantity/points.ts';
import type { Result } from '../../core/base/result.ts';
import type { Grading, Proposed } from '../../core/council/alike.ts';
import type { QueueItem } from '../../core/council/queue.ts';
import type { DecisionWanted } from '../../session/council/review.ts';
import { decisionWanted } from './decision-wanted.ts';
import { type DecisionDraft, EMPTY_DRAFT } from './state.ts';

/** The same decision on each of the flags taken. */
export function alikeWanted(
  taken: readonly { readonly unit: string; readonly item: QueueItem }[],
  draft: DecisionDraft,
  who: string,
): Result<readonly DecisionWanted[]> {
  if (taken.length === 0) return refused('Hãy chọn ít nhất một việc trong danh sách.');
  return allOf(taken.map(({ unit, item }) => decisionWanted(unit, item, draft, who)));
}

interface Graded {
  readonly wanted: readonly DecisionWanted[];
  /** Keys of the drafts they came from. */
  readonly keys: readonly string[];
}

/**
 * A decision, or appraisal, for each unit whose points were typed; `reason` is used for rows without a reason. What is
 * missing is reported with the unit's name.
 */
export function gradesWanted(
  { members, levels }: Grading<Omit<QueueItem, 'target'>>,
  drafts: ReadonlyMap<string, DecisionDraft>,
  reason: string,
  who: string,
  kind: 'adjust' | 'appraise' = 'adjust',
): Result<Graded> {
  const typed = members.flatMap(({ unit, item }) => {
    const draft = drafts.get(item.key) ?? EMPTY_DRAFT;
    return draft.points.trim() === '' ? [] : [{ unit, item, draft }];
  });
  if (typed.length === 0) return refused('Hãy ghi điểm cho ít nhất một đơn vị.');
  const wanted = allOf(
    typed.map(({ unit, item, draft }) => {
      const level = levels.find(({ label }) => label === draft.points);
      const why = draft.reason.trim() || reason;
      const whole = {
        kind,
        points: level ? formatPoints(level.points) : draft.points,
        reason: level && why.trim() !== '' ? `Mức “${level.label}”. ${why}` : why,
      };
      const result = decisionWanted(unit, item, whole, who);
      return result.ok ? result : refused(`${unit}: ${result.refusal.message}`);
    }),
  );
  return wanted.ok ? { ok: true, value: { wanted: wanted.value, keys: typed.map(({ item }) => item.key) } } : wanted;
}

/** Longest reason the log takes. */
const LONGEST = 2000;

/** The council accepts the appraisers' proposals, with a decision for each that says whose points they were and why. */
export function proposalsWanted(
  members: readonly Proposed<QueueItem>[],
  who: string,
): Result<readonly DecisionWanted[]> {
  if (members.length === 0) return refused('Hãy chọn ít nhất một điểm thẩm định.');
  if (who.trim() === '') return refused('Hãy ghi họ tên người quyết định.');
  const wanted = members.map(({ unit, item, proposal }): DecisionWanted => {
    const reason = `Theo điểm thẩm định của ${proposal.who}: ${proposal.reason}`.slice(0, LONGEST);
    const on = { unit, flag: null, criterion: item.criterion };
    return { ...on, kind: 'adjust', points: proposal.points, reason, who: who.trim() };
  });
  return { ok: true, value: wanted };
}

function allOf<T>(results: readonly Result<T>[]): Result<readonly T[]> {
  const values: T[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    values.push(result.value);
  }
  return { ok: true, value: values };
}

function refused(message: string): Result<never> {
  return { ok: false, refusal: { code: 'incomplete', message } };
}
