/**
 * What an officer can have done through the pane, one use case each, with the state it leaves and a sentence that says
 * so. Fetched once the workbook is open: opening does not wait for it.
 */

import { periodName } from '../../core/base/period/period.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import { loadBook } from '../book/load.ts';
import { movementIn } from '../book/own-movement.ts';
import { readRegister } from '../book/register.ts';
import { registerActions, unitsReporting } from '../book/register-actions.ts';
import { readSeals, readSettings } from '../book/settings.ts';
import { settingsActions } from '../book/settings-actions.ts';
import { settleMovement } from '../book/settle-movement.ts';
import type { PageRuntime } from '../captures/extension-port.ts';
import type { Taken } from '../captures/hand-over.ts';
import { openHost } from '../council/open-host.ts';
import { performWhole } from '../host/outcome.ts';
import type { Host, UndoRecord } from '../host/port.ts';
import { type Collected, collect, replaceReports } from '../received/collect.ts';
import type { Resent } from '../received/resent.ts';
import { checkAndScore, type Scored, type Unscored } from '../run/check-and-score.ts';
import type { UndoStack } from '../undo/undo.ts';
import { type CouncilWork, councilWork } from './council-work.ts';
import type { DossierWork } from './dossier-work.ts';
import { leftOut } from './left-out.ts';
import { workspaceOf } from './opening.ts';
import type { Done, PaneSession, Progress, Workspace } from './pane-session.ts';
import { type YearWork, yearWork } from './year-work.ts';

const KEPT = 'Đã giữ cách hiểu cột và chấm lại; tệp sau có đúng các tiêu đề này được đọc như vậy.';
const columnsCode = () => import('../received/report-columns.ts');

/** What the session holds from one use case to the next. */
export interface PaneTools {
  readonly host: Host;
  readonly now: () => string;
  readonly undo: UndoStack;
  readonly open: () => Promise<Result<Workspace>>;
  /** Reports sent anew that wait for the officer's word. */
  readonly waiting: { resent: readonly Resent[] };
  readonly withResent: (workspace: Workspace) => Workspace;
}

export type PaneWork = Pick<
  PaneSession,
  | 'saveSettings'
  | 'makeForms'
  | 'collect'
  | 'replaceReports'
  | 'leaveReports'
  | 'makeRegister'
  | 'checkAndScore'
  | 'columnsOn'
  | 'columnChanges'
  | 'keepColumns'
  | 'importCaptures'
  | 'undo'
  | keyof CouncilWork
  | keyof YearWork
  | 'takePrevious'
  | 'dropPrevious'
  | 'fillTally'
  | 'followUpCourse'
  | 'bookToShare'
  | 'unitsToLink'
  | 'resultToSend'
  | keyof DossierWork
> & { readonly takeWaiting: (runtime: PageRuntime, progress: Progress) => Promise<Result<Done>> };

export function paneWork({ host: bare, now, undo, open, waiting, withResent }: PaneTools): PaneWork {
  // Whatever changes the workbook is refused while the results are closed; the session itself is not.
  const host = openHost(bare);
  /** Keeps the run for undoing, reads the workbook again and says what was done and what was left undone. */
  const finish = async (
    record: UndoRecord | null,
    said: readonly string[],
    left: readonly string[] = [],
  ): Promise<Result<Done>> => {
    undo.push(record);
    const workspace = await open();
    if (workspace.ok) return done({ workspace: workspace.value, said: lines(said), left: lines(left) });
    const { code, message } = workspace.refusal;
    return refuse(code, lines([`Chưa đọc lại được sổ. ${message}`, 'Việc đã làm xong:', ...said, ...left]));
  };
  /** As `finish`, after something of record: nothing before it is taken back across it. */
  const recorded = (said: readonly string[], left: readonly string[] = []): Promise<Result<Done>> => {
    undo.seal();
    return finish(null, said, left);
  };
  const finishScored = async (
    scored: Scored | Unscored,
    said: readonly string[],
    left: readonly string[] = [],
    ofRecord = false,
  ): Promise<Result<Done>> => {
    const undone = [...left, ...scored.refused];
    if (ofRecord) undo.seal();
    const record = ofRecord ? null : scored.undo;
    if ('unscored' in scored)
      return finish(record, said, [`Chưa chấm lại được điểm. ${scored.unscored.message}`, ...undone]);
    undo.push(record);
    const workspace = workspaceOf(scored.loaded, scored.run, true, undo.last());
    return done({ workspace: withResent(workspace), said: lines(said), left: lines(undone) });
  };

  // Few work on the movement itself, and not every day.
  const dossier = async () => (await import('./dossier-work.ts')).dossierWork({ host, bare, finish });
  return {
    saveSettings: async (settings) => {
      const read = await host.read();
      if (!read.ok) return read;
      const held = readSettings(read.value);
      // Settings that cannot be understood are what the officer is about to put right.
      const kept = held.ok ? held.value : { asOf: null, ...readSeals(read.value) };
      const chosen = settings.movement === null ? null : await movementIn(read.value, settings.movement);
      const movement = chosen?.ok ? chosen.value.movement : undefined;
      const actions = settingsActions(read.value, { ...kept, ...settings }, movement);
      const outcome = await performWhole(host, 'Cài đặt', actions, 'Chưa lưu được cài đặt.');
      return outcome.ok ? finish(outcome.value.undo, ['Đã lưu cài đặt.']) : outcome;
    },
    makeForms: async (wanted, progress) => {
      const { makeForms } = await import('../forms/make-forms.ts');
      const made = await makeForms(host, wanted, progress);
      if (!made.ok) return made;
      const { made: units, kept, alike, without, undo: record, refused } = made.value;
      const keptText = kept.length > 0 ? `Giữ nguyên ${kept.length} trang tính đã có: ${kept.join(', ')}.` : '';
      const alikeText = alike.map((names) => `Tên chỉ khác nhau ở dấu, hãy xem lại: ${names.join(', ')}.`);
      const said = `Đã tạo ${units.length} mẫu báo cáo ${periodName(wanted.period)}.`;
      const withoutText = without.length > 0 ? `Chưa có bộ tiêu chí trong kỳ này cho: ${without.join(', ')}.` : '';
      return finish(record, [said, keptText, withoutText, ...alikeText], refused);
    },
    collect: async (files, progress) => {
      const collected = await collect(host, files, now(), progress);
      if (!collected.ok) return collected;
      const { taken, refused, resent: anew, recognised } = collected.value;
      const left = leftOut(refused);
      if (taken.length === 0 && anew.length === 0) return refuse('no-report', lines(left));
      // The same file chosen again: its last reading counts.
      waiting.resent = [
        ...waiting.resent.filter(({ file }) => anew.every((one) => one.file.name !== file.name)),
        ...anew,
      ];
      const asked = anew.length > 0 ? `${anew.length} tệp là báo cáo gửi lại: chọn thay bản cũ hay bỏ qua.` : '';
      const said = [recognisedText(recognised), ...collectedTexts(collected.value), asked];
      return finish(collected.value.undo, said, left);
    },
    replaceReports: async (files, progress) => {
      const wanted = waiting.resent.filter(({ file }) => files.includes(file.name));
      const replaced = await replaceReports(host, wanted, now(), progress);
      if (!replaced.ok) return replaced;
      const { taken, refused, undo: record } = replaced.value;
      const names = new Set(taken.map(({ name }) => name));
      waiting.resent = waiting.resent.filter(({ file }) => !names.has(file.name));
      const kept = 'Bản cũ được ẩn, có tên trong trang "Báo cáo đã thay".';
      const said = [`Đã thay ${taken.length}/${wanted.length} báo cáo bằng bản mới. ${kept}`];
      return finish(record, [...said, ...rebuiltText(replaced.value.rebuilt)], leftOut(refused));
    },
    leaveReports: async (files) => {
      waiting.resent = waiting.resent.filter(({ file }) => !files.includes(file.name));
      return finish(null, []);
    },
    makeRegister: async () => {
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
      const said = `Đã lập trang "Đơn vị" từ ${units.length} đơn vị đang có báo cáo.`;
      return finish(made.value.undo, [said, 'Hãy xem lại tên và thêm các đơn vị chưa gửi, rồi kiểm tra lại.']);
    },
    checkAndScore: async (progress) => {
      const settled = await settleMovement(host);
      if (!settled.ok) return settled;
      const scored = await checkAndScore(host, progress);
      if (!scored.ok) return scored;
      const said = [recognisedText(settled.value), scoredText(scored.value), uncolouredText(scored.value)];
      return finishScored(scored.value, said);
    },
    columnsOn: async (sheet) => (await columnsCode()).columnsIn(host, sheet),
    columnChanges: async (wanted) => (await columnsCode()).columnChangesIn(host, wanted),
    keepColumns: async (wanted, progress) => {
      const kept = await (await columnsCode()).keepColumns(host, wanted, now(), progress);
      if (!kept.ok) return kept;
      return finishScored(kept.value, [wanted.meanings ? KEPT : 'Đã bỏ cách hiểu cột đã giữ và chấm lại.']);
    },
    importCaptures: async (from, progress) => {
      const { importCaptures } = await import('../captures/import-captures.ts');
      const imported = await importCaptures(host, from, now(), progress);
      if (!imported.ok) return imported;
      const { observations, undo: record, refused } = imported.value;
      return finish(record, [`Đã nhận ${observations.length} số liệu từ Cổng.`], refused);
    },
    takeWaiting: async (runtime: PageRuntime, progress: Progress) => {
      const { takeWaiting } = await import('../captures/hand-over.ts');
      const taken = await takeWaiting(host, runtime, progress);
      return taken.ok ? finish(taken.value.undo, takenText(taken.value), taken.value.refused) : taken;
    },
    undo: async () => {
      const read = await host.read();
      if (!read.ok) return read;
      const undone = await undo.undo();
      if (!undone.ok) return undone;
      const { label, kept } = undone.value;
      const left = kept.length > 0 ? `Giữ lại chỗ đã được sửa sau đó: ${kept.join(', ')}.` : '';
      return finish(null, [`Đã hoàn tác: ${label}.`, left]);
    },
    ...councilWork({ host, bare, now, recorded, finishScored }),
    // The journal is no part of the results: it goes on when they are closed.
    ...yearWork({ host: bare, now, finish }),
    takePrevious: async (files, progress) => {
      const { takePrevious } = await import('../received/take-previous.ts');
      const taken = await takePrevious(host, files, progress);
      if (!taken.ok) return taken;
      const { units, periods, unread, unused, undo: record, refused } = taken.value;
      const told = periods.length > 0 ? ` (${periods.map(periodName).join(', ')})` : '';
      const said = `Đã có số liệu kỳ trước${told} của ${units} đơn vị. Bấm Kiểm tra và chấm điểm để so sánh.`;
      const keptText = unread > 0 ? `Giữ nguyên ${unread} dòng chưa hiểu ở trang "Kỳ trước".` : '';
      return finish(record, [said, keptText], [...leftOut(unused), ...refused]);
    },
    dropPrevious: async () => {
      const { dropPrevious } = await import('../received/take-previous.ts');
      const dropped = await dropPrevious(host);
      if (!dropped.ok) return dropped;
      return finish(dropped.value.undo, ['Không so sánh với kỳ trước nữa.'], dropped.value.refused);
    },
    fillTally: async (files) => {
      const { fillTally } = await import('../received/fill-tally.ts');
      const filled = await fillTally(host, files);
      if (!filled.ok) return filled;
      const { undo: record, said, left, refused } = filled.value;
      return finish(record, said, [...leftOut(left), ...refused]);
    },
    bookToShare: async () => (await import('../share/shared-book.ts')).bookToShare(bare),
    unitsToLink: async () => (await import('../share/book-to-send.ts')).unitsToLink(bare),
    resultToSend: async () => (await import('../share/book-to-send.ts')).resultToSend(bare, now().slice(0, 10)),
    followUpCourse: async (files) => (await import('../run/follow-up-course.ts')).followUpCourse(host, files),
    openCriteria: async (...given) => (await dossier()).openCriteria(...given),
    takeMovement: async (...given) => (await dossier()).takeMovement(...given),
    takeDossier: async (...given) => (await dossier()).takeDossier(...given),
    reviewDossier: async () => (await dossier()).reviewDossier(),
    versionChanges: async () => (await dossier()).versionChanges(),
    newVersion: async () => (await dossier()).newVersion(),
    takeOldUnits: async (...given) => (await dossier()).takeOldUnits(...given),
  };
}

function scoredText({ run: { result }, actions }: Scored): string {
  const errors = result.flags.filter(({ severity }) => severity === 'error').length;
  const counts = `${result.reports.length} báo cáo, ${errors} lỗi, ${result.flags.length - errors} cảnh báo và lưu ý`;
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

function takenText({ captures, observations, told }: Taken): readonly string[] {
  if (captures === 0) return ['Tiện ích không có bản chụp nào chờ chuyển.'];
  const text = `Đã nhận ${captures} bản chụp (${observations} số liệu) từ tiện ích trình duyệt.`;
  return told ? [text] : [text, 'Tiện ích chưa nhận được tin này; lấy lại lần nữa cũng không nhập hai lần.'];
}

/** A line each: of many files every one has its own. */
function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}
