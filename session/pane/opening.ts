/** A workbook just read → what the pane shows of it. What is loaded until the pane can be used ends here. */
import { done, type Result } from '../../core/base/result.ts';
import { settingsIn } from '../book/settings.ts';
import type { HostBook, UndoRecord } from '../host/port.ts';
import { readCouncil } from '../record/council.ts';
import { loadBook } from '../run/load.ts';
import { runOver } from '../run/run.ts';
import { bareWorkspace, workspaceOf } from './workspace.ts';
import type { Workspace } from './workspace-data.ts';

export { workspaceOf };

/** The workspace lists everything of our own sheets that cannot be understood. */
export async function openBook(book: HostBook, undo: UndoRecord | null): Promise<Result<Workspace>> {
  const { settings, faults } = settingsIn(book);
  if (settings.movement === null)
    return done({ ...bareWorkspace(book, settings, await readCouncil(book, settings), undo), faults });
  const loaded = await loadBook(book);
  if (loaded.ok) return done(workspaceOf(loaded.value, await runOver(loaded.value), false, undo));
  // A dossier that cannot be used is put right in this very workbook.
  if (loaded.refusal.code !== 'dossier') return loaded;
  const faultTexts = [...faults, loaded.refusal.message];
  return done({ ...bareWorkspace(book, settings, await readCouncil(book, settings), undo), faults: faultTexts });
}
