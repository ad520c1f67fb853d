/**
 * SR-37: half the points for reaching the target, the other half by how far a unit is beyond it, relative to the unit
 * that is farthest beyond. Below the target: half the points in proportion. Half-points are rounded like all others.
 */
import * as z from 'zod/mini';
import { formatPoints, type Points } from '../../base/quantity/points.ts';
import { compare, minus, quantityOf, shareOf } from '../../base/quantity/quantity.ts';
import { figure } from '../validate/points.ts';
import {
  asItIs,
  type CompiledRule,
  FIGURES,
  never,
  noGoals,
  plainFacts,
  type RuleKind,
  type RuleSetting,
} from './rule-kind.ts';
import { figureText, withUnit } from './wording.ts';

export interface Excess {
  readonly kind: 'excess';
  /** The target, in the criterion's unit. */
  readonly target: number;
}

export const excess: RuleKind<Excess> = {
  shape: () => z.object({ kind: z.literal('excess'), target: z.number().check(z.positive()) }),
  measures: FIGURES,
  usual: 'count',
  goals: noGoals,
  givesAllAt: never,
  mapPoints: asItIs,
  mapDays: asItIs,
  check: (_rule, { direction, where }) =>
    direction === 'lower'
      ? [figure(where, 'Cách chấm theo mức vượt chỉ tiêu chỉ dùng cho tiêu chí càng cao càng tốt.', 'Đổi cột Chiều.')]
      : [],
  sentence: ({ target }, { max, unit }) =>
    `Đạt ${withUnit(quantityOf(target), unit)}: ${formatPoints(Math.round(max / 2))} điểm, chưa đạt theo tỷ lệ; phần vượt so với đơn vị vượt nhiều nhất, tối đa ${formatPoints(max)} điểm.`,
  words: 'nửa số điểm khi đạt {target:figure}, nửa còn lại theo mức vượt so với đơn vị vượt nhiều nhất',
  facts: plainFacts,
  score,
};

function score(rule: Excess, { max, unit }: RuleSetting): CompiledRule {
  const target = quantityOf(rule.target);
  const half: Points = Math.round(max / 2);
  return {
    points: (value, peer) => {
      if (value.kind !== 'figure' || !peer) return null;
      if (compare(value, target) <= 0) return shareOf(half, value, target);
      return half + shareOf(max - half, minus(value, target), minus(peer.best, target));
    },
    explain: (value, peer) => {
      const text = figureText(value, unit);
      if (value.kind !== 'figure' || !peer) return text;
      const targetText = withUnit(target, unit);
      if (compare(value, target) <= 0) return `${text} ÷ ${targetText} × ${formatPoints(half)}`;
      const farthest = `${withUnit(peer.best, unit)} (đơn vị vượt nhiều nhất)`;
      return `${formatPoints(half)} + (${text} − ${targetText}) ÷ (${farthest} − ${targetText}) × ${formatPoints(max - half)}`;
    },
    least: 0,
    peer: true,
  };
}
