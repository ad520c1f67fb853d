/**
 * A host that reports when the pane wrote through it, so that the grid beside it is refreshed; it refuses writes while
 * the page may only look.
 */
import type { Refusal } from '../../core/base/result.ts';
import type { Host } from '../../session/host/port.ts';

/** `barred` = why nothing may be written now; null = it may. */
export function observedHost<H extends Host>(host: H, written: () => void, barred: () => Refusal | null): H {
  const observed =
    <A extends readonly unknown[], T>(act: (...args: A) => Promise<T>, refused: (refusal: Refusal, ...args: A) => T) =>
    async (...args: A): Promise<T> => {
      const refusal = barred();
      if (refusal !== null) return refused(refusal, ...args);
      try {
        return await act(...args);
      } finally {
        written();
      }
    };
  const whole = (refusal: Refusal) => ({ ok: false, refusal }) as const;
  return {
    ...host,
    apply: observed(host.apply, whole),
    undo: observed(host.undo, whole),
    insertBooks: observed(host.insertBooks, (refusal, files) =>
      files.map(() => ({ kind: 'refused', refusal }) as const),
    ),
  };
}
