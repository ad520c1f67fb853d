/** Forms given out and reports taken in, those sent anew, the list of units. Fetched with the first form or file. */
import { periodName } from '../../core/base/period/period.ts';
import { type Result, refuse } from '../../core/base/result.ts';
import { readRegister } from '../book/register.ts';
import type { FormsWanted } from '../forms/make-forms.ts';
import type { NamedFile, Progress } from '../host/files.ts';
import { performWhole } from '../host/outcome.ts';
import type { Collected } from '../received/collect.ts';
import { loadBook } from '../run/load.ts';
import { leftOut } from './left-out.ts';
import { lines, recognisedText, type WorkTools } from './tools.ts';
import type { Done } from './workspace-data.ts';

export type CollectingWork = ReturnType<typeof collectingWork>;

/** It brings what opens a file. */
const collectingCode = () => import('../received/collect.ts');

export function collectingWork({ host, now, waiting, finish }: WorkTools) {
  return {
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
    collect: async (files: readonly NamedFile[], progress: Progress): Promise<Result<Done>> => {
      const collected = await (await collectingCode()).collect(host, files, now(), progress);
      if (!collected.ok) return collected;
      const { taken, refused, resent: anew, recognised } = collected.value;
      const left = leftOut(refused);
      if (taken.length === 0 && anew.length === 0) return refuse('no-report', lines(left));
      // The same file chosen again: its last reading counts.
      waiting.resent = [
        ...waiting.resent.filter(({ file }) => anew.every((resent) => resent.file.name !== file.name)),
        ...anew,
      ];
      const resentText = anew.length > 0 ? `${anew.length} tệp là báo cáo gửi lại: chọn thay bản cũ hay bỏ qua.` : '';
      const messages = [recognisedText(recognised), ...collectedTexts(collected.value), resentText];
      return finish(collected.value.undo, messages, left);
    },
    /** Files of `Workspace.resent` take the place of the old reports, which stay, hidden. */
    replaceReports: async (files: readonly string[], progress: Progress): Promise<Result<Done>> => {
      const wanted = waiting.resent.filter(({ file }) => files.includes(file.name));
      const replaced = await (await collectingCode()).replaceReports(host, wanted, now(), progress);
      if (!replaced.ok) return replaced;
      const { taken, refused, undo: record } = replaced.value;
      const names = new Set(taken.map(({ name }) => name));
      waiting.resent = waiting.resent.filter(({ file }) => !names.has(file.name));
      const oldText = 'Bản cũ được ẩn, có tên trong trang "Báo cáo đã thay".';
      const messages = [`Đã thay ${taken.length}/${wanted.length} báo cáo bằng bản mới. ${oldText}`];
      return finish(record, [...messages, ...rebuiltText(replaced.value.rebuilt)], leftOut(refused));
    },
    /** Files of `Workspace.resent` are left out. */
    leaveReports: async (files: readonly string[]): Promise<Result<Done>> => {
      waiting.resent = waiting.resent.filter(({ file }) => !files.includes(file.name));
      return finish(null, []);
    },
    /** The list of units, begun with those whose reports are there. */
    makeRegister: async (): Promise<Result<Done>> => {
      const { registerActions, unitsReporting } = await import('../book/register-actions.ts');
      const read = await host.read();
      if (!read.ok) return read;
      const loaded = await loadBook(read.value);
      if (!loaded.ok) return loaded;
      const { book, movement, reports } = loaded.value;
      const standing = readRegister(book, movement);
      if (!standing.ok) return standing;
      if (standing.value) return refuse('register', 'Sổ đã có trang "Đơn vị".');
      const units = unitsReporting(reports);
      const actions = registerActions(book, movement, units);
      const made = await performWhole(host, 'Lập danh sách đơn vị', actions, 'Chưa lập được danh sách đơn vị.');
      if (!made.ok) return made;
      const message = `Đã lập trang "Đơn vị" từ ${units.length} đơn vị đang có báo cáo.`;
      return finish(made.value.undo, [message, 'Hãy xem lại tên và thêm các đơn vị chưa gửi, rồi kiểm tra lại.']);
    },
  };
}

function collectedTexts({ taken, filled, rebuilt }: Collected): readonly string[] {
  if (taken.length === 0) return [];
  const into = filled.length === 0 ? '' : ` ${filled.length} tệp được đưa vào chỗ mẫu chưa điền.`;
  return [`Đã nhận ${taken.length} tệp.${into}`, ...rebuiltText(rebuilt)];
}

function rebuiltText(files: readonly string[]): readonly string[] {
  if (files.length === 0) return [];
  return [`Dựng lại từ ô (số liệu, công thức, định dạng; không có hình, biểu đồ, macro): ${files.join(', ')}.`];
}
