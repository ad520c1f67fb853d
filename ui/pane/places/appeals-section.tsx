/**
 * Giải trình, kiến nghị: what units say of their points after the appraisal and after the result, each beside its
 * points before and now, with the council's answer.
 */
import { useState } from 'react';
import { APPEAL_NAMES } from '../../../core/commune/calendar/appeal.ts';
import { readDate } from '../../../core/sheet/grid/date.ts';
import type { Workspace } from '../../../session/pane/workspace-data.ts';
import { ChoiceField } from '../../choice-field.tsx';
import { LongTextField } from '../../long-text-field.tsx';
import { TextField } from '../../text-field.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { AppealAnswer, NO_DAY, nameOfAppeal, today } from './appeal-answer.tsx';
import { AppealLines } from './appeal-lines.tsx';
import { RecordAct } from './record-act.tsx';
import { useAppeals } from './use-appeals.ts';

type Kind = 'explanation' | 'petition';
const KINDS: readonly Kind[] = ['explanation', 'petition'];

export function AppealsSection({ workspace }: { readonly workspace: Workspace }) {
  const styles = usePaneStyles();
  const { states: appeals, faults } = useAppeals();
  const open = appeals.filter(({ answer }) => answer === null).length;
  const counts = appeals.length === 0 ? '' : ` (${appeals.length}, ${open} chưa trả lời)`;
  return (
    <details>
      <summary>{`Giải trình, kiến nghị của đơn vị${counts}`}</summary>
      <div className={styles.section}>
        <ul className={styles.list} aria-label="Giải trình, kiến nghị">
          {appeals.map((state, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever added behind the last
            <li key={at} className={styles.card}>
              <strong>{nameOfAppeal(state)}</strong>
              <AppealLines state={state} />
              {state.answer === null ? <AppealAnswer state={state} /> : null}
            </li>
          ))}
        </ul>
        {faults.map((fault) => (
          <p key={fault} className={styles.text} role="alert">
            {fault}
          </p>
        ))}
        <NewAppeal workspace={workspace} />
      </div>
    </details>
  );
}

function NewAppeal({ workspace: { run } }: { readonly workspace: Workspace }) {
  const styles = usePaneStyles();
  const { actions, session } = usePane();
  const empty = { kind: 'explanation' as Kind, unit: '', criterion: '', day: today(), text: '', who: '' };
  const [typed, setTyped] = useState(empty);
  const [missing, setMissing] = useState<string | null>(null);
  const type = (part: Partial<typeof empty>) => {
    setMissing(null);
    setTyped({ ...typed, ...part });
  };
  const reports = run?.reports ?? [];
  const units = [...new Set(reports.map(({ unit }) => unit))];
  const criteria = reports.find(({ unit }) => unit === typed.unit)?.score?.points ?? [];
  const send = async () => {
    const day = readDate(typed.day.trim());
    if (typed.unit === '') return setMissing('Hãy chọn đơn vị.');
    if (day === null) return setMissing(NO_DAY);
    if (typed.text.trim() === '') return setMissing('Hãy ghi nội dung đơn vị nêu.');
    if (await actions.note(() => session.noteAppeal({ ...typed, day }))) setTyped({ ...empty, day: typed.day });
  };
  return (
    <details>
      <summary>Ghi giải trình, kiến nghị nhận được</summary>
      <div className={styles.section}>
        <div className={styles.fields}>
          <ChoiceField label="Đơn vị gửi" value={typed.unit} onPick={(unit) => type({ unit, criterion: '' })}>
            <option value="">Chọn đơn vị</option>
            {units.map((unit) => (
              <option key={unit}>{unit}</option>
            ))}
          </ChoiceField>
          <ChoiceField
            label="Loại"
            value={typed.kind}
            onPick={(value) => type({ kind: KINDS.find((kind) => kind === value) ?? typed.kind })}
          >
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {APPEAL_NAMES[kind]}
              </option>
            ))}
          </ChoiceField>
          <ChoiceField label="Về tiêu chí" value={typed.criterion} onPick={(criterion) => type({ criterion })}>
            <option value="">Cả báo cáo</option>
            {criteria.map(({ criterion, title }) => (
              <option key={criterion} value={criterion}>{`${criterion} ${title}`}</option>
            ))}
          </ChoiceField>
          <TextField label="Ngày nhận (ngày/tháng/năm)" value={typed.day} onType={(day) => type({ day })} />
        </div>
        <LongTextField label="Nội dung đơn vị nêu" value={typed.text} onType={(text) => type({ text })} />
        <TextField label="Người ký của đơn vị" value={typed.who} onType={(who) => type({ who })} />
        <RecordAct label="Ghi lời của đơn vị" who={null} missing={missing} onRecord={() => void send()} />
      </div>
    </details>
  );
}
