/** Whose figures they are and of which period: told when the page says so, asked when it does not. */
import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { parsePeriod, periodKey } from '../../core/indicator/period.ts';
import { PeriodPicker } from '../../ui/period-picker.tsx';
import type { Preview } from '../messages/contract.ts';
import type { Draft } from '../store/records.ts';
import { periodText } from './words.ts';

interface Props {
  readonly preview: Extract<Preview, { kind: 'found' }>;
  readonly draft: Draft;
  /** Year of the capture, where the choice of periods ends. */
  readonly year: number;
  readonly onChange: (part: Partial<Draft>) => void;
}

const useStyles = makeStyles({
  said: { margin: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  pair: { display: 'flex', flexWrap: 'wrap', gap: '8px', '> *': { flex: '1 1 170px', minWidth: 0 } },
});

export function WhoseFigures({ preview, draft, year, onChange }: Props) {
  const styles = useStyles();
  const { units, unit, period, periodSaid, periods } = preview;
  const [wrong, setWrong] = useState(false);
  return (
    <>
      {units.length === 0 ? (
        <TypedUnit given={draft.unit ?? ''} onGive={(name) => onChange({ unit: name === '' ? null : name })} />
      ) : units.length === 1 ? (
        <p className={styles.said}>
          Đơn vị: <span className={styles.name}>{unit?.name}</span>
        </p>
      ) : (
        <Field label={unit?.mine ? 'Đơn vị (xã của tôi)' : 'Đơn vị'}>
          <Select value={unit?.key ?? ''} onChange={(_, { value }) => onChange({ unit: value === '' ? null : value })}>
            {unit === null && <option value="">Chọn đơn vị…</option>}
            {units.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {periodSaid && period !== null && !wrong ? (
        <p className={styles.said}>
          Kỳ: <span className={styles.name}>{periodText(period)}</span>{' '}
          <Button size="small" appearance="transparent" onClick={() => setWrong(true)}>
            Kỳ không đúng?
          </Button>
        </p>
      ) : periods.length > 0 && !wrong ? (
        <Field label="Trang đã hiện nhiều kỳ: số liệu của kỳ nào?">
          <Select value={period ?? ''} onChange={(_, { value }) => onChange({ period: value === '' ? null : value })}>
            {period === null && <option value="">Chọn kỳ…</option>}
            {periods.map((one) => (
              <option key={one} value={one}>
                {periodText(one)}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <div className={styles.pair}>
          <PeriodPicker
            value={period === null ? null : (parsePeriod(period) ?? null)}
            years={{ from: year - 3, to: year }}
            none="Chọn kỳ…"
            onPick={(picked) => onChange({ period: picked && periodKey(picked) })}
          />
        </div>
      )}
    </>
  );
}

/** Taken over when the field is left, so that half a name is never anybody's. */
function TypedUnit({ given, onGive }: { readonly given: string; readonly onGive: (name: string) => void }) {
  const [text, setText] = useState(given);
  return (
    <Field label="Trang không ghi đơn vị: số liệu này của" hint="Ví dụ: UBND xã Ta Ma">
      <Input
        value={text}
        maxLength={200}
        onChange={(_, { value }) => setText(value)}
        onBlur={() => onGive(text.trim())}
        onKeyDown={({ key }) => key === 'Enter' && onGive(text.trim())}
      />
    </Field>
  );
}
