/** Where the table of a report stands: what tells two reports of one unit in one file apart, whatever their order. */
import { toA1 } from '../sheet/grid/address.ts';
import type { Report } from './report.ts';

/** `Báo cáo!A5:K40`. Each answer to an online form is a row of its own; its last row names it. */
export function tableOf({ layout }: Pick<Report, 'layout'>): string {
  const { sheet, headerTop, lastRow, columns, headings = [] } = layout;
  const own = [...columns.values(), ...headings.map(({ column }) => column)];
  const left = own.length > 0 ? Math.min(...own) : 0;
  const right = own.length > 0 ? Math.max(...own) : layout.lastColumn;
  return `${sheet}!${toA1(headerTop, left)}:${toA1(lastRow, right)}`;
}
