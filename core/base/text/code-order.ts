/** Order of texts by their code units, the same on every machine: for keys, not for what officers read (name-order.ts). */

/** For `sort`. */
export function inCodeOrder(x: string, y: string): number {
  if (x === y) return 0;
  return x < y ? -1 : 1;
}
