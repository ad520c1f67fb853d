/** The version of the criteria set that a form of ours bears, printed above or anywhere below its table. */
import { versionIn } from '../../movement/set-version.ts';
import type { Report } from '../report.ts';
import { refTo } from './page.ts';
import type { ReportTable } from './tables.ts';

/** The first one written on the tables of a report; none on sheets of the units' own making. */
export function formVersion(tables: readonly ReportTable[]): Report['formVersion'] {
  for (const { page, above, header } of tables)
    for (const row of [...above, ...page.rows.filter(({ row }) => row > header.bottom)])
      for (const { isText, text, column } of row.cells) {
        const version = isText ? versionIn(text) : null;
        if (version) return { ...version, cell: refTo(page, row.row, column) };
      }
  return undefined;
}
