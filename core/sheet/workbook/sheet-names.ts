/**
 * Legal, unique sheet names (Excel: at most 31 characters, none of []:*?/\, no apostrophe at the ends) and how a
 * formula writes them.
 */

const LONGEST = 31;

/**
 * Hands out names for the texts in order; taken names (compared as Excel does, without case) get a number behind them.
 */
export function sheetNames(texts: readonly string[], taken: readonly string[]): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return texts.map((text) => {
    const wanted = legalName(text);
    let name = wanted;
    for (let n = 2; used.has(name.toLowerCase()); n += 1) {
      const ending = ` (${n})`;
      name = cut(wanted, LONGEST - ending.length) + ending;
    }
    used.add(name.toLowerCase());
    return name;
  });
}

function legalName(text: string): string {
  const clean = text
    .normalize('NFC')
    .replace(/[[\]:*?/\\\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+|[' ]+$/g, '');
  const name = cut(clean, LONGEST).replace(/[' ]+$/, '');
  // "History" is Excel's own.
  return name === '' || name.toLowerCase() === 'history' ? `Đơn vị ${name}`.trim() : name;
}

/** Cuts to a number of UTF-16 units, as Excel counts, without splitting a character. */
function cut(text: string, length: number): string {
  let name = '';
  for (const character of text) {
    if (name.length + character.length > length) break;
    name += character;
  }
  return name.trimEnd();
}

/** `Bản A` → `'Bản A'!` for a formula. */
export function sheetReference(name: string): string {
  return `'${name.replaceAll("'", "''")}'!`;
}
