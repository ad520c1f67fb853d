/** The worker of read-legacy-apart.ts: reads one old workbook and answers. It may be ended at any time. */
import { readLegacyBook } from '../../core/sheet/workbook/legacy/read-legacy.ts';

/** The part of a worker's global scope that is used; the DOM's types know only the window's. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<Uint8Array>) => void) | null;
  postMessage: (message: unknown) => void;
}

const scope = globalThis as unknown as WorkerScope;
scope.onmessage = ({ data }) => {
  void readLegacyBook(data).then((result) => scope.postMessage(result));
};
