/**
 * Settings: my commune, its province and movement, the reminder, the context menu, the portal. Stored at each change.
 */
import { Field, makeStyles, Select } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { UnitSeen } from '../history/units.ts';
import { provinceChosen } from '../settings/known-provinces.ts';
import { changeSettings, type ExtensionSettings, readSettings } from '../settings/settings.ts';
import { CheckField } from './check-field.tsx';
import { MovementField } from './movement-field.tsx';
import { PortalAccess } from './portal-access.tsx';
import { ProvinceField } from './province-field.tsx';
import { UnitField } from './unit-field.tsx';

const DAYS = Array.from({ length: 28 }, (_, index) => index + 1);

const useStyles = makeStyles({
  // A list is otherwise as wide as its longest entry.
  form: { display: 'flex', flexDirection: 'column', gap: '14px', '& .fui-Field > *': { minWidth: 0 } },
});

/** `units` = those seen so far, to choose from; undefined while they are being read. */
export function SettingsForm({ units }: { readonly units: readonly UnitSeen[] | undefined }) {
  const styles = useStyles();
  const [settings, setSettings] = useState<ExtensionSettings>();
  useEffect(() => {
    void readSettings().then(setSettings);
  }, []);
  if (settings === undefined) return null;
  const change = (part: Partial<ExtensionSettings>) => {
    setSettings({ ...settings, ...part });
    void changeSettings(part);
  };
  return (
    <div className={styles.form}>
      <UnitField value={settings.unit} units={units} onChange={(unit) => change({ unit })} />
      <ProvinceField
        value={provinceChosen(settings.provinceId, settings.provinces)}
        learned={settings.provinces}
        hint="Được chọn sẵn khi lấy số từ Cổng Dịch vụ công quốc gia."
        onChange={(provinceId) => change({ provinceId })}
      />
      <MovementField value={settings.movement} onChange={(movement) => change({ movement })} />
      <Field label="Nhắc khi tháng này chưa lấy số liệu">
        <Select
          value={String(settings.reminderDay ?? '')}
          onChange={(_, { value }) => change({ reminderDay: value === '' ? null : Number(value) })}
        >
          <option value="">Không nhắc</option>
          {DAYS.map((day) => (
            <option key={day} value={day}>
              Từ ngày {day}
            </option>
          ))}
        </Select>
      </Field>
      <CheckField
        label="Có mục “Chụp số liệu trang này” khi bấm chuột phải"
        checked={settings.contextMenu}
        onChange={(checked) => change({ contextMenu: checked })}
      />
      <PortalAccess />
    </div>
  );
}
