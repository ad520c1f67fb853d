/**
 * Caches what is computed from a short text alone, up to a limit. The same labels occur on every sheet of a folder;
 * caching makes them some 50 times cheaper. Recent keys stay in the cache even when many other keys occur once.
 */
export function remembered<Made>(make: (text: string) => Made): (text: string) => Made {
  let known = new Map<string, Made>();
  let before = new Map<string, Made>();
  return (text) => {
    if (text.length > 200) return make(text);
    const cached = known.get(text);
    if (cached !== undefined) return cached;
    const made = before.get(text) ?? make(text);
    if (known.size >= 2000) [known, before] = [new Map(), known];
    known.set(pooled(text), typeof made === 'string' ? (pooled(made) as Made) : made);
    return made;
  };
}

const MOST_POOLED = 8000;
let pool = new Map<string, string>();
let poolBefore = new Map<string, string>();

/** The same text copied once for all that remember it. */
function pooled(text: string): string {
  const known = pool.get(text);
  if (known !== undefined) return known;
  const own = poolBefore.get(text) ?? ownText(text);
  if (pool.size >= MOST_POOLED) [pool, poolBefore] = [new Map(), pool];
  pool.set(own, own);
  return own;
}

/** Longer texts hardly ever occur twice. */
const LONGEST_SHARED = 400;

/** The same text, to be stored (`ownText`); equal texts share one copy. */
export function sharedText(text: string): string {
  return text.length > LONGEST_SHARED ? ownText(text) : pooled(text);
}

/** V8 cuts and concatenates shorter texts by copying them. */
const SHORTEST_CUT = 13;
/** Characters that are copied at once. */
const PIECE = 4096;

/**
 * The same text, for keeping. A text cut from a file's XML keeps the whole XML in memory, and a sentence concatenated
 * from many pieces takes several times its size; a copy of its characters does neither.
 */
export function ownText(text: string): string {
  if (text.length < SHORTEST_CUT) return text;
  let copy = '';
  for (let from = 0; from < text.length; from += PIECE) {
    const codes: number[] = [];
    for (let at = from; at < Math.min(from + PIECE, text.length); at++) codes.push(text.charCodeAt(at));
    copy += String.fromCharCode(...codes);
  }
  return copy;
}
