/**
 * A code made of Vietnamese words: `Bị khiển trách trong kỳ` → `bi-khien-trach-trong-ky`; '' when there is no letter or
 * digit.
 */
export function codeOfWords(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
