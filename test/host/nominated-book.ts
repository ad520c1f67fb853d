/** A workbook in which Quàng B (a person) and Bản Nà Đắng are put forward for an award of the year. */
import type { Nomination } from '../../core/judge/award/nomination.ts';
import { findMovement } from '../../core/movements/index.ts';
import { officeOf } from '../../core/paper/office.ts';
import { NO_SETTINGS } from '../../core/paper/settings.ts';
import { newBook, patchBook } from '../../core/sheet/workbook/file.ts';
import { nominationSheet } from '../../core/sheets/award-layout.ts';

/** `bytes` = the workbook that receives the sheet; absent = a new workbook. */
export function nominatedBook(bytes?: Uint8Array): Uint8Array {
  const movement = findMovement('ta-ma-2023-2030');
  if (!movement) throw new Error('no such movement');
  const people = movement.audiences.find(({ subject }) => subject === 'individual')?.kind ?? '';
  const put = (name: string, audience: string, by: string): Nomination => ({
    ...{ name, audience, by, achievement: 'dạy 40 hộ dùng VNeID', outOfTurn: false },
  });
  const office = officeOf({ run: { movement, period: null } as never, settings: NO_SETTINGS });
  const nominations = [put('Quàng B', people, 'Bản Phình Cứ'), put('Bản Nà Đắng', 'village', 'Bản Nà Đắng')];
  const sheet = nominationSheet(nominations, movement, '', office);
  if (!bytes) return newBook([sheet]);
  const patched = patchBook(bytes, [{ kind: 'add-sheet', sheet }]);
  if (!patched.ok) throw new Error(patched.refusal.message);
  return patched.value.bytes;
}
