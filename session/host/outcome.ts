/** Does a use case's actions through the host and folds what the host refused into sentences an officer can read. */
import { done, type Result, refuse } from '../../core/base/result.ts';
import type { Host, HostAction, HostApplied, UndoRecord } from './port.ts';

export interface Outcome {
  /** null when nothing had to be written. */
  readonly undo: UndoRecord | null;
  /** Writes that failed, a Vietnamese sentence for each sheet and reason. */
  readonly refused: readonly string[];
  /** Number of actions handed to the host. */
  readonly actions: number;
}

/** No actions: the host is not called at all. */
export async function perform(
  host: Host,
  label: string,
  actions: readonly HostAction[],
  progress?: (done: number) => void,
): Promise<Result<Outcome>> {
  if (actions.length === 0) return done({ undo: null, refused: [], actions: 0 });
  const applied = await host.apply(label, actions, progress);
  if (!applied.ok) return applied;
  const { undo, refused } = applied.value;
  return done({ undo, refused: refusedTexts(refused), actions: actions.length });
}

/**
 * The same, all or nothing: what belongs together (an entry and its seal) is taken back when a part of it was refused.
 * `said` = why it matters.
 */
export async function performWhole(
  host: Host,
  label: string,
  actions: readonly HostAction[],
  message: string,
): Promise<Result<Outcome>> {
  const outcome = await perform(host, label, actions);
  if (!outcome.ok) return outcome;
  const { undo, refused } = outcome.value;
  if (refused.length === 0) return outcome;
  if (undo) await host.undo(undo);
  return refuse('not-written', [message, ...refused].join(' '));
}

function refusedTexts(refused: HostApplied['refused']): string[] {
  const counts = new Map<string, number>();
  for (const { action, refusal } of refused) {
    const sheet = sheetOf(action);
    const isNamed = sheet === null || refusal.message.includes(sheet);
    const text = isNamed ? refusal.message : `Trang "${sheet}": ${refusal.message}`;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([text, count]) => (count > 1 ? `${text} (${count} chỗ)` : text));
}

function sheetOf(action: HostAction): string | null {
  switch (action.kind) {
    case 'add-sheet':
      return action.sheet.name;
    case 'put-table':
      return action.plan.sheet;
    case 'append-rows':
      return null;
    case 'write':
    case 'style':
    case 'note':
    case 'mark':
    case 'column-width':
    case 'hide-sheet':
    case 'chart':
      return action.sheet;
  }
}

/** A single record of several steps, to be taken back together. */
export function joinUndo(label: string, records: readonly (UndoRecord | null)[]): UndoRecord | null {
  const all = records.filter((record) => record !== null);
  const [first] = all;
  if (!first) return null;
  if (all.length === 1) return { ...first, label };
  return {
    label,
    at: first.at,
    cells: foldedCells(all),
    addedSheets: all.flatMap((record) => record.addedSheets),
    marks: all.flatMap((record) => record.marks),
    charts: all.flatMap((record) => record.charts),
    tables: all.flatMap((record) => record.tables ?? []),
    looks: all.flatMap((record) => record.looks ?? []),
    notes: all.flatMap((record) => record.notes ?? []),
    widths: all.flatMap((record) => record.widths ?? []),
    hidden: all.flatMap((record) => record.hidden ?? []),
  };
}

/** A cell written by several steps holds what it held before the first, and should hold what the last one wrote. */
function foldedCells(records: readonly UndoRecord[]): UndoRecord['cells'] {
  const cells = new Map<string, UndoRecord['cells'][number]>();
  for (const cell of records.flatMap((record) => record.cells)) {
    const key = JSON.stringify([cell.sheetId, cell.row, cell.column]);
    const first = cells.get(key);
    cells.set(key, first ? { ...first, after: cell.after } : cell);
  }
  return [...cells.values()];
}
