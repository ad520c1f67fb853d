/**
 * Plans of several kinds of writing at once: each figure has one fate, a fate that says what uses it is borne out by a
 * finding, and each finding's own figure has that fate and no other.
 */
import { expect, it } from 'vitest';
import { extractPlan, type PlanReading } from '../../../core/plan/extract-plan.ts';
import { type FigureFate, fatesOf } from '../../../core/plan/fate/fates.ts';
import { laidOut } from '../../../core/plan/laid-out.ts';
import { KINDS, planOf } from '../../fixtures/plan-grammar/kinds.ts';
import { type Random, random as randomOf } from '../../fixtures/random.ts';

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
/** Kinds that stand in an ordinary plan of a year. */
const ORDINARY = KINDS.filter(({ compose }) => {
  const { head, years, body } = compose(randomOf(1));
  return head === undefined && years === undefined && /^I\. /.test(body);
});

/** Three kinds below each other, their parts numbered through. */
function composed(random: Random): string {
  let part = 0;
  const bodies = [1, 2, 3].map(() =>
    random
      .pick(ORDINARY)
      .compose(random)
      .body.replace(/^[IVX]+\. /gmu, () => `${ROMAN[part++] ?? 'XX'}. `),
  );
  return planOf({ body: bodies.join('\n') });
}

const uses = (fate: FigureFate, as: string) => fate.fate.kind === 'used' && fate.fate.as === as;

/** Fates without a finding, and findings whose figure has another fate. */
function faultsIn(fates: readonly FigureFate[], { targets, quotas, classLadders }: PlanReading): readonly string[] {
  const holding = (place: number) =>
    fates.find(({ offset, written: { token } }) => offset <= place && place < offset + token.text.length);
  const unborne = fates.flatMap((fate) => {
    const { offset, written } = fate;
    const within = (found: { readonly offset: number; readonly text: string }) =>
      found.offset <= offset && offset < found.offset + found.text.length;
    const isBorne =
      (uses(fate, 'target') && targets.some(({ figureOffset }) => Math.abs(figureOffset - offset) < FAR)) ||
      (uses(fate, 'quota') && quotas.some((quota) => Math.abs(quota.offset - offset) < FAR || within(quota))) ||
      (uses(fate, 'class') && classLadders.some(within)) ||
      !['target', 'quota'].some((as) => uses(fate, as));
    return isBorne ? [] : [`no finding for ${written.token.text} in ${written.row} ${written.heading}`];
  });
  const stolen = targets.flatMap(({ figureOffset, text, value }) => {
    const own = holding(figureOffset);
    return own === undefined || uses(own, 'target') ? [] : [`${value} of “${text}” is ${JSON.stringify(own.fate)}`];
  });
  return [...unborne, ...stolen];
}
/** Characters from the place of a figure with its comparator to its digits. */
const FAR = 60;

it('each figure of several kinds of writing in one plan', () => {
  expect(ORDINARY.length).toBeGreaterThan(20);
  for (let seed = 1; seed <= 100; seed++) {
    const text = composed(randomOf(seed));
    const reading = extractPlan(text);
    const laid = laidOut(text, reading.movement.period);
    const fates = fatesOf(laid, reading);
    const places = fates.map(({ written: { token } }) => token);
    for (const { index } of laid.text.flat.matchAll(/\d+/g))
      expect(
        places.filter(({ start, end }) => start <= index && index < end).length,
        `${seed}: ${laid.text.flat.slice(index - 30, index + 10)}`,
      ).toBe(1);
    expect(faultsIn(fates, reading), `${seed}: ${text}`).toEqual([]);
  }
});
