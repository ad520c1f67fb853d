/** Names of sheets as Excel takes and compares them. */

const MAX_NAME = 31;

/**
 * A legal sheet name (at most 31 characters, none of `\ / ? * [ ] :`) that no sheet has yet. `taken`: folded names of
 * those there are.
 */
export function freeSheetName(wished: string, taken: ReadonlySet<string>): string {
  const legal = wished
    .normalize('NFC')
    .replace(/[\\/?*[\]:\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/^'+|'+$/g, '');
  const base = cut(legal, MAX_NAME) || 'Trang';
  // Excel keeps "History" for itself.
  if (!taken.has(foldName(base)) && foldName(base) !== 'history') return base;
  for (let number = 2; ; number++) {
    const mark = ` (${number})`;
    const name = cut(base, MAX_NAME - mark.length) + mark;
    if (!taken.has(foldName(name))) return name;
  }
}

/** Sheet names are the same when only their case differs. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Cut without splitting a character, and without ending in a space or apostrophe. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const whole = /[\ud800-\udbff]$/.test(text.slice(0, length)) ? length - 1 : length;
  return text.slice(0, whole).replace(/[\s']+$/, '');
}
