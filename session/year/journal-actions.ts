/** Adds a row to the sheets "Kiểm tra, đôn đốc" and "Mô hình"; the rows that stand are never written again. */

import { type Result, refuse } from '../../core/base/result.ts';
import type { Model, Visit } from '../../core/commune/calendar/journal.ts';
import { modelCells, visitCells } from '../../core/sheets/journal-sheets.ts';
import { addRows } from '../book/add-rows.ts';
import { MODELS, VISITS } from '../book/journal.ts';
import type { Outcome } from '../host/outcome.ts';
import type { Host } from '../host/port.ts';

const NOTE = 'Ghi thêm ở đây hoặc trong khung Thi đua số, mỗi việc một dòng.';

export function noteVisit(host: Host, visit: Visit): Promise<Result<Outcome>> {
  if (visit.what.trim() === '') return Promise.resolve(refuse('no-text', 'Hãy ghi nội dung kiểm tra, đôn đốc.'));
  if (visit.until !== null && visit.until < visit.day)
    return Promise.resolve(refuse('bad-day', 'Thời hạn phải sau ngày kiểm tra, đôn đốc.'));
  return addRows(host, VISITS, NOTE, [visitCells(visit)]);
}

export function noteModel(host: Host, model: Model): Promise<Result<Outcome>> {
  if (model.name.trim() === '' || model.unit.trim() === '')
    return Promise.resolve(refuse('no-text', 'Hãy ghi tên mô hình và đơn vị thực hiện.'));
  return addRows(host, MODELS, NOTE, [modelCells(model)]);
}
