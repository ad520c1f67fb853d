/** The day in Vietnam, for file names and deadlines. */
import { vietnameseInstant } from '../../reading/time.ts';

export function today(): string {
  return vietnameseInstant(Date.now()).slice(0, 10);
}
