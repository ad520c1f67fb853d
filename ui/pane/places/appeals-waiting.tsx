/** In Cần xem: what units explained and nobody answered yet, with the points before and now, and what they handed in. */
import { Button } from '@fluentui/react-components';
import type { AppealState } from '../../../core/commune/calendar/appeal.ts';
import { later } from '../../later.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { AppealAnswer, nameOfAppeal } from './appeal-answer.tsx';
import { AppealLines } from './appeal-lines.tsx';
import { useAppeals } from './use-appeals.ts';

const EvidenceBeside = later(async () => (await import('./evidence-beside.tsx')).EvidenceBeside);

export function AppealsWaiting() {
  const styles = usePaneStyles();
  const waiting = useAppeals().states.filter(({ answer }) => answer === null);
  if (waiting.length === 0) return null;
  return (
    <section className={styles.section} aria-label="Giải trình, kiến nghị chờ trả lời">
      <h2 className={styles.heading}>{`Giải trình, kiến nghị chờ trả lời (${waiting.length})`}</h2>
      <ul className={styles.list}>
        {waiting.map((state) => (
          <li key={keyOf(state)} className={styles.card}>
            <strong>{nameOfAppeal(state)}</strong>
            <Reason state={state} />
            <AppealLines state={state} />
            <Files state={state} />
            <AppealAnswer state={state} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function keyOf({ appeal: { day, kind, unit, criterion, text } }: AppealState): string {
  return JSON.stringify([day, kind, unit, criterion, text]);
}

/** How the points come about. */
function Reason({ state: { appeal } }: { readonly state: AppealState }) {
  const styles = usePaneStyles();
  const { state } = usePane();
  const own = state.workspace?.run?.reports.find(({ unit }) => unit === appeal.unit)?.score?.points;
  const score = own?.find(({ criterion }) => criterion === appeal.criterion);
  return score === undefined ? null : <p className={styles.quiet}>{`${score.title}. ${score.reason}`}</p>;
}

function Files({ state: { appeal } }: { readonly state: AppealState }) {
  const { state, showBeside } = usePane();
  const { unit, criterion } = appeal;
  const count = state.workspace?.evidence.filter((file) => file.unit === unit && file.criterion === criterion).length;
  if (!count) return null;
  const open = () =>
    showBeside({
      label: `Minh chứng tiêu chí ${criterion}`,
      shown: <EvidenceBeside {...{ unit, criterion }} onClose={() => showBeside(null)} />,
    });
  return (
    <div>
      <Button size="small" onClick={open}>{`Mở minh chứng (${count})`}</Button>
    </div>
  );
}
