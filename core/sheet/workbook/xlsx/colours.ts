/**
 * Colours as a workbook names them (its theme, a palette by number, red-green-blue, each lighter or darker by a tint)
 * → RRGGBB. ECMA-376 part 1: 18.8.19 (fgColor), 18.8.27 (indexedColors), 20.1.6.2 (clrScheme). Pure.
 */
import { childOf, childrenAt, outlineOf } from './outline.ts';
import { OPEN, XmlScanner } from './xml-scan.ts';

/**
 * The colour of a colour element; undefined = none, or the system's own colour, which text and background have anyway.
 */
export type ColourOf = (attribute: (name: string) => string | undefined) => string | undefined;

/** The theme's colours in the order cells count them by. */
const COUNTED = 'lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'.split(' ');
/** Of a workbook that brings no theme. */
const USUAL = 'FFFFFF 000000 EEECE1 1F497D 4F81BD C0504D 9BBB59 8064A2 4BACC6 F79646 0000FF 800080'.split(' ');
/** Of a workbook that brings none of its own; the first eight are the next eight once more. */
const PALETTE = [
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF',
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF',
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080',
  '9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF',
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF',
  '00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99',
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696',
  '003366 339966 003300 333300 993300 993366 333399 333333',
].flatMap((row) => row.split(' '));

/** `styles`, `theme` = the workbook's parts, where it has them. */
export function coloursOf(styles: string, theme: string | undefined): ColourOf {
  const schemed = theme === undefined ? USUAL : themeColours(theme);
  const palette = ownPalette(styles) ?? PALETTE;
  return (attribute) => {
    const at = attribute('theme');
    // What any text is written in has no colour of its own: it stays readable on every ground.
    if (at === '1' && attribute('tint') === undefined) return undefined;
    const base =
      hexOf(attribute('rgb')) ??
      schemed[Number(at ?? Number.NaN)] ??
      palette[Number(attribute('indexed') ?? Number.NaN)];
    return base && tinted(base, Number(attribute('tint') ?? 0));
  };
}

function themeColours(theme: string): readonly (string | undefined)[] {
  const found = new Map<string, string>();
  const scanner = new XmlScanner(theme);
  let slot = '';
  for (let token = scanner.next(); token; token = scanner.next()) {
    if (token !== OPEN) continue;
    if (COUNTED.includes(scanner.name)) slot = scanner.name;
    const colour = scanner.name === 'srgbClr' ? 'val' : scanner.name === 'sysClr' ? 'lastClr' : null;
    const hex = colour && hexOf(scanner.attribute(colour));
    if (hex && slot !== '' && !found.has(slot)) found.set(slot, hex);
  }
  return COUNTED.map((name) => found.get(name));
}

function ownPalette(styles: string): readonly (string | undefined)[] | null {
  const outline = outlineOf(styles);
  const colours = childOf(outline, 'colors');
  const list = colours && childrenAt(outline.xml, colours.start).find(({ name }) => name === 'indexedColors');
  if (!list) return null;
  return childrenAt(outline.xml, list.start).map(({ start }) => {
    const scanner = new XmlScanner(outline.xml, start);
    scanner.next();
    return hexOf(scanner.attribute('rgb'));
  });
}

/** `FFFFC7CE`, `FFC7CE` → `FFC7CE`. */
function hexOf(text: string | undefined): string | undefined {
  return text !== undefined && /^(?:[0-9A-F]{2})?[0-9A-F]{6}$/i.test(text) ? text.slice(-6).toUpperCase() : undefined;
}

/** Lighter (up to 1 = white) or darker (down to -1 = black), hue and saturation as they are. */
function tinted(hex: string, tint: number): string {
  if (!(Math.abs(tint) <= 1) || tint === 0) return hex;
  const parts = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(...parts), Math.min(...parts)];
  const light = (most + least) / 2;
  const wanted = tint < 0 ? light * (1 + tint) : light + (1 - light) * tint;
  // The parts of a hue lie around its lightness; their spread shrinks with the distance to black and white.
  const room = (at: number) => 1 - Math.abs(2 * at - 1);
  const scale = room(light) === 0 ? 0 : room(wanted) / room(light);
  const part = (number: number) => Math.round(Math.min(1, Math.max(0, wanted + (number - light) * scale)) * 255);
  return parts
    .map((number) => part(number).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}
