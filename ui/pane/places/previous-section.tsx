/** Which earlier period the reports are compared with: its files are chosen here, and taken out again. */
import { Button } from '@fluentui/react-components';
import { periodName } from '../../../core/base/period/period.ts';
import type { Workspace } from '../../../session/pane/workspace-data.ts';
import { FileButton } from '../../file-button.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

export function PreviousSection() {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  const busy = state.work !== null;
  const { settings, previous } = state.workspace ?? {};
  if (settings?.movement == null) return null;
  return (
    <section className={styles.section} aria-label="So sánh với kỳ trước">
      <p className={styles.quiet}>{previous ? comparedText(previous) : 'Chưa có báo cáo kỳ trước để xét biến động.'}</p>
      <div className={styles.row}>
        <FileButton
          label={previous ? 'Thêm báo cáo kỳ trước' : 'Chọn báo cáo kỳ trước'}
          accept=".xlsx,.xlsm"
          multiple
          disabled={busy}
          onFiles={(files) =>
            void actions.act('Đang đọc báo cáo kỳ trước', (progress) => session.takePrevious(files, progress))
          }
          onFault={actions.refuse}
        />
        {previous ? (
          <Button
            disabled={busy}
            onClick={() => void actions.act('Đang bỏ so sánh với kỳ trước', () => session.dropPrevious())}
          >
            Bỏ so sánh
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function comparedText({ units, periods }: NonNullable<Workspace['previous']>): string {
  const named = periods.length === 0 ? 'kỳ trước' : periods.map(periodName).join(', ');
  return `So sánh với ${named}: ${units} đơn vị.`;
}
