/** The books of households of the units of one audience, a file for each, in one .zip: what a village counts in. */
import { type Period, periodName } from '../../core/base/period/period.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import { tallySheet } from '../../core/form/tally-sheet.ts';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import { outsideMovement } from '../../core/movement/outside-movement.ts';
import { newBook } from '../../core/sheet/workbook/file.ts';
import { zipOfFiles } from '../../core/sheet/workbook/xlsx/zip-write.ts';
import type { FileMade, NamedFile } from '../host/files.ts';
import type { Host } from '../host/port.ts';
import { movementAndUnits } from './movement-and-units.ts';
import { freeName } from './pasted-units.ts';

export async function tallyZip(host: Host, audience: string, period: Period): Promise<Result<FileMade>> {
  const held = await movementAndUnits(host);
  if (!held.ok) return held;
  const { movement, units } = held.value;
  const outside = outsideMovement(movement, period);
  if (outside !== null) return refuse('outside-movement', outside);
  const of = units.filter((unit) => unit.audience === audience);
  const set = criteriaSetFor(movement, audience, period);
  if (of.length === 0 || !set) return refuse('no-units', 'Trang “Đơn vị” chưa có đơn vị nào của đối tượng đã chọn.');
  const taken = new Set<string>();
  const files: NamedFile[] = [];
  for (const { name } of of) {
    const sheet = tallySheet({ movement, set, audience, period, unit: name });
    if (!sheet)
      return refuse('no-set', 'Bộ tiêu chí của đối tượng này không có chỉ tiêu nào đếm theo hộ hoặc theo người.');
    files.push({ name: `${freeName(`Sổ hộ ${name}`, taken)}.xlsx`, bytes: newBook([sheet]) });
  }
  const zip = zipOfFiles(files);
  if (!zip.ok) return zip;
  const name = 'so-ho.zip';
  return done({
    name,
    bytes: zip.value,
    message: `Đã lập ${files.length} sổ theo dõi hộ ${periodName(period)} vào tệp ${name}.`,
    notes: held.value.notes,
  });
}
