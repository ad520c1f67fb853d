/**
 * On the 2026 portal the figures stand in the portal's answers, and the period in the question only: it is asked for
 * here, then asked again.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Province } from '../../core/capture/readers/national-2026/provinces.ts';
import { periodKey } from '../../core/period/period.ts';
import { PeriodPicker } from '../../ui/period-picker.tsx';
import { isProvinceId, withHeard } from '../settings/known-provinces.ts';
import { changeSettings, readSettings } from '../settings/settings.ts';
import { PortalAccessInstead } from '../settings-form/portal-access.tsx';
import { ProvinceField } from '../settings-form/province-field.tsx';
import type { AskedBefore } from './asked-before.ts';
import { Notice } from './notice.tsx';

interface Props {
  readonly disabled: boolean;
  /** Filled in to begin with. */
  readonly before: AskedBefore;
  /** Provinces the portal's answers name. */
  readonly heard: readonly Province[];
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

export function AskForm({ disabled, before, heard, onAsk }: Props) {
  const styles = useStyles();
  const [provinceId, setProvinceId] = useState('');
  const [period, setPeriod] = useState(before.period);
  const [asking, setAsking] = useState(false);
  const [thisYear] = useState(() => new Date().getFullYear());
  const [learned, setLearned] = useState<readonly Province[]>([]);
  useEffect(() => {
    void readSettings().then((settings) => setProvinceId(before.provinceId ?? settings.provinceId));
  }, [before.provinceId]);
  // Apart from the choice: what is heard comes anew with every reading, and must not undo what she chose.
  useEffect(() => {
    void readSettings().then((settings) => {
      const provinces = withHeard(settings.provinces, heard);
      setLearned(provinces ?? settings.provinces);
      if (provinces !== null) void changeSettings({ provinces: [...provinces] });
    });
  }, [heard]);
  const ask = async () => {
    if (period === null) return;
    setAsking(true);
    await changeSettings({ provinceId });
    await onAsk({ provinceId, period: periodKey(period) });
    setAsking(false);
  };
  const isNone = period?.kind === 'half' || period?.kind === 'days';
  return (
    <section className={styles.form} aria-label="Lấy số từ Cổng">
      <ProvinceField value={provinceId} learned={learned} onChange={setProvinceId} />
      <PeriodPicker
        value={period}
        years={{ from: 2026, to: Math.max(2026, thisYear) }}
        none="Chọn kỳ đang xem trên Cổng…"
        onPick={setPeriod}
      />
      {isNone && <Notice kind="info">Cổng chỉ có số liệu theo tháng, quý, năm: hãy chọn một kỳ như vậy.</Notice>}
      <Button
        disabled={disabled || asking || period === null || isNone || !isProvinceId(provinceId)}
        onClick={() => void ask()}
      >
        {asking ? 'Đang hỏi Cổng…' : 'Lấy số từ Cổng'}
      </Button>
      <PortalAccessInstead />
    </section>
  );
}
