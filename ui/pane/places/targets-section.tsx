/**
 * The result of the whole commune: every target of the plan in one of its four states, with a bullet and the reason.
 */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { type Bullet, bulletOf } from '../../../core/commune/bullet.ts';
import { communeResult } from '../../../core/commune/commune.ts';
import {
  figureWords,
  TARGET_STATE_NAME,
  TARGET_STATE_SIGN,
  TARGET_STATES,
  type TargetResult,
} from '../../../core/commune/commune-result.ts';
import type { RunResult } from '../../../core/run/run-result.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

const useStyles = makeStyles({
  group: { '& > summary': { cursor: 'pointer', padding: '4px 0', fontWeight: tokens.fontWeightSemibold } },
  track: {
    position: 'relative',
    height: '10px',
    backgroundColor: tokens.colorNeutralBackground5,
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  part: { position: 'absolute', insetBlock: 0 },
  value: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  range: {
    insetBlock: '4px',
    backgroundColor: tokens.colorPaletteMarigoldBorderActive,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  asked: {
    insetBlock: '-3px',
    width: '2px',
    backgroundColor: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
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

function TargetCard({ target }: { readonly target: TargetResult }) {
  const pane = usePaneStyles();
  const { text, section, level, figure, reason, source, sourceText } = target;
  const bullet = bulletOf(target);
  const figures = [figureWords(figure.value, target), level === '' ? null : `mức phải đạt: ${level}`];
  return (
    <li className={pane.card}>
      <span>{`${text} (mục ${section})`}</span>
      <span className={pane.strong}>{figures.filter((one) => one !== null).join(' · ')}</span>
      {bullet === null ? null : <BulletBar bullet={bullet} />}
      <p className={pane.quiet}>{source === 'none' ? reason : `${reason} Nguồn: ${sourceText}.`}</p>
    </li>
  );
}

/** The figures stand in words above it. */
function BulletBar({ bullet: { value, low, high, asked } }: { readonly bullet: Bullet }) {
  const styles = useStyles();
  const at = (share: number) => `${share * 100}%`;
  return (
    <div className={styles.track} aria-hidden="true">
      <div className={`${styles.part} ${styles.value}`} style={{ left: 0, width: at(value) }} />
      {low < high ? (
        <div className={`${styles.part} ${styles.range}`} style={{ left: at(low), width: at(high - low) }} />
      ) : null}
      <div className={`${styles.part} ${styles.asked}`} style={{ left: at(asked) }} />
    </div>
  );
}
