/** Whether the group that appraises goes before the council: a setting of the workbook. */
import { Checkbox } from '@fluentui/react-components';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

export function RoundsField() {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  const settings = state.workspace?.settings;
  if (settings === undefined) return null;
  return (
    <section className={styles.section} aria-labelledby="rounds-heading">
      <h2 id="rounds-heading" className={styles.heading}>
        Các vòng chấm
      </h2>
      <Checkbox
        checked={settings.twoRounds === true}
        disabled={state.work !== null}
        onChange={(_, { checked }) =>
          void actions.act('Đang lưu cài đặt', () => session.saveSettings({ ...settings, twoRounds: checked === true }))
        }
        label="Hai vòng: tổ giúp việc thẩm định trước, Hội đồng quyết định sau"
      />
    </section>
  );
}
