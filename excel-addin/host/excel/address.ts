/**
 * Addresses as Excel's API spells them: a sheet's name in front, several areas parted by commas, at most 8,192
 * characters at once.
 */

import { rangeFromA1, rangeToA1 } from '../../../core/sheet/grid/address.ts';
import type { Range } from '../../../core/sheet/grid/sheet.ts';

/** Longer lists are cut off by Excel without a word. */
const MAX_ADDRESS = 8_000;

/** `'Xã Lục Ba'!A1:C3` → range; undefined for whole columns and rows. */
export function rangeOf(address: string): Range | undefined {
  return rangeFromA1(address.slice(address.lastIndexOf('!') + 1));
}

/** `'Xã Lục Ba'!A1` → `Xã Lục Ba`; '' without a sheet. */
export function sheetOf(address: string): string {
  const name = address.slice(0, Math.max(0, address.lastIndexOf('!')));
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** Ranges → lists for `getRanges`, each below the limit. */
export function addressLists(ranges: readonly Range[]): string[] {
  const lists: string[] = [];
  let list = '';
  for (const range of ranges) {
    const text = rangeToA1(range);
    if (list !== '' && list.length + text.length + 1 > MAX_ADDRESS) {
      lists.push(list);
      list = '';
    }
    list = list === '' ? text : `${list},${text}`;
  }
  return list === '' ? lists : [...lists, list];
}
