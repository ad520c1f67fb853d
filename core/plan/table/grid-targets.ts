/** The targets of a grid once the officer has named its columns: all at once. */
import type { PlanTarget } from '../finding.ts';
import type { LaidOut } from '../laid-out.ts';
import type { GridGuess } from './grid-roles.ts';
import { timeNamed } from './table-columns.ts';
import { targetsInTable } from './table-targets.ts';

/** `offset` = where the grid begins, as in its question. [] = no grid begins there, or it has no such columns. */
export function targetsOfGrid(laid: LaidOut, offset: number, { name, unit, levels }: GridGuess): readonly PlanTarget[] {
  const { text, grids, bodies, period } = laid;
  const grid = grids.find(({ from }) => text.offsetOf(from) === offset);
  const section = bodies.flat().findLast(({ start }) => start <= (grid?.from ?? -1));
  if (!grid || !section || name === null) return [];
  const columns = grid.head.names.map((heading, at) => {
    if (at === name) return { role: 'name', time: null } as const;
    if (at === unit) return { role: 'unit', time: null } as const;
    if (!levels.includes(at)) return { role: at === 0 && name > 0 ? 'index' : 'other', time: null } as const;
    const time = timeNamed(heading);
    // Of several levels each says which it is.
    return {
      role: 'value',
      time,
      ...(levels.length > 1 && time === null && heading !== '' && { whom: heading }),
    } as const;
  });
  const table = { from: grid.from, to: grid.to, columns, rows: grid.rows.slice(grid.head.rows) };
  return targetsInTable(text, table, { ...section, topic: 'targets' }, period);
}
