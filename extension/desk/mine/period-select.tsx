/** Selects one of the periods that have figures. */
import { Field, Select } from '@fluentui/react-components';
import type { StrandPeriod } from '../../history/strands.ts';
import { periodText } from '../../pieces/words.ts';

interface Props {
  readonly label: string;
  readonly periods: readonly StrandPeriod[];
  readonly value: string;
  readonly onPick: (period: string) => void;
}

export function PeriodSelect({ label, periods, value, onPick }: Props) {
  return (
    <Field label={label}>
      <Select value={value} onChange={(_, data) => onPick(data.value)}>
        {periods.map(({ period }) => (
          <option key={period} value={period}>
            {capital(periodText(period))}
          </option>
        ))}
      </Select>
    </Field>
  );
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
