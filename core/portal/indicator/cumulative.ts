/**
 * The national portal counts from the first day of a period on, whatever the day of the request: a figure never covers
 * a single day. `readerId` = the reader that found it.
 */
export function isCumulative(readerId: string): boolean {
  return readerId.startsWith('national-');
}
