/** The one question for all rows of a plan's scale without a rule in words: answered once, kept, taken back. */
import { expect, it } from 'vitest';
import { keptPlan, readKeptPlan } from '../../session/plan/kept-plan.ts';
import { readDraft, withUnruled } from '../../session/plan/plan-draft.ts';
import { draftMovement } from '../../session/plan/scan-numbers.ts';
import { ANNEXES } from '../fixtures/marked-plans.ts';
import { sure } from './session-hosts.ts';

const draft = sure(readDraft('ke-hoach.txt', ANNEXES.text));
const kindsOf = (one: typeof draft) =>
  new Set(
    draftMovement(one, 2026).movement.criteriaSets.flatMap(({ criteria }) =>
      criteria.filter(({ proposed }) => proposed === 'rule').map(({ rule }) => rule.kind),
    ),
  );

it('one answer holds for all of them, after the browser was closed too', () => {
  for (const [unruled, kind] of [
    ['yes-no', 'yes-no'],
    ['council', 'council-graded'],
  ] as const) {
    const answered = withUnruled(draft, unruled);
    expect(kindsOf(answered)).toEqual(new Set([kind]));
    expect(readKeptPlan(structuredClone(keptPlan(answered, '2026-03-01T08:00:00Z')))?.draft.unruled).toBe(unruled);
  }
  expect(kindsOf(withUnruled(withUnruled(draft, 'council'), undefined))).toEqual(kindsOf(draft));
});
