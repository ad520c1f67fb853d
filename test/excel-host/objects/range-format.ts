/**
 * Range.format and what hangs on it: fill, font, borders, locking, sizes. A property that differs within the range
 * reads as null.
 */

import type { Range } from '../../../core/sheet/grid/sheet.ts';
import { cellCount, eachPlace, lookOf, overlap, restyle, usedRange } from '../cells.ts';
import { refuse } from '../host-error.ts';
import type { HostObject, Target } from '../host-object.ts';
import { asBoolean, asNumber, asText } from '../host-object.ts';
import type { Look } from '../look.ts';
import { refuseProtected, type World } from '../world.ts';

/** Excel's own sizes in points for the standard font. */
const STANDARD_WIDTH = 48;
const STANDARD_HEIGHT = 17.25;
const EDGES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
  'DiagonalDown',
  'DiagonalUp',
];

export function rangeFormat(world: World, target: Target): HostObject {
  const look = lookAccess(world, target);
  return {
    type: 'RangeFormat',
    get: {
      wrapText: () => look.common((it) => it.wrap),
      horizontalAlignment: () => look.common((it) => it.horizontal),
      verticalAlignment: () => look.common((it) => it.vertical),
      columnWidth: () => size(target, 'columnWidths', STANDARD_WIDTH),
      rowHeight: () => size(target, 'rowHeights', STANDARD_HEIGHT),
    },
    set: {
      wrapText: (value) => look.change({ wrap: asBoolean(value) }),
      horizontalAlignment: (value) => look.change({ horizontal: asText(value) }),
      verticalAlignment: (value) => look.change({ vertical: asText(value) }),
      columnWidth: (value) => resize(target, 'columnWidths', asNumber(value)),
      rowHeight: (value) => resize(target, 'rowHeights', asNumber(value)),
    },
    open: {
      fill: () => fill(look),
      font: () => font(look),
      borders: () => borders(look),
      protection: () => ({
        type: 'FormatProtection',
        get: { locked: () => look.common((it) => it.locked) },
        set: { locked: (value) => look.change({ locked: asBoolean(value) }) },
      }),
    },
    call: {
      autofitColumns: () => refuseProtected(target.sheet, 'allowFormatColumns'),
      autofitRows: () => refuseProtected(target.sheet, 'allowFormatRows'),
    },
  };
}

interface LookAccess {
  readonly common: <T>(read: (look: Look) => T) => T | null;
  readonly change: (part: Partial<Look>) => void;
  /** Changes looks cell by cell, knowing where in its area a cell stands. */
  readonly each: (change: (look: Look, row: number, column: number, area: Range) => Look) => void;
}

function lookAccess(world: World, target: Target): LookAccess {
  const each: LookAccess['each'] = (change) => {
    refuseProtected(target.sheet, 'allowFormatCells');
    for (const area of target.areas)
      restyle(world.book, target.sheet, area, (look, row, column) => change(look, row, column, area));
  };
  return {
    common: (read) => commonLook(world, target, read),
    change: (part) => each((look) => ({ ...look, ...part })),
    each,
  };
}

/** The value all cells share, or null. */
function commonLook<T>(world: World, { sheet, areas }: Target, read: (look: Look) => T): T | null {
  const seen = new Set<T>();
  for (const area of areas) {
    const used = usedRange(sheet, area, false);
    if (!used || cellCount(used) < cellCount(area)) seen.add(read(world.book.plain));
    if (used) eachPlace(used, (row, column) => seen.add(read(lookOf(world.book, sheet, row, column))));
  }
  const [only] = seen;
  return seen.size === 1 ? (only ?? null) : null;
}

function fill(look: LookAccess): HostObject {
  return {
    type: 'RangeFill',
    get: {
      color: () => look.common((it) => it.fill || '#FFFFFF') ?? '',
      pattern: () => look.common((it) => (it.fill === '' ? 'None' : 'Solid')),
    },
    set: { color: (value) => look.change({ fill: colour(value) }) },
    call: { clear: () => look.change({ fill: '' }) },
  };
}

function font(look: LookAccess): HostObject {
  return {
    type: 'RangeFont',
    get: {
      name: () => look.common((it) => it.fontName),
      size: () => look.common((it) => it.fontSize),
      bold: () => look.common((it) => it.bold),
      italic: () => look.common((it) => it.italic),
      color: () => look.common((it) => it.fontColour) ?? '',
    },
    set: {
      name: (value) => look.change({ fontName: asText(value) }),
      size: (value) => look.change({ fontSize: asNumber(value) }),
      bold: (value) => look.change({ bold: asBoolean(value) }),
      italic: (value) => look.change({ italic: asBoolean(value) }),
      color: (value) => look.change({ fontColour: colour(value) }),
    },
  };
}

function borders(look: LookAccess): HostObject {
  const border = (edge: string): HostObject => {
    const put = (name: string, value: string): void =>
      look.each((it, row, column, area) => {
        const sides = sidesOf(edge, row, column, area).map((side) => [name.replace(edge, side), value] as const);
        return sides.length === 0 ? it : { ...it, borders: { ...it.borders, ...Object.fromEntries(sides) } };
      });
    return {
      type: 'RangeBorder',
      id: edge,
      get: {
        sideIndex: () => edge,
        style: () => look.common((it) => it.borders[edge] ?? 'None'),
        color: () => look.common((it) => it.borders[`${edge}.color`] ?? '#000000'),
      },
      set: {
        style: (value) => put(edge, asText(value)),
        color: (value) => put(`${edge}.color`, colour(value)),
        weight: (value) => put(`${edge}.weight`, asText(value)),
      },
    };
  };
  const pick = (key: unknown): HostObject =>
    border(EDGES.find((edge) => edge === key) ?? refuse('InvalidArgument', `Không có đường viền ${String(key)}.`));
  return { type: 'RangeBorderCollection', item: pick, open: { getItem: pick }, items: () => EDGES.map(border) };
}

/**
 * The sides of one cell that a border of the whole area draws: outer edges on outer cells, inside lines between two
 * cells.
 */
function sidesOf(edge: string, row: number, column: number, area: Range): readonly string[] {
  const [first, last] = [row === area.top, row === area.bottom];
  const [leftmost, rightmost] = [column === area.left, column === area.right];
  if (edge === 'EdgeTop') return first ? [edge] : [];
  if (edge === 'EdgeBottom') return last ? [edge] : [];
  if (edge === 'EdgeLeft') return leftmost ? [edge] : [];
  if (edge === 'EdgeRight') return rightmost ? [edge] : [];
  if (edge === 'InsideHorizontal') return [...(first ? [] : ['EdgeTop']), ...(last ? [] : ['EdgeBottom'])];
  if (edge === 'InsideVertical') return [...(leftmost ? [] : ['EdgeLeft']), ...(rightmost ? [] : ['EdgeRight'])];
  return [edge];
}

/** `#rrggbb` or a named colour, answered as `#RRGGBB`. */
export function colour(value: unknown): string {
  const text = asText(value);
  if (/^#?[0-9a-f]{6}$/i.test(text)) return `#${text.replace('#', '').toUpperCase()}`;
  return /^[a-z]+$/i.test(text) ? text.toLowerCase() : refuse('InvalidArgument', `Màu không hợp lệ: ${text}`);
}

function size({ sheet, areas }: Target, kind: 'columnWidths' | 'rowHeights', standard: number): number | null {
  const [first, last] = kind === 'columnWidths' ? (['left', 'right'] as const) : (['top', 'bottom'] as const);
  const seen = new Set<number>();
  for (const area of areas) {
    const formats = [...sheet[kind]].filter(([at]) => at >= area[first] && at <= area[last]);
    for (const [, points] of formats) seen.add(points);
    if (formats.length < area[last] - area[first] + 1) seen.add(standard);
  }
  const [only] = seen;
  return seen.size === 1 ? (only ?? null) : null;
}

function resize({ sheet, areas }: Target, kind: 'columnWidths' | 'rowHeights', points: number): void {
  refuseProtected(sheet, kind === 'columnWidths' ? 'allowFormatColumns' : 'allowFormatRows');
  if (points < 0 || points > 1_500) refuse('InvalidArgument', 'Kích thước ngoài giới hạn.');
  const [first, last] = kind === 'columnWidths' ? (['left', 'right'] as const) : (['top', 'bottom'] as const);
  for (const area of areas) for (let at = area[first]; at <= area[last]; at++) sheet[kind].set(at, points);
}

/** Areas of a collection of formats that touch the target. */
export function touches(target: Target, areas: readonly Target['areas'][number][]): boolean {
  return areas.some((area) => target.areas.some((other) => overlap(area, other)));
}
