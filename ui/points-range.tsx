/** Points out of a maximum, with the range they can still take, in words and as a bar. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { formatPoints, type Points } from '../core/base/quantity/points.ts';

interface PointsRangeProps {
  readonly now: Points;
  readonly low: Points;
  readonly high: Points;
  readonly max: Points;
  /** Words only, where a bar would be noise. */
  readonly plain?: boolean;
}

/** `72,5/100 (có thể từ 70 đến 80)`. Hundredths in. */
export function rangeText({ now, low, high, max }: PointsRangeProps): string {
  const points = `${formatPoints(now)}/${formatPoints(max)} điểm`;
  return low === high ? points : `${points} (có thể từ ${formatPoints(low)} đến ${formatPoints(high)})`;
}

const useStyles = makeStyles({
  bar: {
    position: 'relative',
    height: '6px',
    marginTop: '4px',
    borderRadius: '3px',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground5,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  low: {
    position: 'absolute',
    insetBlock: 0,
    insetInlineStart: 0,
    backgroundColor: tokens.colorBrandBackground,
    // Forced colours would paint it like the ground.
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'Highlight' },
  },
  open: {
    position: 'absolute',
    insetBlock: 0,
    backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorBrandBackground} 0 2px, transparent 2px 5px)`,
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundImage: 'repeating-linear-gradient(135deg, Highlight 0 2px, Canvas 2px 5px)',
    },
  },
});

export function PointsRange(props: PointsRangeProps) {
  const text = rangeText(props);
  if (props.plain || props.max <= 0) return <span>{text}</span>;
  return (
    <div>
      <span>{text}</span>
      <RangeBar {...props} />
    </div>
  );
}

/** Only the bar: the certain points, and behind them the points still possible. The caller shows the words. */
export function RangeBar({ low, high, max }: Pick<PointsRangeProps, 'low' | 'high' | 'max'>) {
  const styles = useStyles();
  const share = (points: Points) => `${Math.min(100, Math.max(0, (points / max) * 100))}%`;
  return (
    <div className={styles.bar} aria-hidden="true">
      <div className={styles.low} style={{ width: share(low) }} />
      <div className={styles.open} style={{ left: share(low), width: share(high - low) }} />
    </div>
  );
}
