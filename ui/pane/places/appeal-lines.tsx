/** An appeal against a criterion or the whole result, the answer, and the points before and now. */
import { type AppealState, appealWords, pointsWords } from '../../../core/commune/calendar/appeal.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { useAppeals } from './use-appeals.ts';

export function AppealLines({ state }: { readonly state: AppealState }) {
  const styles = usePaneStyles();
  const { appeal, answer } = state;
  const points = pointsWords(state);
  return (
    <>
      <p className={styles.text}>{appealWords(appeal)}</p>
      <p className={styles.text}>{answer === null ? 'Chưa trả lời.' : `${appealWords(answer)} (${answer.who})`}</p>
      {points === '' ? null : <p className={styles.quiet}>{points}</p>}
    </>
  );
}

/** All appeals of these units against the criterion, or against their whole result. */
export function AppealsBeside({ units, criterion }: { readonly units: readonly string[]; readonly criterion: string }) {
  const states = useAppeals().states.filter(
    ({ appeal }) => units.includes(appeal.unit) && (appeal.criterion === '' || appeal.criterion === criterion),
  );
  // biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever added behind the last
  return states.map((state, at) => <AppealLines key={at} state={state} />);
}
