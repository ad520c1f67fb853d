/** Whose plan it is: what was read of its head, to be looked over and corrected. */
import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { endedProvince, endedText } from '../../core/base/place/ended-provinces.ts';
import {
  IDENTITY_FIELDS,
  type IdentityField,
  type IdentityTexts,
  identityTexts,
} from '../../session/plan/identity-texts.ts';
import type { PlanDraft } from '../../session/plan/plan-draft.ts';
import { usePlanStyles } from './use-plan-styles.ts';

const LONG: ReadonlySet<IdentityField> = new Set(['predecessors', 'title', 'planTitle', 'theme']);
const FIELDS = Object.keys(IDENTITY_FIELDS) as IdentityField[];

interface IdentityFormProps {
  readonly movement: PlanDraft['movement'];
  /** A sentence when something in it cannot be understood. */
  readonly onSave: (texts: IdentityTexts) => string | null;
}

export function IdentityForm({ movement, onSave }: IdentityFormProps) {
  const styles = usePlanStyles();
  const [texts, setTexts] = useState(() => identityTexts(movement));
  const [said, setSaid] = useState<{ readonly fault: boolean; readonly text: string } | null>(null);
  const type = (field: IdentityField) => ({
    value: texts[field],
    onChange: (_: unknown, { value }: { value: string }) => {
      setTexts({ ...texts, [field]: value });
      setSaid(null);
    },
  });
  const ended = endedProvince(texts.province);
  const { formedAt } = movement;
  const section = formedAt?.section ? ` ở mục ${formedAt.section}` : '';
  const formed = formedAt ? `Kế hoạch ghi${section}: “${formedAt.text}”` : null;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const fault = onSave(texts);
        setSaid({ fault: fault !== null, text: fault ?? 'Đã lưu.' });
      }}
    >
      <p className={styles.quiet}>Ô trống là điều kế hoạch không ghi, hoặc chưa đọc được: hãy điền nếu biết.</p>
      <div className={styles.fields}>
        {FIELDS.filter((field) => !LONG.has(field)).map((field) => (
          <Field key={field} label={IDENTITY_FIELDS[field]}>
            <Input {...type(field)} />
          </Field>
        ))}
      </div>
      {ended === null ? null : (
        <div className={styles.row} role="status">
          <span>{`${endedText(ended)}.`}</span>
          <Button size="small" onClick={() => type('province').onChange(null, { value: ended.now })}>
            {`Ghi ${ended.now}`}
          </Button>
        </div>
      )}
      {FIELDS.filter((field) => LONG.has(field)).map((field) => (
        <Field key={field} label={IDENTITY_FIELDS[field]} hint={field === 'predecessors' ? formed : null}>
          <Textarea rows={Math.max(2, texts[field].split('\n').length)} resize="vertical" {...type(field)} />
        </Field>
      ))}
      <div className={styles.row}>
        <Button type="submit">Lưu nhận dạng</Button>
        <span role={said?.fault ? 'alert' : 'status'}>{said?.text}</span>
      </div>
    </form>
  );
}
