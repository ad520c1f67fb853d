/**
 * The rule of a vote: a rule stored in the workbook, or the council's own, typed in. Our proposals are offered, never
 * used by themselves.
 */
import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { isProposal, RULE_WORDS } from '../../../core/council/rule-words.ts';
import { DEFAULT_VOTE_RULES, type VoteRule } from '../../../core/council/vote-rule.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { EMPTY_VOTE, type VoteTexts } from '../vote-texts.ts';
import { planRule, ruleTexts, ruleTyped } from '../vote-wanted.ts';

const CHOICES = [
  ['ruleOver', 'Tính là đạt khi', RULE_WORDS.over],
  ['ruleOf', 'Tính trên', RULE_WORDS.of],
  ['ruleBallot', 'Hình thức', RULE_WORDS.ballot],
  ['ruleProxies', 'Thành viên vắng mặt', RULE_WORDS.proxies],
  ['ruleWritten', 'Ý kiến bằng văn bản', RULE_WORDS.written],
  ['ruleTie', 'Khi ngang mức', RULE_WORDS.tie],
] as const satisfies readonly (readonly [keyof VoteTexts, string, Readonly<Record<string, string>>])[];

/** Value of the list for what is typed by hand. */
const OWN = '';

export function VoteRuleFields() {
  const styles = usePaneStyles();
  const { state, dispatch } = usePane();
  const { texts } = state;
  const kept = state.workspace?.voteRules ?? [];
  const movement = state.workspace?.movement ?? null;
  const plan = movement && planRule(movement);
  const planned = plan && kept.every(({ name }) => name !== plan.name) ? [plan] : [];
  const type = (typed: Partial<VoteTexts>) => dispatch({ kind: 'typed', texts: typed });
  const byName = (rules: readonly VoteRule[]) => rules.find(({ name }) => name === texts.ruleName.trim());
  const chosen = byName(kept)
    ? `kept:${texts.ruleName.trim()}`
    : byName(planned)
      ? `planned:${texts.ruleName.trim()}`
      : byName(DEFAULT_VOTE_RULES)
        ? `proposed:${texts.ruleName.trim()}`
        : OWN;
  // Nothing typed yet: the proposals and the stored rules come first, the ten empty fields only on request.
  const isBegun = Object.keys(EMPTY_RULE).some((field) => texts[field as keyof VoteTexts] !== '');
  // Fills in the plan's own threshold, so that nobody has to look for it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the fields are shown
  useEffect(() => {
    if (plan && kept.length === 0 && !isBegun) type(ruleTexts(plan));
  }, []);
  const [isOpen, setOpen] = useState(isBegun && (chosen === OWN || !ruleTyped(texts).ok));
  const pick = (value: string) => {
    const [from, name] = [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)];
    const rules = from === 'kept' ? kept : from === 'planned' ? planned : DEFAULT_VOTE_RULES;
    const rule = rules.find((one) => one.name === name);
    if (rule && value !== OWN) type(ruleTexts(rule));
    else if (chosen !== OWN) type(EMPTY_RULE);
    setOpen(value === OWN);
  };
  return (
    <>
      <Field label="Quy tắc biểu quyết">
        <Select value={chosen} onChange={(_, { value }) => pick(value)}>
          <option value={OWN}>Tự ghi theo quy chế của Hội đồng</option>
          {planned.length === 0 ? null : (
            <optgroup label="Của kế hoạch">
              {planned.map(({ name }) => (
                <option key={name} value={`planned:${name}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
          {kept.length === 0 ? null : (
            <optgroup label="Đã ghi trong sổ">
              {kept.map(({ name }) => (
                <option key={name} value={`kept:${name}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
          <optgroup label="Gợi ý, không phải quy định">
            {DEFAULT_VOTE_RULES.filter(({ name }) => kept.every((rule) => rule.name !== name)).map(({ name }) => (
              <option key={name} value={`proposed:${name}`}>
                {name}
              </option>
            ))}
          </optgroup>
        </Select>
      </Field>
      {plan !== null && texts.ruleName.trim() === plan.name ? (
        <p className={styles.quiet}>
          {`Mức đồng ý lấy theo kế hoạch${movement?.vote?.of == null ? ', kế hoạch không nói tính trên số nào' : ''}. Hình thức, ủy quyền, ý kiến bằng văn bản, khi ngang mức: kế hoạch không nói, đang theo gợi ý; xem lại ở “Nội dung quy tắc”.`}
        </p>
      ) : null}
      {isProposal(texts.ruleSource.trim()) ? (
        <p className={styles.quiet}>
          Đây là gợi ý, không phải quy định: không có mức chung của cả nước. Hãy sửa theo quy chế của Hội đồng.
        </p>
      ) : null}
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>Nội dung quy tắc</summary>
        <div className={styles.section} style={{ paddingTop: 8 }}>
          <Field label="Tên quy tắc">
            <Input value={texts.ruleName} onChange={(_, { value }) => type({ ruleName: value })} />
          </Field>
          <div className={styles.fields}>
            <Field label="Mức đồng ý" hint="Ví dụ 2/3 hoặc 80 %">
              <Input value={texts.ruleThreshold} onChange={(_, { value }) => type({ ruleThreshold: value })} />
            </Field>
            <Field label="Tham gia ít nhất" hint="Trống: không yêu cầu">
              <Input value={texts.ruleQuorum} onChange={(_, { value }) => type({ ruleQuorum: value })} />
            </Field>
          </div>
          {CHOICES.map(([field, label, words]) => (
            <Field key={field} label={label}>
              <Select value={texts[field]} onChange={(_, { value }) => type({ [field]: value })}>
                <option value="">Chọn…</option>
                {Object.entries(words).map(([key, word]) => (
                  <option key={key} value={key}>
                    {word}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
          <Field label="Căn cứ" hint="Ví dụ: Quy chế làm việc của Hội đồng, Điều 8">
            <Textarea
              rows={2}
              resize="vertical"
              value={texts.ruleSource}
              onChange={(_, { value }) => type({ ruleSource: value })}
            />
          </Field>
        </div>
      </details>
    </>
  );
}

const EMPTY_RULE: Partial<VoteTexts> = Object.fromEntries(
  Object.entries(EMPTY_VOTE).filter(([name]) => name.startsWith('rule')),
);
