/** A table of targets copied from a plan or another workbook, or a file of one, as rows of the sheet "Chỉ tiêu giao". */
import { done, type Result, refuse } from '../../core/base/result.ts';
import type { Sheet } from '../../core/sheet/grid/sheet.ts';
import { readAssigned } from '../../core/sheets/assigned-sheet.ts';
import { numberValue, textValue } from '../../core/sheets/council/look.ts';
import { addRows } from '../book/add-rows.ts';
import { ASSIGNED } from '../book/assigned.ts';
import type { NamedFile } from '../host/files.ts';
import type { Outcome } from '../host/outcome.ts';
import type { Host } from '../host/port.ts';
import { load } from '../run/load.ts';

const NOTE =
  'Mỗi đơn vị, tiêu chí một dòng; dòng sau thay dòng trước. “Không giao” là đơn vị không phải chấm tiêu chí ấy; kỳ để trống là mọi kỳ.';

interface TargetsGiven extends Outcome {
  readonly count: number;
  /** Vietnamese sentences on what could not be used. */
  readonly faults: readonly string[];
}

/** A table copied from a plan or another workbook, or a file of one; its targets become rows of our sheet. */
export async function giveTargets(host: Host, given: string | NamedFile): Promise<Result<TargetsGiven>> {
  const loaded = await load(host);
  if (!loaded.ok) return loaded;
  const { movement, register } = loaded.value;
  const sheets = await sheetsOf(given);
  if (!sheets.ok) return sheets;
  const read = sheets.value.flatMap((sheet) => readAssigned(sheet, { movement, register }) ?? []);
  const targets = read.flatMap((part) => part.targets);
  const faults = read.flatMap((part) => part.faults);
  if (targets.length === 0)
    return refuse(
      'no-targets',
      ['Không thấy chỉ tiêu nào: cần cột “Đơn vị” và các cột mã tiêu chí chấm theo chỉ tiêu giao.', ...faults].join(
        ' ',
      ),
    );
  const rows = targets.map(({ unit, criterion, value, period }) => [
    ...[unit, criterion].map(textValue),
    value === 'none' ? textValue('Không giao') : numberValue(value),
    textValue(period),
  ]);
  const added = await addRows(host, ASSIGNED, NOTE, rows);
  return added.ok ? done({ ...added.value, count: targets.length, faults }) : added;
}

async function sheetsOf(given: string | NamedFile): Promise<Result<readonly Sheet[]>> {
  if (typeof given === 'string') return done((await import('../../core/sheet/workbook/csv.ts')).csvBook(given).sheets);
  const read = (await import('../../core/sheet/workbook/xlsx/read-book.ts')).readBook(given.bytes);
  return read.ok ? done(read.value.sheets) : read;
}
