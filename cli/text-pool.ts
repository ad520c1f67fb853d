/**
 * Keeps each text of the reports once: sheet names, titles and the like stand in every report of a folder. Works on a deep copy, so
 * that no text holds on to the file it was cut from.
 */

/** Longer texts are prose of one unit. */
const LONGEST_SHARED = 400;

/** Gives deep copies of plain data (objects, arrays, maps) whose equal texts are one text, through all calls. */
export function textPool(): <T extends object>(data: T) => T {
  const known = new Map<string, string>();
  const shared = (text: string): string => {
    if (text.length > LONGEST_SHARED) return text;
    const first = known.get(text);
    if (first !== undefined) return first;
    known.set(text, text);
    return text;
  };
  const kept = (value: unknown): unknown => {
    if (typeof value === 'string') return shared(value);
    if (typeof value === 'object' && value !== null) share(value);
    return value;
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
