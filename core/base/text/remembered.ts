/**
 * The same labels stand on every sheet of a folder: what is made of a short text alone is kept, up to a bound, which
 * makes it some 50 times cheaper.
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
