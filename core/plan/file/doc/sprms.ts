/** Single changes of looks ("sprm", [MS-DOC] 2.2.5): a code of two bytes and what it sets, one behind the other. */

interface Sprm {
  readonly code: number;
  readonly operand: Uint8Array;
}

/** Length of the operand by the code's three upper bits; 6 = the operand says it itself. */
const LENGTHS = [1, 1, 2, 4, 2, 2, null, 3];
/** A table's columns: the length takes two bytes, and its value is too high by one. */
const COLUMNS = 0xd608;
/** Tab stops: too many for one byte of length are never read on. */
const TABS = 0xc615;

/** What is cut off at the end is left out: looks are not worth the text. */
export function* sprmsOf(bytes: Uint8Array): Generator<Sprm> {
  for (let at = 0; at + 2 < bytes.length; ) {
    const code = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    at += 2;
    let length = LENGTHS[code >> 13] ?? null;
    if (code === COLUMNS) {
      length = Math.max(0, ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)) - 1);
      at += 2;
    } else if (length === null) {
      length = bytes[at] ?? 0;
      at += 1;
      if (code === TABS && length === 255) return;
    }
    if (at + length > bytes.length) return;
    yield { code, operand: bytes.subarray(at, at + length) };
    at += length;
  }
}

/** The operand as a number of at most two bytes. */
export function numberOf({ operand }: Sprm): number {
  return (operand[0] ?? 0) | ((operand[1] ?? 0) << 8);
}
