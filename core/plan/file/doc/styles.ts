/**
 * The style sheet of a .doc ([MS-DOC] 2.9.271): which styles carry a list, themselves or through what they are based
 * on.
 */
import { paragraphLook } from './looks.ts';
import { type Part, partOf } from './part.ts';

interface DocStyle {
  readonly basedOn: number;
  readonly list: number | null;
  readonly level: number | null;
}

const PARAGRAPH = 1;
export const NO_LOOK = {
  style: 0,
  list: null,
  level: null,
  inTable: false,
  endsRow: false,
  cells: null,
  elsewhere: null,
} as const;

/** Styles by number. Throws FileFault `damaged`. */
export function readStyles(table: Part, place: { at: number; length: number }): ReadonlyMap<number, DocStyle> {
  const styles = new Map<number, DocStyle>();
  if (place.length < 6) return styles;
  const sheet = partOf(table.slice(place.at, place.length));
  const count = sheet.u16(2);
  const base = sheet.u16(4);
  let at = 2 + sheet.u16(0);
  for (let number = 0; number < count && at + 2 <= sheet.length; number++) {
    const length = sheet.u16(at);
    const style =
      length > 0 ? styleOf(partOf(sheet.slice(at + 2, Math.min(length, sheet.length - at - 2))), base) : null;
    if (style) styles.set(number, style);
    at += 2 + length + (length & 1);
  }
  return styles;
}

function styleOf(style: Part, base: number): DocStyle | null {
  const kind = style.u16(2);
  if ((kind & 15) !== PARAGRAPH) return null;
  const name = base + (base & 1);
  const looks = name + 2 + style.u16(name) * 2 + 2;
  const basedOn = kind >> 4;
  if (looks + 2 > style.length) return { basedOn, list: null, level: null };
  const length = style.u16(looks);
  // Two bytes for the style's own number come first.
  const { list, level } = paragraphLook(NO_LOOK, length > 2 ? style.slice(looks + 4, length - 2) : new Uint8Array());
  return { basedOn, list, level };
}

/** Where a paragraph stands in a list: by itself, else by its style. 0 as list = in none. */
export function docListOf(
  styles: ReadonlyMap<number, DocStyle>,
  own: { readonly style: number; readonly list: number | null; readonly level: number | null },
): { readonly list: number; readonly level: number } {
  let { list, level } = own;
  let style: DocStyle | undefined = styles.get(own.style);
  for (let step = 0; style && step < 20 && (list === null || level === null); step++) {
    list ??= style.list;
    level ??= style.level;
    style = styles.get(style.basedOn);
  }
  return { list: list ?? 0, level: level ?? 0 };
}
