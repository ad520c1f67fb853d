/**
 * `note`: notes are in the API from 1.18 on (Microsoft 365, not LTSC). Where it is missing the action is refused with
 * its text in it,
 * so that the caller can show it elsewhere; a threaded comment is no substitute: it would speak in the officer's name.
 */

import { toA1 } from '../../../../core/sheet/grid/address.ts';
import { hostRefusal } from '../../../../session/host/errors.ts';
import type { HostAction } from '../../../../session/host/port.ts';
import { placeKey } from '../blocks.ts';
import { excelCaps } from '../caps.ts';
import { CALL } from '../op.ts';
import { bySheet, type Plan, refuse, targetOf } from '../plan.ts';

type Note = Extract<HostAction, { kind: 'note' }>;

const NO_NOTES =
  'Phiên bản Excel này không cho phần bổ trợ ghi chú vào ô; nội dung vẫn có trong bảng Cảnh báo. Cần ghi chú tại ô thì dùng Microsoft 365.';

export function planNotes(actions: readonly Note[], plan: Plan): void {
  if (!excelCaps().notes) {
    refuse(plan, actions, { ...hostRefusal('unsupported-version'), message: NO_NOTES });
    return;
  }
  for (const [name, list] of bySheet(actions)) {
    const target = targetOf(plan, name, list);
    if (!target) continue;
    const texts = new Map<number, { readonly row: number; readonly column: number; readonly actions: Note[] }>();
    for (const action of list) {
      const key = placeKey(action.row, action.column);
      const item = texts.get(key) ?? { row: action.row, column: action.column, actions: [] };
      item.actions.push(action);
      texts.set(key, item);
    }
    for (const [key, { row, column, actions: own }] of texts) {
      const old = target.now?.notes.get(key);
      const before = old?.text ?? null;
      const added = own.map(({ text }) => text);
      const text = [...(before === null ? [] : [before]), ...added].join('\n\n');
      const { id } = target.ref;
      plan.ops.push({
        bytes: CALL + 3 * text.length,
        actions: own,
        send: () => {
          if (!old || before === null) target.ref.proxy().notes.add(toA1(row, column), text);
          else old.note.content = text;
        },
        ...(id === null ? {} : { undo: { notes: [{ sheetId: id, row, column, before, after: text }] } }),
      });
    }
  }
}
