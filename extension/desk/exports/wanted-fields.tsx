/** Which figures go out: lists that offer only what there is, and days of capture. */
import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { Choices, FigureFilter } from '../../exports/selection.ts';
import { periodText } from '../../pieces/words.ts';
import { CheckField } from '../../settings-form/check-field.tsx';
import { capital } from '../mine/period-select.tsx';
import { Pickers } from '../mine/pickers.tsx';
import { DayField } from './day-field.tsx';

interface Props {
  readonly wanted: FigureFilter;
  readonly choices: Choices;
  readonly onChange: (part: Partial<FigureFilter>) => void;
}

const useStyles = makeStyles({ wide: { width: '100%' } });

export function WantedFields({ wanted, choices, onChange }: Props) {
  const styles = useStyles();
  const periods = choices.periods.map((key) => ({ key, name: capital(periodText(key)) }));
  const list = (label: string, name: 'unit' | 'source' | 'period', options: Choices['units']) => (
    <Field label={label}>
      <Select value={wanted[name]} onChange={(_, { value }) => onChange({ [name]: value })}>
        <option value="">Tất cả</option>
        {options.map(({ key, name: text }) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
  const day = (label: string, name: 'from' | 'to') => (
    <DayField label={label} value={wanted[name]} onChange={(given) => onChange({ [name]: given })} />
  );
  return (
    <div className={styles.wide}>
      <Pickers>
        {list('Đơn vị', 'unit', choices.units)}
        {list('Nguồn số liệu', 'source', choices.sources)}
        {list('Kỳ', 'period', periods)}
        {day('Chụp từ ngày', 'from')}
        {day('Đến hết ngày', 'to')}
      </Pickers>
      <CheckField
        label="Mỗi kỳ chỉ lấy bản chụp mới nhất"
        checked={wanted.onlyLast}
        onChange={(checked) => onChange({ onlyLast: checked })}
      />
    </div>
  );
}
