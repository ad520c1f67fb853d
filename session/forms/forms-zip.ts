/**
 * A file of forms for each unit of the list in the workbook, in one .zip with the messages; the workbook notes which
 * criteria sets went out. Fetched when somebody asks for it.
 */

import { periodName } from '../../core/base/period/period.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import { outsideMovement } from '../../core/movement/outside-movement.ts';
import { ASSIGNED_LIST, findTable } from '../book/own-tables.ts';
import type { FileMade } from '../host/files.ts';
import type { Host } from '../host/port.ts';
import { formPack, zippedPack } from './form-pack.ts';
import { movementAndUnits } from './movement-and-units.ts';
import { setsSent } from './sets-sent.ts';

export async function formsZip(host: Host): Promise<Result<FileMade>> {
  const held = await movementAndUnits(host);
  if (!held.ok) return held;
  const { book, movement, units, period } = held.value;
  if (period === null) return refuse('no-period', 'Hãy chọn kỳ báo cáo ở mục Báo cáo trước khi tạo mẫu.');
  const outside = outsideMovement(movement, period);
  if (outside !== null) return refuse('outside-movement', outside);
  const hasAssigned = findTable(book, ASSIGNED_LIST.table) !== undefined;
  const assigned = hasAssigned ? (await import('./own-targets.ts')).ownTargetsIn(book, movement, units, period) : null;
  const pack = formPack(units, { movement, period, ...(assigned ? { assigned } : {}) });
  if (!pack.ok) return pack;
  const { files, without } = pack.value;
  if (files.length === 0) return refuse('no-set', 'Không đơn vị nào trong danh sách có bộ tiêu chí trong kỳ này.');
  const zip = zippedPack(pack.value);
  if (!zip.ok) return zip;
  const name = 'bieu-mau.zip';
  return done({
    name,
    bytes: zip.value,
    message: `Đã lập ${files.length} biểu mẫu ${periodName(period)} và tin nhắn gửi từng đơn vị vào tệp ${name}.`,
    notes: [
      ...held.value.notes,
      ...without.map((unit) => `${unit}: đối tượng này chưa có bộ tiêu chí trong kỳ.`),
      ...(await setsSent(host, held.value, units, period)),
    ],
  });
}
