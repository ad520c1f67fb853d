/** On the 2026 portal the figures stand in the portal's answers, and the period in the question only: it is asked for here, then asked again. */
import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { PROVINCES } from '../../core/capture/readers/national-2026/provinces.ts';
import { type Period, periodKey } from '../../core/indicator/period.ts';
import { PeriodPicker } from '../../ui/period-picker.tsx';
import { changeSettings, readSettings } from '../settings/settings.ts';

interface Props {
  readonly disabled: boolean;
  readonly onAsk: (asked: { readonly provinceId: string; readonly period: string }) => Promise<void>;
}

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '10px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function AskForm({ disabled, onAsk }: Props) {
  const styles = useStyles();
  const [provinceId, setProvinceId] = useState('');
  const [typed, setTyped] = useState(false);
  const [period, setPeriod] = useState<Period | null>(null);
  const [asking, setAsking] = useState(false);
  const [thisYear] = useState(() => new Date().getFullYear());
  useEffect(() => {
    void readSettings().then((settings) => {
      setProvinceId(settings.provinceId);
      setTyped(settings.provinceId !== '' && !PROVINCES.some(({ id }) => id === settings.provinceId));
    });
  }, []);
  const ask = async () => {
    if (period === null) return;
    setAsking(true);
    await changeSettings({ provinceId });
    await onAsk({ provinceId, period: periodKey(period) });
    setAsking(false);
  };
  return (
    <section className={styles.form} aria-label="Lấy số từ Cổng">
      <Field label="Tỉnh, thành phố">
        <Select
          value={typed ? 'other' : provinceId}
          onChange={(_, { value }) => {
            setTyped(value === 'other');
            setProvinceId(value === 'other' ? '' : value);
          }}
        >
          <option value="">Chọn tỉnh…</option>
          {PROVINCES.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="other">Tỉnh khác (dán mã của Cổng)</option>
        </Select>
      </Field>
      {typed && (
        <Field label="Mã của tỉnh trên Cổng (rootDepartmentId)">
          <Input value={provinceId} maxLength={36} onChange={(_, { value }) => setProvinceId(value.trim())} />
        </Field>
      )}
      <PeriodPicker
        value={period}
        years={{ from: 2026, to: Math.max(2026, thisYear) }}
        none="Chọn kỳ đang xem trên Cổng…"
        onPick={setPeriod}
      />
      <Button
        disabled={disabled || asking || period === null || period.kind === 'half' || !ID.test(provinceId)}
        onClick={() => void ask()}
      >
        {asking ? 'Đang hỏi Cổng…' : 'Lấy số từ Cổng'}
      </Button>
    </section>
  );
}
