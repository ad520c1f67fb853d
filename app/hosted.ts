/** The page over files where its parts lie beside it: hosted, or inside the extension. */
import { type PreviewOptions, startPreview } from './preview.tsx';
import { moduleWorker } from './worker/module-worker.ts';

/** The server the page comes from. */
const servers = async () => (await import('../ui/pane/share/own-server.ts')).ownServer();

export function startHosted(root: HTMLElement, options: Omit<PreviewOptions, 'startWorker'>): void {
  startPreview(root, { servers, ...options, startWorker: moduleWorker });
}
