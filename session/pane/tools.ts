/** Tools for every use case of the pane: the workbook, the clock, and how an act ends. */
import { done, type Result, refuse } from '../../core/base/result.ts';
import { openHost } from '../council/open-host.ts';
import type { Host, UndoRecord } from '../host/port.ts';
import type { Resent } from '../received/resent.ts';
import type { Scored, Unscored } from '../run/check-and-score.ts';
import type { UndoStack } from '../undo/undo.ts';
import { workspaceOf } from './opening.ts';
import type { Done, Workspace } from './workspace-data.ts';

/** State that the session holds between acts. */
export interface PaneTools {
  readonly host: Host;
  /** ISO instant with offset. */
  readonly now: () => string;
  readonly undo: UndoStack;
  readonly open: () => Promise<Result<Workspace>>;
  /** Reports sent anew that wait for the officer's choice. */
  readonly waiting: { resent: readonly Resent[] };
  readonly withResent: (workspace: Workspace) => Workspace;
}

export interface WorkTools extends PaneTools {
  /** As `PaneTools.host`, but refuses every change while the results are closed. */
  readonly host: Host;
  /** The workbook itself, closed or not. */
  readonly bare: Host;
  /** Keeps the undo record, reads the workbook again and answers with what was done and what was left undone. */
  readonly finish: (
    record: UndoRecord | null,
    messages: readonly string[],
    left?: readonly string[],
  ) => Promise<Result<Done>>;
  /** Ends an act of record: nothing before it can be undone any more. */
  readonly recorded: (messages: readonly string[], left?: readonly string[]) => Promise<Result<Done>>;
  /** Ends an act after which points were computed anew; `ofRecord` = it cannot be undone. */
  readonly finishScored: (
    scored: Scored | Unscored,
    messages: readonly string[],
    left?: readonly string[],
    ofRecord?: boolean,
  ) => Promise<Result<Done>>;
}

export function workTools(tools: PaneTools): WorkTools {
  const { host: bare, undo, open, withResent } = tools;
  const finish: WorkTools['finish'] = async (record, messages, left = []) => {
    undo.push(record);
    const workspace = await open();
    if (workspace.ok) return done({ workspace: workspace.value, message: lines(messages), left: lines(left) });
    const { code, message } = workspace.refusal;
    return refuse(code, lines([`Chưa đọc lại được sổ. ${message}`, 'Việc đã làm xong:', ...messages, ...left]));
  };
  return {
    ...tools,
    host: openHost(bare),
    bare,
    finish,
    recorded: (messages, left) => {
      undo.seal();
      return finish(null, messages, left);
    },
    finishScored: async (scored, messages, left = [], ofRecord = false) => {
      const undone = [...left, ...scored.refused];
      if (ofRecord) undo.seal();
      const record = ofRecord ? null : scored.undo;
      if ('unscored' in scored)
        return finish(record, messages, [`Chưa chấm lại được điểm. ${scored.unscored.message}`, ...undone]);
      undo.push(record);
      const workspace = workspaceOf(scored.loaded, scored.run, true, undo.last());
      return done({ workspace: withResent(workspace), message: lines(messages), left: lines(undone) });
    },
  };
}

/** Joins sentences, a line each. */
export function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

/** Names the movement that the reports were found to be of; null = none was sought. */
export function recognisedText(movement: string | null): string {
  return movement === null ? '' : `Nhận ra phong trào từ các báo cáo: ${movement}. Nếu không đúng, hãy chọn lại.`;
}
