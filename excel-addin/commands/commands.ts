/**
 * The ribbon's buttons. Each opens the pane at its place; the pane does the work, so that progress and refusals are
 * seen there.
 */
import type { PaneRequest } from '../../ui/pane/pane-request.ts';
import { requestPane } from './requests.ts';

/** By the FunctionName of the manifest. */
export const COMMANDS: ReadonlyMap<string, PaneRequest> = new Map<string, PaneRequest>([
  ['makeForms', { place: 'criteria', run: 'make-forms' }],
  ['checkAndScore', { place: 'review', run: 'check-and-score' }],
  ['showRanking', { place: 'results', run: null }],
  ['showCouncil', { place: 'council', run: null }],
]);

/** Runs one button. `completed` is always called: without it Excel blocks the button. */
export async function runCommand(
  request: PaneRequest,
  event: { readonly completed: () => void },
  showPane: () => Promise<void>,
): Promise<void> {
  try {
    requestPane(request);
    await showPane();
  } catch {
    // Excel could not show the pane (a dialog is open …): the request waits there until the officer opens it.
  } finally {
    event.completed();
  }
}

/** Tells Office which function each button is. Must be done as soon as the page loads. */
export function associateCommands(): void {
  for (const [name, request] of COMMANDS) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) =>
      runCommand(request, event, () => Office.addin.showAsTaskpane()),
    );
  }
}
