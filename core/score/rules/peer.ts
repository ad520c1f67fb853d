/** SR-11: value ÷ best value among the units × max (best ÷ value where lower is better). The best is a matter of the whole set: peer-best.ts. */
import { formatPoints } from '../../quantity/points.ts';
import { compare, shareOf } from '../../quantity/quantity.ts';
import { figureText, withUnit } from '../wording.ts';
import type { RuleCompiler } from './compiled-rule.ts';

export const peer: RuleCompiler<'peer'> = (_rule, { max, unit, direction }) => ({
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
});
