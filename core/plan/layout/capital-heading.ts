/** Headings without a number: a line of their own in capitals, `MỤC TIÊU`, `TỔ CHỨC THỰC HIỆN`. */
const HEADING = /^(?=.{6,80}$)\p{Lu}{2,}(?:[ ,–-]+(?:\p{Lu}{2,}|\d{4}))+ ?:?$/u;

export function isCapitalHeading(line: string): boolean {
  return HEADING.test(line.trim());
}
