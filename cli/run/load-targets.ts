/** `--targets`: the table of targets given out to units, or the sheet "Chỉ tiêu giao" of the council's book. */
import { type GivenTargets, givenTargets } from '../../core/report/assigned-targets.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { ASSIGNED_SHEET, readAssigned } from '../../core/sheets/assigned-sheet.ts';
import { refuse } from '../usage-error.ts';
import { loadTable } from './load-inputs.ts';

interface TargetsLoaded extends GivenTargets {
  /** Vietnamese sentences on cells that could not be used. */
  readonly faults: readonly string[];
}

/** An unusable table ends the command. `council` = the council's book; null = there is none. */
export async function loadTargets(
  typed: string | undefined,
  council: Book | null,
  setting: Parameters<typeof givenTargets>[1],
): Promise<TargetsLoaded> {
  const what = `Bảng giao chỉ tiêu "${typed}"`;
  const book = typed === undefined ? council : await loadTable(typed, what);
  const sheets = (book?.sheets ?? []).filter(
    ({ name }) => typed !== undefined || name.normalize('NFC') === ASSIGNED_SHEET,
  );
  const read = sheets.flatMap((sheet) => readAssigned(sheet, setting) ?? []);
  if (typed !== undefined && read.length === 0)
    refuse(
      `${what} không có cột “Đơn vị” cùng “Mã tiêu chí”, “Chỉ tiêu giao”, hay cột mang mã tiêu chí chấm theo chỉ tiêu giao.`,
    );
  const given = givenTargets(
    read.flatMap(({ targets }) => targets),
    setting,
  );
  return { ...given, faults: read.flatMap(({ faults }) => faults) };
}
