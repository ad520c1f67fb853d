/** A labelled list to choose from; its children are the options. */
import { Field, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { AroundProps } from './text-field.tsx';

interface ChoiceFieldProps extends AroundProps {
  readonly value: string;
  readonly disabled?: boolean;
  readonly onPick: (value: string) => void;
  /** The options. */
  readonly children: ReactNode;
}

export function ChoiceField({ value, disabled, onPick, children, ...around }: ChoiceFieldProps) {
  return (
    <Field {...around}>
      <Select {...{ value, disabled, children }} onChange={(_, data) => onPick(data.value)} />
    </Field>
  );
}
