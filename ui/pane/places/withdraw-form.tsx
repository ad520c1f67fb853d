/**
 * Withdraws a decision or a vote, folded until needed: a reason, a name, and another line in the log. What is typed
 * stays until it is recorded.
 */

import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { WithdrawWanted } from '../../../session/council/review.ts';
import { LongTextField } from '../../long-text-field.tsx';
import { usePane } from '../pane-context.ts';
import { EMPTY_DRAFT } from '../state.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { MissingNote } from './missing-note.tsx';
import { WhoField } from './who-field.tsx';

interface WithdrawFormProps {
  readonly id: string;
  /** `Rút quyết định`. */
  readonly label: string;
  readonly onSend: (wanted: WithdrawWanted, key: string) => Promise<boolean>;
}

export function WithdrawForm({ id, label, onSend }: WithdrawFormProps) {
  const styles = usePaneStyles();
  const { state, dispatch } = usePane();
  const [missing, setMissing] = useState<string | null>(null);
  const key = `withdraw:${id}`;
  const reason = (state.drafts.get(key) ?? EMPTY_DRAFT).reason;
  const who = state.texts.who.trim();
  const send = () => {
    if (reason.trim() === '') return setMissing('Hãy ghi lý do rút.');
    if (who === '') return setMissing('Hãy ghi họ tên người rút.');
    setMissing(null);
    void onSend({ id, reason: reason.trim(), who }, key);
  };
  return (
    <details>
      <summary>{label}</summary>
      <div className={styles.section} style={{ paddingTop: 8 }}>
        <LongTextField
          label="Lý do rút"
          required
          value={reason}
          onType={(value) => dispatch({ kind: 'drafted', key, draft: { reason: value } })}
        />
        <WhoField />
        <Button disabled={state.work !== null} onClick={send}>
          {label}
        </Button>
        <MissingNote text={missing} />
      </div>
    </details>
  );
}
