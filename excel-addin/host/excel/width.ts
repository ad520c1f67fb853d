/**
 * Column widths: characters of a file (7 pixels each and 5 of padding in the default font) ↔ the points of Excel's API.
 */

/** 12 characters → 66.75 points. */
export function widthPoints(characters: number): number {
  return Math.round(characters * 7 + 5) * 0.75;
}
