/**
 * A field for a day typed as day/month/year: a native date field follows the browser's language, where 06/11 can mean
 * 11 June. An invalid day shows an error and changes nothing.
 */
import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { formatDate, readDate } from '../../../core/sheet/grid/date.ts';

interface Props {
  readonly label: string;
  /** ISO day; empty = none. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

export function DayField({ label, value, onChange }: Props) {
  const [text, setText] = useState(value === '' ? '' : formatDate(value));
  const [isWrong, setIsWrong] = useState(false);
  const take = () => {
    const day = text.trim() === '' ? '' : readDate(text);
    setIsWrong(day === null);
    if (day !== null) onChange(day);
  };
  return (
    <Field label={label} {...(isWrong ? { validationMessage: 'Hãy ghi ngày như 15/06/2025.' } : {})}>
      <Input
        value={text}
        maxLength={20}
        placeholder="ngày/tháng/năm"
        onChange={(_, { value: typed }) => setText(typed)}
        onBlur={take}
        onKeyDown={({ key }) => key === 'Enter' && take()}
      />
    </Field>
  );
}
