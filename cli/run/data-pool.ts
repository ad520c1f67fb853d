/**
 * Keeps what the reports of a folder have in common once: sheet names, titles, cells of the form, plain readings. Works
 * on a deep copy, so that no text holds on to the file it was cut from.
 */

import { ownText } from '../../core/base/text/remembered.ts';

/** Longer texts are prose of one unit. */
const LONGEST_SHARED = 400;
/** So are objects whose fields say more than this: `{sheet, address}` and `{kind: 'number', value}` stay well below. */
const LONGEST_FIELDS = 120;
/** The same for lists and maps; the headings of a table and the rows of a form stay below. */
const LONGEST_ITEMS = 1000;

/**
 * Returns a function that makes deep copies of plain data (objects, arrays, maps). Through all calls, equal texts
 * become the same text, and small equal objects, lists and maps of such texts, numbers and objects become the same
 * object. So the copies must not be changed, nor compared by identity.
 */
export function dataPool(): <T extends object>(data: T) => T {
  const texts = new Map<string, string>();
  const objects = new Map<string, object>();
  const numbers = new Map<object, number>();
  const keptText = (text: string): string => {
    if (text.length > LONGEST_SHARED) return ownText(text);
    const first = texts.get(text);
    if (first !== undefined) return first;
    const own = ownText(text);
    texts.set(own, own);
    return own;
  };
  const pooled = (value: unknown): unknown => {
    if (typeof value === 'string') return keptText(value);
    if (typeof value !== 'object' || value === null) return value;
    const copy = copyOf(value);
    const key = keyOf(copy, numbers);
    if (key === null) return copy;
    const first = objects.get(key);
    if (first !== undefined) return first;
    objects.set(key, copy);
    numbers.set(copy, numbers.size);
    return copy;
  };
  const copyOf = (data: object): object => {
    if (Array.isArray(data)) return data.map(pooled);
    if (data instanceof Map) return new Map([...data].map(([key, value]) => [pooled(key), pooled(value)]));
    if (Object.getPrototypeOf(data) !== Object.prototype) return structuredClone(data);
    // Spread first: the copies of one kind keep one shape.
    const copy: Record<string, unknown> = { ...data };
    for (const name of Object.keys(copy)) copy[name] = pooled(copy[name]);
    return copy;
  };
  // The result of `kept` has the fields of its argument.
  return (data) => pooled(data) as typeof data;
}

/**
 * A key that distinguishes a small plain object, list or map from others, including the types of its fields; null for
 * anything else.
 */
function keyOf(value: object, known: ReadonlyMap<object, number>): string | null {
  if (Array.isArray(value)) return keyOfFields(value, '[', LONGEST_ITEMS, known);
  if (value instanceof Map) return keyOfFields([...value].flat(), '(', LONGEST_ITEMS, known);
  if (Object.getPrototypeOf(value) !== Object.prototype) return null;
  return keyOfFields(Object.values(value), `{${Object.keys(value).join(' ')}\0`, LONGEST_FIELDS, known);
}

/** `begin` followed by the fields; null when that is longer than `most`, or a field is an object without a number. */
function keyOfFields(
  fields: readonly unknown[],
  begin: string,
  most: number,
  known: ReadonlyMap<object, number>,
): string | null {
  let key = begin;
  for (const field of fields) {
    if (typeof field === 'string' && field.length > LONGEST_FIELDS) return null;
    const number = typeof field === 'object' && field !== null ? known.get(field) : undefined;
    if (typeof field === 'object' && field !== null && number === undefined) return null;
    key += `${number === undefined ? fieldText(field) : `#${number}`}\0`;
    if (key.length > most) return null;
  }
  return key;
}

/** Only texts have quotes, so no number or boolean looks like a text. */
function fieldText(field: unknown): string {
  if (typeof field === 'string') return JSON.stringify(field);
  return Object.is(field, -0) ? '-0' : String(field);
}
