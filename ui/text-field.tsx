/** A labelled line of text. */
import { Field, type FieldProps, Input, type InputProps } from '@fluentui/react-components';

/** What goes to the field around the control. */
export type AroundProps = Pick<
  FieldProps,
  'label' | 'hint' | 'required' | 'className' | 'orientation' | 'validationMessage'
>;

interface TextFieldProps
  extends AroundProps,
    Pick<InputProps, 'placeholder' | 'inputMode' | 'type' | 'autoFocus' | 'maxLength' | 'disabled'> {
  readonly value: string;
  readonly onType: (text: string) => void;
}

export function TextField(props: TextFieldProps) {
  const { value, type = 'text', placeholder, inputMode, autoFocus, maxLength, disabled, onType, ...around } = props;
  return (
    <Field {...around}>
      <Input
        {...{ value, type, placeholder, inputMode, autoFocus, maxLength }}
        disabled={disabled ?? false}
        onChange={(_, data) => onType(data.value)}
      />
    </Field>
  );
}
