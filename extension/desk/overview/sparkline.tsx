/** A small line of one indicator in time with its target as a dashed line. What it shows is also its description. */
import { Chart, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js';
import { useEffect, useRef } from 'react';
import { formatDate } from '../../../core/grid/date.ts';
import { formatNumber } from '../../../core/movement/points.ts';
import type { ChartColours } from '../../../ui/chart-colours.ts';
import { vietnameseInstant } from '../../reading/time.ts';
import type { Spot } from './trend.ts';

Chart.register(LineController, LineElement, LinearScale, PointElement, Tooltip);

interface Props {
  readonly spots: readonly Spot[];
  readonly target: number | null;
  readonly name: string;
  readonly description: string;
  readonly colours: ChartColours;
}

export function Sparkline({ spots, target, name, description, colours }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current === null) return;
    const chart = draw(canvas.current, spots, target, colours);
    return () => chart.destroy();
  }, [spots, target, colours]);
  return (
    <div style={{ position: 'relative', height: 72, minWidth: 0 }}>
      <canvas ref={canvas} role="img" aria-label={`Biểu đồ ${name}. ${description}`} />
    </div>
  );
}

function draw(canvas: HTMLCanvasElement, spots: readonly Spot[], target: number | null, colours: ChartColours) {
  const [from = 0, to = 0] = [spots[0]?.x, spots.at(-1)?.x];
  return new Chart<'line', Spot[]>(canvas, {
    type: 'line',
    data: {
      datasets: [
        {
          data: [...spots],
          borderColor: colours.bar,
          backgroundColor: colours.bar,
          borderWidth: 2,
          // Each capture is seen when there are few of them, and one that stands alone always.
          pointRadius: ({ dataIndex }) => (spots.length <= 20 || isAlone(spots, dataIndex) ? 2.5 : 0),
          pointHoverRadius: 4,
          clip: 8,
        },
        {
          data: target === null ? [] : [from, to].map((x) => ({ x, y: target })),
          borderColor: colours.range,
          borderDash: [5, 4],
          borderWidth: 1.5,
          pointRadius: 0,
          pointHitRadius: 0,
        },
      ],
    },
    options: {
      animation: false,
      parsing: false,
      maintainAspectRatio: false,
      layout: { padding: 5 },
      scales: {
        x: { type: 'linear', display: false, min: from, max: to },
        y: { display: false, grace: '8%' },
      },
      plugins: {
        tooltip: {
          displayColors: false,
          callbacks: {
            title: ([item]) => (item ? formatDate(vietnameseInstant(item.parsed.x ?? 0)) : ''),
            label: ({ parsed }) => formatNumber(parsed.y ?? 0),
          },
        },
      },
    },
  });
}

function isAlone(spots: readonly Spot[], at: number): boolean {
  return (spots[at - 1]?.y ?? null) === null && (spots[at + 1]?.y ?? null) === null;
}
