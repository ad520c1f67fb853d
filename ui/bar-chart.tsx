/** Bars with the range each value can still take. */
import { formatNumber } from '../core/base/quantity/points.ts';
import { BarRows } from './bar-rows.tsx';

interface Bar {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

interface BarChartProps {
  readonly bars: readonly Bar[];
  /** Accessible name: what the chart shows, and where its figures are as text. */
  readonly name: string;
}

export function BarChart({ bars, name }: BarChartProps) {
  const most = Math.max(0, ...bars.flatMap(({ value, high }) => [value, high]));
  return (
    <BarRows
      rows={bars.map((bar, place) => ({ id: `${place} ${bar.label}`, ...rowOf(bar) }))}
      most={most}
      tickText={formatNumber}
      name={name}
    />
  );
}

function rowOf({ label, value, low, high }: Bar) {
  const isOpen = low < high;
  return {
    label,
    says: isOpen
      ? `${formatNumber(value)}, còn có thể từ ${formatNumber(low)} đến ${formatNumber(high)}`
      : formatNumber(value),
    lanes: [
      [
        { from: 0, to: value, look: 'main' as const },
        ...(isOpen ? [{ from: low, to: high, look: 'range' as const }] : []),
      ],
    ],
  };
}
