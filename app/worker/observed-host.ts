/** A host that tells when the pane wrote through it, so that the grid beside it shows what stands now. */
import type { Host } from '../../session/host/port.ts';

export function observedHost<H extends Host>(host: H, written: () => void): H {
  const told =
    <A extends readonly unknown[], T>(act: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      try {
        return await act(...args);
      } finally {
        written();
      }
    };
  return { ...host, apply: told(host.apply), undo: told(host.undo), insertBooks: told(host.insertBooks) };
}
