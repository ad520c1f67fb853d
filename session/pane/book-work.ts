/** The workbook as a whole: its settings, taking back the last act. */
import type { Result } from '../../core/base/result.ts';
import { movementIn } from '../book/own-movement.ts';
import { readSeals, readSettings } from '../book/settings.ts';
import { settingsActions } from '../book/settings-actions.ts';
import { performWhole } from '../host/outcome.ts';
import type { WorkTools } from './tools.ts';
import type { Done, Settings } from './workspace-data.ts';

export type BookWork = ReturnType<typeof bookWork>;

export function bookWork({ host, undo, finish }: WorkTools) {
  return {
    saveSettings: async (settings: Settings): Promise<Result<Done>> => {
      const read = await host.read();
      if (!read.ok) return read;
      const held = readSettings(read.value);
      // Settings that cannot be understood are what the officer is about to put right.
      const current = held.ok ? held.value : { asOf: null, ...readSeals(read.value) };
      const chosen = settings.movement === null ? null : await movementIn(read.value, settings.movement);
      const movement = chosen?.ok ? chosen.value.movement : undefined;
      const actions = settingsActions(read.value, { ...current, ...settings }, movement);
      const outcome = await performWhole(host, 'Cài đặt', actions, 'Chưa lưu được cài đặt.');
      return outcome.ok ? finish(outcome.value.undo, ['Đã lưu cài đặt.']) : outcome;
    },
    undo: async (): Promise<Result<Done>> => {
      const read = await host.read();
      if (!read.ok) return read;
      const undone = await undo.undo();
      if (!undone.ok) return undone;
      const { label, leftAlone } = undone.value;
      const left = leftAlone.length > 0 ? `Giữ lại chỗ đã được sửa sau đó: ${leftAlone.join(', ')}.` : '';
      return finish(null, [`Đã hoàn tác: ${label}.`, left]);
    },
  };
}
