/** Marks on flagged cells and charts beside tables: ours are replaced, the office's own stay. */
import { afterEach, describe, expect, it } from 'vitest';
import { excelHost } from '../../excel-addin/host/excel/excel-host.ts';
import type { HostAction } from '../../session/host/port.ts';
import { cellOf } from '../excel-host/cells.ts';
import { openExcel } from '../excel-host/client.ts';
import { applied, FLAGS, flags, newValue } from './excel-actions.ts';

describe('marks and charts', () => {
  const at = (row: number) => [{ top: row, left: 0, bottom: row, right: 0 }];

  it('marks by conditional formats of ours and never touches the office’s own', async () => {
    const excel = openExcel();
    const host = excelHost();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Trang1').getRange('A1:B9');
      range.format.fill.color = '#00FF00';
      const { custom } = range.conditionalFormats.add('Custom');
      custom.rule.formula = '=TRUE';
      await context.sync();
    });
    const ours = () =>
      excel.book.sheets[0]!.conditionals.filter(({ settings }) => settings.get('rule.formula') !== '=TRUE').toSorted(
        (a, b) => a.areas[0]!.top - b.areas[0]!.top,
      );
    await applied(host, [
      { kind: 'mark', sheet: 'Trang1', ranges: at(0), severity: 'error' },
      { kind: 'mark', sheet: 'Trang1', ranges: at(1), severity: 'error' },
      { kind: 'mark', sheet: 'Trang1', ranges: at(4), severity: 'info' },
    ]);
    expect(ours().map(({ areas }) => areas)).toEqual([[{ top: 0, left: 0, bottom: 1, right: 0 }], at(4)]);
    await applied(host, [{ kind: 'mark', sheet: 'Trang1', ranges: at(1), severity: null }]);
    expect(ours().map(({ areas }) => areas)).toEqual([at(0), at(4)]);
    const all = [{ top: 0, left: 0, bottom: 99, right: 9 }];
    await applied(host, [{ kind: 'mark', sheet: 'Trang1', ranges: all, severity: null }]);
    expect(excel.book.sheets[0]!.conditionals).toHaveLength(1);
    expect(cellOf(excel.book.sheets[0]!, 0, 0)!.look.fill).toBe('#00FF00');
  });

  it('draws a chart beside a table made in the same run, and replaces it', async () => {
    const excel = openExcel();
    const host = excelHost();
    const chart: HostAction = {
      kind: 'chart',
      sheet: 'Cảnh báo',
      name: 'bieu_do',
      title: 'Điểm các đơn vị',
      table: 'canh_bao',
      labels: 'Đơn vị',
      values: 'Điểm',
    };
    await applied(host, [FLAGS, chart]);
    const { undo } = await applied(host, [FLAGS, chart]);
    expect(undo.charts).toEqual([]);
    await applied(host, [flags([[newValue('Thôn 1'), newValue(1)]]), chart]);
    const { charts } = excel.book.sheets[1]!;
    expect(charts.map(({ name }) => name)).toEqual(['bieu_do']);
    expect(charts[0]!.series).toHaveLength(1);
    expect(charts[0]!.series[0]).toMatchObject({
      values: expect.stringContaining('B5'),
      labels: expect.stringContaining('A5'),
    });
  });
});

afterEach(() => {
  // Nothing of one pretended Excel may reach the next.
  openExcel();
});
