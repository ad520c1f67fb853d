/**
 * The look of a range before we change it, for undo. Only the properties about to change are read; a property that is
 * mixed over the range has no single value and is left out, so undo leaves ours. Of borders only their absence is
 * stored: Excel reports a neighbour's border as a cell's own, and ours may be removed only where there was none.
 */

import type { Range } from '../../../core/sheet/grid/sheet.ts';
import type { CellStyle } from '../../../core/sheet/workbook/port.ts';
import type { SavedLook } from '../../../session/host/port.ts';
import { areasOf } from './areas.ts';
import { matrixOf, rangeAt } from './blocks.ts';

const NUMBER_FORMAT = 'numberFormat';
const FILL = 'fill/color';
/** Excel's value for a cell without a fill. */
const NO_FILL = '#FFFFFF';

/** Property of a style → path below `format`. */
const PATHS = {
  bold: 'font/bold',
  italic: 'font/italic',
  fontName: 'font/name',
  fontSize: 'font/size',
  fontColour: 'font/color',
  fill: FILL,
  wrap: 'wrapText',
  horizontal: 'horizontalAlignment',
  vertical: 'verticalAlignment',
} as const satisfies Partial<Record<keyof CellStyle, string>>;
type Path = (typeof PATHS)[keyof typeof PATHS];

type Side = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical';

/**
 * Sides whose borders are removed together, by their key in a saved look: an inner border is an outer border of a
 * smaller range. Top and left are separate, because the neighbour there may be the office's table or our own.
 */
const BORDERS: Readonly<Record<string, readonly Side[]>> = {
  'no-border/top': ['EdgeTop'],
  'no-border/across': ['EdgeBottom', 'InsideHorizontal'],
  'no-border/right': ['EdgeRight', 'InsideVertical'],
  'no-border/left': ['EdgeLeft'],
};

/** A range whose look is being queried. */
interface AskedLook {
  readonly range: Excel.Range;
  readonly borders: ReadonlyMap<Side, Excel.RangeBorder>;
}

/** Queues what a style is about to change on the range. */
export function loadLook(range: Excel.Range, style: CellStyle): AskedLook {
  const paths = changed(style).map((path) => `format/${path}`);
  if (style.numberFormat !== undefined) paths.push(NUMBER_FORMAT);
  if (paths.length > 0) range.load(paths.join(','));
  const sides = style.border ? Object.values(BORDERS).flat() : [];
  return { range, borders: new Map(sides.map((side) => [side, range.format.borders.getItem(side).load('style')])) };
}

/** The look as loaded. */
export function savedLook({ range, borders }: AskedLook, style: CellStyle): SavedLook {
  const { format } = range;
  const all = new Map<string, unknown>(changed(style).map((path) => [path, lookAt(format, path)]));
  if (style.numberFormat !== undefined) all.set(NUMBER_FORMAT, uniform(range.numberFormat));
  for (const [key, sides] of Object.entries(BORDERS)) {
    if (sides.every((side) => borders.get(side)?.style === 'None')) all.set(key, true);
  }
  return Object.fromEntries([...all].flatMap(([path, value]) => (isPlain(value) ? [[path, value] as const] : [])));
}

/** Queues giving the look back. */
export function sendLook(sheet: Excel.Worksheet, ranges: readonly Range[], look: SavedLook): void {
  const numberFormat = look[NUMBER_FORMAT];
  if (numberFormat !== undefined) {
    for (const range of ranges) rangeAt(sheet, range).numberFormat = matrixOf(range, () => numberFormat);
  }
  for (const { format } of areasOf(sheet, ranges)) {
    const { [FILL]: fill, [NUMBER_FORMAT]: _, ...rest } = look;
    if (fill === NO_FILL || fill === '') format.fill.clear();
    else if (typeof fill === 'string') format.fill.color = fill;
    const font: Record<string, unknown> = {};
    const own: Record<string, unknown> = {};
    for (const [path, value] of Object.entries(rest)) {
      const sides = BORDERS[path];
      if (sides) for (const side of sides) format.borders.getItem(side).style = 'None';
      else if (path.startsWith('font/')) font[path.slice(5)] = value;
      else own[path] = value;
    }
    format.set({ ...own, ...(Object.keys(font).length > 0 ? { font } : {}) });
  }
}

function lookAt(format: Excel.RangeFormat, path: Path): unknown {
  switch (path) {
    case 'font/bold':
      return format.font.bold;
    case 'font/italic':
      return format.font.italic;
    case 'font/name':
      return format.font.name;
    case 'font/size':
      return format.font.size;
    case 'font/color':
      return format.font.color;
    case FILL:
      return format.fill.color;
    case 'wrapText':
      return format.wrapText;
    case 'horizontalAlignment':
      return format.horizontalAlignment;
    case 'verticalAlignment':
      return format.verticalAlignment;
  }
}

function changed(style: CellStyle): Path[] {
  return Object.entries(PATHS).flatMap(([key, path]) => (key in style ? [path] : []));
}

function uniform(matrix: readonly (readonly unknown[])[]): unknown {
  const first = matrix[0]?.[0];
  return matrix.every((line) => line.every((item) => item === first)) ? first : undefined;
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
