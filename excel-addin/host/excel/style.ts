/**
 * A look of ours → calls on Excel's format objects. Absent properties are left alone. Borders are thin on all four
 * sides of each cell.
 */

import type { Range } from '../../../core/sheet/grid/sheet.ts';
import type { CellStyle } from '../../../core/sheet/workbook/port.ts';
import { addressLists } from './address.ts';
import { areasOf } from './areas.ts';
import { matrixOf, rangeAt } from './blocks.ts';
import { CALL } from './op.ts';

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right', justify: 'Justify' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;
const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

/** `D9E2F3` → `#D9E2F3`. */
export function colour(hex: string): string {
  return `#${hex}`;
}

/** Gives the ranges the look, with as few calls as the length of addresses allows. */
export function sendStyle(sheet: Excel.Worksheet, ranges: readonly Range[], style: CellStyle): void {
  const { numberFormat, border, sides: _sides, locked: _locked, ...rest } = style;
  if (Object.keys(rest).length > 0) {
    for (const { format } of areasOf(sheet, ranges)) setFormat(format, style);
  }
  if (border) for (const [shape, same] of byShape(ranges)) sendBorders(sheet, same, shape);
  if (numberFormat !== undefined) {
    for (const range of ranges) rangeAt(sheet, range).numberFormat = matrixOf(range, () => numberFormat);
  }
}

/** Estimated bytes of `sendStyle`. */
export function styleBytes(ranges: readonly Range[], style: CellStyle): number {
  const addresses = addressLists(ranges).reduce((sum, list) => sum + list.length + 8 * CALL, 0);
  const borders = style.border ? addresses : 0;
  const format = style.numberFormat;
  if (format === undefined) return addresses + borders;
  const cells = ranges.reduce((sum, { top, left, bottom, right }) => sum + (bottom - top + 1) * (right - left + 1), 0);
  return addresses + borders + ranges.length * CALL + cells * (format.length + 3);
}

function setFormat(format: Excel.RangeFormat, style: CellStyle): void {
  const { font } = format;
  if (style.fontName !== undefined) font.name = style.fontName;
  if (style.fontSize !== undefined) font.size = style.fontSize;
  if (style.bold !== undefined) font.bold = style.bold;
  if (style.italic !== undefined) font.italic = style.italic;
  if (style.fontColour !== undefined) font.color = colour(style.fontColour);
  if (style.fill !== undefined) format.fill.color = colour(style.fill);
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[style.horizontal];
  if (style.rotated) format.textOrientation = 90;
  if (style.vertical !== undefined) format.verticalAlignment = VERTICAL[style.vertical];
}

interface Shape {
  readonly tall: boolean;
  readonly wide: boolean;
}

/** A range with a single row has no inner horizontal border to set, a range with a single column no vertical one. */
function byShape(ranges: readonly Range[]): (readonly [Shape, readonly Range[]])[] {
  return [true, false].flatMap((tall) =>
    [true, false].flatMap((wide) => {
      const same = ranges.filter((range) => range.bottom > range.top === tall && range.right > range.left === wide);
      return same.length === 0 ? [] : [[{ tall, wide }, same] as const];
    }),
  );
}

function sendBorders(sheet: Excel.Worksheet, ranges: readonly Range[], { tall, wide }: Shape): void {
  const sides = [
    ...EDGES,
    ...(tall ? (['InsideHorizontal'] as const) : []),
    ...(wide ? (['InsideVertical'] as const) : []),
  ];
  for (const { format } of areasOf(sheet, ranges)) {
    for (const side of sides) format.borders.getItem(side).style = 'Continuous';
  }
}
