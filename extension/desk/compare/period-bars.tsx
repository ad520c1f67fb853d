/** Two bars for each indicator, as shares of what can be reached. The table beside it says the same in figures. */
import { formatNumber } from '../../../core/base/quantity/points.ts';
import { type BarLook, BarRows } from '../../../ui/bar-rows.tsx';

interface BarPair {
  readonly label: string;
  /** 0 … 100; null = no figure. */
  readonly earlier: number | null;
  readonly later: number | null;
}

interface Props {
  readonly pairs: readonly BarPair[];
  readonly earlier: string;
  readonly later: string;
}

const percent = (value: number) => `${formatNumber(value)} %`;

export function PeriodBars({ pairs, earlier, later }: Props) {
  const laneOf = (value: number | null, look: BarLook) => (value === null ? [] : [{ from: 0, to: value, look }]);
  return (
    <BarRows
      rows={pairs.map((pair) => ({
        id: pair.label,
        label: pair.label,
        says: `${earlier} ${figureText(pair.earlier)}, ${later} ${figureText(pair.later)}`,
        lanes: [laneOf(pair.earlier, 'second'), laneOf(pair.later, 'main')],
      }))}
      most={100}
      tickText={formatNumber}
      name={`Biểu đồ so ${later} với ${earlier}, theo phần trăm mức tối đa. Số liệu nằm trong bảng.`}
    />
  );
}

function figureText(value: number | null): string {
  return value === null ? 'chưa có số liệu' : percent(value);
}
