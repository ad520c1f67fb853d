/**
 * Every rule kind is a separate file and is handled correctly wherever kinds differ: a kind without a case does not
 * compile.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ruleDocument } from '../../../../../cli/movement/movements-json.ts';
import { readRule } from '../../../../../core/dossier/read-rule.ts';
import { ruleWords } from '../../../../../core/dossier/rule-words.ts';
import { kindOf, partsOf, RULE_KINDS, ruleSchema, type ScoringRule } from '../../../../../core/movement/rule.ts';
import { checkRule } from '../../../../../core/movement/validate/rule.ts';
import { scaleRule } from '../../../../../session/book/scale-rule.ts';
import { criterion, score } from '../sets.ts';
import { RULE_CASES, type RuleCase } from './rule-cases.ts';

const HELPERS = ['composer', 'rule-kind', 'shapes', 'value', 'wording'];

it('each kind is a file of its name', () => {
  const files = readdirSync(new URL('../../../../../core/movement/rules', import.meta.url))
    .map((name) => name.replace('.ts', ''))
    .filter((name) => !HELPERS.includes(name));
  expect(Object.keys(RULE_KINDS).sort()).toEqual(files.sort());
});

describe.each(Object.entries(RULE_CASES) as [string, RuleCase<ScoringRule>][])('%s', (kind, ruleCase) => {
  const { rule, max, measure, entry, peers, points } = ruleCase;
  const earned = (of: ScoringRule, most: number) =>
    score(criterion('1', most, of, { measure, unit: measure === 'percentage' ? '%' : 'lần' }), entry, { peers })
      .computed;
  const setting = { measure, max, direction: 'higher', target: null, where: '' } as const;

  it('is read as it is written', () => {
    expect(rule.kind).toBe(kind);
    expect(ruleSchema.parse(JSON.parse(JSON.stringify(rule)))).toEqual(rule);
  });
  it('earns its points, and in proportion when rescaled', () => {
    expect(earned(rule, max)).toBe(points);
    expect(earned(scaleRule(rule, 500, 1000), 2 * max)).toBe(points === null ? null : 2 * points);
  });
  it('is explained in the form', () => {
    const unit = measure === 'percentage' ? '%' : 'lần';
    expect(kindOf(rule).sentence(rule, { max, unit, lower: false })).toBe(ruleCase.sentence);
  });
  it('is written in the dossier and read back alike', () => {
    for (const direction of ['higher', 'lower'] as const) {
      const where = { measure, direction, unit: 'lần', maxPoints: max };
      const alone = partsOf(rule).length > 0 ? { ...rule, parts: [] } : rule;
      expect(readRule(ruleWords(rule, where), where)).toEqual({ ok: true, value: alone });
    }
  });
  it('is checked when criteria are written', () => {
    expect(checkRule(rule, setting)).toEqual([]);
    expect(ruleCase.slip && checkRule(ruleCase.slip[0], setting).map(({ code }) => code)).toEqual(
      ruleCase.slip && [ruleCase.slip[1]],
    );
  });
  it('has its goals, and gives all points at them or says no', () => {
    expect(kindOf(rule).goals(rule)).toEqual(ruleCase.goals);
    const all = ruleCase.goals.map((goal) => kindOf(rule).givesAllAt(rule, goal, { max, lower: false }));
    expect(all).toEqual(ruleCase.goals.map(() => true));
  });
  it('is written as plain numbers of points', () => {
    expect(ruleDocument(rule)).toEqual(ruleCase.json ?? rule);
  });
  it('is measured by what it usually is, or by what its case is', () => {
    expect(kindOf(rule).measures).toContain(measure);
    expect(kindOf(rule).measures).toContain(kindOf(rule).usual);
  });
  it('says how its parts count, when it has any', () => {
    const { joins } = kindOf(rule).facts(rule);
    expect(joins === null).toBe(partsOf(rule).length === 0);
    expect(joins === null).toBe(typeof kindOf(rule).score === 'function');
  });
});
