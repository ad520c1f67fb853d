/**
 * SR-40: measured by the target given out to the unit itself (giao chỉ tiêu): all points from it on; short of it in
 * proportion, or none. A unit that nobody gave a target leaves the criterion open; one that was expressly given none has
 * nothing to be scored by.
 */
import * as z from 'zod/mini';
import { formatPoints } from '../../base/quantity/points.ts';
import { compare, shareOf } from '../../base/quantity/quantity.ts';
import {
  asItIs,
  type CompiledRule,
  FIGURES,
  never,
  noGoals,
  nothingToCheck,
  PLAIN,
  type RuleKind,
  type RuleSetting,
} from './rule-kind.ts';
import { figureText, withUnit } from './wording.ts';

export interface Assigned {
  readonly kind: 'assigned';
  /** What a unit short of its target earns. */
  readonly below: 'proportional' | 'nothing';
}

export const assigned: RuleKind<Assigned> = {
  shape: () => z.object({ kind: z.literal('assigned'), below: z.enum(['proportional', 'nothing']) }),
  measures: FIGURES,
  usual: 'count',
  goals: noGoals,
  givesAllAt: never,
  mapPoints: asItIs,
  mapDays: asItIs,
  check: nothingToCheck,
  sentence: ({ below }, { max, lower }) => {
    const all = `${lower ? 'Không quá' : 'Đạt'} chỉ tiêu giao cho đơn vị: ${formatPoints(max)} điểm`;
    if (below === 'nothing') return `${all}; ${lower ? 'quá' : 'chưa đạt'}: 0 điểm.`;
    return lower
      ? `${all}; quá: Chỉ tiêu giao ÷ Kết quả × ${formatPoints(max)}.`
      : `${all}; chưa đạt: Kết quả ÷ Chỉ tiêu giao × ${formatPoints(max)}.`;
  },
  words:
    'theo chỉ tiêu giao cho từng đơn vị, {below=proportional:chưa đạt tính theo tỷ lệ|nothing:chưa đạt thì 0 điểm}',
  facts: ({ below }) => ({ ...PLAIN, byAssignment: true, inProportion: below === 'proportional' }),
  score,
};

function score({ below }: Assigned, { max, unit, direction }: RuleSetting): CompiledRule {
  return {
    points: (value) => {
      if (value.kind !== 'figure' || !value.assigned) return null;
      const target = value.assigned;
      const isMet = direction === 'lower' ? compare(value, target) <= 0 : compare(value, target) >= 0;
      if (isMet) return max;
      if (below === 'nothing') return 0;
      return direction === 'lower' ? shareOf(max, target, value) : shareOf(max, value, target);
    },
    explain: (value) => {
      const text = figureText(value, unit);
      if (value.kind !== 'figure' || !value.assigned) return text;
      return `${text}, chỉ tiêu giao ${withUnit(value.assigned, unit)}`;
    },
    least: 0,
  };
}
