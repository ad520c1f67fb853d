/** Rules in plans' own words: each form reads its examples, and no other form takes them. */
import { describe, expect, it } from 'vitest';
import { readRuleText } from '../../../../core/dossier/rule-text/read-rule-text.ts';
import { RULE_FORMS } from '../../../../core/dossier/rule-text/rule-forms.ts';
import { ruleWords } from '../../../../core/dossier/rule-words.ts';
import type { Example } from './example.ts';
import { EXAMPLES, KEPT_AS_WORDS } from './examples.ts';

const read = ({ words, max = 10, title = 'Nội dung', deducts = false }: Omit<Example, 'rule' | 'measure'>) =>
  readRuleText(words, { max: max * 100, title, deducts });

it('every form has its examples, and every example its form', () => {
  expect(Object.keys(EXAMPLES)).toEqual(RULE_FORMS.map(({ id }) => id));
});

describe.each(Object.entries(EXAMPLES))('%s', (form, examples) => {
  it.each(examples.map((example) => [example.words, example] as const))('%s', (_, example) => {
    const worded = read(example);
    expect(
      worded && {
        form: worded.form,
        measure: worded.measure,
        rule: ruleWords(worded.rule, { ...worded, maxPoints: 1000 }),
      },
    ).toEqual({ form, measure: example.measure, rule: example.rule });
  });
});

it.each(KEPT_AS_WORDS)('stays in the plan’s words: %s', (words) => {
  expect(read({ words })).toBeNull();
});
