/**
 * `chart`: a bar chart beside a table of ours, over two of its columns. It replaces a chart with the same name, unless
 * that already shows the same cells, because a chart follows its cells' values by itself.
 */

import type { Range } from '../../../../core/sheet/grid/sheet.ts';
import { foldName } from '../../../../core/sheet/workbook/xlsx/sheet-name.ts';
import { hostRefusal } from '../../../../session/host/errors.ts';
import type { HostAction } from '../../../../session/host/port.ts';
import { rangeAt, sameRange } from '../blocks.ts';
import { CALL, type TableRef } from '../op.ts';
import { bySheet, type Plan, refuse, targetOf } from '../plan.ts';
import { missingTable } from '../table-rows.ts';
import { textsOf } from './put-table.ts';

type Chart = Extract<HostAction, { kind: 'chart' }>;

/** Columns and rows the chart covers: wide enough for names of units, a row for each bar. */
const WIDE = 10;
const LEAST_HIGH = 16;

export function planCharts(actions: readonly Chart[], plan: Plan): void {
  for (const [name, list] of bySheet(actions)) {
    const target = targetOf(plan, name, list);
    if (!target) continue;
    for (const action of list) planChart(action, target.ref, target.now?.charts.get(action.name), plan);
  }
}

function planChart(action: Chart, sheet: TableRef['sheet'], title: string | undefined, plan: Plan): void {
  const table = tableOf(action.table, plan);
  if (!table) {
    refuse(plan, [action], missingTable(action.table));
    return;
  }
  const labels = columnOf(table, action.labels);
  const values = columnOf(table, action.values);
  if (!labels || !values) {
    refuse(plan, [action], hostRefusal('not-found'));
    return;
  }
  const { range } = table;
  if (title === action.title && isAsBefore(action.table, range, plan)) return;
  plan.ops.push({
    bytes: 14 * CALL,
    actions: [action],
    send: () => {
      const source = table.sheet.proxy();
      const proxy = sheet.proxy();
      if (title !== undefined) proxy.charts.getItem(action.name).delete();
      const chart = proxy.charts.add('BarClustered', rangeAt(source, values), 'Columns');
      chart.name = action.name;
      chart.title.text = action.title;
      chart.legend.visible = false;
      const series = chart.series.getItemAt(0);
      series.setXAxisValues(rangeAt(source, labels));
      series.hasDataLabels = true;
      // The first row of the table on top.
      chart.axes.categoryAxis.reversePlotOrder = true;
      const left = range.right + 2;
      const bottom = range.top + Math.max(LEAST_HIGH, range.bottom - range.top);
      chart.setPosition(
        proxy.getRangeByIndexes(range.top, left, 1, 1),
        proxy.getRangeByIndexes(bottom, left + WIDE, 1, 1),
      );
    },
    undo: { charts: [{ sheet, name: action.name }] },
  });
}

function tableOf(name: string, plan: Plan): TableRef | undefined {
  const now = plan.survey.tables.get(foldName(name));
  const made = plan.tables.get(foldName(name));
  return made ?? (now && { sheet: now.sheet.ref, range: now.range, columns: textsOf(now) });
}

/** The table stood before the run just where it will stand after it. */
function isAsBefore(table: string, range: Range, plan: Plan): boolean {
  const before = plan.survey.tables.get(foldName(table))?.range;
  return before !== undefined && sameRange(before, range);
}

/** The body of a column. */
function columnOf({ range, columns }: TableRef, name: string) {
  const index = columns.findIndex((column) => foldName(column) === foldName(name));
  if (index < 0) return undefined;
  return { top: range.top + 1, bottom: range.bottom, left: range.left + index, right: range.left + index };
}
