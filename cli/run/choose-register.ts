/**
 * Chooses the list of units for a run: the list passed with the reports, else the list in the dossier. The output
 * names which list was used.
 */
import type { Movement } from '../../core/movement/movement.ts';
import type { Register } from '../../core/report/register.ts';
import { registerDifferences } from '../../core/sheets/register-differences.ts';
import { type LoadedRegister, loadRegister } from './load-inputs.ts';

/** `own` = of the dossier `from`, as typed; null = neither lists a unit. */
export async function chooseRegister(
  path: string | undefined,
  own: { readonly units: Register | null; readonly from: string | undefined },
  movement: Movement,
): Promise<LoadedRegister | null> {
  const { units, from } = own;
  if (path === undefined) {
    if (units === null || from === undefined) return null;
    const reason = `Danh sách đơn vị lấy từ trang “Đơn vị” của hồ sơ (${units.length} đơn vị).`;
    return { register: units, notes: [{ file: from, reason }] };
  }
  const loaded = await loadRegister(path, movement);
  const differences = units === null ? [] : registerDifferences(loaded.register, units);
  if (differences.length === 0) return loaded;
  const reason = `Dùng danh sách đơn vị này; so với trang “Đơn vị” của hồ sơ thì ${differences.join('; ')}.`;
  return { ...loaded, notes: [...loaded.notes, { file: path, reason }] };
}
