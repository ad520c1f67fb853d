/** Which capture the table of units is made from. */
import { Field, makeStyles, Select } from '@fluentui/react-components';
import { sourceName } from '../../../core/portal/capture/source-name.ts';
import type { UnitCapture } from '../../history/unit-captures.ts';
import { periodText } from '../../pieces/words.ts';
import { instantText } from '../../reading/time.ts';
import { capital } from '../mine/period-select.tsx';

interface UnitChoiceKey {
  readonly source: string;
  readonly period: string;
  readonly captureId: string;
}

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
    gap: '8px 12px',
    // A list is as wide as its longest choice unless it may be narrower.
    '& > *, & > * > *, & select': { minWidth: 0 },
  },
});

interface Props {
  readonly sources: readonly string[];
  readonly periods: readonly string[];
  readonly captures: readonly UnitCapture[];
  readonly picked: UnitChoiceKey;
  readonly onPick: (picked: UnitChoiceKey) => void;
}

export function UnitChoice({ sources, periods, captures, picked, onPick }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      <Field label="Nguồn">
        <Select value={picked.source} onChange={(_, { value }) => onPick({ source: value, period: '', captureId: '' })}>
          {sources.map((source) => (
            <option key={source} value={source}>
              {sourceName(source)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Kỳ">
        <Select value={picked.period} onChange={(_, { value }) => onPick({ ...picked, period: value, captureId: '' })}>
          {periods.map((period) => (
            <option key={period} value={period}>
              {capital(periodText(period))}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Bản chụp">
        <Select value={picked.captureId} onChange={(_, { value }) => onPick({ ...picked, captureId: value })}>
          {captures.map(({ id, at }) => (
            <option key={id} value={id}>
              {instantText(at)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
