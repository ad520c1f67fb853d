/** Adds a row to the sheets "Kiểm tra, đôn đốc" and "Mô hình"; the rows that stand are never written again. */

import { type Result, refuse } from '../../core/base/result.ts';
import type { Model, Visit } from '../../core/commune/calendar/journal.ts';
import type { NewValue } from '../../core/sheet/workbook/port.ts';
import { modelCells, visitCells } from '../../core/sheets/journal-sheets.ts';
import { MODELS, VISITS } from '../book/journal.ts';
import { findTable, type OwnTable } from '../book/own-tables.ts';
import { type Outcome, performWhole } from '../host/outcome.ts';
import type { Host } from '../host/port.ts';

const NOTE = 'Ghi thêm ở đây hoặc trong khung Thi đua số, mỗi việc một dòng.';

export function noteVisit(host: Host, visit: Visit): Promise<Result<Outcome>> {
  if (visit.what.trim() === '') return Promise.resolve(refuse('no-text', 'Hãy ghi nội dung kiểm tra, đôn đốc.'));
  if (visit.until !== null && visit.until < visit.day)
    return Promise.resolve(refuse('bad-day', 'Thời hạn phải sau ngày kiểm tra, đôn đốc.'));
  return addRow(host, VISITS, visitCells(visit));
}

export function noteModel(host: Host, model: Model): Promise<Result<Outcome>> {
  if (model.name.trim() === '' || model.unit.trim() === '')
    return Promise.resolve(refuse('no-text', 'Hãy ghi tên mô hình và đơn vị thực hiện.'));
  return addRow(host, MODELS, modelCells(model));
}

async function addRow(host: Host, own: OwnTable, cells: readonly NewValue[]): Promise<Result<Outcome>> {
  const read = await host.read();
  if (!read.ok) return read;
  const standing = findTable(read.value, own.table);
  const { sheet, table, title, columns } = own;
  if (!standing) {
    const taken = read.value.book.sheets.some(
      ({ name }) => name.normalize('NFC').toLowerCase() === sheet.toLowerCase(),
    );
    if (taken) return refuse('taken', `Sổ có trang “${sheet}” của cơ quan; hãy ghi thêm vào trang đó.`);
    const plan = { sheet, table, heading: [title, NOTE], columns, rows: [cells] };
    return performWhole(host, title, [{ kind: 'put-table', plan }], 'Chưa ghi được.');
  }
  // The columns may have been moved; the row follows them.
  const places = standing.columns.map((name) => columns.findIndex((column) => column.name === name.normalize('NFC')));
  const lost = columns.filter((_, at) => cells[at]?.kind !== 'empty' && !places.includes(at)).map(({ name }) => name);
  if (lost.length > 0) return refuse('no-column', `Trang “${standing.sheet}” thiếu cột ${lost.join(', ')}.`);
  const row = places.map((at): NewValue => cells[at] ?? { kind: 'empty' });
  return performWhole(host, title, [{ kind: 'append-rows', table, rows: [row] }], 'Chưa ghi được.');
}
