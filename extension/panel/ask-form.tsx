/**
 * The figures of the 2026 portal stand in its answers, while the period stands only in the request: the officer chooses
 * the period here and the portal is queried again. The usual periods take one press.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { hanoiTime } from '../../core/base/period/hanoi-time.ts';
import { type Period, periodKey, periodName } from '../../core/base/period/period.ts';
import type { Province } from '../../core/portal/capture/readers/national-2026/provinces.ts';
import { PeriodPicker } from '../../ui/period-picker.tsx';
import { Notice } from '../pieces/notice.tsx';
import { Waiting } from '../pieces/waiting.tsx';
import { provinceChosen, withHeard } from '../settings/known-provinces.ts';
import { changeSettings, readSettings } from '../settings/settings.ts';
import { PortalAccessInstead } from '../settings-form/portal-access.tsx';
import { ProvinceField } from '../settings-form/province-field.tsx';
import type { LastRequest } from './last-request.ts';
import { FIRST_YEAR, recentPeriods } from './recent-periods.ts';

interface Props {
  readonly disabled: boolean;
  /** Filled in to begin with. */
  readonly before: LastRequest;
  /** Provinces the portal's answers name. */
  readonly heard: readonly Province[];
  /** Province and period shown on the page itself; null = the page shows none, or several. */
  readonly shown: { readonly period: Period | null; readonly province: string | null };
  /** `province` = the portal's id, or a name. */
  readonly onAsk: (province: string, period: Period) => Promise<void>;
}

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '10px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    // In sight where the system sets the colours.
    border: '1px solid transparent',
  },
  which: { margin: '4px 0 0', padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0 },
  periods: { display: 'flex', flexWrap: 'wrap', gap: '6px', marginTop: '4px' },
});

export function AskForm({ disabled, before, heard, shown, onAsk }: Props) {
  const styles = useStyles();
  // undefined until the settings are read.
  const [provinceId, setProvinceId] = useState<string>();
  const [period, setPeriod] = useState(before.period);
  const [other, setOther] = useState(before.period !== null);
  const [lacksProvince, setLacksProvince] = useState(false);
  const [today] = useState(() => hanoiTime(new Date(Date.now())).slice(0, 10));
  const [learned, setLearned] = useState<readonly Province[]>([]);
  useEffect(() => {
    void readSettings().then(({ provinceId: own, provinces }) =>
      setProvinceId(before.provinceId ?? provinceChosen(own || (shown.province ?? ''), provinces)),
    );
  }, [before.provinceId, shown.province]);
  // Apart from the choice: what is heard comes anew with every reading, and must not undo what she chose.
  useEffect(() => {
    void readSettings().then((settings) => {
      const provinces = withHeard(settings.provinces, heard);
      setLearned(provinces ?? settings.provinces);
      if (provinces !== null) void changeSettings({ provinces: [...provinces] });
    });
  }, [heard]);
  const ask = (wanted: Period) => {
    setLacksProvince(provinceId === '');
    if (provinceId) void onAsk(provinceId, wanted);
  };
  const offered = periodsOffered(shown.period, today);
  const isNone = period?.kind === 'half' || period?.kind === 'days';
  // A press before would miss the province chosen there, and a choice before would be undone.
  if (provinceId === undefined) return <Waiting label="Đang đọc cài đặt…" />;
  return (
    <section className={styles.form} aria-label="Lấy số từ Cổng">
      <ProvinceField value={provinceId} learned={learned} onChange={setProvinceId} />
      {lacksProvince && provinceId === '' && <Notice kind="error">Hãy chọn tỉnh, thành phố trước.</Notice>}
      {other ? (
        <>
          <PeriodPicker
            value={period}
            years={{ from: FIRST_YEAR, to: Math.max(FIRST_YEAR, Number(today.slice(0, 4))) }}
            none="Chọn kỳ đang xem trên Cổng…"
            onPick={setPeriod}
          />
          {isNone && <Notice kind="info">Cổng chỉ có số liệu theo tháng, quý, năm: hãy chọn một kỳ như vậy.</Notice>}
          <Button
            appearance="primary"
            disabled={disabled || period === null || isNone}
            onClick={() => period && ask(period)}
          >
            Lấy số từ Cổng
          </Button>
        </>
      ) : (
        <fieldset className={styles.which}>
          <legend className={styles.legend}>Lấy số của kỳ đang xem trên Cổng:</legend>
          <div className={styles.periods}>
            {offered.map((period) => (
              <Button
                key={periodKey(period)}
                appearance={period === offered[0] && shown.period !== null ? 'primary' : 'secondary'}
                disabled={disabled}
                onClick={() => ask(period)}
              >
                {capital(periodName(period))}
              </Button>
            ))}
            <Button appearance="subtle" onClick={() => setOther(true)}>
              Kỳ khác…
            </Button>
          </div>
        </fieldset>
      )}
      <PortalAccessInstead />
    </section>
  );
}

/** What the page shows first, then those most often looked at. */
function periodsOffered(shown: Period | null, today: string): readonly Period[] {
  const isAsked = shown !== null && shown.kind !== 'half' && shown.kind !== 'days';
  const all = [...(isAsked ? [shown] : []), ...recentPeriods(today)];
  return [...new Map(all.map((period) => [periodKey(period), period])).values()];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
