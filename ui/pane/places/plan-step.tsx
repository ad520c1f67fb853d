/**
 * Kế hoạch: the movement and period of the workbook, reading a commune's own plan, and the plan's content: targets,
 * awards, dates, each with its place in the plan.
 */
import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { dayText } from '../../../core/base/period/day.ts';
import type { Result } from '../../../core/base/result.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { targetText } from '../../../core/movement/rules/wording.ts';
import type { Done } from '../../../session/pane/workspace-data.ts';
import { FileButton } from '../../file-button.tsx';
import { later } from '../../later.tsx';
import { usePane } from '../pane-context.ts';
import { NextStep, PlaceBar } from '../place-bar.tsx';
import { usePaneStyles } from '../use-pane-styles.ts';
import { SettingsForm } from './settings-form.tsx';
import { useMovement } from './use-movement.ts';

const PlanPlace = later(async () => (await import('../../plan/plan-place.tsx')).PlanPlace);

const useStyles = makeStyles({
  reading: { '@container pane (min-width: 1000px)': { height: 'calc(100vh - 120px)' } },
  setting: { '@container place (min-width: 700px)': { maxWidth: '700px' } },
  section: { whiteSpace: 'nowrap' },
  wide: { display: 'none', '@container place (min-width: 600px)': { display: 'table-cell', whiteSpace: 'nowrap' } },
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
              accept=".xlsx"
              disabled={busy}
              onFiles={([file]) => file && void take(() => session.takeDossier(file))}
              onFault={actions.refuse}
            />
          </div>
        </section>
      )}
      {movement === undefined ? (
        <p className={styles.quiet}>
          Đã có báo cáo của đơn vị thì sang bước “Báo cáo” và thêm tệp: phong trào được nhận ra từ chính báo cáo.
        </p>
      ) : (
        <Asked movement={movement} />
      )}
    </div>
  );
}

/** The plan's targets, quotas and dates, in its own words. */
function Asked({ movement }: { readonly movement: Movement }) {
  const styles = usePaneStyles();
  const own = useStyles();
  const { targets, quotas, calendar, plan } = movement;
  const issued = [plan.number, plan.date === null ? plan.dateText : dayText(plan.date)].filter(Boolean).join(', ');
  return (
    <>
      <section className={styles.section} aria-labelledby="targets-heading">
        <h2 id="targets-heading" className={styles.heading}>{`Chỉ tiêu (${targets.length})`}</h2>
        <p className={styles.quiet}>{`${plan.title}${issued === '' ? '' : ` (${issued})`}`}</p>
        <table className={styles.table} aria-labelledby="targets-heading">
          <thead>
            <tr>
              <th scope="col">Chỉ tiêu</th>
              <th scope="col">Mức</th>
              <th scope="col" className={own.wide}>
                Hạn
              </th>
              <th scope="col">Mục</th>
            </tr>
          </thead>
          <tbody>
            {targets.map(({ code, text, comparator, value, unit, deadline, section }) => (
              <tr key={code}>
                <td>{text}</td>
                <td>
                  {comparator === null || value === null ? 'định tính' : targetText(comparator, value, unit ?? '')}
                </td>
                <td className={own.wide}>{deadline === null ? '' : dayText(deadline)}</td>
                <td className={own.section}>{section}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Listed heading="Khen thưởng" rows={quotas.map(({ code, text, source }) => [code, text, source.section])} />
      <Listed heading="Thời hạn" rows={calendar.map(({ code, text, source }) => [code, text, source.section])} />
    </>
  );
}

interface ListedProps {
  readonly heading: string;
  /** Code, words of the plan, section. */
  readonly rows: readonly (readonly [string, string, string])[];
}

function Listed({ heading, rows }: ListedProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  if (rows.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{`${heading} (${rows.length})`}</h2>
      <table className={styles.table} aria-label={heading}>
        <tbody>
          {rows.map(([code, text, section]) => (
            <tr key={code}>
              <td>{text}</td>
              <td className={own.section}>{section}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
