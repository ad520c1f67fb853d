/** Which movement and period the book is about. */

import { capitalised } from '../../../core/movement/rules/wording.ts';
import type { Settings } from '../../../session/pane/workspace-data.ts';
import { ChoiceField } from '../../choice-field.tsx';
import { PeriodPicker } from '../../period-picker.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { useMovement, yearsOf } from './use-movement.ts';

export function SettingsForm() {
  const styles = usePaneStyles();
  const { state, actions, session, dispatch } = usePane();
  const movement = useMovement();
  if (state.workspace === null) return null;
  const { settings, sheets } = state.workspace;
  const busy = state.work !== null;
  const save = async (wanted: Settings) => {
    const isFirst = settings.movement === null && wanted.movement !== null && sheets.length === 0;
    const isSaved = await actions.act('Đang lưu cài đặt', () => session.saveSettings(wanted));
    // The movement of an empty book chosen, its forms are next.
    if (isSaved && isFirst) dispatch({ kind: 'went', place: 'criteria' });
  };
  const own = state.workspace?.dossier?.heading;
  return (
    <section className={styles.section} aria-label="Phong trào và kỳ báo cáo">
      <ChoiceField
        label="Phong trào thi đua"
        {...(settings.movement === null ? { hint: 'Chọn phong trào để nhận ra đơn vị và chấm điểm.' } : {})}
        value={settings.movement ?? ''}
        disabled={busy}
        onPick={(value) => void save({ ...settings, movement: value === '' ? null : value })}
      >
        <option value="">Chọn phong trào…</option>
        {[...(own ? [own] : []), ...session.movements].map(({ id, issuer, title }) => (
          <option key={id} value={id}>
            {`${capitalised(issuer.commune)}: ${title}${id === own?.id ? ' (hồ sơ trong sổ này)' : ''}`}
          </option>
        ))}
      </ChoiceField>
      <div className={styles.fields}>
        <PeriodPicker
          value={settings.period}
          years={yearsOf(movement)}
          none="Theo báo cáo"
          year={state.workspace?.period?.year}
          disabled={busy}
          onPick={(period) => void save({ ...settings, period })}
        />
      </div>
    </section>
  );
}
