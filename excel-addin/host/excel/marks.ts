/** Our marks on cells (core/sheet/workbook/marks.ts) as conditional formats of the open workbook. */

import type { Severity } from '../../../core/judge/flag/flag.ts';
import type { Range } from '../../../core/sheet/grid/sheet.ts';
import { MARK_FILL, MARK_SEVERITIES, markFormula, markSeverity } from '../../../core/sheet/workbook/marks.ts';
import { addressLists, rangeOf } from './address.ts';
import { areasOf } from './areas.ts';
import { isInside, placeKey, placeOf, placesOf, rectanglesOf } from './blocks.ts';
import { CALL } from './op.ts';
import { colour } from './style.ts';

/** Severity by place key. */
export type SheetMarks = ReadonlyMap<number, Severity>;

interface MarkedRanges {
  readonly severity: Severity;
  readonly ranges: readonly Range[];
}

/** Queues the list of a sheet's conditional formats. */
export function loadFormats(sheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  return sheet.getRange().conditionalFormats.load('items/id,items/type,items/customOrNullObject/rule/formula');
}

/** A mark of ours on a sheet, with its ranges once they are loaded. */
export interface OwnFormat {
  readonly format: Excel.ConditionalFormat;
  readonly severity: Severity;
  readonly areas: Excel.RangeAreas;
}

/** Ours among the formats; queues their ranges. */
export function ownFormats(formats: Excel.ConditionalFormatCollection): OwnFormat[] {
  return formats.items.flatMap((format) => {
    if (format.type !== 'Custom' || format.customOrNullObject.isNullObject) return [];
    const severity = markSeverity(format.customOrNullObject.rule.formula);
    if (!severity) return [];
    return [{ format, severity, areas: format.getRanges().load('areas/items/address') }];
  });
}

/** Which cells are marked now. */
export function marksOf(formats: readonly OwnFormat[]): SheetMarks {
  const marks = new Map<number, Severity>();
  for (const { severity, areas } of formats) {
    const ranges = areas.areas.items.flatMap(({ address }) => rangeOf(address) ?? []);
    for (const { row, column } of placesOf(ranges)) marks.set(placeKey(row, column), severity);
  }
  return marks;
}

/** Marks after giving the ranges a severity, or taking ours off them (null). */
export function marked(marks: SheetMarks, ranges: readonly Range[], severity: Severity | null): SheetMarks {
  const next = new Map(marks);
  if (severity !== null) {
    for (const { row, column } of placesOf(ranges)) next.set(placeKey(row, column), severity);
    return next;
  }
  for (const key of marks.keys()) if (ranges.some((range) => isInside(range, placeOf(key)))) next.delete(key);
  return next;
}

export function sameMarks(a: SheetMarks, b: SheetMarks): boolean {
  return a.size === b.size && [...a].every(([key, severity]) => b.get(key) === severity);
}

/** Marks as rectangles by severity. */
export function rangesOf(marks: SheetMarks): MarkedRanges[] {
  return MARK_SEVERITIES.flatMap((severity) => {
    const places = [...marks].flatMap(([key, item]) => (item === severity ? [placeOf(key)] : []));
    return places.length === 0 ? [] : [{ severity, ranges: rectanglesOf(places) }];
  });
}

/** Queues the exchange of our formats on the sheet for the new marks. */
export function sendMarks(sheet: Excel.Worksheet, old: readonly OwnFormat[], marks: SheetMarks): void {
  for (const { format } of old) format.delete();
  for (const { severity, ranges } of rangesOf(marks)) {
    for (const { conditionalFormats } of areasOf(sheet, ranges)) {
      const { custom } = conditionalFormats.add('Custom');
      custom.rule.formula = `=${markFormula(severity)}`;
      custom.format.fill.color = colour(MARK_FILL[severity]);
    }
  }
}

/** Estimated bytes of `sendMarks`. */
export function markBytes(old: readonly OwnFormat[], marks: SheetMarks): number {
  const lists = rangesOf(marks).flatMap(({ ranges }) => addressLists(ranges));
  return old.length * CALL + lists.reduce((sum, list) => sum + list.length + 5 * CALL, 0);
}
