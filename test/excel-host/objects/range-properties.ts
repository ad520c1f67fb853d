/**
 * Range.getRowProperties and getColumnProperties: a plain record for each row or column, with the requested properties.
 */
import type { Range } from '../../../core/sheet/grid/sheet.ts';
import type { HostSheet } from '../book.ts';
import { notModelled } from '../host-error.ts';
import { asRecord, type HostObject } from '../host-object.ts';
import type { World } from '../world.ts';
import { rangeObject } from './range.ts';

/** One record a row of the range. */
export function rowProperties(world: World, sheet: HostSheet, range: Range, wanted: unknown): unknown[] {
  const lines: unknown[] = [];
  for (let row = range.top; row <= range.bottom; row++)
    lines.push(pick(rangeObject(world, sheet, { ...range, top: row, bottom: row }), asRecord(wanted)));
  return lines;
}

/** One record a column of the range. */
export function columnProperties(world: World, sheet: HostSheet, range: Range, wanted: unknown): unknown[] {
  const lines: unknown[] = [];
  for (let column = range.left; column <= range.right; column++)
    lines.push(pick(rangeObject(world, sheet, { ...range, left: column, right: column }), asRecord(wanted)));
  return lines;
}

function pick(object: HostObject, wanted: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const [name, want] of Object.entries(wanted)) {
    if (want === false) continue;
    if (want === true) answer[name] = object.get?.[name]?.() ?? readable(object, name);
    else {
      const part = object.open?.[name]?.();
      answer[name] = part ? pick(part, asRecord(want)) : notModelled(`${object.type}.${name}`);
    }
  }
  return answer;
}

function readable(object: HostObject, name: string): null {
  return object.get && name in object.get ? null : notModelled(`${object.type}.${name}`);
}
