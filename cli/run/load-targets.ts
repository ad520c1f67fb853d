/** `--targets`: the table of targets given out to units, or the sheet "Chỉ tiêu giao" of the council's book. */
import type { Movement } from '../../core/movement/movement.ts';
import { type AssignedTarget, type GivenTargets, givenTargets } from '../../core/report/assigned-targets.ts';
import type { Register } from '../../core/report/register.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { ASSIGNED_SHEET, type AssignedRead, readAssigned } from '../../core/sheets/assigned-sheet.ts';
import { refuse } from '../usage-error.ts';
import { loadTable } from './load-inputs.ts';

interface TargetsLoaded extends GivenTargets {
  /** Vietnamese sentences on cells that could not be used. */
  readonly faults: readonly string[];
}

interface ReadSetting {
  readonly movement: Movement;
  readonly register: Register | null;
}

/** An unusable table ends the command. `council` = the council's book; null = there is none. */
export async function loadTargets(
  typed: string | undefined,
  council: Book | null,
  setting: Parameters<typeof givenTargets>[1],
): Promise<TargetsLoaded> {
  const { targets, faults } =
    typed === undefined
      ? joined(council ? read(council, setting, [ASSIGNED_SHEET]) : [])
      : await inFile(typed, setting);
  return { ...givenTargets(targets, setting), faults };
}

/** For forms: targets of the table; a cell that cannot be used ends the command, because a form would lack its target. */
export async function readTargets(
  typed: string,
  movement: Movement,
  register: Register,
): Promise<readonly AssignedTarget[]> {
  const { targets, faults } = await inFile(typed, { movement, register });
  return faults[0] === undefined ? targets : refuse(`Bảng giao chỉ tiêu "${typed}": ${faults.join(' ')}`);
}

async function inFile(typed: string, setting: ReadSetting): Promise<AssignedRead> {
  const what = `Bảng giao chỉ tiêu "${typed}"`;
  const found = read(await loadTable(typed, what), setting, null);
  if (found.length === 0)
    refuse(
      `${what} không có cột “Đơn vị” cùng “Mã tiêu chí”, “Chỉ tiêu giao”, hay cột mang mã tiêu chí chấm theo chỉ tiêu giao.`,
    );
  return joined(found);
}

/** `names` = the sheets to look at; null = all. */
function read(book: Book, setting: ReadSetting, names: readonly string[] | null): readonly AssignedRead[] {
  return book.sheets
    .filter(({ name }) => names === null || names.includes(name.normalize('NFC')))
    .flatMap((sheet) => readAssigned(sheet, setting) ?? []);
}

function joined(parts: readonly AssignedRead[]): AssignedRead {
  return { targets: parts.flatMap(({ targets }) => targets), faults: parts.flatMap(({ faults }) => faults) };
}
