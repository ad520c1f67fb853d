/** Who appraises which criteria, in the office's workbook: the sheet "Phân công thẩm định". */
import type { Result } from '../../core/base/result.ts';
import type { Movement } from '../../core/movement/movement.ts';
import {
  APPRAISER_SHEET,
  APPRAISER_TABLE,
  type Assignment,
  readAssignments,
} from '../../core/sheets/appraiser-list.ts';
import { textValue } from '../../core/sheets/council/look.ts';
import type { Outcome } from '../host/outcome.ts';
import type { Host, HostBook } from '../host/port.ts';
import { addRows } from './add-rows.ts';
import { APPRAISER_LIST, findTable, type OwnTable } from './own-tables.ts';

const APPRAISERS: OwnTable = {
  ...APPRAISER_LIST,
  title: 'PHÂN CÔNG THẨM ĐỊNH',
  columns: APPRAISER_TABLE.map(([name, width]) => ({ name, width, numberFormat: '@' })),
};
const NOTE =
  'Mỗi dòng giao tiêu chí cho một người hay cơ quan; ghi 2 là mọi tiêu chí 2.1, 2.2…; dòng sau thay dòng trước. Để trống đối tượng là mọi đối tượng.';

export interface AssignmentsRead {
  readonly assignments: readonly Assignment[];
  readonly faults: readonly string[];
}

/** By our table, wherever it stands by now, or by the sheet's name. */
export function assignedIn(
  { book, tables }: Pick<HostBook, 'book' | 'tables'>,
  { audiences }: Movement,
): AssignmentsRead {
  const name = findTable({ tables }, APPRAISERS.table)?.sheet ?? APPRAISER_SHEET;
  const sheet = book.sheets.find((sheet) => sheet.name.normalize('NFC') === name.normalize('NFC'));
  return (sheet && readAssignments(sheet, audiences)) ?? { assignments: [], faults: [] };
}

/** `audience` = its name, '' = all; `criteria` as typed. */
export function assign(
  host: Host,
  {
    audience,
    criteria,
    appraiser,
  }: { readonly audience: string; readonly criteria: string; readonly appraiser: string },
): Promise<Result<Outcome>> {
  return addRows(host, APPRAISERS, NOTE, [[audience, criteria, appraiser].map(textValue)]);
}
