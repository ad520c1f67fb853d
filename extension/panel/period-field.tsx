/**
 * The period of the figures: shown when the page names it, a choice where the page contradicts itself, else a question;
 * it can always be corrected.
 */
import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { parsePeriod, periodKey } from '../../core/base/period/period.ts';
import { PeriodPicker } from '../../ui/period-picker.tsx';
import type { Preview } from '../messages/contract.ts';
import { periodText } from '../pieces/words.ts';
import { typedDays } from './typed-days.ts';

interface Props {
  readonly preview: Extract<Preview, { kind: 'found' }>;
  /** Year of the capture, where the choice of periods ends. */
  readonly year: number;
  /** Text form of the period; null = none. */
  readonly onGive: (period: string | null) => void;
}

const OTHER = 'other';

const useStyles = makeStyles({
  said: { margin: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  // A list takes the width of its longest period unless its least width is 0.
  pair: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    '> *': { flex: '1 1 130px', minWidth: 0 },
    '& *': { minWidth: 0 },
  },
  alone: { alignSelf: 'start' },
});

export function PeriodField({ preview: { period, periodSaid, periods, candidates }, year, onGive }: Props) {
  const styles = useStyles();
  const [wrong, setWrong] = useState(false);
  const offered = periods.length > 0 ? periods : candidates;
  if (periodSaid && period !== null && !wrong) {
    return (
      <p className={styles.said}>
        Kỳ: <span className={styles.name}>{periodText(period)}</span>{' '}
        <Button size="small" appearance="transparent" onClick={() => setWrong(true)}>
          Kỳ không đúng?
        </Button>
      </p>
    );
  }
  if (offered.length > 0 && !wrong && (period === null || offered.includes(period))) {
    const label = periods.length > 0 ? 'Trang đã hiện nhiều kỳ' : 'Trang ghi kỳ không thống nhất';
    const pick = (value: string) => (value === OTHER ? setWrong(true) : onGive(value === '' ? null : value));
    return (
      <Field label={`${label}: số liệu của kỳ nào?`}>
        <Select value={period ?? ''} onChange={(_, { value }) => pick(value)}>
          {period === null && <option value="">Chọn kỳ…</option>}
          {offered.map((text) => (
            <option key={text} value={text}>
              {periodText(text)}
            </option>
          ))}
          {periods.length === 0 && <option value={OTHER}>Kỳ khác…</option>}
        </Select>
      </Field>
    );
  }
  return (
    <>
      <div className={styles.pair}>
        <PeriodPicker
          value={period === null ? null : (parsePeriod(period) ?? null)}
          years={{ from: year - 3, to: year }}
          none="Chọn kỳ…"
          onPick={(picked) => onGive(picked && periodKey(picked))}
        />
      </div>
      <DaysField onGive={onGive} />
    </>
  );
}

/** For a period that is no month, quarter or year. Taken over when a field is left and both are days. */
function DaysField({ onGive }: Pick<Props, 'onGive'>) {
  const styles = useStyles();
  const [days, setDays] = useState<{ readonly from: string; readonly to: string }>();
  if (days === undefined) {
    return (
      <Button
        size="small"
        appearance="transparent"
        className={styles.alone}
        onClick={() => setDays({ from: '', to: '' })}
      >
        Kỳ từ ngày … đến ngày …
      </Button>
    );
  }
  const typed = typedDays(days.from, days.to);
  const give = () => typed && onGive(periodKey(typed));
  const isWrong = days.from !== '' && days.to.length > 7 && typed === undefined;
  const validation = isWrong ? { validationMessage: 'Hãy ghi hai ngày như 15/06/2025, ngày đầu trước ngày cuối.' } : {};
  const field = (name: 'from' | 'to', label: string) => (
    <Field label={label} {...(name === 'to' ? validation : {})}>
      <Input
        value={days[name]}
        maxLength={10}
        onChange={(_, { value }) => setDays({ ...days, [name]: value })}
        onBlur={give}
        onKeyDown={({ key }) => key === 'Enter' && give()}
      />
    </Field>
  );
  return (
    <div className={styles.pair}>
      {field('from', 'Từ ngày')}
      {field('to', 'Đến ngày')}
    </div>
  );
}
