import { refuse } from '../base/result.ts';
import type { Movement } from './movement.ts';
import { unconfirmedWords } from './unconfirmed.ts';

/** Why what binds has to wait; null = every number is confirmed. `act` = what is refused, `chốt kết quả`. */
export function waitsForNumbers(movement: Pick<Movement, 'scanned'>, act: string): ReturnType<typeof refuse> | null {
  const words = unconfirmedWords(movement);
  if (words === null) return null;
  const todo = 'so từng số với ảnh ở trang “Số từ bản quét” của hồ sơ phong trào rồi ghi Có ở cột “Đã xác nhận”.';
  return refuse('scan-unconfirmed', `Chưa ${act} được vì ${words}: ${todo}`);
}
