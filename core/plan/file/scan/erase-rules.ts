/**
 * Takes the lines of tables and underlines out of a page: with them the recognition drops whole tables. A line is a
 * long thin run of ink; where a letter crosses it the letter stays.
 */
import { inkLevel, type Picture, WHITE } from './picture.ts';

/** As a share of the page's shorter side: longer than any stroke of a letter, and how thick a line may be. */
const LONG = 1 / 28;
const THICK = 1 / 240;

export function eraseRules(picture: Picture): Picture {
  const { width, height } = picture;
  const level = inkLevel(picture);
  const ink = picture.data.map((value) => (value <= level ? 1 : 0));
  const data = Uint8Array.from(picture.data);
  const side = Math.min(width, height);
  const long = Math.max(20, Math.round(side * LONG));
  const thick = Math.max(3, Math.round(side * THICK));
  erase(ink, data, { lines: height, line: width, along: 1, across: width, long, thick });
  // Upright strokes of capitals are longer than dashes.
  erase(ink, data, { lines: width, line: height, along: width, across: 1, long: long * 2, thick });
  return { width, height, data };
}

interface Direction {
  readonly lines: number;
  readonly line: number;
  /** Steps between neighbours on the line, and between lines. */
  readonly along: number;
  readonly across: number;
  readonly long: number;
  readonly thick: number;
}

function erase(ink: Uint8Array, data: Uint8Array, { lines, line, along, across, long, thick }: Direction): void {
  for (let number = 0; number < lines; number++) {
    let start = 0;
    for (let at = 0; at <= line; at++) {
      if (at < line && ink[number * across + at * along] === 1) continue;
      if (at - start >= long)
        for (let place = start; place < at; place++)
          if (isThin(ink, number * across + place * along, across, thick))
            wipe(data, number * across + place * along, across);
      start = at + 1;
    }
  }
}

/** Whether the ink through this place ends soon on both sides. */
function isThin(ink: Uint8Array, place: number, across: number, thick: number): boolean {
  let reach = 1;
  for (let at = place - across; at >= 0 && ink[at] === 1 && reach <= thick; at -= across) reach += 1;
  for (let at = place + across; at < ink.length && ink[at] === 1 && reach <= thick; at += across) reach += 1;
  return reach <= thick;
}

/** The line's grey edge goes with it. */
function wipe(data: Uint8Array, place: number, across: number): void {
  for (const at of [place - across, place, place + across]) if (at >= 0 && at < data.length) data[at] = WHITE;
}
