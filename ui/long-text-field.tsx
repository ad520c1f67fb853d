/** A labelled text of several lines. */
import { Field, Textarea } from '@fluentui/react-components';
import type { AroundProps } from './text-field.tsx';

interface LongTextFieldProps extends AroundProps {
  readonly value: string;
  /** Lines to begin with. */
  readonly rows?: number;
  readonly placeholder?: string;
  readonly onType: (text: string) => void;
}

export function LongTextField({ value, rows = 2, placeholder, onType, ...around }: LongTextFieldProps) {
  return (
    <Field {...around}>
      <Textarea {...{ value, rows, placeholder }} resize="vertical" onChange={(_, data) => onType(data.value)} />
    </Field>
  );
}
