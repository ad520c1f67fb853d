/**
 * The movement's targets for the portal's indicators on a given day. A plan's row and an indicator are linked by the
 * criterion that carries both: nothing is matched by words here. tie.ts decides which rows may be tied; where a plan's
 * words only come near an indicator ("xử lý hoàn toàn trực tuyến", CN-G04) the row's note says so and is shown with it.
 */

import type { Criterion } from '../../movement/criteria-set.ts';
import type { Movement } from '../../movement/movement.ts';
import type { Comparator } from '../../movement/rule.ts';
import { levelWords } from '../../movement/rules/wording.ts';
import { type DatedTarget, thresholdsOf } from '../../movement/set-in-period.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import { findIndicator } from './catalogue.ts';

export interface IndicatorTarget {
  readonly indicator: string;
  /** A bare figure (`eq`) and an aspiration (`soft`) are a floor; where lower is better they stand here as `lte`. */
  readonly comparator: Comparator;
  /** In the indicator's own unit. */
  readonly value: number;
  /** ISO day; the last day that counts, unless `exclusive`. */
  readonly by: string | null;
  /** "trước ngày": the day itself is too late. */
  readonly exclusive?: boolean;
  /** The plan's own words; for a level of ours the criterion's. */
  readonly text: string;
  /** Section of the plan it stands in, or a level of ours is drawn from. */
  readonly section: string | null;
  /** The plan does not state the level: it is our proposal. */
  readonly proposed: boolean;
}

/**
 * The targets in force on an ISO day, one for each indicator: the next deadline, else the last deadline that has
 * passed. A level without its own day has to be reached by the end of its set's phase, else of the movement; a level we
 * propose is in force no longer than its set.
 */
export function indicatorTargets(movement: Movement, day: string): readonly IndicatorTarget[] {
  if (movement.period.from !== null && day < movement.period.from) return [];
  const best = new Map<string, IndicatorTarget>();
  for (const set of movement.criteriaSets) {
    const phase = movement.phases.find(({ code }) => code === set.phase);
    const end = phase?.to ?? movement.period.to;
    const aims = set.criteria.flatMap((criterion) =>
      thresholdsOf(criterion).map(({ target }) => [criterion, target] as const),
    );
    for (const [criterion, aim] of aims) {
      const target = targetOf(movement, criterion, aim, end);
      if (!target || (target.proposed && (day > end || (phase && day < phase.from)))) continue;
      const held = best.get(target.indicator);
      if (!held || isNearer(target, held, day)) best.set(target.indicator, target);
    }
  }
  return [...best.values()];
}

/** Only where criterion and indicator are measured alike: a share in percent, or points. */
function targetOf(
  movement: Movement,
  { indicator, direction, source, title, unit }: Criterion,
  target: DatedTarget['target'],
  end: string,
): IndicatorTarget | undefined {
  const known = indicator === null ? undefined : findIndicator(indicator);
  if (!known || unit !== known.unit) return undefined;
  const row = target.code === null ? undefined : movement.targets.find(({ code }) => code === target.code);
  const note = row?.note ? ` (${row.note.replace(/\.$/, '')})` : '';
  const isBare = target.comparator === 'eq' || target.comparator === 'soft';
  return {
    indicator: known.code,
    comparator: isBare && direction === 'lower' ? 'lte' : target.comparator,
    value: target.value,
    by: target.by ?? end,
    text: row ? row.text + note : title,
    section: row?.section ?? source.section,
    proposed: target.code === null,
  };
}

/** Of two for the same indicator: the one still ahead, the nearer, the plan's own. */
function isNearer(indicatorTarget: IndicatorTarget, held: IndicatorTarget, day: string): boolean {
  const [by = '', heldBy = ''] = [indicatorTarget.by ?? '', held.by ?? ''];
  const isAhead = by >= day;
  if (isAhead !== heldBy >= day) return isAhead;
  if (by !== heldBy) return isAhead === by < heldBy;
  return held.proposed && !indicatorTarget.proposed;
}

/** `tối thiểu 80 %`, `trên 50 %`, `18 điểm`. */
export function levelText({ comparator, value, indicator }: IndicatorTarget): string {
  return levelWords(comparator, value, findIndicator(indicator)?.unit ?? '');
}

/** `đến hết ngày 31/12/2025`, `trước ngày 05/11/2025`; empty without a deadline. */
export function deadlineText({ by, exclusive }: IndicatorTarget): string {
  return by === null ? '' : `${exclusive ? 'trước' : 'đến hết'} ngày ${formatDate(by)}`;
}
