/**
 * Addresses several rectangles of a sheet in one call. `getRanges("A1,B2")` wants the list separator of the officer's
 * Windows in some builds (office-js#1167, #1985), and Vietnamese settings use ";". Where the comma is refused, each
 * rectangle gets its own call; the first survey finds out which Excel this is.
 */

import type { Range } from '../../../core/sheet/grid/sheet.ts';
import { addressLists } from './address.ts';
import { rangeAt } from './blocks.ts';

/** How this Excel takes several areas; undefined = not known yet. */
export type AreaCalls = 'together' | 'apart' | undefined;

/** Conversations whose Excel refused the comma. */
const apart = new WeakSet<object>();

/** Queues the question: an Excel that wants another separator answers InvalidArgument to the whole request. */
export function askAreas(context: Excel.RequestContext): void {
  context.workbook.worksheets.getFirst().getRanges('A1,B2').load('areaCount');
}

/** From here on this conversation goes one area at a time. */
export function goApart(context: Excel.RequestContext): void {
  apart.add(context);
}

/** The ranges on which a look, a rule or a mark is set: as few as this Excel allows. */
export function areasOf(
  sheet: Excel.Worksheet,
  ranges: readonly Range[],
): readonly Pick<Excel.RangeAreas, 'format' | 'dataValidation' | 'conditionalFormats'>[] {
  if (!apart.has(sheet.context)) return addressLists(ranges).map((list) => sheet.getRanges(list));
  return ranges.map((range) => rangeAt(sheet, range));
}
