/**
 * How the ribbon speaks to the pane: both live in one runtime, but the pane may not have started yet, so the last
 * request waits for it. Excel on the web sends some presses twice (office-js#3224); two equal requests within a moment
 * count once.
 */
import type { PaneRequest } from '../../ui/pane/pane-request.ts';

type Listener = (request: PaneRequest) => void;

/** Milliseconds: nobody presses the same button on purpose so soon. */
const ONE_PRESS = 1500;

let listener: Listener | null = null;
let waiting: PaneRequest | null = null;

let last: { readonly request: PaneRequest; readonly at: number } | null = null;

/** Sends a request to the pane; it replaces a request that the pane has not taken yet. `now` in milliseconds. */
export function requestPane(request: PaneRequest, now = performance.now()): void {
  const repeated = last !== null && last.request === request && now - last.at < ONE_PRESS;
  last = { request, at: now };
  if (repeated) return;
  if (listener) listener(request);
  else waiting = request;
}

/** The pane receives requests, first the waiting request. Returns a function that stops it. */
export function onPaneRequest(take: Listener): () => void {
  listener = take;
  const first = waiting;
  waiting = null;
  if (first) take(first);
  return () => {
    if (listener === take) listener = null;
  };
}
