/** A horizontal bar chart with the range each value can still take. Loaded only when shown; the table beside it says the same. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import { useEffect, useRef } from 'react';
import { formatNumber } from '../core/movement/points.ts';
import type { ChartColours } from './chart-colours.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface BarChartProps {
  readonly bars: readonly Bar[];
  /** Says what it shows and where the figures stand as text. */
  readonly name: string;
  readonly colours: ChartColours;
}

const BAR_HEIGHT = 26;
const LONGEST_LABEL = 22;

export function BarChart({ bars, name, colours }: BarChartProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current === null) return;
    const chart = draw(canvas.current, bars, colours);
    return () => chart.destroy();
  }, [bars, colours]);
  return (
    <div style={{ position: 'relative', height: bars.length * BAR_HEIGHT + 40, minWidth: 0 }}>
      <canvas ref={canvas} role="img" aria-label={name} />
    </div>
  );
}

function draw(canvas: HTMLCanvasElement, bars: readonly Bar[], colours: ChartColours) {
  const ticks = { color: colours.text, font: { size: 11 } };
  return new Chart<'bar', (number | [number, number])[]>(canvas, {
    type: 'bar',
    data: {
      labels: bars.map(({ label }) => label),
      datasets: [
        {
          label: 'Còn có thể',
          data: bars.map(({ low, high }): [number, number] => [low, high]),
          backgroundColor: colours.range,
          barPercentage: 0.35,
          grouped: false,
          order: 0,
        },
        {
          label: 'Điểm',
          data: bars.map(({ value }) => value),
          backgroundColor: colours.bar,
          barPercentage: 0.8,
          grouped: false,
          order: 1,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      animation: false,
      maintainAspectRatio: false,
      scales: {
        x: { beginAtZero: true, ticks, grid: { color: colours.line } },
        y: {
          ticks: { ...ticks, autoSkip: false, callback: (_, index) => shortened(bars[index]?.label ?? '') },
          grid: { display: false },
        },
      },
      plugins: {
        tooltip: {
          callbacks: {
            label: ({ dataset, raw }) =>
              Array.isArray(raw)
                ? `${dataset.label}: từ ${formatNumber(raw[0])} đến ${formatNumber(raw[1])}`
                : `${dataset.label}: ${formatNumber(Number(raw))}`,
          },
        },
      },
    },
  });
}

function shortened(label: string): string {
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;
}
