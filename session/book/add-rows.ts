/** Adds rows to a table of ours, which is made with them where there is none; rows that stand are never written again. */
import { type Result, refuse } from '../../core/base/result.ts';
import type { NewValue } from '../../core/sheet/workbook/port.ts';
import { type Outcome, performWhole } from '../host/outcome.ts';
import type { Host } from '../host/port.ts';
import { findTable, type OwnTable } from './own-tables.ts';

/** `note` stands above the table when it is made; each row is in the order of the table's columns. */
export async function addRows(
  host: Host,
  own: OwnTable,
  note: string,
  rows: readonly (readonly NewValue[])[],
): Promise<Result<Outcome>> {
  const read = await host.read();
  if (!read.ok) return read;
  const standing = findTable(read.value, own.table);
  const { sheet, table, title, columns } = own;
  if (!standing) {
    const taken = read.value.book.sheets.some(
      ({ name }) => name.normalize('NFC').toLowerCase() === sheet.toLowerCase(),
    );
    if (taken) return refuse('taken', `Sổ có trang “${sheet}” của cơ quan; hãy ghi thêm vào trang đó.`);
    const plan = { sheet, table, heading: [title, note], columns, rows };
    return performWhole(host, sheet, [{ kind: 'put-table', plan }], 'Chưa ghi được.');
  }
  // The columns may have been moved; the rows follow them.
  const places = standing.columns.map((name) => columns.findIndex((column) => column.name === name.normalize('NFC')));
  const lost = columns.filter((_, at) => !places.includes(at) && rows.some((row) => row[at]?.kind !== 'empty'));
  if (lost.length > 0)
    return refuse('no-column', `Trang “${standing.sheet}” thiếu cột ${lost.map(({ name }) => name).join(', ')}.`);
  const moved = rows.map((row) => places.map((at): NewValue => row[at] ?? { kind: 'empty' }));
  return performWhole(host, sheet, [{ kind: 'append-rows', table, rows: moved }], 'Chưa ghi được.');
}
