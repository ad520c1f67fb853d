/** Numbers of a scanned plan nobody has compared with their picture yet: nothing that rests on them is final. */
import type { Scanned } from './movement.ts';

export function unconfirmed(scanned: readonly Scanned[] = []): readonly Scanned[] {
  return scanned.filter(({ confirmed }) => !confirmed);
}

/** One sentence for whoever uses a movement with such numbers; null when there are none. */
export function unconfirmedText(scanned: readonly Scanned[] | undefined): string | null {
  const open = unconfirmed(scanned).length;
  return open === 0
    ? null
    : `Còn ${open} con số đọc từ bản quét chưa xác nhận (trang “Số từ bản quét”): kết quả chưa dùng làm căn cứ được.`;
}
