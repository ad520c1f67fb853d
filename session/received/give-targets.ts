/** A table of targets copied from a plan or another workbook, or a file of one, as rows of the sheet "Chỉ tiêu giao". */

import { formatNumber } from '../../core/base/quantity/points.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import { squashKey } from '../../core/base/text/text.ts';
import type { AssignedTarget } from '../../core/report/assigned-targets.ts';
import type { Sheet } from '../../core/sheet/grid/sheet.ts';
import { type AssignedRead, readAssigned } from '../../core/sheets/assigned-sheet.ts';
import { numberValue, textValue } from '../../core/sheets/council/look.ts';
import { addRows } from '../book/add-rows.ts';
import { ASSIGNED, assignedTargets } from '../book/assigned.ts';
import type { NamedFile } from '../host/files.ts';
import type { Outcome } from '../host/outcome.ts';
import type { Host } from '../host/port.ts';
import { load } from '../run/load.ts';

const NOTE =
  'Mỗi đơn vị, tiêu chí một dòng; dòng sau thay dòng trước. “Không giao” là đơn vị không phải chấm tiêu chí ấy; kỳ để trống là mọi kỳ.';

interface TargetsGiven extends Outcome {
  /** Targets written. */
  readonly count: number;
  /** Targets that stood in the sheet already. */
  readonly known: number;
  /** Vietnamese sentences on what could not be used. */
  readonly faults: readonly string[];
}

/** A table copied from a plan or another workbook, or a file of one; its targets become rows of our sheet. */
export async function giveTargets(host: Host, given: string | NamedFile): Promise<Result<TargetsGiven>> {
  const loaded = await load(host);
  if (!loaded.ok) return loaded;
  const { book, movement, register } = loaded.value;
  const sheets = await sheetsOf(given);
  if (!sheets.ok) return sheets;
  const read = sheets.value.flatMap((sheet) => readAssigned(sheet, { movement, register }) ?? []);
  const { targets, faults } = withoutContradictions(read);
  if (targets.length === 0)
    return refuse(
      'no-targets',
      ['Không thấy chỉ tiêu nào: cần cột “Đơn vị” và các cột mã tiêu chí chấm theo chỉ tiêu giao.', ...faults].join(
        ' ',
      ),
    );
  // The later row of a sheet holds.
  const standing = new Map(assignedTargets(book, movement, register).targets.map((own) => [placeOf(own), own.value]));
  const fresh = targets.filter((target) => standing.get(placeOf(target)) !== target.value);
  if (fresh.length === 0) return done({ count: 0, known: targets.length, faults, actions: 0, undo: null, refused: [] });
  const rows = fresh.map(({ unit, criterion, value, period }) => [
    ...[unit, criterion].map(textValue),
    value === 'none' ? textValue('Không giao') : numberValue(value),
    textValue(period),
  ]);
  const added = await addRows(host, ASSIGNED, NOTE, rows);
  return added.ok ? done({ ...added.value, count: fresh.length, known: targets.length - fresh.length, faults }) : added;
}

/** Leaves out both of two rows that give a unit different targets. */
function withoutContradictions(read: readonly AssignedRead[]): AssignedRead {
  const byPlace = new Map<string, AssignedTarget[]>();
  for (const target of read.flatMap(({ targets }) => targets))
    byPlace.set(placeOf(target), [...(byPlace.get(placeOf(target)) ?? []), target]);
  const targets: AssignedTarget[] = [];
  const faults = read.flatMap((part) => part.faults);
  for (const [first, ...more] of byPlace.values()) {
    if (first === undefined) continue;
    const values = [...new Set([first, ...more].map(({ value }) => value))];
    if (values.length === 1) targets.push(first);
    else
      faults.push(
        `${first.unit}, tiêu chí ${first.criterion}: bảng ghi ${values.map(valueText).join(' và ')}; chưa ghi mức nào.`,
      );
  }
  return { targets, faults };
}

function valueText(value: AssignedTarget['value']): string {
  return value === 'none' ? 'không giao' : formatNumber(value);
}

function placeOf({ unit, criterion, period }: AssignedTarget): string {
  return JSON.stringify([squashKey(unit), criterion, period]);
}

async function sheetsOf(given: string | NamedFile): Promise<Result<readonly Sheet[]>> {
  if (typeof given === 'string') {
    const { sheets } = (await import('../../core/sheet/workbook/csv.ts')).csvBook(given);
    return done(sheets.map((sheet) => ({ ...sheet, name: 'Bảng dán' })));
  }
  const read = (await import('../../core/sheet/workbook/xlsx/read-book.ts')).readBook(given.bytes);
  return read.ok ? done(read.value.sheets) : read;
}
