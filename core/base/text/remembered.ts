/**
 * Remembers what was computed from a short text alone, up to a bound: the same labels stand on every sheet of a
 * folder, and this makes them some 50 times cheaper.
 */
export function remembered(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length > 200) return make(text);
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    if (known.size >= 4000) known.clear();
    const made = make(text);
    known.set(ownText(text), ownText(made));
    return made;
  };
}

/** The same text, for keeping: a text cut from a file's XML holds on to the whole of it, a copy does not. */
export function ownText(text: string): string {
  return ` ${text}`.slice(1);
}
