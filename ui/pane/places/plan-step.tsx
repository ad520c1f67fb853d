/**
 * Kế hoạch: the movement and period of the workbook, reading a commune's own plan, and the plan's content: targets,
 * awards, dates, each with its place in the plan.
 */
import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { Result } from '../../../core/base/result.ts';
import type { Done } from '../../../session/pane/workspace-data.ts';
import { FileButton } from '../../file-button.tsx';
import { later } from '../../later.tsx';
import { usePane } from '../pane-context.ts';
import { NextStep, PlaceBar } from '../place-bar.tsx';
import { usePaneStyles } from '../use-pane-styles.ts';
import { useMovement } from './use-movement.ts';

/** What this step needs when it is opened, and no other step. */
const SettingsForm = later(async () => (await import('./settings-form.tsx')).SettingsForm);
/** Read once a movement is chosen. */
const PlanAsked = later(async () => (await import('./plan-asked.tsx')).PlanAsked);
/** The page in one file has no room for the starters: the release has them as files. */
const StarterSection = import.meta.env.THI_DUA_SO_ONE_FILE
  ? () => null
  : later(async () => (await import('./starter-section.tsx')).StarterSection);
const PlanPlace = later(async () => (await import('../../plan/plan-place.tsx')).PlanPlace);

const useStyles = makeStyles({
  reading: { '@container pane (min-width: 1000px)': { height: 'calc(100vh - 120px)' } },
  setting: { '@container place (min-width: 700px)': { maxWidth: '700px' } },
});

export function PlanStep() {
  const styles = usePaneStyles();
  const own = useStyles();
  const { state, actions, session, planReaders, dispatch } = usePane();
  const [isReading, setReading] = useState(false);
  const movement = useMovement();
  const take = (run: () => Promise<Result<Done>>) => actions.act('Đang đưa hồ sơ vào sổ', run);
  const busy = state.work !== null;
  if (isReading && planReaders)
    return (
      <div className={own.reading}>
        <PlanPlace
          readers={planReaders}
          onLeave={() => setReading(false)}
          onMovement={async (made) => {
            if (await take(() => session.takeMovement(made)))
              dispatch({ kind: 'went', place: 'criteria', isLed: true });
            return null;
          }}
        />
      </div>
    );
  const hasOwn = state.workspace?.dossier != null;
  return (
    <div className={styles.place}>
      <PlaceBar place="plan">{movement === undefined ? null : <NextStep step="criteria" />}</PlaceBar>
      <div className={own.setting}>
        <SettingsForm />
      </div>
      {hasOwn ? null : (
        <section className={styles.section} aria-label="Phong trào của xã mình">
          <p className={styles.quiet}>
            Xã có kế hoạch riêng: đọc kế hoạch, hoặc chọn Hồ sơ phong trào đã lập. Hồ sơ vào sổ thành các trang tính sửa
            được; nên dùng một sổ trống.
          </p>
          <div className={styles.row}>
            {planReaders ? (
              <Button
                appearance={movement === undefined ? 'primary' : 'secondary'}
                disabled={busy}
                onClick={() => setReading(true)}
              >
                Đọc kế hoạch của xã
              </Button>
            ) : null}
            <FileButton
              label="Chọn Hồ sơ phong trào"
              accept=".xlsx,.json"
              disabled={busy}
              onFiles={([file]) => file && void take(() => session.takeDossier(file))}
              onFault={actions.refuse}
            />
          </div>
          {movement === undefined ? <StarterSection onTake={take} /> : null}
        </section>
      )}
      {movement === undefined ? (
        <p className={styles.quiet}>
          Đã có báo cáo của đơn vị thì sang bước “Báo cáo” và thêm tệp: phong trào được nhận ra từ chính báo cáo.
        </p>
      ) : (
        <PlanAsked movement={movement} />
      )}
    </div>
  );
}
