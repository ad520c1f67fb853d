/** The form a finding of a plan is corrected or added in. */
import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import {
  COMPARATORS,
  DUE_WHATS,
  type FindingTexts,
  QUOTA_KINDS,
  QUOTA_UNITS,
  ROUNDS,
} from '../../session/plan/finding-texts.ts';
import type { FindingKind } from '../../session/plan/plan-draft.ts';
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
    onChange: (_: unknown, { value }: { value: string }) => setTexts({ ...texts, [field]: value }),
  });
  const choose = (
    field: 'comparator' | 'what' | 'round' | 'unit',
    label: string,
    words: Readonly<Record<string, string>>,
  ) => (
    <Field label={label}>
      <Select {...type(field)}>
        {texts[field] === '' && !('' in words) ? <option value="">Chọn…</option> : null}
        {Object.entries(words).map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </Select>
    </Field>
  );
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
      <Field label="Nội dung (lời của kế hoạch)">
        <Textarea rows={3} resize="vertical" {...type('text')} />
      </Field>
      <div className={styles.fields}>
        {kind === 'target' ? (
          <>
            {choose('comparator', 'So sánh', COMPARATORS)}
            <Field label="Mức">
              <Input inputMode="decimal" {...type('value')} />
            </Field>
            {texts.comparator === 'range' ? (
              <Field label="Đến mức">
                <Input inputMode="decimal" {...type('valueMax')} />
              </Field>
            ) : null}
            <Field label="Đơn vị tính">
              <Input {...type('unit')} />
            </Field>
            <Field label="Đo trên">
              <Input {...type('subject')} />
            </Field>
            <Field label="Thời hạn" hint="Ngày/tháng/năm">
              <Input {...type('due')} />
            </Field>
          </>
        ) : null}
        {kind === 'quota' ? (
          <>
            <Field label="Số lượng" hint="Để trống nếu kế hoạch không ghi số">
              <Input inputMode="decimal" {...type('value')} />
            </Field>
            {choose('what', 'Khen ai', QUOTA_KINDS)}
            {choose('round', 'Dịp khen', ROUNDS)}
            {choose('unit', 'Tính theo', QUOTA_UNITS)}
          </>
        ) : null}
        {kind === 'deadline' ? (
          <>
            <Field label="Thời hạn" hint="31/12/2026, trước 05/11/2026, ngày 25 hằng tháng, quý IV/2026">
              <Input {...type('due')} />
            </Field>
            {choose('what', 'Việc gì', DUE_WHATS)}
          </>
        ) : null}
        <Field label="Mục của kế hoạch">
          <Input {...type('section')} />
        </Field>
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
