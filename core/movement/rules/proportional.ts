/**
 * SR-04, SR-27: value ÷ full × max, capped; below the floor nothing. Where lower is better full ÷ value × max, above
 * the floor nothing; a full of 0 is then reached by 0 alone.
 */
import { formatPoints } from '../../base/quantity/points.ts';
import {
  compare,
  compareFraction,
  type Quantity,
  quantityOf,
  shareOf,
  shareOfFraction,
} from '../../base/quantity/quantity.ts';
import { figureText, withUnit } from './wording.ts';

const HUNDRED: Quantity = { n: 100, d: 1 };

import * as z from 'zod/mini';
import { formatNumber } from '../../base/quantity/points.ts';
import type { CheckSetting } from '../validate/check-setting.ts';
import type { MovementFinding } from '../validate/finding.ts';
import { figure } from '../validate/points.ts';
import {
  asItIs,
  type CompiledRule,
  FIGURES,
  PLAIN,
  type RuleKind,
  type RuleSetting,
  type SentenceSetting,
} from './rule-kind.ts';
import { amountText } from './wording.ts';

export interface Proportional {
  readonly kind: 'proportional';
  readonly full: number;
  readonly floor?: number | undefined;
}

export const proportional: RuleKind<Proportional> = {
  shape: () => z.object({ kind: z.literal('proportional'), full: z.number(), floor: z.optional(z.number()) }),
  measures: FIGURES,
  usual: 'amount',
  goals: ({ full }) => [full],
  givesAllAt: ({ full }, limit, { lower }) => (lower ? limit <= full : limit >= full),
  mapPoints: asItIs,
  mapDays: asItIs,
  check,
  sentence,
  words:
    '(|điểm )theo tỷ lệ(,||:) (|được )đủ điểm (|khi )<từ|đến> {full:figure}[, 0 điểm <dưới|trên> {floor:figure~50 %}]',
  facts: () => ({ ...PLAIN, inProportion: true }),
  score,
};

function score(rule: Proportional, { max, unit, direction }: RuleSetting): CompiledRule {
  const full = quantityOf(rule.full);
  const floor = rule.floor === undefined ? null : quantityOf(rule.floor);
  const fullText = withUnit(full, unit);
  const floorText = floor ? withUnit(floor, unit) : '';
  const pointsText = formatPoints(max);
  const lower = direction === 'lower';
  // The plain share of 100 % reads `18/20 = 90 % × 20`.
  const ofWhole = !lower && unit === '%' && compare(full, HUNDRED) === 0;

  const reaches = (n: number, d: number) =>
    lower ? compareFraction(n, d, full) <= 0 : compareFraction(n, d, full) >= 0;
  const beyondFloor = (n: number, d: number) =>
    floor !== null && (lower ? compareFraction(n, d, floor) > 0 : compareFraction(n, d, floor) < 0);
  const ofFraction = (n: number, d: number) => {
    if (reaches(n, d)) return max;
    if (beyondFloor(n, d)) return 0;
    return lower ? shareOf(max, full, { n, d }) : shareOfFraction(max, n, d, full);
  };

  return {
    points: (value) => (value.kind === 'figure' ? ofFraction(value.n, value.d) : null),
    ofFraction,
    explain: (value) => {
      const text = figureText(value, unit);
      if (value.kind !== 'figure') return text;
      if (reaches(value.n, value.d)) return `${text} ${lower ? '≤' : '≥'} ${fullText}`;
      if (beyondFloor(value.n, value.d)) return `${text} ${lower ? '>' : '<'} mức sàn ${floorText}`;
      if (ofWhole) return `${text} × ${pointsText}`;
      return lower ? `${fullText} ÷ ${text} × ${pointsText}` : `${text} ÷ ${fullText} × ${pointsText}`;
    },
    least: 0,
  };
}

/** Where less is better the floor lies above the full figure, and 0 can be the full figure ("không còn hộ …"). */
function check({ full, floor }: Proportional, { where, direction }: CheckSetting): readonly MovementFinding[] {
  const isLower = direction === 'lower';
  if (isLower ? full < 0 : full <= 0) {
    return [
      figure(
        where,
        `Mức được điểm tối đa là ${formatNumber(full)}, ${isLower ? 'không được âm' : 'phải lớn hơn 0'}.`,
        'Ghi mức cần đạt để được điểm tối đa.',
      ),
    ];
  }
  if (floor === undefined || (isLower ? floor >= full : floor <= full)) return [];
  const [side, wanted] = isLower ? ['thấp hơn', 'cao hơn'] : ['cao hơn', 'thấp hơn'];
  const message = `Mức sàn ${formatNumber(floor)} ${side} mức được điểm tối đa ${formatNumber(full)}.`;
  return [figure(where, message, `Đặt mức sàn ${wanted} mức được điểm tối đa${isLower ? ' (càng ít càng tốt)' : ''}.`)];
}

function sentence(rule: Proportional, { max, unit, lower }: SentenceSetting): string {
  const top = formatPoints(max);
  const full = amountText(rule.full, unit);
  const floor = rule.floor === undefined ? '' : `; ${lower ? 'trên' : 'dưới'} ${amountText(rule.floor, unit)}: 0 điểm`;
  return lower
    ? `Không quá ${full}: ${top} điểm; cao hơn: ${full} ÷ Kết quả × ${top}${floor}.`
    : `Từ ${full} trở lên: ${top} điểm; thấp hơn: Kết quả ÷ ${full} × ${top}${floor}.`;
}
