/** The page over files where its parts lie beside it: hosted, or inside the extension. */
import { type PreviewOptions, startPreview } from './preview.tsx';
import { moduleWorker } from './worker/module-worker.ts';

export function startHosted(root: HTMLElement, options: Omit<PreviewOptions, 'startWorker'>): void {
  startPreview(root, { ...options, startWorker: moduleWorker });
}
