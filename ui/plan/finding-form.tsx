/** The form a finding of a plan is corrected or added in. */
import { Button } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import {
  COMPARATORS,
  DUE_WHATS,
  type FindingTexts,
  QUOTA_KINDS,
  QUOTA_UNITS,
  ROUNDS,
} from '../../session/plan/finding-texts.ts';
import type { FindingKind } from '../../session/plan/plan-draft.ts';
import { ChoiceField } from '../choice-field.tsx';
import { LongTextField } from '../long-text-field.tsx';
import { TextField } from '../text-field.tsx';
import { usePlanStyles } from './use-plan-styles.ts';

interface FindingFormProps {
  readonly kind: FindingKind;
  readonly texts: FindingTexts;
  /** Takes it over; a sentence when something in it cannot be understood. */
  readonly onSave: (texts: FindingTexts) => string | null;
  readonly onLeave: () => void;
}

export function FindingForm({ kind, texts: given, onSave, onLeave }: FindingFormProps) {
  const styles = usePlanStyles();
  const [texts, setTexts] = useState(given);
  const [fault, setFault] = useState<string | null>(null);
  const box = useRef<HTMLFormElement>(null);
  const faultId = useId();
  useEffect(() => box.current?.querySelector<HTMLElement>('textarea, input, select')?.focus(), []);
  const type = (field: keyof FindingTexts) => ({
    value: texts[field],
    onType: (text: string) => setTexts({ ...texts, [field]: text }),
  });
  const Fields = FIELDS[kind];
  return (
    <form
      ref={box}
      className={styles.form}
      aria-describedby={faultId}
      onSubmit={(event) => {
        event.preventDefault();
        setFault(onSave(texts));
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave();
      }}
    >
      <LongTextField label="Nội dung (lời của kế hoạch)" rows={3} {...type('text')} />
      <div className={styles.fields}>
        <Fields texts={texts} type={type} />
        <TextField label="Mục của kế hoạch" {...type('section')} />
      </div>
      <div role="alert" id={faultId}>
        {fault}
      </div>
      <div className={styles.row}>
        <Button appearance="primary" type="submit">
          Lưu
        </Button>
        <Button onClick={onLeave}>Thôi</Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly texts: FindingTexts;
  readonly type: (field: keyof FindingTexts) => { readonly value: string; readonly onType: (text: string) => void };
}

interface ChoiceProps extends FieldsProps {
  readonly field: 'comparator' | 'what' | 'round' | 'unit';
  readonly label: string;
  readonly words: Readonly<Record<string, string>>;
}

function Choice({ texts, type, field, label, words }: ChoiceProps) {
  const { value, onType } = type(field);
  return (
    <ChoiceField label={label} value={value} onPick={onType}>
      {texts[field] === '' && !('' in words) ? <option value="">Chọn…</option> : null}
      {Object.entries(words).map(([key, word]) => (
        <option key={key} value={key}>
          {word}
        </option>
      ))}
    </ChoiceField>
  );
}

function TargetFields({ texts, type }: FieldsProps) {
  return (
    <>
      <Choice {...{ texts, type }} field="comparator" label="So sánh" words={COMPARATORS} />
      <TextField label="Mức" inputMode="decimal" {...type('value')} />
      {texts.comparator === 'range' ? <TextField label="Đến mức" inputMode="decimal" {...type('valueMax')} /> : null}
      <TextField label="Đơn vị tính" {...type('unit')} />
      <TextField label="Đo trên" {...type('subject')} />
      <TextField label="Thời hạn" hint="Ngày/tháng/năm" {...type('due')} />
    </>
  );
}

function QuotaFields({ texts, type }: FieldsProps) {
  return (
    <>
      <TextField label="Số lượng" hint="Để trống nếu kế hoạch không ghi số" inputMode="decimal" {...type('value')} />
      <Choice {...{ texts, type }} field="what" label="Khen ai" words={QUOTA_KINDS} />
      <Choice {...{ texts, type }} field="round" label="Dịp khen" words={ROUNDS} />
      <Choice {...{ texts, type }} field="unit" label="Tính theo" words={QUOTA_UNITS} />
    </>
  );
}

function DeadlineFields({ texts, type }: FieldsProps) {
  return (
    <>
      <TextField
        label="Thời hạn"
        hint="31/12/2026, trước 05/11/2026, ngày 25 hằng tháng, quý IV/2026"
        {...type('due')}
      />
      <Choice {...{ texts, type }} field="what" label="Việc gì" words={DUE_WHATS} />
    </>
  );
}

const FIELDS = {
  target: TargetFields,
  quota: QuotaFields,
  deadline: DeadlineFields,
} as const satisfies Record<FindingKind, (props: FieldsProps) => ReactNode>;
