/** A note typed by hand is marked with a raised number; `m` with a raised 2 is a measure. `before` = the words before it. */
export function isNoteMark(raised: string, before: string): boolean {
  const mark = raised.trim();
  return /^[\d*()[\],]+$/.test(mark) && !(/m$/i.test(before) && /^[23]$/.test(mark));
}
