/** The place of the reports: taking them in, the list of units, checking, scoring, the meaning of their columns. */
import { type Result, refuse } from '../../core/base/result.ts';
import type { TableReading } from '../../core/report/tell-columns.ts';
import { readRegister } from '../book/register.ts';
import { settleMovement } from '../book/settle-movement.ts';
import type { NamedFile, Progress } from '../host/files.ts';
import { performWhole } from '../host/outcome.ts';
import type { Collected } from '../received/collect.ts';
import type { ColumnsWanted } from '../received/report-columns.ts';
import { checkAndScore, type Scored } from '../run/check-and-score.ts';
import { loadBook } from '../run/load.ts';
import { leftOut } from './left-out.ts';
import { lines, type WorkTools } from './tools.ts';
import type { Done } from './workspace-data.ts';

const KEPT = 'Đã giữ cách hiểu cột và chấm lại; tệp sau có đúng các tiêu đề này được đọc như vậy.';
const columnsCode = () => import('../received/report-columns.ts');
/** Fetched with the first file: it brings what opens a file. */
const collectingCode = () => import('../received/collect.ts');

export function reportsWork({ host, now, waiting, finish, finishScored }: WorkTools) {
  return {
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
    checkAndScore: async (progress: Progress): Promise<Result<Done>> => {
      const settled = await settleMovement(host);
      if (!settled.ok) return settled;
      const scored = await checkAndScore(host, progress);
      if (!scored.ok) return scored;
      const messages = [recognisedText(settled.value), scoredText(scored.value), uncolouredText(scored.value)];
      return finishScored(scored.value, messages);
    },
    /** The roles read for the columns of the report on a sheet, read anew. */
    columnsOn: async (sheet: string): Promise<Result<readonly TableReading[]>> =>
      (await columnsCode()).columnsIn(host, sheet),
    /** Figures that would change; changes nothing. */
    columnChanges: async (wanted: ColumnsWanted): Promise<Result<readonly string[]>> =>
      (await columnsCode()).columnChangesIn(host, wanted),
    /** Keeps the officer's meaning of the columns, then checks and scores anew. */
    keepColumns: async (wanted: ColumnsWanted, progress: Progress): Promise<Result<Done>> => {
      const rescored = await (await columnsCode()).keepColumns(host, wanted, now(), progress);
      if (!rescored.ok) return rescored;
      return finishScored(rescored.value, [wanted.meanings ? KEPT : 'Đã bỏ cách hiểu cột đã giữ và chấm lại.']);
    },
  };
}

function scoredText({ run: { result }, actions }: Scored): string {
  const filled = result.reports.filter(({ reception }) => reception !== 'blank');
  const flags = [...filled.flatMap((report) => report.flags), ...result.looseFlags];
  const errors = flags.filter(({ severity }) => severity === 'error').length;
  const counts = `${filled.length} báo cáo, ${errors} lỗi, ${flags.length - errors} cảnh báo và lưu ý`;
  return actions === 0 ? `Không có gì thay đổi: ${counts}.` : `Đã kiểm tra và chấm điểm: ${counts}.`;
}

function recognisedText(movement: string | null): string {
  return movement === null ? '' : `Nhận ra phong trào từ các báo cáo: ${movement}. Nếu không đúng, hãy chọn lại.`;
}

function uncolouredText({ uncoloured }: Scored): string {
  if (uncoloured.length === 0) return '';
  return `Trang đang được bảo vệ nên không tô màu được: ${uncoloured.join(', ')}. Cảnh báo vẫn có trong trang "Cảnh báo".`;
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
