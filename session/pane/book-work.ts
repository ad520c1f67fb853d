/** The workbook as a whole: its settings, the forms in it, taking back the last act. */
import { periodName } from '../../core/base/period/period.ts';
import type { Result } from '../../core/base/result.ts';
import { movementIn } from '../book/own-movement.ts';
import { readSeals, readSettings } from '../book/settings.ts';
import { settingsActions } from '../book/settings-actions.ts';
import type { FormsWanted } from '../forms/make-forms.ts';
import type { Progress } from '../host/files.ts';
import { performWhole } from '../host/outcome.ts';
import type { WorkTools } from './tools.ts';
import type { Done, Settings } from './workspace-data.ts';

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
    /** A form sheet for each unit of the list. */
    makeForms: async (wanted: FormsWanted, progress: Progress): Promise<Result<Done>> => {
      const { makeForms } = await import('../forms/make-forms.ts');
      const made = await makeForms(host, wanted, progress);
      if (!made.ok) return made;
      const { made: units, existing, alike, without, undo: record, refused } = made.value;
      const keptText =
        existing.length > 0 ? `Giữ nguyên ${existing.length} trang tính đã có: ${existing.join(', ')}.` : '';
      const alikeText = alike.map((names) => `Tên chỉ khác nhau ở dấu, hãy xem lại: ${names.join(', ')}.`);
      const madeText = `Đã tạo ${units.length} mẫu báo cáo ${periodName(wanted.period)}.`;
      const withoutText = without.length > 0 ? `Chưa có bộ tiêu chí trong kỳ này cho: ${without.join(', ')}.` : '';
      return finish(record, [madeText, keptText, withoutText, ...alikeText], refused);
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
