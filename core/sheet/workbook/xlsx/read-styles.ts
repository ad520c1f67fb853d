/**
 * styles.xml → what reading needs of each cell format: font name, number format, and whether its letters are struck out
 * or have the colour of their ground. Formats with the same look share one object.
 */
import type { CellLook } from '../../grid/sheet.ts';
import { type ColourOf, coloursOf } from './colours.ts';
import { FileFault } from './fault.ts';
import { builtInFormat } from './number-format.ts';
import { isTrue } from './read-cells.ts';
import { CLOSE, OPEN, XmlScanner } from './xml-scan.ts';

const MAX_FORMATS = 500_000;

interface Font {
  name: string;
  struck: boolean;
  ink: string | undefined;
}

const NO_FONT: Font = { name: '', struck: false, ink: undefined };

/**
 * Looks by format index (the `s` of a cell). A workbook without a styles part has a single plain look. `theme` is
 * called only where a colour refers to it.
 */
export function readStyles(xml: string | undefined, theme: () => string | undefined): readonly CellLook[] {
  if (!xml) return [plainLook('')];
  const fonts: Font[] = [];
  const fills: { solid: boolean; colour: string | undefined }[] = [];
  const colourOf = lazyColours(xml, theme);
  const formats = new Map<number, string>();
  const cells: { font: number; format: number; fill: number }[] = [];
  const scanner = new XmlScanner(xml);
  const path: string[] = [];
  for (let token = scanner.next(); token; token = scanner.next()) {
    if (token === CLOSE) path.length = scanner.depth;
    if (token !== OPEN) continue;
    // Markup-compatibility wrappers are transparent but for their choices: readers that know none take the fallback.
    if (scanner.name === 'Choice') {
      scanner.skip();
      continue;
    }
    path[scanner.depth - 1] = scanner.name;
    const parent = ownerOf(path, scanner.depth);
    if (parent === 'fonts' && scanner.name === 'font') fonts.push({ ...NO_FONT });
    else if (parent === 'font' && path.includes('fonts')) readFont(scanner, fonts.at(-1), colourOf);
    else if (parent === 'fills' && scanner.name === 'fill') fills.push({ solid: false, colour: undefined });
    else if (parent === 'fill' && scanner.name === 'patternFill' && path.includes('fills')) {
      const fill = fills.at(-1);
      if (fill) fill.solid = scanner.attribute('patternType') === 'solid';
    } else if (parent === 'patternFill' && scanner.name === 'fgColor' && path.includes('fills')) {
      const fill = fills.at(-1);
      if (fill?.solid) fill.colour = colourOf((name) => scanner.attribute(name));
    } else if (parent === 'numFmts' && scanner.name === 'numFmt') {
      formats.set(Number(scanner.attribute('numFmtId')), scanner.attribute('formatCode') ?? 'General');
    } else if (parent === 'cellXfs' && scanner.name === 'xf') {
      cells.push({
        font: index(scanner, 'fontId'),
        format: index(scanner, 'numFmtId'),
        fill: index(scanner, 'fillId'),
      });
    }
    if (cells.length + fonts.length + fills.length > MAX_FORMATS) throw new FileFault('too-large');
  }
  const looks = new Map<string, CellLook>();
  const shared = cells.map(({ font, format, fill }) => {
    const { name, struck, ink } = fonts[font] ?? fonts[0] ?? NO_FONT;
    const numberFormat = formats.get(format) ?? builtInFormat(format);
    const ground = fills[fill]?.colour;
    const unseen = ink !== undefined && ink === (ground ?? WHITE) && !(fills[fill]?.solid && ground === undefined);
    const key = `${name}\n${numberFormat}\n${struck}\n${unseen}\n${ground}`;
    const look = looks.get(key) ?? {
      font: name,
      numberFormat,
      ...(struck ? { struck } : {}),
      ...(unseen ? { unseen } : {}),
      ...(ground === undefined ? {} : { ground }),
    };
    looks.set(key, look);
    return look;
  });
  return shared.length > 0 ? shared : [plainLook(fonts[0]?.name ?? '')];
}

const WHITE = 'FFFFFF';

function readFont(scanner: XmlScanner, font: Font | undefined, colourOf: ColourOf): void {
  if (!font) return;
  const value = scanner.attribute('val');
  if (scanner.name === 'name') font.name = value ?? '';
  else if (scanner.name === 'strike') font.struck = value === undefined || isTrue(value);
  else if (scanner.name === 'color') font.ink = colourOf((name) => scanner.attribute(name));
}

/** The palette and the theme are looked up when the first colour needs them: most workbooks name none. */
function lazyColours(styles: string, theme: () => string | undefined): ColourOf {
  let colours: ColourOf | null = null;
  return (attribute) => {
    const isUsual = attribute('theme') === '1' && attribute('tint') === undefined;
    if (isUsual || attribute('rgb') === 'FF000000') return isUsual ? undefined : '000000';
    colours ??= coloursOf(styles, theme());
    return colours(attribute);
  };
}

function plainLook(font: string): CellLook {
  return { font, numberFormat: 'General' };
}

function index(scanner: XmlScanner, name: string): number {
  return Number(scanner.attribute(name) ?? 0);
}

/** Name of the element around the one just opened, markup-compatibility wrappers left out. */
function ownerOf(path: readonly string[], depth: number): string {
  let at = depth - 2;
  while (path[at] === 'Fallback' || path[at] === 'AlternateContent') at--;
  return path[at] ?? '';
}
