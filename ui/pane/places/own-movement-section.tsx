/** A movement of one's own: its dossier's file comes into the workbook, or one is made from the commune's plan. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Result } from '../../../core/base/result.ts';
import type { Done } from '../../../session/pane/workspace-data.ts';
import { FileButton } from '../../file-button.tsx';
import { later } from '../../later.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

const PlanPlace = later(async () => (await import('../../plan/plan-place.tsx')).PlanPlace);

export function OwnMovementSection() {
  const styles = usePaneStyles();
  const { state, dispatch, actions, session, planReaders } = usePane();
  const [reading, setReading] = useState(false);
  const take = (run: () => Promise<Result<Done>>) => actions.act('Đang đưa hồ sơ vào sổ', run);
  const fold = () => dispatch({ kind: 'unfolded', part: 'own', open: false });
  if (reading && planReaders)
    return (
      <PlanPlace
        readers={planReaders}
        onLeave={() => setReading(false)}
        onMovement={async (movement, pictures) => {
          if (await take(() => session.takeMovement(movement, pictures))) fold();
          return null;
        }}
      />
    );
  return (
    <section className={styles.card} aria-label="Phong trào của xã mình">
      <p className={styles.quiet}>
        Hồ sơ phong trào vào sổ thành các trang tính sửa được; sổ chấm theo đúng hồ sơ đó. Nên dùng một sổ trống.
      </p>
      <div className={styles.fields}>
        <FileButton
          label="Chọn Hồ sơ phong trào"
          accept=".xlsx"
          disabled={state.work !== null}
          onFiles={async ([file]) => {
            if (file && (await take(() => session.takeDossier(file)))) fold();
          }}
          onUnreadable={(name) => actions.refuse(`Không đọc được tệp “${name}”. Hãy đóng tệp đó rồi chọn lại.`)}
        />
        {planReaders ? (
          <Button disabled={state.work !== null} onClick={() => setReading(true)}>
            Đọc kế hoạch của xã
          </Button>
        ) : null}
      </div>
    </section>
  );
}
