/**
 * The buttons of the pane: each asks the session, shows that it works, and tells in one sentence how it ended. One at a
 * time.
 */
import type { Dispatch } from 'react';
import type { SessionFacts } from '../../core/council/session-log.ts';
import type { ScanPictures } from '../../core/dossier/scanned-sheet.ts';
import type { Flag } from '../../core/flag/flag.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { CellRef } from '../../core/report/report.ts';
import type { Result } from '../../core/result.ts';
import type {
  DecisionWanted,
  Done,
  FileKind,
  FileMade,
  FormsWanted,
  NamedFile,
  PaneSession,
  Progress,
  Settings,
  VoteWanted,
  WithdrawWanted,
} from '../../session/pane/pane-session.ts';
import { isNotFetched, NOT_FETCHED } from '../later.tsx';
import type { PaneEvent } from './state.ts';

/** Each resolves when all is shown: true = done, false = refused (and said why). */
export interface PaneActions {
  readonly open: () => Promise<boolean>;
  readonly saveSettings: (settings: Settings) => Promise<boolean>;
  readonly makeForms: (wanted: FormsWanted) => Promise<boolean>;
  readonly collect: (files: readonly NamedFile[]) => Promise<boolean>;
  readonly replaceReports: (files: readonly string[]) => Promise<boolean>;
  readonly leaveReports: (files: readonly string[]) => Promise<boolean>;
  readonly makeRegister: () => Promise<boolean>;
  readonly checkAndScore: () => Promise<boolean>;
  readonly importCaptures: (from: NamedFile | string) => Promise<boolean>;
  /** What waits in the browser extension. */
  readonly takeFromExtension: () => Promise<boolean>;
  readonly undo: () => Promise<boolean>;
  /** `key` = the draft it came from. */
  readonly decide: (wanted: DecisionWanted, key: string) => Promise<boolean>;
  /** `keys` = the drafts they came from. */
  readonly decideAll: (wanted: readonly DecisionWanted[], keys: readonly string[]) => Promise<boolean>;
  /** `key` = the draft its reason came from. */
  readonly withdraw: (wanted: WithdrawWanted, key: string) => Promise<boolean>;
  readonly vote: (wanted: VoteWanted) => Promise<boolean>;
  readonly withdrawVote: (wanted: WithdrawWanted, key: string) => Promise<boolean>;
  readonly recordSession: (facts: SessionFacts, who: string) => Promise<boolean>;
  readonly closeResults: (who: string) => Promise<boolean>;
  /** `key` = the draft its reason came from. */
  readonly reopenResults: (wanted: Omit<WithdrawWanted, 'id'>, key: string) => Promise<boolean>;
  readonly mergeCopies: (files: readonly NamedFile[]) => Promise<boolean>;
  readonly takePrevious: (files: readonly NamedFile[]) => Promise<boolean>;
  readonly dropPrevious: () => Promise<boolean>;
  /** Any work of the session that leaves a new state. */
  readonly note: (run: () => Promise<Result<Done>>) => Promise<boolean>;
  readonly openCriteria: (audience: string) => Promise<boolean>;
  /** The file to keep; null = refused. */
  readonly makeFile: (kind: FileKind, label: string, templates?: readonly NamedFile[]) => Promise<FileMade | null>;
  readonly reviewDossier: () => Promise<boolean>;
  readonly takeMovement: (movement: Movement, pictures: ScanPictures) => Promise<boolean>;
  readonly takeDossier: (file: NamedFile) => Promise<boolean>;
  readonly goTo: (flag: Flag) => Promise<boolean>;
  readonly select: (cell: CellRef) => Promise<boolean>;
  /** Anything else of the session's: `label` = what is under way. */
  readonly act: (label: string, run: (progress: Progress) => Promise<Result<Told>>) => Promise<boolean>;
  readonly refuse: (message: string) => void;
}

/** null = what the pane shows stays as it is. */
type Told = Pick<Done, 'said' | 'left'> & { readonly workspace: Done['workspace'] | null };

const OUR_BUG =
  'Phần mềm gặp lỗi ngoài dự kiến; số liệu trong sổ vẫn còn nguyên. Hãy thử lại, nếu vẫn lỗi thì đóng và mở lại bảng Thi đua số.';
const BUSY = 'Đang làm việc khác, hãy chờ xong rồi bấm lại.';

export function paneActions(session: PaneSession, dispatch: Dispatch<PaneEvent>): PaneActions {
  let busy = false;

  const work = async (label: string, run: (progress: Progress) => Promise<Result<Told>>): Promise<boolean> => {
    if (busy) {
      dispatch({ kind: 'refused-while-busy', message: BUSY });
      return false;
    }
    busy = true;
    dispatch({ kind: 'started', label });
    try {
      const result = await run((done) => dispatch({ kind: 'progressed', done }));
      if (result.ok) dispatch({ kind: 'finished', ...result.value });
      else dispatch({ kind: 'refused', message: result.refusal.message });
      return result.ok;
    } catch (fault) {
      // For the developer's tools; the officer gets a sentence.
      reportError(fault);
      dispatch({ kind: 'refused', message: isNotFetched(fault) ? NOT_FETCHED : OUR_BUG });
      return false;
    } finally {
      busy = false;
    }
  };

  /** What was typed for it is let go once it is written. */
  const sent = async (key: string, working: Promise<boolean>): Promise<boolean> => allSent([key], working);
  const allSent = async (keys: readonly string[], working: Promise<boolean>): Promise<boolean> => {
    const isDone = await working;
    if (isDone) for (const key of keys) dispatch({ kind: 'sent', key });
    return isDone;
  };

  const select = async (cell: CellRef): Promise<boolean> => {
    try {
      const result = await session.select(cell);
      if (!result.ok) dispatch({ kind: 'refused-while-busy', message: result.refusal.message });
      return result.ok;
    } catch (fault) {
      reportError(fault);
      dispatch({ kind: 'refused-while-busy', message: OUR_BUG });
      return false;
    }
  };

  return {
    open: () =>
      work('Đang đọc sổ', async (progress) => {
        const read = await session.open(progress);
        return read.ok ? { ok: true, value: { workspace: read.value, said: '', left: '' } } : read;
      }),
    saveSettings: (settings) => work('Đang lưu cài đặt', () => session.saveSettings(settings)),
    makeForms: (wanted) => work('Đang tạo mẫu báo cáo', (progress) => session.makeForms(wanted, progress)),
    collect: (files) => work('Đang thêm tệp báo cáo', (progress) => session.collect(files, progress)),
    replaceReports: (files) => work('Đang thay báo cáo', (progress) => session.replaceReports(files, progress)),
    leaveReports: (files) => work('Đang bỏ qua tệp', () => session.leaveReports(files)),
    makeRegister: () => work('Đang lập danh sách đơn vị', () => session.makeRegister()),
    checkAndScore: () => work('Đang kiểm tra và chấm điểm', (progress) => session.checkAndScore(progress)),
    importCaptures: (from) => work('Đang nhập số liệu Cổng', (progress) => session.importCaptures(from, progress)),
    takeFromExtension: () =>
      work('Đang lấy số liệu từ tiện ích', async (progress) => {
        if (session.extension === null) throw new TypeError('no extension to take from');
        return session.extension.take(progress);
      }),
    undo: () => work('Đang hoàn tác lần chạy', () => session.undo()),
    decide: (wanted, key) =>
      sent(
        key,
        work('Đang ghi quyết định', () => session.decide(wanted)),
      ),
    decideAll: (wanted, keys) =>
      allSent(
        keys,
        work(`Đang ghi ${wanted.length} quyết định`, () => session.decideAll(wanted)),
      ),
    withdraw: (wanted, key) =>
      sent(
        key,
        work('Đang rút quyết định', () => session.withdraw(wanted)),
      ),
    withdrawVote: (wanted, key) =>
      sent(
        key,
        work('Đang rút biểu quyết', () => session.withdrawVote(wanted)),
      ),
    vote: (wanted) => work('Đang ghi kết quả biểu quyết', () => session.vote(wanted)),
    recordSession: (facts, who) => work('Đang ghi phiên họp', () => session.recordSession(facts, who)),
    closeResults: (who) => work('Đang chốt kết quả', () => session.closeResults(who)),
    reopenResults: (wanted, key) =>
      sent(
        key,
        work('Đang mở lại kết quả', () => session.reopenResults(wanted)),
      ),
    mergeCopies: (files) => work('Đang gộp quyết định', (progress) => session.mergeCopies(files, progress)),
    takePrevious: (files) => work('Đang đọc báo cáo kỳ trước', (progress) => session.takePrevious(files, progress)),
    dropPrevious: () => work('Đang bỏ so sánh với kỳ trước', () => session.dropPrevious()),
    note: (run) => work('Đang ghi', run),
    openCriteria: (audience) => work('Đang mở trang tính tiêu chí', () => session.openCriteria(audience)),
    makeFile: async (kind, label, templates) => {
      let made: FileMade | null = null;
      await work(label, async (progress) => {
        const result = await session.makeFile(kind, progress, templates);
        if (!result.ok) return result;
        made = result.value;
        return { ok: true, value: { workspace: null, said: made.said, left: '' } };
      });
      return made;
    },
    reviewDossier: () => work('Đang soát hồ sơ', () => session.reviewDossier()),
    takeMovement: (...made) => work('Đang đưa hồ sơ vào sổ', () => session.takeMovement(...made)),
    takeDossier: (file) => work('Đang đưa hồ sơ vào sổ', () => session.takeDossier(file)),
    goTo: (flag) => {
      dispatch({ kind: 'stood', flag: flag.id });
      return flag.cell === null ? Promise.resolve(true) : select(flag.cell);
    },
    select,
    act: work,
    refuse: (message) => dispatch({ kind: 'refused-while-busy', message }),
  };
}
