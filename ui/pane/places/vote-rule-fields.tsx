/**
 * The rule of a vote: a rule stored in the workbook, or the council's own, typed in. Our proposals are offered, never
 * used by themselves.
 */

import { useEffect, useState } from 'react';
import { isProposal, RULE_WORDS } from '../../../core/council/rule-words.ts';
import { DEFAULT_VOTE_RULES, type VoteRule } from '../../../core/council/vote-rule.ts';
import { ChoiceField } from '../../choice-field.tsx';
import { LongTextField } from '../../long-text-field.tsx';
import { TextField } from '../../text-field.tsx';
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
  const ownRules = state.workspace?.voteRules ?? [];
  const movement = state.workspace?.movement ?? null;
  const plan = movement && planRule(movement);
  const planned = plan && ownRules.every(({ name }) => name !== plan.name) ? [plan] : [];
  const proposed = DEFAULT_VOTE_RULES.filter(({ name }) => ownRules.every((rule) => rule.name !== name));
  const type = (typed: Partial<VoteTexts>) => dispatch({ kind: 'typed', texts: typed });
  const byName = (rules: readonly VoteRule[]) => rules.find(({ name }) => name === texts.ruleName.trim());
  const chosen = byName(ownRules)
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
    if (plan && ownRules.length === 0 && !isBegun) type(ruleTexts(plan));
  }, []);
  const [isOpen, setOpen] = useState(isBegun && (chosen === OWN || !ruleTyped(texts).ok));
  const pick = (value: string) => {
    const [from, name] = [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)];
    const rules = from === 'kept' ? ownRules : from === 'planned' ? planned : DEFAULT_VOTE_RULES;
    const rule = rules.find((rule) => rule.name === name);
    if (rule && value !== OWN) type(ruleTexts(rule));
    else if (chosen !== OWN) type(EMPTY_RULE);
    setOpen(value === OWN);
  };
  return (
    <>
      <ChoiceField label="Quy tắc biểu quyết" value={chosen} onPick={(value) => pick(value)}>
        <option value={OWN}>Tự ghi theo quy chế của Hội đồng</option>
        <RuleGroup label="Của kế hoạch" from="planned" rules={planned} />
        <RuleGroup label="Đã ghi trong sổ" from="kept" rules={ownRules} />
        <RuleGroup label="Gợi ý, không phải quy định" from="proposed" rules={proposed} />
      </ChoiceField>
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
          <RuleContent texts={texts} onType={type} />
        </div>
      </details>
    </>
  );
}

interface RuleContentProps {
  readonly texts: VoteTexts;
  readonly onType: (typed: Partial<VoteTexts>) => void;
}

function RuleContent({ texts, onType }: RuleContentProps) {
  const styles = usePaneStyles();
  return (
    <>
      <TextField label="Tên quy tắc" value={texts.ruleName} onType={(value) => onType({ ruleName: value })} />
      <div className={styles.fields}>
        <TextField
          label="Mức đồng ý"
          hint="Ví dụ 2/3 hoặc 80 %"
          value={texts.ruleThreshold}
          onType={(value) => onType({ ruleThreshold: value })}
        />
        <TextField
          label="Tham gia ít nhất"
          hint="Trống: không yêu cầu"
          value={texts.ruleQuorum}
          onType={(value) => onType({ ruleQuorum: value })}
        />
      </div>
      {CHOICES.map(([field, label, words]) => (
        <ChoiceField key={field} label={label} value={texts[field]} onPick={(value) => onType({ [field]: value })}>
          <option value="">Chọn…</option>
          {Object.entries(words).map(([key, word]) => (
            <option key={key} value={key}>
              {word}
            </option>
          ))}
        </ChoiceField>
      ))}
      <LongTextField
        label="Căn cứ"
        hint="Ví dụ: Quy chế làm việc của Hội đồng, Điều 8"
        value={texts.ruleSource}
        onType={(value) => onType({ ruleSource: value })}
      />
    </>
  );
}

/** Rules of one origin, as choices of a list. */
function RuleGroup({
  label,
  from,
  rules,
}: {
  readonly label: string;
  readonly from: string;
  readonly rules: readonly VoteRule[];
}) {
  return rules.length === 0 ? null : (
    <optgroup label={label}>
      {rules.map(({ name }) => (
        <option key={name} value={`${from}:${name}`}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}

const EMPTY_RULE: Partial<VoteTexts> = Object.fromEntries(
  Object.entries(EMPTY_VOTE).filter(([name]) => name.startsWith('rule')),
);
