/** The rows of a table of a .doc as a grid: columns are where the edges of any of its cells stand. */
import type { Block, GridBlock } from '../../document/plan-document.ts';
import { OpenTable } from '../open-table.ts';
import type { RowCells } from './row-cells.ts';

export interface DocRow {
  readonly cells: readonly (readonly Block[])[];
  readonly place: RowCells | null;
}

/** Twips: edges nearer than this count as the same edge. */
const NEAR = 40;

export function docTable(rows: readonly DocRow[]): GridBlock {
  const edges: number[] = [];
  for (const edge of rows.flatMap(({ place }) => place?.edges ?? []).sort((a, b) => a - b))
    if (edge - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) edges.push(edge);
  const columnOf = (edge: number): number =>
    Math.max(
      0,
      edges.findLastIndex((number) => number <= edge + NEAR),
    );
  const table = new OpenTable();
  for (const { cells, place } of rows) {
    table.startRow();
    const isPlaced = place !== null && place.edges.length === cells.length + 1;
    if (isPlaced) table.skip(columnOf(place.edges[0] ?? 0));
    for (const [at, blocks] of cells.entries()) {
      if (isPlaced && place.merges[at]?.left && table.widen(acrossOf(at))) continue;
      table.startCell();
      if (table.cell) {
        table.cell.blocks.push(...blocks);
        table.cell.across = acrossOf(at);
        table.cell.goesOn = isPlaced && place.merges[at]?.above === true;
      }
      table.endCell();
    }
    table.endRow();

    function acrossOf(at: number): number {
      if (!isPlaced) return 1;
      return Math.max(1, columnOf(place.edges[at + 1] ?? 0) - columnOf(place.edges[at] ?? 0));
    }
  }
  return table.grid();
}
