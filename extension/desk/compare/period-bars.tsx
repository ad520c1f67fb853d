/** Two bars for each indicator, as shares of what can be reached. The table beside it says the same in figures. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import { useEffect, useRef } from 'react';
import { formatNumber } from '../../../core/movement/points.ts';
import type { ChartColours } from '../../../ui/chart-colours.ts';
import { THEMES } from '../../../ui/theme.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

export interface BarPair {
  readonly label: string;
  /** 0 … 100; null = no figure. */
  readonly earlier: number | null;
  readonly later: number | null;
}

interface Props {
  readonly pairs: readonly BarPair[];
  readonly earlier: string;
  readonly later: string;
  readonly colours: ChartColours;
}

const PAIR_HEIGHT = 40;
const LONGEST_LABEL = 20;

export function PeriodBars({ pairs, earlier, later, colours }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current === null) return;
    const chart = draw(canvas.current, { pairs, earlier, later, colours });
    return () => chart.destroy();
  }, [pairs, earlier, later, colours]);
  return (
    <div style={{ position: 'relative', height: pairs.length * PAIR_HEIGHT + 30, minWidth: 0 }}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={`Biểu đồ so ${later} với ${earlier}, theo phần trăm mức tối đa. Số liệu nằm trong bảng.`}
      />
    </div>
  );
}

function draw(canvas: HTMLCanvasElement, { pairs, earlier, later, colours }: Props) {
  const ticks = { color: colours.text, font: { size: 11, family: THEMES.light.fontFamilyBase } };
  const bars = { barPercentage: 0.9, categoryPercentage: 0.7 };
  return new Chart<'bar', (number | null)[]>(canvas, {
    type: 'bar',
    data: {
      labels: pairs.map(({ label }) => label),
      datasets: [
        { ...bars, label: earlier, data: pairs.map((pair) => pair.earlier), backgroundColor: colours.range },
        { ...bars, label: later, data: pairs.map((pair) => pair.later), backgroundColor: colours.bar },
      ],
    },
    options: {
      indexAxis: 'y',
      animation: false,
      maintainAspectRatio: false,
      scales: {
        x: {
          min: 0,
          max: 100,
          ticks: { ...ticks, callback: (value) => `${formatNumber(Number(value))} %` },
          grid: { color: colours.line },
        },
        y: {
          ticks: { ...ticks, autoSkip: false, callback: (_, index) => shortened(pairs[index]?.label ?? '') },
          grid: { display: false },
        },
      },
      plugins: {
        tooltip: { callbacks: { label: ({ dataset, raw }) => `${dataset.label}: ${formatNumber(Number(raw))} %` } },
      },
    },
  });
}

function shortened(label: string): string {
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;
}
