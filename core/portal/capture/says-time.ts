import { periodSaid } from '../../base/period/period-text.ts';

/** Whether a text names a period, or words of a period that make none. */
export function saysTime(text: string): boolean {
  return periodSaid(text).kind !== 'none';
}
