/**
 * The session as the task pane asks for it: one use case after the other, each with the state it leaves and a sentence that says so. Opening
 * loads what a workbook is shown by; whatever changes it follows once it is open.
 */
import { fromA1 } from '../../core/grid/address.ts';
import { periodName } from '../../core/indicator/period.ts';
import { findAudience } from '../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { HEADINGS, loadMovement } from '../../core/movements/shelf.ts';
import type { Result } from '../../core/workbook/port.ts';
import type { Host, HostBook, UndoRecord } from '../host/port.ts';
import type { Done, PaneSession, Workspace } from '../taskpane/pane-session.ts';
import type { Scored, Unscored } from './check-and-score.ts';
import { type PageRuntime, pageRuntime } from './extension-port.ts';
import type { Taken } from './hand-over.ts';
import type { KeptUndo } from './kept-undo.ts';
import { done, refuse } from './refusal.ts';
import { undoStack } from './undo.ts';

type UseCases = typeof import('./use-cases.ts');

const loadOpening = () => import('./opening.ts');

const loadUseCases = (): Promise<UseCases> => import('./use-cases.ts');

const loadHandOver = () => import('./hand-over.ts');

export interface SessionWorld {
  /** ISO instant with offset. */
  readonly now?: () => string;
  /** The browser's way to its extensions, where it gives pages one. */
  readonly runtime?: PageRuntime | undefined;
  /** Where the runs that can be taken back outlive the page. */
  readonly kept?: KeptUndo;
}

export function paneSession(host: Host, world: SessionWorld = {}): PaneSession {
  const { now = localInstant, runtime = pageRuntime(), kept } = world;
  const undo = undoStack(host, kept);

  const open = async (progress?: (done: number) => void): Promise<Result<Workspace>> => {
    const [read, { openBook }] = await Promise.all([host.read(progress), loadOpening()]);
    return read.ok ? openBook(read.value, undo.last()) : read;
  };
  /** Fetched while the officer looks, so that it is there when the network is not. What fails is asked for again when it is needed. */
  const prepare = (): void => {
    for (const part of [loadUseCases(), host.prepare?.()]) part?.catch(() => undefined);
  };
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
  const recorded = (said: readonly string[]): Promise<Result<Done>> => {
    undo.seal();
    return finish(null, said);
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
    const { workspaceOf } = await loadOpening();
    undo.push(record);
    const workspace = workspaceOf(scored.loaded, scored.run, true, undo.last());
    return done({ workspace, said: lines(said), left: lines(undone) });
  };

  return {
    kind: host.capabilities.kind,
    movements: HEADINGS,
    open: async (progress) => {
      const opened = await open(progress);
      prepare();
      return opened;
    },
    saveSettings: async (settings) => {
      const { readSeals, readSettings, settingsActions, performWhole } = await loadUseCases();
      const read = await host.read();
      if (!read.ok) return read;
      const held = readSettings(read.value);
      // Settings that cannot be understood are what the officer is about to put right.
      const kept = held.ok ? held.value : { asOf: null, ...readSeals(read.value) };
      const chosen = settings.movement === null ? undefined : await loadMovement(settings.movement);
      const actions = settingsActions(read.value, { ...kept, ...settings }, chosen);
      const outcome = await performWhole(host, 'Cài đặt', actions, 'Chưa lưu được cài đặt.');
      return outcome.ok ? finish(outcome.value.undo, ['Đã lưu cài đặt.']) : outcome;
    },
    makeForms: async (wanted, progress) => {
      const made = await (await loadUseCases()).makeForms(host, wanted, progress);
      if (!made.ok) return made;
      const { made: units, kept, alike, undo: record, refused } = made.value;
      const keptText = kept.length > 0 ? `Giữ nguyên ${kept.length} trang tính đã có: ${kept.join(', ')}.` : '';
      const alikeText = alike.map((names) => `Tên chỉ khác nhau ở dấu, hãy xem lại: ${names.join(', ')}.`);
      const said = `Đã tạo ${units.length} mẫu báo cáo ${periodName(wanted.period)}.`;
      return finish(record, [said, keptText, ...alikeText], refused);
    },
    collect: async (files, progress) => {
      const collected = await (await loadUseCases()).collect(host, files, now(), progress);
      if (!collected.ok) return collected;
      const { taken, refused, undo: record } = collected.value;
      const left = leftOut(refused);
      if (taken.length === 0) return refuse('no-report', lines(left));
      return finish(record, [`Đã nhận ${taken.length}/${files.length} tệp.`], left);
    },
    checkAndScore: async (progress) => {
      const scored = await (await loadUseCases()).checkAndScore(host, progress);
      return scored.ok ? finishScored(scored.value, [scoredText(scored.value)]) : scored;
    },
    importCaptures: async (from, progress) => {
      const imported = await (await loadUseCases()).importCaptures(host, from, now(), progress);
      if (!imported.ok) return imported;
      const { observations, undo: record, refused } = imported.value;
      return finish(record, [`Đã nhận ${observations.length} số liệu từ Cổng.`], refused);
    },
    extension: runtime
      ? {
          waiting: async () => (await loadHandOver()).waitingIn(runtime),
          take: async (progress) => {
            const taken = await (await loadHandOver()).takeWaiting(host, runtime, progress);
            return taken.ok ? finish(taken.value.undo, takenText(taken.value), taken.value.refused) : taken;
          },
        }
      : null,
    undo: async () => {
      const undone = await undo.undo();
      if (!undone.ok) return undone;
      const { label, kept } = undone.value;
      const left = kept.length > 0 ? `Giữ lại chỗ đã được sửa sau đó: ${kept.join(', ')}.` : '';
      return finish(null, [`Đã hoàn tác: ${label}.`, left]);
    },
    decide: async (wanted) => {
      const scored = await (await loadUseCases()).decide(host, wanted, now());
      if (!scored.ok) return scored;
      const said = 'unscored' in scored.value ? 'Đã ghi quyết định.' : 'Đã ghi quyết định và chấm lại điểm.';
      return finishScored(scored.value, [said], [], true);
    },
    withdraw: async (wanted) => {
      const taken = await (await loadUseCases()).withdraw(host, wanted, now());
      if (!taken.ok) return taken;
      return finishScored(taken.value, ['Đã rút quyết định; nội dung này chờ Hội đồng quyết định lại.'], [], true);
    },
    vote: async (wanted) => {
      const voted = await (await loadUseCases()).recordVote(host, wanted, now());
      return voted.ok ? recorded([`Đã ghi kết quả biểu quyết. ${voted.value.entry.sentence}`]) : voted;
    },
    withdrawVote: async (wanted) => {
      const taken = await (await loadUseCases()).takeVoteBack(host, wanted, now());
      return taken.ok ? recorded(['Đã rút biểu quyết; có thể biểu quyết lại.']) : taken;
    },
    mergeCopies: async (files, progress) => {
      const merged = await (await loadUseCases()).mergeCopies(host, files, progress);
      if (!merged.ok) return merged;
      const { read, decisions, votes, unused, compared } = merged.value;
      const found = `Đã đọc ${read} bản sao: thêm ${decisions} quyết định, ${votes} biểu quyết.`;
      const disputed = 'run' in merged.value ? merged.value.run.current.conflicts.length : 0;
      const conflicts = disputed > 0 ? `Có ${disputed} nội dung được quyết định khác nhau, Hội đồng cần xét lại.` : '';
      return finishScored(merged.value, [found, ...compared, conflicts], leftOut(unused), true);
    },
    takePrevious: async (files, progress) => {
      const taken = await (await loadUseCases()).takePrevious(host, files, progress);
      if (!taken.ok) return taken;
      const { units, periods, unread, unused, undo: record, refused } = taken.value;
      const told = periods.length > 0 ? ` (${periods.map(periodName).join(', ')})` : '';
      const said = `Đã có số liệu kỳ trước${told} của ${units} đơn vị. Bấm Kiểm tra và chấm điểm để so sánh.`;
      const keptText = unread > 0 ? `Giữ nguyên ${unread} dòng chưa hiểu ở trang "Kỳ trước".` : '';
      return finish(record, [said, keptText], [...leftOut(unused), ...refused]);
    },
    dropPrevious: async () => {
      const dropped = await (await loadUseCases()).dropPrevious(host);
      if (!dropped.ok) return dropped;
      return finish(dropped.value.undo, ['Không so sánh với kỳ trước nữa.'], dropped.value.refused);
    },
    select: async ({ sheet, address }) => {
      const at = fromA1(address);
      return at ? host.select(sheet, at.row, at.column) : refuse('not-found', `Không có ô ${address}.`);
    },
    openCriteria: async (audience) => {
      const useCases = await loadUseCases();
      const { readSettings, loadBook, criteriaActions, perform } = useCases;
      const read = await host.read();
      if (!read.ok) return read;
      const settings = readSettings(read.value);
      if (!settings.ok) return settings;
      const movement = settings.value.movement === null ? undefined : await loadMovement(settings.value.movement);
      if (!movement) return refuse('no-movement', 'Hãy chọn phong trào trước khi mở bộ tiêu chí.');
      const loaded = await loadBook(read.value);
      const period = loaded.ok ? loaded.value.period : settings.value.period;
      const actions = criteriaActions(read.value, movement, period);
      const outcome = await perform(host, 'Mở bộ tiêu chí', actions);
      if (!outcome.ok) return outcome;
      const after = await host.read();
      if (!after.ok) return after;
      const place = criteriaPlace(useCases, after.value, movement, audience);
      const selected = place ? await host.select(place.sheet, place.row, place.column) : done(undefined);
      if (!selected.ok) return selected;
      return finish(
        outcome.value.undo,
        ['Sửa tiêu chí ngay trong trang tính này rồi bấm Kiểm tra và chấm điểm.'],
        outcome.value.refused,
      );
    },
    watch: (changed) => {
      let stop: (() => void) | null = null;
      let isStopped = false;
      void host.watch(changed).then((stopWatching) => {
        if (isStopped) stopWatching();
        else stop = stopWatching;
      });
      return () => {
        isStopped = true;
        stop?.();
      };
    },
  };
}

/** The first row of an audience in the sheet of criteria. */
function criteriaPlace(useCases: UseCases, book: HostBook, movement: Movement, audience: string) {
  const { findTable, OWN_TABLES, rowsOf, textOf } = useCases;
  const table = findTable(book, OWN_TABLES.criteria.table);
  if (!table) return null;
  const kind = findAudience(movement, audience)?.kind;
  const at = rowsOf(table).findIndex((row) => findAudience(movement, textOf(row, 'Đối tượng'))?.kind === kind);
  return { sheet: table.sheet, row: table.range.top + 1 + Math.max(0, at), column: table.range.left };
}

function scoredText({ run: { result }, actions }: Scored): string {
  const errors = result.flags.filter(({ severity }) => severity === 'error').length;
  const counts = `${result.reports.length} báo cáo, ${errors} lỗi, ${result.flags.length - errors} cảnh báo và lưu ý`;
  return actions === 0 ? `Không có gì thay đổi: ${counts}.` : `Đã kiểm tra và chấm điểm: ${counts}.`;
}

function leftOut(files: readonly { readonly file: string; readonly reason: string }[]): readonly string[] {
  return files.map(({ file, reason }) => `"${file}": ${reason}`);
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

/** Now, to the second, with the offset of this computer's clock. */
function localInstant(): string {
  const now = new Date();
  const offset = -now.getTimezoneOffset();
  const two = (number: number) => String(Math.floor(Math.abs(number))).padStart(2, '0');
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}
