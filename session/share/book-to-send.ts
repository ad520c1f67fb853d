/** What of the workbook goes out by its shared books: forms for its units by link, its result to the province. */

import { done, type Result, refuse } from '../../core/base/result.ts';
import { sendResult } from '../../core/commune/result/send-result.ts';
import type { SentResult } from '../../core/commune/result/sent-result.ts';
import { faultText } from '../../core/dossier/read-dossier.ts';
import { dueDay } from '../../core/movement/due-day.ts';
import { outsideMovement } from '../../core/movement/outside-movement.ts';
import { movementIn } from '../book/own-movement.ts';
import type { Host } from '../host/port.ts';
import { outcomeOf } from '../papers/outcome.ts';
import { load } from '../run/load.ts';
import type { LinksWanted } from './unit-links.ts';

export interface UnitsToLink extends Pick<LinksWanted, 'movement' | 'units' | 'period'> {
  /** Last ISO day by the plan's calendar; null = the plan names none. */
  readonly due: string | null;
}

/** Refused without a list of units, a period, or while the workbook's own dossier or criteria are not as written. */
export async function unitsToLink(host: Host): Promise<Result<UnitsToLink>> {
  const loaded = await load(host);
  if (!loaded.ok) return loaded;
  const { movement, period, register, toCheck, book, settings } = loaded.value;
  if (register === null || register.length === 0)
    return refuse('no-register', 'Chưa có danh sách đơn vị: hãy lập trang “Đơn vị” ở mục Báo cáo trước.');
  if (period === null) return refuse('no-period', 'Chưa rõ kỳ báo cáo: hãy chọn kỳ ở mục Báo cáo trước.');
  const outside = outsideMovement(movement, period);
  if (outside !== null) return refuse('no-period', outside);
  // A form goes out to the units, so it must match what the officer wrote.
  const held = await movementIn(book, settings.movement ?? movement.id);
  if (!held.ok) return held;
  const [fault] = [...(toCheck ?? []).map(faultText), ...held.value.faults];
  if (fault !== undefined) return refuse('faulty', `Chưa cấp liên kết được: sổ còn chỗ phải sửa. ${fault}`);
  return done({ movement, units: register, period, due: dueDay(movement, period)?.last ?? null });
}

/** `today` = ISO day. Refused without reports or a period. */
export async function resultToSend(host: Host, today: string): Promise<Result<SentResult>> {
  const outcome = await outcomeOf(host, 'kết quả gửi tỉnh');
  if (!outcome.ok) return outcome;
  const { facts, run } = outcome.value;
  return facts.commune === null
    ? refuse('no-result', 'Chưa tính được kết quả của xã.')
    : sendResult(run.result, facts.commune, today);
}
