/** Which movement and period the book is about. */
import { Button, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { capitalised } from '../../../core/movement/rules/wording.ts';
import type { Settings } from '../../../session/pane/workspace-data.ts';
import { later } from '../../later.tsx';
import { PeriodPicker } from '../../period-picker.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { useMovement, yearsOf } from './use-movement.ts';

const ShareSection = later(async () => (await import('../../share/share-section.tsx')).ShareSection);

export function SettingsForm() {
  const styles = usePaneStyles();
  const [isShared, setShared] = useState(false);
  const { state, actions, session, dispatch } = usePane();
  const movement = useMovement();
  const settings = state.workspace?.settings;
  if (settings === undefined) return null;
  const busy = state.work !== null;
  const save = (wanted: Settings) => void actions.act('Đang lưu cài đặt', () => session.saveSettings(wanted));
  const own = state.workspace?.dossier?.heading;
  return (
    <section className={styles.section} aria-label="Phong trào và kỳ báo cáo">
      <Field
        label="Phong trào thi đua"
        {...(settings.movement === null ? { hint: 'Chọn phong trào để nhận ra đơn vị và chấm điểm.' } : {})}
      >
        <Select
          value={settings.movement ?? ''}
          disabled={busy}
          onChange={(_, { value }) => save({ ...settings, movement: value === '' ? null : value })}
        >
          <option value="">Chọn phong trào…</option>
          {[...(own ? [own] : []), ...session.movements].map(({ id, issuer, title }) => (
            <option key={id} value={id}>
              {`${capitalised(issuer.commune)}: ${title}${id === own?.id ? ' (hồ sơ trong sổ này)' : ''}`}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.row}>
        {own ? null : (
          <Button
            size="small"
            disabled={busy}
            aria-expanded={state.unfolded === 'own'}
            onClick={() => dispatch({ kind: 'unfolded', part: 'own', open: state.unfolded !== 'own' })}
          >
            Phong trào của xã mình
          </Button>
        )}
        <Button size="small" aria-expanded={isShared} onClick={() => setShared(!isShared)}>
          Dùng chung
        </Button>
      </div>
      {isShared ? <ShareSection /> : null}
      <div className={styles.fields}>
        <PeriodPicker
          value={settings.period}
          years={yearsOf(movement)}
          none="Theo báo cáo"
          year={state.workspace?.period?.year}
          disabled={busy}
          onPick={(period) => save({ ...settings, period })}
        />
      </div>
    </section>
  );
}
