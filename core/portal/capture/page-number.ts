/**
 * Numbers as portals print them. Both separators occur on one site (`99,12%` in a table, `98.50%` in its carousel,
 * `1.234` dossiers), so the kind of column decides: a count is whole, a percentage or a score is at most its maximum.
 * What fits no reading is undefined; nothing is guessed.
 */

/**
 * `1.234`, `1 234`, `1234` → 1234; `12,5`, `0,955` and `1234 1` (a footnote) → undefined. Negative counts do not exist.
 */
export function pageCount(text: string): number | undefined {
  const bare = text.trim();
  if (/^\d{1,15}$/.test(bare)) return Number(bare);
  const grouped = /^[1-9]\d{0,2}(?:(?:\.\d{3}){1,4}|(?:,\d{3}){1,4}|(?:\s\d{3}){1,4})$/;
  return grouped.test(bare) ? Number(bare.replace(/[.,\s]/g, '')) : undefined;
}

/** `99,12%`, `98.50 %`, `100%` → percent 0 … 100; the sign must be there unless `bare` allows it. */
export function pagePercent(text: string, bare = false): number | undefined {
  const match = /^(\d{1,3}(?:[.,]\d{1,6})?)\s*(%?)$/.exec(text.trim());
  if (!match || (!match[2] && !bare)) return undefined;
  const value = Number((match[1] ?? '').replace(',', '.'));
  return value <= 100 ? value : undefined;
}

/**
 * `18,5`, `18.5`, `18.5/20` → points 0 … max, at most two decimals as the portal prints them; a printed maximum other
 * than `max` is undefined.
 */
export function pageScore(text: string, max: number): number | undefined {
  const match = /^(\d{1,3}(?:[.,]\d{1,2})?)(?:\s*\/\s*(\d{1,3}))?$/.exec(text.trim());
  if (!match || (match[2] && Number(match[2]) !== max)) return undefined;
  const value = Number((match[1] ?? '').replace(',', '.'));
  return value <= max ? value : undefined;
}
