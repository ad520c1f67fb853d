/** The cells of a table's row in a .doc: where each begins and ends, and which belong to a neighbour ([MS-DOC] 2.9.314). */

export interface RowCells {
  /** Twips from the left: the number of cells plus one. */
  readonly edges: readonly number[];
  readonly merges: readonly Merge[];
}

interface Merge {
  /** It belongs to the cell on its left. */
  readonly left: boolean;
  /** It belongs to the cell above it. */
  readonly above: boolean;
}

const BYTES_OF_CELL = 20;

/** null = the operand is truncated and unusable. */
export function rowCells(operand: Uint8Array): RowCells | null {
  const count = operand[0] ?? 0;
  const view = new DataView(operand.buffer, operand.byteOffset, operand.byteLength);
  const cellsAt = 1 + (count + 1) * 2;
  if (count === 0 || cellsAt > operand.length) return null;
  const edges = Array.from({ length: count + 1 }, (_, at) => view.getInt16(1 + at * 2, true));
  const merges = Array.from({ length: count }, (_, at): Merge => {
    const place = cellsAt + at * BYTES_OF_CELL;
    const flags = place + 2 <= operand.length ? view.getUint16(place, true) : 0;
    return { left: (flags & 3) === 1, above: ((flags >> 5) & 3) === 1 };
  });
  return { edges, merges };
}
