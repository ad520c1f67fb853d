/**
 * Which of two reports came first: by the day of receipt, else the day they bear. Equal or unknown days keep the order
 * of the files.
 */
import type { CheckSubject } from './run.ts';

const UNKNOWN = '9999-12-31';

/** For a stable sort: earlier reports first, undated reports last. */
export function byArrival(x: CheckSubject, y: CheckSubject): number {
  const [a, b] = [dayOf(x), dayOf(y)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function dayOf({ registered, report }: CheckSubject): string {
  const dated = report.date?.date ?? UNKNOWN;
  return `${registered?.received ?? dated} ${dated}`;
}
