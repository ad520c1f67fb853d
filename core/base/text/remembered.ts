/**
 * Caches what is computed from a short text alone, up to a limit. The same labels occur on every sheet of a folder;
 * caching makes them some 50 times cheaper. Recent keys stay in the cache even when many other keys occur once.
 */
export function remembered(make: (text: string) => string): (text: string) => string {
  let known = new Map<string, string>();
  let before = new Map<string, string>();
  return (text) => {
    if (text.length > 200) return make(text);
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const made = before.get(text) ?? make(text);
    if (known.size >= 2000) [known, before] = [new Map(), known];
    known.set(ownText(text), ownText(made));
    return made;
  };
}

/** The same text, for keeping: a text cut from a file's XML holds on to the whole of it, a copy does not. */
export function ownText(text: string): string {
  return ` ${text}`.slice(1);
}
