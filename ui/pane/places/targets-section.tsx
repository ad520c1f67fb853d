/**
 * The result of the whole commune: every target of the plan in its one state, with a bullet and the reason; the plan's
 * standards for awards beside them.
 */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { CommuneFigure } from '../../../core/commune/calendar/journal.ts';
import { communeResult } from '../../../core/commune/result/commune.ts';
import {
  countedStates,
  ownTargets,
  signedName,
  type TargetResult,
} from '../../../core/commune/result/commune-result.ts';
import type { RunResult } from '../../../core/judge/run/run-result.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { TargetCard } from './target-card.tsx';

const useStyles = makeStyles({
  group: { '& > summary': { cursor: 'pointer', padding: '4px 0', fontWeight: tokens.fontWeightSemibold } },
});

export function TargetsSection({ run }: { readonly run: RunResult }) {
  const pane = usePaneStyles();
  const { session } = usePane();
  const [told, setTold] = useState<readonly CommuneFigure[]>([]);
  useEffect(() => {
    let wanted = true;
    void session.communeFigures().then((read) => wanted && read.ok && setTold(read.value));
    return () => {
      wanted = false;
    };
  }, [session]);
  const commune = useMemo(() => communeResult({ result: run, ownFigures: told }), [run, told]);
  const own = ownTargets(commune.targets);
  const standards = commune.targets.filter((target) => !own.includes(target));
  return (
    <section className={pane.section} aria-labelledby="targets-heading">
      <h2 id="targets-heading" className={pane.heading}>
        {`Kết quả toàn xã (${own.length} chỉ tiêu)`}
      </h2>
      <p className={pane.quiet}>Thanh đậm: kết quả. Thanh mảnh: khoảng còn có thể. Vạch đứng: mức phải đạt.</p>
      {countedStates(commune)
        .filter(([, count]) => count > 0)
        .map(([state, count]) => (
          <Group
            key={state}
            title={`${signedName(state)}: ${count}`}
            open={state === 'not-met'}
            targets={own.filter((target) => target.state === state)}
          />
        ))}
      {standards.length === 0 ? null : (
        <Group title={`Tiêu chuẩn khen thưởng: ${standards.length}`} open={false} targets={standards} />
      )}
    </section>
  );
}

interface GroupProps {
  readonly title: string;
  readonly open: boolean;
  readonly targets: readonly TargetResult[];
}

function Group({ title, open, targets }: GroupProps) {
  const pane = usePaneStyles();
  const styles = useStyles();
  return (
    <details className={styles.group} open={open}>
      <summary>{title}</summary>
      <ul className={pane.list}>
        {targets.map((target) => (
          <TargetCard key={target.code} target={target} />
        ))}
      </ul>
    </details>
  );
}
