/**
 * How far a piece of work is. Fluent's own brings a library of motions along, for which the pane would have to wait.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  track: {
    height: '2px',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground6,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  bar: {
    height: '100%',
    borderRadius: 'inherit',
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  known: { transition: 'width 0.3s ease' },
  unknown: {
    width: '33%',
    animationName: { from: { transform: 'translateX(-100%)' }, to: { transform: 'translateX(303%)' } },
    animationDuration: '3s',
    animationIterationCount: 'infinite',
    animationTimingFunction: 'linear',
    '@media (prefers-reduced-motion: reduce)': {
      width: '100%',
      animationName: { from: { opacity: 0.2 }, '50%': { opacity: 1 }, to: { opacity: 0.2 } },
    },
  },
});

interface ProgressBarProps {
  /** What is under way, for screen readers. */
  readonly label: string;
  /** 0 … 1; null = not known. */
  readonly value: number | null;
}

export function ProgressBar({ label, value }: ProgressBarProps) {
  const styles = useStyles();
  const known = value === null ? {} : { 'aria-valuenow': value };
  return (
    <div role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={1} {...known} className={styles.track}>
      <div
        className={mergeClasses(styles.bar, value === null ? styles.unknown : styles.known)}
        {...(value === null ? {} : { style: { width: `${value * 100}%` } })}
      />
    </div>
  );
}
