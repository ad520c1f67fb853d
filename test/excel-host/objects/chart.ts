/** Native charts: stored with their settings and series, never drawn. */
import { addressOf } from '../addresses.ts';
import { freshId, type HostChart, type HostSheet } from '../book.ts';
import { refuse } from '../host-error.ts';
import { asText, asWhole, findItem, found, type HostObject, isHostObject } from '../host-object.ts';
import { refuseProtected, type World } from '../world.ts';
import { type Bag, bagObject } from './bag.ts';

const AXIS: Bag = {
  type: 'ChartAxis',
  properties: {
    minimum: '',
    maximum: '',
    majorUnit: '',
    reversePlotOrder: false,
    visible: true,
    numberFormat: 'General',
  },
  parts: { title: { type: 'ChartAxisTitle', properties: { text: '', visible: false } } },
};

const SETTINGS: Bag = {
  type: 'Chart',
  properties: { top: 0, left: 0, width: 360, height: 216, chartType: 'ColumnClustered', style: 2 },
  parts: {
    title: { type: 'ChartTitle', properties: { text: '', visible: true, overlay: false } },
    legend: { type: 'ChartLegend', properties: { visible: true, position: 'Right', overlay: false } },
    dataLabels: {
      type: 'ChartDataLabels',
      properties: { showValue: false, showSeriesName: false, showCategoryName: false, position: '', numberFormat: '' },
    },
    axes: { type: 'ChartAxes', properties: {}, parts: { categoryAxis: AXIS, valueAxis: AXIS } },
  },
};

export function chartCollection(world: World, sheet: HostSheet): HostObject {
  const item = (chart: HostChart): HostObject => chartObject(sheet, chart);
  return {
    type: 'ChartCollection',
    items: () => sheet.charts.map(item),
    item: (key) => item(found(findItem(sheet.charts, key))),
    open: {
      add: (type, source, seriesBy) => item(addChart(world, sheet, asText(type), source, seriesBy)),
      getItem: (key) => item(found(findItem(sheet.charts, key))),
      getItemOrNullObject: (key) => {
        const chart = findItem(sheet.charts, key);
        return chart ? item(chart) : null;
      },
      getItemAt: (index) => item(sheet.charts[asWhole(index)] ?? refuse('InvalidArgument')),
    },
    call: { getCount: () => sheet.charts.length },
  };
}

/** A series for each column (or row) after the first, which supplies the labels. */
function addChart(world: World, sheet: HostSheet, type: string, source: unknown, seriesBy: unknown): HostChart {
  refuseProtected(sheet);
  if (!isHostObject(source) || !source.target) refuse('InvalidArgument', 'Nguồn dữ liệu phải là một vùng.');
  const { target } = source;
  const [area] = target.areas;
  if (!area) refuse('InvalidArgument');
  const columns = Math.max(area.right - area.left, 1);
  const by = seriesBy === 'Rows' ? Math.max(area.bottom - area.top, 1) : columns;
  const number = world.book.nextId;
  const chart: HostChart = {
    id: freshId(world.book),
    name: `Biểu đồ ${number}`,
    settings: new Map<string, unknown>([['chartType', type]]),
    series: Array.from({ length: by }, () => ({ values: addressOf(target), labels: addressOf(target) })),
  };
  sheet.charts.push(chart);
  return chart;
}

function chartObject(sheet: HostSheet, chart: HostChart): HostObject {
  const guard = (): void => refuseProtected(sheet);
  const settings = bagObject(SETTINGS, chart.settings, guard);
  return {
    ...settings,
    id: chart.id,
    get: { ...settings.get, id: () => chart.id, name: () => chart.name },
    set: {
      ...settings.set,
      name: (value) => {
        guard();
        chart.name = asText(value);
      },
    },
    open: { ...settings.open, series: () => seriesCollection(chart, guard) },
    call: {
      delete: () => {
        guard();
        sheet.charts.splice(sheet.charts.indexOf(chart), 1);
      },
      setPosition: (start, end) => {
        guard();
        chart.settings.set('position', [start, end].map(cellText));
      },
      setData: (source) => {
        guard();
        const target = isHostObject(source) ? source.target : undefined;
        if (!target) refuse('InvalidArgument');
        for (const series of chart.series) series.values = addressOf(target);
      },
      activate: () => undefined,
    },
  };
}

function cellText(where: unknown): string {
  if (isHostObject(where) && where.target) return addressOf(where.target);
  return where === undefined || where === null ? '' : asText(where);
}

function seriesCollection(chart: HostChart, guard: () => void): HostObject {
  const item = (index: number): HostObject => {
    const series = chart.series[index] ?? refuse('InvalidArgument', 'Không có chuỗi dữ liệu này.');
    const path = `series.${index}`;
    const bag: Bag = {
      type: 'ChartSeries',
      properties: { name: '', hasDataLabels: false, gapWidth: 150 },
      parts: LOOK,
    };
    const put = (key: 'values' | 'labels') => (where: unknown) => {
      guard();
      series[key] = cellText(where);
    };
    const call = { setValues: put('values'), setXAxisValues: put('labels') };
    return bagObject({ ...bag, call }, chart.settings, guard, path);
  };
  return {
    type: 'ChartSeriesCollection',
    items: () => chart.series.map((_, index) => item(index)),
    open: { getItemAt: (index) => item(asWhole(index)) },
    call: { getCount: () => chart.series.length },
  };
}

const LOOK: Readonly<Record<string, Bag>> = {
  format: {
    type: 'ChartSeriesFormat',
    properties: {},
    parts: {
      fill: { type: 'ChartFill', properties: {}, call: { setSolidColor: () => undefined, clear: () => undefined } },
    },
  },
};
