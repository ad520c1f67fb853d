/** One indicator of the portal over all communes: a card each, all on one scale, by place. */

import { formatNumber } from '../core/base/quantity/points.ts';
import { bareKey } from '../core/base/text/text.ts';
import type { IndicatorTable } from '../core/province/places.ts';
import { viewPeriodName } from '../core/province/province-book.ts';
import { element } from '../ui/element.ts';
import { drawn } from './drawn.ts';

type Row = IndicatorTable['rows'][number];
const WIDTH = 120;
const HEIGHT = 36;

export function multiples(table: IndicatorTable | null): readonly HTMLElement[] {
  if (!table) return [element('p', {}, 'Chưa xã nào gửi số liệu trên Cổng.')];
  const { rows, unit, period, placed } = table;
  const shown = rows
    .filter(({ course }) => course.length > 0)
    .toSorted((x, y) => (x.place ?? Number.POSITIVE_INFINITY) - (y.place ?? Number.POSITIVE_INFINITY));
  const all = shown.flatMap(({ course }) => course);
  const values = all.map(({ value }) => value);
  const scale = {
    from: Math.min(...values),
    to: Math.max(...values),
    periods: [...new Set(longest(shown).map((point) => point.period))],
  };
  const without = rows.length - shown.length;
  return [
    element(
      'p',
      { class: 'faint' },
      `Hạng trong ${placed} xã có số liệu ${viewPeriodName(period)}. Mọi hình cùng một thang, từ ${formatNumber(scale.from)} đến ${formatNumber(scale.to)} ${unit}.`,
      without > 0 ? ` ${without} xã chưa gửi chỉ số này.` : '',
    ),
    element('ol', { class: 'cards' }, ...shown.map((row) => cardOf(row, unit, scale))),
  ];
}

interface Scale {
  readonly from: number;
  readonly to: number;
  /** In order of time. */
  readonly periods: readonly string[];
}

function longest(rows: readonly Row[]): Row['course'] {
  return rows.reduce<Row['course']>((held, { course }) => (course.length > held.length ? course : held), []);
}

function cardOf({ name, value, place, portal, course }: Row, unit: string, scale: Scale): HTMLElement {
  const figure = value === null ? 'chưa có kỳ này' : `${formatNumber(value)} ${unit}`;
  const ranks = [
    ...(place === null ? [] : [`hạng ${place}`]),
    ...(portal ? [`Cổng ghi hạng ${portal.place}${portal.placed === null ? '' : `/${portal.placed}`}`] : []),
  ];
  const label = course.map((point) => `${viewPeriodName(point.period)}: ${formatNumber(point.value)}`).join('; ');
  return element(
    'li',
    { 'data-xa': bareKey(name) },
    element('strong', {}, name),
    element('span', {}, [figure, ...ranks].join(' · ')),
    lineOf(course, scale, label),
  );
}

function lineOf(course: Row['course'], { from, to, periods }: Scale, label: string): SVGElement {
  const across = Math.max(1, periods.length - 1);
  const points = course.flatMap(({ period, value }) => {
    const at = periods.indexOf(period);
    const share = to === from ? 0.5 : (value - from) / (to - from);
    return at < 0 ? [] : [{ x: 3 + ((WIDTH - 6) * at) / across, y: 3 + (HEIGHT - 6) * (1 - share) }];
  });
  const last = points.at(-1);
  return drawn('svg', { class: 'course', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label }, [
    drawn('polyline', { points: points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ') }),
    ...(last ? [drawn('circle', { cx: last.x.toFixed(1), cy: last.y.toFixed(1), r: '2.5' })] : []),
  ]);
}
