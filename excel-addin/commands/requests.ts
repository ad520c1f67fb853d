/**
 * How the ribbon speaks to the pane: both live in one runtime, but the pane may not have started yet. The last request waits for it.
 */
import type { PaneRequest } from '../taskpane/pane-request.ts';

type Listener = (request: PaneRequest) => void;

let listener: Listener | null = null;
let waiting: PaneRequest | null = null;

/** Asks the pane; a request nobody took yet is replaced. */
export function requestPane(request: PaneRequest): void {
  if (listener) listener(request);
  else waiting = request;
}

/** The pane takes requests, first the one that waits. Returns how to stop. */
export function onPaneRequest(take: Listener): () => void {
  listener = take;
  const first = waiting;
  waiting = null;
  if (first) take(first);
  return () => {
    if (listener === take) listener = null;
  };
}
