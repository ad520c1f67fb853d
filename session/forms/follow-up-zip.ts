/** The short forms of a part of the year, a file for each unit of the list, in one .zip with the messages. */

import { isPartOfYear, type Period, periodName } from '../../core/base/period/period.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import { followUpMovement } from '../../core/movement/follow-up-movement.ts';
import { outsideMovement } from '../../core/movement/outside-movement.ts';
import type { FileMade } from '../host/files.ts';
import type { Host } from '../host/port.ts';
import { formPack, zippedPack } from './form-pack.ts';
import { movementAndUnits } from './movement-and-units.ts';
import { setsSent } from './sets-sent.ts';

export async function followUpZip(host: Host, period: Period): Promise<Result<FileMade>> {
  if (!isPartOfYear(period))
    return refuse(
      'no-period',
      'Biểu theo dõi dành cho tháng, quý, 6 tháng, tuần, đợt: hãy chọn kỳ như vậy rồi bấm lại.',
    );
  const held = await movementAndUnits(host);
  if (!held.ok) return held;
  const { movement, units } = held.value;
  const outside = outsideMovement(movement, period);
  if (outside !== null) return refuse('outside-movement', outside);
  const moving = followUpMovement(movement);
  if (!moving) return refuse('no-set', 'Phong trào không có chỉ tiêu nào để theo dõi theo tháng, quý.');
  const pack = formPack(units, { movement: moving, period, before: () => new Map() });
  if (!pack.ok) return pack;
  const { files, without } = pack.value;
  if (files.length === 0) return refuse('no-set', 'Không đơn vị nào trong danh sách có chỉ tiêu để theo dõi.');
  const sent = units.filter(({ name: unit }) => !without.includes(unit));
  const zip = zippedPack(pack.value);
  if (!zip.ok) return zip;
  const name = 'theo-doi.zip';
  return done({
    name,
    bytes: zip.value,
    message: `Đã lập ${files.length} biểu theo dõi ${periodName(period)} và tin nhắn gửi từng đơn vị vào tệp ${name}.`,
    notes: [
      ...held.value.notes,
      ...without.map((unit) => `${unit}: đối tượng này không có chỉ tiêu để theo dõi.`),
      ...(await setsSent(host, held.value, sent, period)),
    ],
  });
}
