/**
 * Splits an answer of the session into pieces: to receive the results of three hundred reports at once would freeze the
 * page for a third of a second. Pure.
 */
import type { Result } from '../../core/base/result.ts';
import type { Done, Workspace } from '../../session/pane/workspace-data.ts';

/** Some of the sheets found, of the reports of a run, or of the council's queue. */
export type WorkspacePiece =
  | { readonly of: 'sheets'; readonly items: Workspace['sheets'] }
  | { readonly of: 'reports'; readonly items: NonNullable<Workspace['run']>['reports'] }
  | { readonly of: 'queue'; readonly items: Workspace['queue'] };

const AT_ONCE = 12;

/** Splits a workspace answer into its head and its long lists; any other answer is returned unchanged. */
export function inPieces(answer: unknown): { readonly rest: unknown; readonly pieces: readonly WorkspacePiece[] } {
  const workspace = workspaceIn(answer);
  if (workspace === null) return { rest: answer, pieces: [] };
  const { sheets, run, queue } = workspace;
  const pieces: WorkspacePiece[] = [
    ...slices(sheets).map((items) => ({ of: 'sheets', items }) as const),
    ...slices(run?.reports ?? []).map((items) => ({ of: 'reports', items }) as const),
    ...slices(queue).map((items) => ({ of: 'queue', items }) as const),
  ];
  const without: Workspace = { ...workspace, sheets: [], run: run && { ...run, reports: [] }, queue: [] };
  return { rest: withWorkspace(answer, without), pieces };
}

/** The answer whole again. */
export function fromPieces(rest: unknown, pieces: readonly WorkspacePiece[]): unknown {
  const workspace = workspaceIn(rest);
  if (workspace === null || pieces.length === 0) return rest;
  const { run } = workspace;
  const sheets = pieces.flatMap((piece) => (piece.of === 'sheets' ? piece.items : []));
  const reports = pieces.flatMap((piece) => (piece.of === 'reports' ? piece.items : []));
  const queue = pieces.flatMap((piece) => (piece.of === 'queue' ? piece.items : []));
  return withWorkspace(rest, { ...workspace, sheets, run: run && { ...run, reports }, queue });
}

function slices<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, at) =>
    all.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
}

type Shown = Result<Workspace | Done>;

function isShown(answer: unknown): answer is Extract<Shown, { ok: true }> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer) || answer.ok !== true) return false;
  if (!('value' in answer) || typeof answer.value !== 'object' || answer.value === null) return false;
  return 'workspace' in answer.value || ('queue' in answer.value && 'run' in answer.value);
}

function workspaceIn(answer: unknown): Workspace | null {
  if (!isShown(answer)) return null;
  return 'workspace' in answer.value ? answer.value.workspace : answer.value;
}

function withWorkspace(answer: unknown, workspace: Workspace): unknown {
  if (!isShown(answer)) return answer;
  return { ...answer, value: 'workspace' in answer.value ? { ...answer.value, workspace } : workspace };
}
