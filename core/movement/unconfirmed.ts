/**
 * Numbers of a scanned plan nobody has compared with their picture yet. What rests on them is provisional: everything
 * made of it says so, and what binds (a closing, a paper to be signed, a result sent upward) waits.
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
