/** Kinds of writing of strangers, composed: in each a reader finds what is set, and nothing else. */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { KINDS, planOf } from '../../fixtures/plan-grammar/kinds.ts';
import { random } from '../../fixtures/random.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

describe.each(KINDS)('$name', ({ compose }) => {
  it.each(SEEDS)('is read (%d)', (seed) => {
    const composed = compose(random(seed));
    const text = planOf(composed);
    const { targets, quotas, deadlines, leftovers, setAside, movement } = extractPlan(text);
    expect(
      targets.map(({ comparator, value, unit, deadline }) => `${comparator} ${value} ${unit} ${deadline}`),
      text,
    ).toEqual(composed.targets ?? []);
    expect(
      quotas.map(({ max, kind }) => `${max} ${kind}`),
      text,
    ).toEqual(composed.quotas ?? []);
    if (composed.deadlines)
      expect(
        deadlines.map(({ what, opens, when }) => `${what} ${opens ? `${opens}..` : ''}${dayOf(when)}`),
        text,
      ).toEqual(composed.deadlines);
    expect(
      leftovers.map(({ why }) => why),
      text,
    ).toEqual(composed.leftovers ?? []);
    if (composed.texts)
      expect(
        targets.map((target) => target.text),
        text,
      ).toEqual(composed.texts);
    if (composed.setAside)
      expect(
        setAside.map(({ value }) => value),
        text,
      ).toEqual(composed.setAside);
    if (composed.commune) expect(movement.issuer.commune, text).toBe(composed.commune);
    if (composed.issuingBody !== undefined) expect(movement.issuer.body ?? null, text).toBe(composed.issuingBody);
    if (composed.period) expect(`${movement.period.from}..${movement.period.to}`, text).toBe(composed.period);
  });
});

it('a figure in a cell beside the name of its row is of what the row names', () => {
  const rows = [
    'TT\tNội dung\tChỉ tiêu\tThời gian hoàn thành',
    '1\tHộ gia đình đăng ký gia đình văn hóa\t95% số hộ\tTrước 20/3/2026',
    '2\tGiám sát dịch vụ công trực tuyến\tÍt nhất 02 cuộc, 1.200 lượt người dự\t30/6/2026',
  ];
  const { targets } = extractPlan(planOf({ body: `I. CHỈ TIÊU\n${rows.join('\n')}` }));
  expect(targets.map(({ value, subject }) => [value, /^[^:]+/.exec(subject)?.[0]])).toEqual([
    [95, 'Hộ gia đình đăng ký gia đình văn hóa'],
    [2, 'Giám sát dịch vụ công trực tuyến'],
    [1200, 'Giám sát dịch vụ công trực tuyến'],
  ]);
});

function dayOf(when: object): string {
  return Object.values(when).join(' ');
}
