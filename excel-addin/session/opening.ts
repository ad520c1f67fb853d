/** A workbook just read → what the pane shows of it. What is loaded until the pane can be used ends here. */
import type { Result } from '../../core/result.ts';
import type { HostBook, UndoRecord } from '../host/port.ts';
import type { Workspace } from '../taskpane/pane-session.ts';
import { readCouncil } from './council.ts';
import { loadBook } from './load.ts';
import { done } from './refusal.ts';
import { runOver } from './run.ts';
import { settingsIn } from './settings.ts';
import { bareWorkspace, workspaceOf } from './workspace.ts';

export { workspaceOf };

/** Whatever of our own sheets cannot be understood is named in it. */
export async function openBook(book: HostBook, undo: UndoRecord | null): Promise<Result<Workspace>> {
  const { settings, faults } = settingsIn(book);
  if (settings.movement === null)
    return done({ ...bareWorkspace(book, settings, await readCouncil(book, settings), undo), faults });
  const loaded = await loadBook(book);
  return loaded.ok ? done(workspaceOf(loaded.value, await runOver(loaded.value), false, undo)) : loaded;
}
