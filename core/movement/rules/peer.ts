/**
 * SR-11: value ÷ best value among the units × max (best ÷ value where lower is better). The best is a matter of the
 * whole set: peer-best.ts.
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
  plainFacts,
  type RuleKind,
  type RuleSetting,
} from './rule-kind.ts';
import { figureText, withUnit } from './wording.ts';

export interface Peer {
  readonly kind: 'peer';
}

export const peer: RuleKind<Peer> = {
  shape: () => z.object({ kind: z.literal('peer') }),
  measures: FIGURES,
  usual: 'count',
  goals: noGoals,
  givesAllAt: never,
  mapPoints: asItIs,
  mapDays: asItIs,
  check: nothingToCheck,
  sentence: (_rule, { max, lower }) =>
    lower
      ? `Điểm = kết quả thấp nhất trong các đơn vị ÷ Kết quả × ${formatPoints(max)}.`
      : `Điểm = Kết quả ÷ kết quả cao nhất trong các đơn vị × ${formatPoints(max)}.`,
  words: 'so với đơn vị <cao|thấp> nhất',
  facts: plainFacts,
  score,
};

function score(_rule: Peer, { max, unit, direction }: RuleSetting): CompiledRule {
  return {
    points: (value, peer) => {
      if (value.kind !== 'figure' || !peer) return null;
      const { best } = peer;
      if (direction === 'lower') return compare(value, best) <= 0 ? max : shareOf(max, best, value);
      // Nobody has anything: there is nothing to be measured by.
      if (best.n <= 0) return 0;
      return shareOf(max, value, best);
    },
    explain: (value, peer) => {
      const text = figureText(value, unit);
      if (!peer) return text;
      const best = `${withUnit(peer.best, unit)} (đơn vị tốt nhất)`;
      return direction === 'lower'
        ? `${best} ÷ ${text} × ${formatPoints(max)}`
        : `${text} ÷ ${best} × ${formatPoints(max)}`;
    },
    least: 0,
    peer: true,
  };
}
