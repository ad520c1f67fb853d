/**
 * Numbers of a scanned plan that have not been compared with their picture yet. Everything made from them says that it
 * is provisional, and binding acts (a closing, a paper to be signed, a result sent upward) wait.
 */
import type { Movement, Scanned } from './movement.ts';

export function unconfirmed(scanned: readonly Scanned[] = []): readonly Scanned[] {
  return scanned.filter(({ confirmed }) => !confirmed);
}

/** `còn 34 con số đọc từ bản quét chưa xác nhận`, within a line; null when there are none. */
export function unconfirmedWords({ scanned }: Pick<Movement, 'scanned'>): string | null {
  const open = unconfirmed(scanned).length;
  return open === 0 ? null : `còn ${open} con số đọc từ bản quét chưa xác nhận`;
}
