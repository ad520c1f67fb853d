import type { Movement } from './movement.ts';
import { unconfirmedWords } from './unconfirmed.ts';

/** A sentence for the user of a movement with such numbers; null when there are none. */
export function unconfirmedText(movement: Pick<Movement, 'scanned'>): string | null {
  const words = unconfirmedWords(movement);
  return words && `C${words.slice(1)} (trang “Số từ bản quét”): kết quả chỉ là tạm tính, chưa dùng làm căn cứ được.`;
}
