/** The day in Vietnam, for file names and deadlines. */
import { hanoiTime } from '../../../core/base/period/hanoi-time.ts';

export function today(): string {
  return hanoiTime(new Date(Date.now())).slice(0, 10);
}
