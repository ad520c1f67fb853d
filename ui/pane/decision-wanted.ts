/** From the typed texts of a decision to the decision to record, or a sentence that says what is missing. Pure. */
import { formatPoints, type Points, toPoints } from '../../core/base/quantity/points.ts';
import type { Result } from '../../core/base/result.ts';
import type { QueueItem } from '../../core/council/queue.ts';
import type { DecisionWanted } from '../../session/council/review.ts';
import type { DecisionDraft } from './state.ts';

/**
 * `7,5` or `7.5` → 750; null when it is no number with at most two decimals. Grouping is not taken: points are small.
 */
export function typedPoints(text: string): Points | null {
  const match = /^([+-]?)(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(text.trim().replace('−', '-'));
  if (!match) return null;
  const points = toPoints(Number(`${match[2]}.${match[3] ?? '0'}`));
  return match[1] === '-' && points !== 0 ? -points : points;
}

/** Points an item can be adjusted to, hundredths, inclusive. A pure deduction runs from its worst to 0. */
export function adjustable({
  points,
}: Pick<QueueItem, 'points'>): { readonly least: Points; readonly most: Points } | null {
  if (points === null) return null;
  return { least: Math.min(0, points.low), most: Math.max(0, points.max) };
}

export function decisionWanted(
  unit: string,
  item: Omit<QueueItem, 'target'>,
  draft: DecisionDraft,
  who: string,
): Result<DecisionWanted> {
  const { kind } = draft;
  if (kind === null) return refused('Hãy chọn Chấp nhận, Điều chỉnh điểm hoặc Trả lại đơn vị.');
  if (who.trim() === '')
    return refused(
      kind === 'appraise' ? 'Hãy ghi họ tên người thẩm định.' : 'Hãy ghi họ tên người quyết định ở đầu phần này.',
    );
  const reason = draft.reason.trim();
  if (kind !== 'accept' && reason === '')
    return refused(kind === 'appraise' ? 'Hãy ghi lý do thẩm định.' : 'Hãy ghi lý do của quyết định.');
  const wanted = { unit, flag: item.flag?.id ?? null, criterion: item.criterion, reason, who: who.trim() };
  if (kind !== 'adjust' && kind !== 'appraise') return { ok: true, value: { ...wanted, kind, points: null } };

  const range = adjustable(item);
  if (range === null) return refused('Cảnh báo này không thuộc một tiêu chí nên không điều chỉnh điểm được.');
  const points = typedPoints(draft.points);
  const { least, most } = range;
  if (points === null || points < least || points > most) {
    return refused(
      `Hãy ghi số điểm từ ${formatPoints(least)} đến ${formatPoints(most)}, nhiều nhất hai chữ số thập phân.`,
    );
  }
  return { ok: true, value: { ...wanted, kind, points } };
}

function refused(message: string): Result<never> {
  return { ok: false, refusal: { code: 'incomplete', message } };
}
