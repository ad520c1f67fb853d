/**
 * What the group that appraises can put points to: every criterion of every scored report that the council did not set
 * the points of, with the unit's own, those reckoned and those put so far. It decides nothing.
 */

import type { Points } from '../base/quantity/points.ts';
import type { Decision } from '../judge/flag/decision.ts';
import type { RunResult } from '../judge/run/run-result.ts';
import type { Proposal } from '../judge/score/score-sheet.ts';
import { boundsOf, type PointsBounds } from '../movement/bounds-of.ts';
import { setOfReport } from '../movement/criteria-set-for.ts';
import { factsOf } from '../movement/rule.ts';
import type { NamedLevel } from './alike.ts';
import { canonicalJson } from './canonical-json.ts';

/** In the shape of the queue's items, so that one table serves both rounds. */
export interface AppraisalItem {
  readonly key: string;
  readonly flag: null;
  readonly criterion: string;
  readonly title: string;
  readonly points: { readonly now: Points; readonly low: Points; readonly high: Points; readonly max: Points };
  readonly changes: { readonly class: false; readonly place: false; readonly award: false };
  readonly bounds: PointsBounds;
  readonly levels: readonly NamedLevel[];
  readonly cell: null;
  readonly returned: false;
  readonly earlier: readonly never[];
  readonly self: Points | null;
  readonly proposal: Proposal | null;
  /** Points by the rule; null where only people can award them. */
  readonly reckoned: Points | null;
}

interface AppraisalSheet {
  readonly unit: string;
  readonly items: readonly AppraisalItem[];
}

/** `decisions` are those in force. A unit with several reports stands once. */
export function appraisalRound(
  { movement, period, reports }: Pick<RunResult, 'movement' | 'period' | 'reports'>,
  decisions: readonly Pick<Decision, 'kind' | 'unit' | 'criterion'>[],
): readonly AppraisalSheet[] {
  const keyOf = (unit: string, criterion: string | null) => canonicalJson(['appraisal', unit, criterion]);
  const taken = new Set(
    decisions.flatMap(({ kind, unit, criterion }) => (kind === 'adjust' ? [keyOf(unit, criterion)] : [])),
  );
  return reports.map(({ report, unit, score }) => {
    const criteria = new Map(
      setOfReport(movement, report, period)?.criteria.map((criterion) => [criterion.code, criterion] as const) ?? [],
    );
    const items = (score?.points ?? []).flatMap((point): readonly AppraisalItem[] => {
      const criterion = criteria.get(point.criterion);
      const key = keyOf(unit, point.criterion);
      if (!criterion || taken.has(key)) return [];
      taken.add(key);
      const bounds = boundsOf(criterion);
      return [
        {
          key,
          flag: null,
          criterion: point.criterion,
          title: point.title,
          points: { now: point.points, low: bounds.least, high: bounds.most, max: bounds.most },
          changes: { class: false, place: false, award: false },
          bounds,
          levels: factsOf(criterion.rule).levels ?? [],
          cell: null,
          returned: false,
          earlier: [],
          self: point.self,
          proposal: point.proposal,
          reckoned: point.computed,
        },
      ];
    });
    return { unit, items };
  });
}
