/**
 * A page made ready for recognition: of the size it reads best, on white paper, straight, without the lines of tables.
 */

import { eraseRules } from './erase-rules.ts';
import { evenLight } from './even-light.ts';
import { type Picture, scaled } from './picture.ts';
import { straighten } from './straighten.ts';

/** A page of A4 at 200 dots an inch: more dots lose more signs, fewer than half lose letters. */
const BEST_WIDTH = 1654;
const MOST_ENLARGED = 2;
const NEAR = 0.25;

export interface CleanPicture {
  /** Straight and of the right size: what people are shown. */
  readonly shown: Picture;
  /** The same without lines: what is read. */
  readonly read: Picture;
}

export function cleanPicture(picture: Picture): CleanPicture {
  // A part of a page, cut out by hand, is not blown up beyond what its dots can say.
  const factor = Math.min(MOST_ENLARGED, BEST_WIDTH / Math.min(picture.width, picture.height));
  const sized = Math.abs(factor - 1) < NEAR ? picture : scaled(picture, factor);
  const shown = straighten(evenLight(sized));
  return { shown, read: eraseRules(shown) };
}
