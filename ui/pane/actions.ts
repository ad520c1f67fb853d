/**
 * The buttons of the pane: each calls the session, shows that it is working, and reports the result in a sentence. One
 * at a time.
 */
import type { Dispatch } from 'react';
import type { Result } from '../../core/base/result.ts';
import type { Flag } from '../../core/judge/flag/flag.ts';
import type { CellRef } from '../../core/report/report.ts';
import type { FileMade, NamedFile, Progress } from '../../session/host/files.ts';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import type { Done } from '../../session/pane/workspace-data.ts';
import type { OutputKind } from '../../session/papers/make-file.ts';
import { isNotFetched, NOT_FETCHED } from '../later.tsx';
import type { PaneEvent } from './state.ts';

/** Each resolves when everything is shown: true = done, false = refused (with a message on screen). */
export interface PaneActions {
  readonly open: () => Promise<boolean>;
  readonly collect: (files: readonly NamedFile[]) => Promise<boolean>;
  readonly checkAndScore: () => Promise<boolean>;
  readonly undo: () => Promise<boolean>;
  /** Any work of the session that leaves a new state. */
  readonly note: (run: () => Promise<Result<Done>>) => Promise<boolean>;
  /** The file to keep; null = refused. */
  readonly makeFile: (kind: OutputKind, label: string, templates?: readonly NamedFile[]) => Promise<FileMade | null>;
  readonly goTo: (flag: Flag) => Promise<boolean>;
  readonly select: (cell: CellRef) => Promise<boolean>;
  /**
   * Anything else of the session's: `label` = what is under way, `drafts` = keys of what was typed for it, let go once
   * it is written.
   */
  readonly act: (
    label: string,
    run: (progress: Progress) => Promise<Result<ActOutcome>>,
    drafts?: readonly string[],
  ) => Promise<boolean>;
  readonly refuse: (message: string) => void;
}

/** null = what the pane shows stays as it is. */
type ActOutcome = Pick<Done, 'message' | 'left'> & { readonly workspace: Done['workspace'] | null };

const OUR_BUG =
  'Phần mềm gặp lỗi ngoài dự kiến; số liệu trong sổ vẫn còn nguyên. Hãy thử lại, nếu vẫn lỗi thì đóng và mở lại bảng Thi đua số.';
const BUSY = 'Đang làm việc khác, hãy chờ xong rồi bấm lại.';

export function paneActions(session: PaneSession, dispatch: Dispatch<PaneEvent>): PaneActions {
  let busy = false;

  const work: PaneActions['act'] = async (label, run, drafts = []) => {
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
      if (result.ok) for (const key of drafts) dispatch({ kind: 'sent', key });
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
        return read.ok ? { ok: true, value: { workspace: read.value, message: '', left: '' } } : read;
      }),
    collect: (files) => work('Đang thêm tệp báo cáo', (progress) => session.collect(files, progress)),
    checkAndScore: () => work('Đang kiểm tra và chấm điểm', (progress) => session.checkAndScore(progress)),
    undo: () => work('Đang hoàn tác lần chạy', () => session.undo()),
    note: (run) => work('Đang ghi', run),
    makeFile: async (kind, label, templates) => {
      let made: FileMade | null = null;
      await work(label, async (progress) => {
        const result = await session.makeFile(kind, progress, templates);
        if (!result.ok) return result;
        made = result.value;
        return { ok: true, value: { workspace: null, message: made.message, left: '' } };
      });
      return made;
    },
    goTo: (flag) => {
      dispatch({ kind: 'stood', flag: flag.id });
      return flag.cell === null ? Promise.resolve(true) : select(flag.cell);
    },
    select,
    act: work,
    refuse: (message) => dispatch({ kind: 'refused-while-busy', message }),
  };
}
