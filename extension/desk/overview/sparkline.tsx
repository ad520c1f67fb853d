/** A small line of one indicator in time with its target as a dashed line. What it shows is also its description. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { hanoiTime } from '../../../core/base/period/hanoi-time.ts';
import { formatNumber } from '../../../core/base/quantity/points.ts';
import { formatDate } from '../../../core/sheet/grid/date.ts';
import type { TrendPoint } from './trend.ts';

interface Props {
  readonly spots: readonly TrendPoint[];
  readonly target: number | null;
  readonly name: string;
  readonly description: string;
}

const FORCED = '@media (forced-colors: active)';

const useStyles = makeStyles({
  chart: { display: 'block', width: '100%', height: '72px', overflow: 'visible' },
  line: {
    fill: 'none',
    stroke: tokens.colorCompoundBrandStroke,
    strokeWidth: '2px',
    strokeLinejoin: 'round',
    vectorEffect: 'non-scaling-stroke',
    [FORCED]: { stroke: 'Highlight' },
  },
  dot: {
    stroke: tokens.colorCompoundBrandStroke,
    strokeWidth: '6px',
    strokeLinecap: 'round',
    vectorEffect: 'non-scaling-stroke',
    [FORCED]: { stroke: 'Highlight' },
  },
  target: {
    stroke: tokens.colorPaletteMarigoldBorderActive,
    strokeWidth: '1.5px',
    strokeDasharray: '5 4',
    vectorEffect: 'non-scaling-stroke',
    [FORCED]: { stroke: 'CanvasText' },
  },
});

const WIDTH = 100;
const HEIGHT = 72;
const EDGE = 6;
/** Each capture is seen when there are no more of them. */
const MOST_DOTS = 20;

export function Sparkline({ spots, target, name, description }: Props) {
  const styles = useStyles();
  const place = placesOf(spots, target);
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`Biểu đồ ${name}. ${description}`}
    >
      {target === null ? null : <path className={styles.target} d={`M0,${place.y(target)}H${WIDTH}`} />}
      <path className={styles.line} d={lineOf(spots, place)} />
      {spots.map(({ x, y }, at) =>
        y === null || !(spots.length <= MOST_DOTS || isAlone(spots, at)) ? null : (
          <path key={x} className={styles.dot} d={`M${place.x(x)},${place.y(y)}h0.001`}>
            <title>{`${formatDate(hanoiTime(new Date(x)))}: ${formatNumber(y)}`}</title>
          </path>
        ),
      )}
    </svg>
  );
}

interface ChartScale {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
}

/** Time over the whole width; values and target within the height, the edges left free. */
function placesOf(spots: readonly TrendPoint[], target: number | null): ChartScale {
  const times = spots.map(({ x }) => x);
  const values = [...spots.flatMap(({ y }) => (y === null ? [] : [y])), ...(target === null ? [] : [target])];
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const share = (value: number, low: number, high: number) => (high > low ? (value - low) / (high - low) : 0.5);
  return {
    x: (at) => share(at, from, to) * WIDTH,
    y: (value) => HEIGHT - EDGE - share(value, least, most) * (HEIGHT - 2 * EDGE),
  };
}

/** Broken at each hole, so that it claims nothing about that time. */
function lineOf(spots: readonly TrendPoint[], place: ChartScale): string {
  let isOpen = false;
  return spots
    .map(({ x, y }) => {
      const pen = isOpen ? 'L' : 'M';
      isOpen = y !== null;
      return y === null ? '' : `${pen}${place.x(x)},${place.y(y)}`;
    })
    .join('');
}

function isAlone(spots: readonly TrendPoint[], at: number): boolean {
  return (spots[at - 1]?.y ?? null) === null && (spots[at + 1]?.y ?? null) === null;
}
