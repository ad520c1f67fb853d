/** A text as a cell keeps it: composed, one line, no control or invisible characters, no space at the ends. */
export function tidy(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, '')
    .normalize('NFC')
    .replace(/ {2,}/g, ' ')
    .trim();
}
