/**
 * Keeps what the reports of a folder have in common once: sheet names, titles, cells of the form, plain readings. Works
 * on a deep copy, so that no text holds on to the file it was cut from.
 */

/** Longer texts are prose of one unit. */
const LONGEST_SHARED = 400;
/** So are objects whose fields say more than this: `{sheet, address}` and `{kind: 'number', value}` stay well below. */
const LONGEST_FIELDS = 120;

/**
 * Gives deep copies of plain data (objects, arrays, maps) through all calls: equal texts are one text, small equal
 * objects without objects in them are one object. So nobody may change the copies, nor tell them apart by identity.
 */
export function dataPool(): <T extends object>(data: T) => T {
  const texts = new Map<string, string>();
  const objects = new Map<string, object>();
  const kept = (value: unknown): unknown => {
    if (typeof value === 'string') return value.length > LONGEST_SHARED ? value : known(texts, value, value);
    if (typeof value !== 'object' || value === null) return value;
    share(value);
    const key = fieldsOf(value);
    return key === null ? value : known(objects, key, value);
  };
  const share = (data: object): void => {
    if (data instanceof Map) {
      // A map's own entries stay in their order when its keys are put in again.
      const entries = [...data];
      data.clear();
      for (const [key, value] of entries) data.set(kept(key), kept(value));
    } else for (const [key, value] of Object.entries(data)) Reflect.set(data, key, kept(value));
  };
  return (data) => {
    const copy = structuredClone(data);
    share(copy);
    return copy;
  };
}

function known<T>(pool: Map<string, T>, key: string, value: T): T {
  const first = pool.get(key);
  if (first === undefined) pool.set(key, value);
  return first ?? value;
}

/** What tells a small plain object from others, types of its fields included; null when it is not one. */
function fieldsOf(value: object): string | null {
  if (Object.getPrototypeOf(value) !== Object.prototype) return null;
  const fields: string[] = [];
  let length = 0;
  for (const [name, field] of Object.entries(value)) {
    if (typeof field === 'object' && field !== null) return null;
    const text = `${name} ${typeof field === 'string' ? JSON.stringify(field) : plainText(field)}`;
    length += text.length;
    if (length > LONGEST_FIELDS) return null;
    fields.push(text);
  }
  return fields.join('\0');
}

/** Quotes are around texts only, so no number or boolean looks like one. */
function plainText(field: unknown): string {
  return Object.is(field, -0) ? '-0' : String(field);
}
