/** Servers of shared books as this page reaches them: through the worker, each once the officer let the browser. */
import { serverParts } from '../../ui/pane/share/server-parts.ts';
import type { Servers } from '../../ui/pane/share/servers.ts';
import { fetchThroughWorker } from '../share/fetch-through-worker.ts';

export const workerServers: Servers = {
  ...serverParts(fetchThroughWorker),
  whyNot: () => null,
  mayReach: (origin) => chrome.permissions.request({ origins: [`${origin}/*`] }),
};
