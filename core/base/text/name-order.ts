/** Order of names as an officer writes a list: by the Vietnamese alphabet, "Thôn 2" before "Thôn 10". */
const COLLATOR = new Intl.Collator('vi', { numeric: true });

/** For `sort`. */
export function inNameOrder(x: string, y: string): number {
  return COLLATOR.compare(x, y);
}
