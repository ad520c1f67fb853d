/** A threshold with its day, as forms, flags and the pane say it: `đến 30/11/2025: tối thiểu 60 %`. */
import { dayText } from '../base/period/day.ts';
import { levelWords } from './rules/wording.ts';
import type { DatedTarget } from './set-in-period.ts';

export function thresholdWords(
  { target: { by, comparator, value } }: Pick<DatedTarget, 'target'>,
  unit: string,
): string {
  return `${untilWords(by)}: ${levelWords(comparator, value, unit)}`;
}

/** `đến 30/11/2025`; a threshold without a day holds to the end. */
export function untilWords(by: string | null): string {
  return by === null ? 'đến hết phong trào' : `đến ${dayText(by)}`;
}
