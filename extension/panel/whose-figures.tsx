/** Whose figures they are and of which period: shown when the page names both, a question when it does not. */
import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Preview } from '../messages/contract.ts';
import type { CaptureDraft } from '../store/records.ts';
import { PeriodField } from './period-field.tsx';

interface Props {
  readonly preview: Extract<Preview, { kind: 'found' }>;
  readonly draft: CaptureDraft;
  /** Year of the capture, where the choice of periods ends. */
  readonly year: number;
  readonly onChange: (part: Partial<CaptureDraft>) => void;
}

const useStyles = makeStyles({
  said: { margin: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
});

export function WhoseFigures({ preview, draft, year, onChange }: Props) {
  const styles = useStyles();
  const { units, unit } = preview;
  return (
    <>
      {units.length === 0 ? (
        <TypedUnit name={draft.unit ?? ''} onGive={(name) => onChange({ unit: name === '' ? null : name })} />
      ) : units.length === 1 ? (
        <p className={styles.said}>
          Đơn vị: <span className={styles.name}>{unit?.name}</span>
        </p>
      ) : (
        <Field label={unit?.mine ? 'Đơn vị (xã của tôi)' : 'Đơn vị'}>
          <Select value={unit?.key ?? ''} onChange={(_, { value }) => onChange({ unit: value === '' ? null : value })}>
            {unit === null && <option value="">Chọn đơn vị…</option>}
            {units.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <PeriodField preview={preview} year={year} onGive={(period) => onChange({ period })} />
    </>
  );
}

/** Taken over when the field is left, so that half a name is never anybody's. */
function TypedUnit({ name, onGive }: { readonly name: string; readonly onGive: (name: string) => void }) {
  const [text, setText] = useState(name);
  return (
    <Field label="Trang không ghi đơn vị: số liệu này của" hint="Ví dụ: UBND xã Ta Ma">
      <Input
        value={text}
        maxLength={200}
        onChange={(_, { value }) => setText(value)}
        onBlur={() => onGive(text.trim())}
        onKeyDown={({ key }) => key === 'Enter' && onGive(text.trim())}
      />
    </Field>
  );
}
