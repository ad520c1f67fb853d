/**
 * Recording a vote: its subject, the rule it is held to, the figures counted, and what comes of them while they are
 * typed.
 */

import { Button, Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { ChoiceField } from '../../choice-field.tsx';
import { Icon } from '../../icons.tsx';
import { LongTextField } from '../../long-text-field.tsx';
import { TextField } from '../../text-field.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { type VoteSubjects, voteSubjects } from '../vote-subjects.ts';
import { NEXT_VOTE, type VoteTexts } from '../vote-texts.ts';
import { COUNT_LABELS, countFields, ruleTyped, type VotePreview, votePreview } from '../vote-wanted.ts';
import { VoteRuleFields } from './vote-rule-fields.tsx';

export function VoteForm() {
  const styles = usePaneStyles();
  const { state, dispatch, actions, session } = usePane();
  const [missing, setMissing] = useState<string | null>(null);
  const { texts } = state;
  const preview = votePreview(texts);
  const type = (typed: Partial<VoteTexts & { who: string }>) => {
    setMissing(null);
    dispatch({ kind: 'typed', texts: typed });
  };
  const record = async () => {
    const subject = texts.voteSubject.trim();
    if (subject === '') return setMissing('Hãy ghi nội dung biểu quyết.');
    if (preview.kind !== 'counted') return setMissing(preview.message);
    if (texts.who.trim() === '') return setMissing('Hãy ghi họ tên người ghi kết quả biểu quyết.');
    const vote = { ...preview.vote, subject };
    const wanted = { vote, rule: preview.rule, who: texts.who.trim() };
    if (await actions.act('Đang ghi kết quả biểu quyết', () => session.vote(wanted))) {
      dispatch({ kind: 'typed', texts: NEXT_VOTE });
    }
  };
  const rule = ruleTyped(texts);
  const hasRule = rule.ok;
  // One thing after the other: no figures before the rule says which.
  const fields = rule.ok ? countFields(rule.value) : [];
  return (
    <div className={styles.section} style={{ paddingTop: 8 }}>
      <SubjectFields subject={texts.voteSubject} onType={(voteSubject) => type({ voteSubject })} />
      <VoteRuleFields />
      {hasRule ? null : <p className={styles.quiet}>Chọn hoặc ghi đủ quy tắc thì hiện các ô ghi số phiếu.</p>}
      <div className={styles.fields}>
        {fields.map((field) => (
          <TextField
            key={field}
            label={COUNT_LABELS[field]}
            inputMode="numeric"
            value={texts[field]}
            onType={(value) => type({ [field]: value })}
          />
        ))}
      </div>
      {preview.kind === 'counted' && preview.chairDecides ? (
        <Field label="Ý kiến của Chủ tịch Hội đồng">
          <RadioGroup value={texts.voteChair} onChange={(_, { value }) => type({ voteChair: value })}>
            <Radio value="yes" label="Đồng ý" />
            <Radio value="no" label="Không đồng ý" />
          </RadioGroup>
        </Field>
      ) : null}
      {hasRule ? (
        <>
          <Outcome preview={preview} />
          <TextField label="Người ghi (họ tên, chức vụ)" value={texts.who} onType={(value) => type({ who: value })} />
          <Button appearance="primary" disabled={state.work !== null} onClick={() => void record()}>
            Ghi kết quả
          </Button>
        </>
      ) : null}
      <div role="alert">
        {missing === null ? null : (
          <span className={styles.note}>
            <Icon name="error" />
            {missing}
          </span>
        )}
      </div>
    </div>
  );
}

const NOTHING: VoteSubjects = { subjects: [], empty: null };

function SubjectFields({ subject, onType }: { readonly subject: string; readonly onType: (subject: string) => void }) {
  const styles = usePaneStyles();
  const { workspace } = usePane().state;
  const { subjects, empty } = useMemo(
    () => (workspace?.run ? voteSubjects(workspace.run, workspace.queue) : NOTHING),
    [workspace],
  );
  const chosen = subjects.find(({ text }) => text === subject);
  return (
    <div className={styles.section}>
      <LongTextField label="Nội dung biểu quyết" value={subject} onType={onType} />
      {empty === null ? null : <p className={styles.quiet}>{empty}</p>}
      {subjects.length === 0 ? null : (
        <ChoiceField
          label="Hoặc chọn từ kết quả xếp hạng"
          value={chosen ? subject : ''}
          onPick={(value) => value !== '' && onType(value)}
        >
          <option value="">Chọn nội dung…</option>
          {subjects.map(({ text, errors }) => (
            <option key={text} value={text}>
              {errors > 0 ? `${text} (còn ${errors} lỗi chưa xử lý)` : text}
            </option>
          ))}
        </ChoiceField>
      )}
      {chosen && chosen.errors > 0 ? (
        <p className={styles.note}>
          <Icon name="stale" />
          {`Đơn vị này còn ${chosen.errors} lỗi Hội đồng chưa xử lý: điểm và xếp loại còn có thể thay đổi.`}
        </p>
      ) : null}
    </div>
  );
}

const SIGNS = { passed: 'done', failed: 'error', 'no-quorum': 'error', undecided: 'stale' } as const;

/** Read out when it changes; what is only not typed yet stays quiet. */
function Outcome({ preview }: { readonly preview: VotePreview }) {
  const styles = usePaneStyles();
  return (
    <div className={styles.card} role="status" aria-label="Kết quả theo số đã ghi">
      {preview.kind === 'waiting' ? <p className={styles.quiet}>{preview.message}</p> : null}
      {preview.kind === 'wrong' ? (
        <p className={styles.note}>
          <Icon name="error" />
          {preview.message}
        </p>
      ) : null}
      {preview.kind === 'counted' ? (
        <p className={styles.note}>
          <Icon name={SIGNS[preview.outcome.result]} />
          {preview.outcome.sentence}
        </p>
      ) : null}
    </div>
  );
}
