/** Adapts the reading of a file to new names of its sheets. */

import type { ReadFile } from './read.ts';

/**
 * `names` = old name → new name; the cells are the same. Null if the reading depended on the name of a renamed sheet, e.g.
 * for the unit: the file has to be read again.
 */
export function readingUnderNames(read: ReadFile, names: ReadonlyMap<string, string>): ReadFile | null {
  const { tellingNames, reports, remarks } = read;
  if (tellingNames === undefined || [...names].some(([old, name]) => old !== name && tellingNames.has(old)))
    return null;
  return { ...read, reports: renamed(reports, names), remarks: renamed(remarks, names) };
}

/** Readings are plain data: every sheet stands under `sheet` (a name) or `sheets` (names). */
function renamed<T>(value: T, names: ReadonlyMap<string, string>): T;
function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => renamed(item, names));
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, renamed(item, names)]));
  // A copy keeps the order of the fields: entries of one shape are scored several times faster.
  const copy: Record<string, unknown> = { ...value };
  for (const [key, item] of Object.entries(copy))
    copy[key] = renamed(key === 'sheet' ? nameIn(item, names) : item, names);
  if (Array.isArray(copy.sheets)) copy.sheets = copy.sheets.map((sheet) => nameIn(sheet, names));
  return copy;
}

function nameIn(sheet: unknown, names: ReadonlyMap<string, string>): unknown {
  return typeof sheet === 'string' ? (names.get(sheet) ?? sheet) : sheet;
}
