/** Headings without a number: a line of their own in capitals, `MỤC TIÊU`, `TỔ CHỨC THỰC HIỆN`. */
const HEADING = /^\p{Lu}{2,}(?:[ ,–-]+(?:\p{Lu}{2,}|\d{4}))+ ?:?$/u;

export function isCapitalHeading(line: string): boolean {
  const words = line.trim();
  return words.length >= 6 && words.length <= 80 && HEADING.test(words);
}
