/** Worksheet.protection. Both calls refuse on the wrong state and take the user's undo away. */
import type { HostSheet } from '../book.ts';
import { refuse } from '../host-error.ts';
import { asRecord, type HostObject } from '../host-object.ts';
import type { World } from '../world.ts';

export function protection(world: World, sheet: HostSheet): HostObject {
  return {
    type: 'WorksheetProtection',
    get: { protected: () => sheet.protection !== null, options: () => sheet.protection },
    call: {
      protect: (options, password) => {
        world.losesUndo('WorksheetProtection.protect', sheet);
        if (sheet.protection !== null) refuse('AccessDenied', 'Trang tính đã được bảo vệ.');
        sheet.protection = { ...(options == null ? {} : asRecord(options)), password: password ?? '' };
      },
      unprotect: (password) => {
        world.losesUndo('WorksheetProtection.unprotect', sheet);
        if (sheet.protection === null) refuse('AccessDenied', 'Trang tính chưa được bảo vệ.');
        if ((sheet.protection.password ?? '') !== (password ?? '')) refuse('AccessDenied', 'Mật khẩu không đúng.');
        sheet.protection = null;
      },
    },
  };
}
