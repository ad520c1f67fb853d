/** Sets of criteria taken over whole, row by row: every row with its points, its rule or its words, nothing of ours. */
import { describe, expect, it } from 'vitest';
import { proposeMovement } from '../../../core/dossier/propose/propose-movement.ts';
import { ruleWords } from '../../../core/dossier/rule-words.ts';
import type { Criterion } from '../../../core/movement/criteria-set.ts';
import { movementSchema } from '../../../core/movement/movement.ts';
import { validateMovement } from '../../../core/movement/validate.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { OWN_SETS } from '../../fixtures/own-sets.ts';

const propose = (text: string) => proposeMovement(extractPlan(text), { year: 2026 });

/** As the labels write it. */
function row(criterion: Criterion): string {
  const { rule, proposed, bonus, maxPoints, evidence, evidenceHint = '' } = criterion;
  const cap = rule.kind === 'deduction' ? rule.cap : 0;
  const points = cap > 0 ? `−${cap / 100}` : `${bonus ? '+' : ''}${maxPoints / 100}`;
  const isKept = rule.kind === 'council-graded' && rule.words !== undefined;
  const words = cap === 0 && proposed === 'rule' ? '?' : isKept ? '=' : ruleWords(rule, criterion);
  const shown = evidence === 'none' || OUR_EVIDENCE.test(evidenceHint) ? '' : evidenceHint;
  return `${points} | ${words} | ${shown}`.trimEnd();
}
/** What we ask to be shown where the set does not say. */
const OUR_EVIDENCE =
  /^(?:Văn bản, hình ảnh|Số liệu, danh sách|Danh sách tổng hợp|Ảnh chụp số liệu|Danh sách tham gia, giấy)/u;

describe.each(OWN_SETS.map((set) => [set.name, set] as const))('%s', (_, { audience, text, rows, total }) => {
  const movement = movementSchema.parse(propose(text));
  const set = movement.criteriaSets.find((criteriaSet) => criteriaSet.audience === audience);
  it('is taken over whole', () => {
    expect(set?.criteria.map(row)).toEqual(rows);
    expect(set?.total).toBe(total === undefined ? undefined : total * 100);
  });
  it('has nothing of ours beside it, and is sound', () => {
    expect(movement.criteriaSets.map((criteriaSet) => criteriaSet.audience)).toEqual([audience]);
    expect(set?.criteria.filter(({ proposed }) => proposed === true)).toEqual([]);
    expect(validateMovement(movement)).toEqual([]);
  });
});

it('reports sums that differ from the declared totals, and corrects none', () => {
  const wrong = OWN_SETS.find(({ total }) => total === 95);
  const notes = propose(wrong?.text ?? '').warnings.map(({ message }) => message);
  expect(notes.join('\n')).toMatch(/ghi nhóm “Tiêu chí 1\. Phòng ngừa” 50 điểm, các điểm ghi trong đó cộng lại là 45/u);
});
