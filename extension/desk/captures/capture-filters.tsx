/** What the list is narrowed down to. */
import { Button, Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { sourceName } from '../../../core/portal/capture/source-name.ts';
import { periodText } from '../../pieces/words.ts';
import { capital } from '../mine/period-select.tsx';
import { ANY, type CaptureFilter, type FilterChoices, STATE_WORD, type StateChoice } from './capture-filter.ts';

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))',
    gap: '8px 12px',
    alignItems: 'end',
    // A list is as wide as its longest choice unless it may be narrower.
    '& > *, & > * > *, & select': { minWidth: 0 },
  },
  clear: { justifySelf: 'start' },
});

interface Props {
  readonly filter: CaptureFilter;
  readonly choices: FilterChoices;
  readonly onChange: (filter: CaptureFilter) => void;
}

export function CaptureFilters({ filter, choices, onChange }: Props) {
  const styles = useStyles();
  const change = (part: Partial<CaptureFilter>) => onChange({ ...filter, ...part });
  return (
    <search className={styles.bar} aria-label="Lọc bản chụp">
      <Field label="Tìm theo chữ">
        <Input
          type="search"
          value={filter.words}
          maxLength={100}
          placeholder="Tên, địa chỉ"
          onChange={(_, { value }) => change({ words: value })}
        />
      </Field>
      <Field label="Trạng thái">
        <Select
          value={filter.state}
          onChange={(_, { value }) => change({ state: value === '' ? '' : (value as StateChoice) })}
        >
          <option value="">Tất cả</option>
          {Object.entries(STATE_WORD).map(([state, word]) => (
            <option key={state} value={state}>
              {word}
            </option>
          ))}
        </Select>
      </Field>
      <Choice
        label="Nguồn"
        value={filter.source}
        values={choices.sources}
        name={sourceName}
        onPick={(source) => change({ source })}
      />
      <Choice label="Đơn vị" value={filter.unit} values={choices.units} onPick={(unit) => change({ unit })} />
      <Choice
        label="Kỳ"
        value={filter.period}
        values={choices.periods}
        name={(period) => capital(periodText(period))}
        onPick={(period) => change({ period })}
      />
      {Object.values(filter).some((part) => part !== '') && (
        <Button className={styles.clear} onClick={() => onChange(ANY)}>
          Bỏ lọc
        </Button>
      )}
    </search>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly values: readonly string[];
  readonly name?: (value: string) => string;
  readonly onPick: (value: string) => void;
}

function Choice({ label, value, values, name = (text) => text, onPick }: ChoiceProps) {
  // What is chosen stays in the list, also when it is no longer among the rows.
  const offered = value === '' || values.includes(value) ? values : [value, ...values];
  return (
    <Field label={label}>
      <Select value={value} onChange={(_, data) => onPick(data.value)}>
        <option value="">Tất cả</option>
        {offered.map((text) => (
          <option key={text} value={text}>
            {name(text)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
