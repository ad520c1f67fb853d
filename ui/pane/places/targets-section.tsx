/**
 * The result of the whole commune: every target of the plan in one of its four states, with a bullet and the reason.
 */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { communeResult } from '../../../core/commune/result/commune.ts';
import { TARGET_STATE_NAME, TARGET_STATE_SIGN, TARGET_STATES } from '../../../core/commune/result/commune-result.ts';
import type { RunResult } from '../../../core/judge/run/run-result.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { TargetCard } from './target-card.tsx';

const useStyles = makeStyles({
  group: { '& > summary': { cursor: 'pointer', padding: '4px 0', fontWeight: tokens.fontWeightSemibold } },
});

export function TargetsSection({ run }: { readonly run: RunResult }) {
  const pane = usePaneStyles();
  const styles = useStyles();
  const { targets, counts } = useMemo(() => communeResult({ result: run }), [run]);
  return (
    <section className={pane.section} aria-labelledby="targets-heading">
      <h2 id="targets-heading" className={pane.heading}>
        {`Kết quả toàn xã (${targets.length} chỉ tiêu)`}
      </h2>
      <p className={pane.quiet}>Thanh đậm: kết quả. Thanh mảnh: khoảng còn có thể. Vạch đứng: mức phải đạt.</p>
      {TARGET_STATES.filter((state) => counts[state] > 0).map((state) => (
        <details key={state} className={styles.group} open={state === 'not-met'}>
          <summary>{`${TARGET_STATE_SIGN[state]} ${TARGET_STATE_NAME[state]}: ${counts[state]}`}</summary>
          <ul className={pane.list}>
            {targets
              .filter((target) => target.state === state)
              .map((target) => (
                <TargetCard key={target.code} target={target} />
              ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
