/** Writing down a model, who made it and who took it up. */

import { useState } from 'react';
import type { Model } from '../../../core/commune/calendar/journal.ts';
import { ChoiceField } from '../../choice-field.tsx';
import { LongTextField } from '../../long-text-field.tsx';
import { TextField } from '../../text-field.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { RecordAct } from './record-act.tsx';

const EMPTY = { name: '', unit: '', since: '', summary: '', adopters: '' };

export function ModelForm({ units }: { readonly units: readonly string[] }) {
  const styles = usePaneStyles();
  const { actions, session } = usePane();
  const [typed, setTyped] = useState(EMPTY);
  const [missing, setMissing] = useState<string | null>(null);
  const type = (more: Partial<typeof EMPTY>) => {
    setMissing(null);
    setTyped({ ...typed, ...more });
  };
  const send = async () => {
    if (typed.name.trim() === '' || typed.unit === '') return setMissing('Hãy ghi tên mô hình và đơn vị thực hiện.');
    const names = typed.adopters.split(/[;\n]/).map((name) => name.trim());
    const model: Model = { ...typed, adopters: names.filter((name) => name !== '') };
    if (await actions.note(() => session.noteModel(model))) setTyped(EMPTY);
  };
  return (
    <details>
      <summary>Ghi mô hình, cách làm hay</summary>
      <div className={styles.section}>
        <TextField label="Tên mô hình" value={typed.name} onType={(value) => type({ name: value })} />
        <div className={styles.fields}>
          <ChoiceField label="Đơn vị thực hiện" value={typed.unit} onPick={(value) => type({ unit: value })}>
            <option value="">Chọn đơn vị…</option>
            {units.map((unit) => (
              <option key={unit}>{unit}</option>
            ))}
          </ChoiceField>
          <TextField label="Bắt đầu từ" value={typed.since} onType={(value) => type({ since: value })} />
        </div>
        <LongTextField label="Nội dung, hiệu quả" value={typed.summary} onType={(value) => type({ summary: value })} />
        <TextField
          label="Đơn vị nhân rộng (cách nhau dấu chấm phẩy)"
          value={typed.adopters}
          onType={(value) => type({ adopters: value })}
        />
        <RecordAct label="Ghi vào sổ" who={null} missing={missing} onRecord={() => void send()} />
      </div>
    </details>
  );
}
