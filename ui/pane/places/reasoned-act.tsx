/** An act that needs a reason and a name, folded until needed. What is typed stays until it is recorded. */
import { useState } from 'react';
import { LongTextField } from '../../long-text-field.tsx';
import { usePane } from '../pane-context.ts';
import { EMPTY_DRAFT } from '../state.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { RecordAct } from './record-act.tsx';

interface ReasonedActProps {
  /** Key of the draft that holds the reason. */
  readonly draftKey: string;
  /** `Rút quyết định`. */
  readonly label: string;
  /** The act in the words of the reason and the name: `rút`. */
  readonly deed: string;
  readonly onRecord: (act: { readonly reason: string; readonly who: string }) => void;
}

export function ReasonedAct({ draftKey, label, deed, onRecord }: ReasonedActProps) {
  const styles = usePaneStyles();
  const { state, dispatch } = usePane();
  const [missing, setMissing] = useState<string | null>(null);
  const { reason } = state.drafts.get(draftKey) ?? EMPTY_DRAFT;
  const record = () => {
    const who = state.texts.who.trim();
    if (reason.trim() === '') return setMissing(`Hãy ghi lý do ${deed}.`);
    if (who === '') return setMissing(`Hãy ghi họ tên người ${deed}.`);
    setMissing(null);
    onRecord({ reason: reason.trim(), who });
  };
  return (
    <details>
      <summary>{label}</summary>
      <div className={styles.section} style={{ paddingTop: 8 }}>
        <LongTextField
          label={`Lý do ${deed}`}
          required
          value={reason}
          onType={(value) => dispatch({ kind: 'drafted', key: draftKey, draft: { reason: value } })}
        />
        <RecordAct label={label} who="who" missing={missing} onRecord={record} />
      </div>
    </details>
  );
}
