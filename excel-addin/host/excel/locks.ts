/**
 * Which cells of a protected sheet take values all the same: those the office left unlocked. Never protects or
 * unprotects.
 */

import type { Range } from '../../../core/sheet/grid/sheet.ts';
import { type CellPlace, placeKey, placesOf, rangeAt, rectanglesOf } from './blocks.ts';

/** Rectangles of only the cells in question, whose lock is being queried. */
type AskedLocks = readonly { readonly range: Range; readonly proxy: Excel.Range }[];

export function askLocks(sheet: Excel.Worksheet, places: Iterable<CellPlace>): AskedLocks {
  return rectanglesOf(places).map((range) => ({
    range,
    proxy: rangeAt(sheet, range).load('format/protection/locked'),
  }));
}

/** Keys of the cells that are unlocked. A rectangle where some are locked (null) counts as locked. */
export function unlockedOf(queued: AskedLocks): ReadonlySet<number> {
  const open = queued.filter(({ proxy }) => proxy.format.protection.locked === false);
  return new Set(placesOf(open.map(({ range }) => range)).map(({ row, column }) => placeKey(row, column)));
}
