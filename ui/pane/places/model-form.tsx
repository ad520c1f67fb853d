/** Writing down a model, who made it and who took it up. */
import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { Model } from '../../../core/commune/calendar/journal.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { SendRow } from './send-row.tsx';

const EMPTY = { name: '', unit: '', since: '', summary: '', adopters: '' };

export function ModelForm({ units }: { readonly units: readonly string[] }) {
  const styles = usePaneStyles();
  const { actions, session } = usePane();
  const [typed, setTyped] = useState(EMPTY);
  const [missing, setMissing] = useState('');
  const type = (more: Partial<typeof EMPTY>) => {
    setMissing('');
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
        <Field label="Tên mô hình">
          <Input value={typed.name} onChange={(_, { value }) => type({ name: value })} />
        </Field>
        <div className={styles.fields}>
          <Field label="Đơn vị thực hiện">
            <Select value={typed.unit} onChange={(_, { value }) => type({ unit: value })}>
              <option value="">Chọn đơn vị…</option>
              {units.map((unit) => (
                <option key={unit}>{unit}</option>
              ))}
            </Select>
          </Field>
          <Field label="Bắt đầu từ">
            <Input value={typed.since} onChange={(_, { value }) => type({ since: value })} />
          </Field>
        </div>
        <Field label="Nội dung, hiệu quả">
          <Textarea rows={2} value={typed.summary} onChange={(_, { value }) => type({ summary: value })} />
        </Field>
        <Field label="Đơn vị nhân rộng (cách nhau dấu chấm phẩy)">
          <Input value={typed.adopters} onChange={(_, { value }) => type({ adopters: value })} />
        </Field>
        <SendRow label="Ghi vào sổ" missing={missing} onSend={() => void send()} />
      </div>
    </details>
  );
}
