/**
 * SR-35: so many points at a figure; beyond it so many more, short of it so many less, for each whole step. Without
 * steps on a side the points stay. “Đạt 85 %: 20 điểm, cứ giảm 1 % trừ 1 điểm”; “đến 5 bài: 3 điểm, cứ thêm 2 bài cộng
 * 1 điểm, tối đa 10”.
 */
import * as z from 'zod/mini';
import { formatPoints, type Points } from '../../base/quantity/points.ts';
import { compare, minus, type Quantity, quantityOf } from '../../base/quantity/quantity.ts';
import type { CheckSetting } from '../validate/check-setting.ts';
import type { MovementFinding } from '../validate/finding.ts';
import { checkChoices, figure } from '../validate/points.ts';
import {
  asItIs,
  type CompiledRule,
  FIGURES,
  plainFacts,
  type RuleKind,
  type RuleSetting,
  type SentenceSetting,
} from './rule-kind.ts';
import { pointsSchema } from './shapes.ts';
import { amountText, figureText, withUnit } from './wording.ts';

export interface BaseSteps {
  readonly kind: 'base-steps';
  /** The figure, in the criterion's unit, and the points it earns, in hundredths. */
  readonly at: number;
  readonly points: Points;
  /** For each whole step beyond it. */
  readonly gainStep?: number | undefined;
  readonly gain?: Points | undefined;
  /** For each whole step short of it. */
  readonly lossStep?: number | undefined;
  readonly loss?: Points | undefined;
  /** Most that falling short takes away; absent = all points. */
  readonly lossCap?: Points | undefined;
}

const step = z.optional(z.number().check(z.positive()));

export const baseSteps: RuleKind<BaseSteps> = {
  shape: () =>
    z.object({
      kind: z.literal('base-steps'),
      at: z.number(),
      points: pointsSchema,
      gainStep: step,
      gain: z.optional(pointsSchema),
      lossStep: step,
      loss: z.optional(pointsSchema),
      lossCap: z.optional(pointsSchema),
    }),
  measures: FIGURES,
  usual: 'count',
  goals: ({ at }) => [at],
  givesAllAt: ({ at, points }, limit, { max, lower }) => points >= max && (lower ? limit <= at : limit >= at),
  mapPoints: ({ points: base, gain, loss, lossCap, ...rule }, points) => ({
    ...rule,
    points: points(base),
    ...(gain === undefined ? {} : { gain: points(gain) }),
    ...(loss === undefined ? {} : { loss: points(loss) }),
    ...(lossCap === undefined ? {} : { lossCap: points(lossCap) }),
  }),
  mapDays: asItIs,
  check,
  sentence,
  words:
    'theo bậc, <từ|đến> {at:figure}: {points:points}[, cứ <thêm|giảm> {gainStep:figure} cộng {gain:points}][, cứ <thiếu|vượt> {lossStep:figure} trừ {loss:points}[, trừ tối đa {lossCap:points}]]',
  facts: plainFacts,
  score,
};

function check(
  { points, gain, gainStep, loss, lossStep }: BaseSteps,
  { max, where }: CheckSetting,
): readonly MovementFinding[] {
  if ((gain === undefined) !== (gainStep === undefined) || (loss === undefined) !== (lossStep === undefined))
    return [figure(where, 'Mỗi bậc cộng hoặc trừ phải có cả bước và số điểm.', 'Ghi như “cứ thêm 2 cộng 1”.')];
  if ((gain ?? 1) <= 0 || (loss ?? 1) <= 0)
    return [figure(where, 'Điểm cộng, điểm trừ mỗi bậc phải lớn hơn 0.', 'Ghi số điểm dương.')];
  if (gain === undefined && loss === undefined)
    return [figure(where, 'Cách chấm này chưa có bậc cộng hoặc trừ nào.', 'Ghi như “cứ thiếu 1 % trừ 1”.')];
  return checkChoices([{ name: 'Mức gốc', points: gain === undefined ? points : Math.max(points, max) }], max, where);
}

function sentence(
  { at, points, gain, gainStep, loss, lossStep, lossCap }: BaseSteps,
  { max, unit, lower }: SentenceSetting,
) {
  const side = loss === undefined ? (lower ? 'Từ' : 'Đến') : lower ? 'Không quá' : 'Đạt';
  const more =
    gain === undefined
      ? ''
      : `; cứ ${lower ? 'giảm' : 'thêm'} ${amountText(gainStep ?? 0, unit)} cộng ${formatPoints(gain)} điểm, tối đa ${formatPoints(max)} điểm`;
  const less =
    loss === undefined
      ? ''
      : `; cứ ${lower ? 'vượt' : 'thiếu'} ${amountText(lossStep ?? 0, unit)} trừ ${formatPoints(loss)} điểm${lossCap === undefined ? '' : `, trừ tối đa ${formatPoints(lossCap)} điểm`}`;
  return `${side} ${amountText(at, unit)}: ${formatPoints(points)} điểm${more}${less}.`;
}

function score(rule: BaseSteps, { max, unit, direction }: RuleSetting): CompiledRule {
  const at = quantityOf(rule.at);
  const lower = direction === 'lower';
  const points = (value: Quantity): Points => {
    const beyond = lower ? minus(at, value) : minus(value, at);
    const { gain = 0, gainStep = 1, loss = 0, lossStep = 1, lossCap = max } = rule;
    const earned =
      beyond.n >= 0
        ? rule.points + stepsIn(beyond, quantityOf(gainStep), gain, max) * gain
        : rule.points -
          Math.min(lossCap, stepsIn({ n: -beyond.n, d: beyond.d }, quantityOf(lossStep), loss, max) * loss);
    return Math.min(max, Math.max(0, earned));
  };
  return {
    points: (value) => (value.kind === 'figure' ? points(value) : null),
    ofFraction: (n, d) => points({ n, d }),
    explain: (value) => {
      const text = figureText(value, unit);
      if (value.kind !== 'figure') return text;
      const difference = compare(value, at);
      return `${text} ${difference === 0 ? '=' : difference > 0 ? '>' : '<'} ${withUnit(at, unit)}`;
    },
    least: 0,
  };
}

/** Whole steps in a distance; no more of them than points can change. Exact by comparing products. */
function stepsIn(distance: Quantity, size: Quantity, number: Points, max: Points): number {
  if (number <= 0) return 0;
  const most = Math.ceil(max / number);
  const about = Math.min(most, Math.floor((distance.n * size.d) / (distance.d * size.n)));
  const holds = (steps: number) => compare({ n: steps * size.n, d: size.d }, distance) <= 0;
  if (about < most && holds(about + 1)) return about + 1;
  return holds(about) ? about : Math.max(0, about - 1);
}
