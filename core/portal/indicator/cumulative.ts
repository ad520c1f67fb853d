/**
 * The national portal counts from the first day of a period on, whatever day it is asked: a figure is never that of a
 * day. `readerId` = of the reader that found it.
 */
export function isCumulative(readerId: string): boolean {
  return readerId.startsWith('national-');
}
