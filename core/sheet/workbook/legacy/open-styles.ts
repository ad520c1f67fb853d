/**
 * Styles of an .ods as far as reading needs them: font, strike and colours of a cell style or of a run's, and which
 * styles hide their sheet or leave a row too low to be seen.
 */
import { CLOSE, OPEN, XmlScanner } from '../xlsx/xml-scan.ts';

/** The look of letters under a style, its own or inherited. */
export interface OpenLook {
  /** Font family; '' when none is named. */
  readonly font: string;
  readonly struck: boolean;
  readonly raised: 'up' | 'down' | undefined;
  /** RRGGBB. */
  readonly ink: string | undefined;
  readonly ground: string | undefined;
}

export interface OpenStyles {
  readonly cellLook: (style: string) => OpenLook;
  /** Of a run's style; `font` '' = that of its cell. */
  readonly textLook: (style: string) => OpenLook;
  readonly hiddenTables: ReadonlySet<string>;
  readonly lowRows: ReadonlySet<string>;
}

type Look = { -readonly [K in keyof OpenLook]?: OpenLook[K] };

interface Style {
  readonly ownLook: Look;
  readonly parent: string | undefined;
}

interface StyleLook {
  readonly ownLook: Look;
  readonly hidden: boolean;
  readonly low: boolean;
}

/** Styles of the parts together (styles.xml, content.xml). Throws FileFault. */
export function readOpenStyles(parts: readonly string[]): OpenStyles {
  const faces = new Map<string, string>();
  const cells = new Map<string, Style>();
  const texts = new Map<string, Style>();
  const hiddenTables = new Set<string>();
  const lowRows = new Set<string>();
  let standard: Look = {};
  for (const xml of parts) {
    if (xml === '') continue;
    const scanner = new XmlScanner(xml);
    for (let token = scanner.next(); token; token = scanner.next()) {
      if (token !== OPEN) continue;
      if (scanner.name === 'spreadsheet') scanner.skip();
      else if (scanner.name === 'font-face') {
        faces.set(scanner.linked('name') ?? '', plainFamily(scanner.linked('font-family') ?? ''));
      } else if (scanner.name === 'default-style' && scanner.linked('family') === 'table-cell') {
        standard = readStyle(scanner).ownLook;
      } else if (scanner.name === 'style') {
        const name = scanner.linked('name') ?? '';
        const family = scanner.linked('family');
        const parent = scanner.linked('parent-style-name');
        const { ownLook, hidden, low } = readStyle(scanner);
        if (family === 'table-cell') cells.set(name, { ownLook, parent });
        else if (family === 'text') texts.set(name, { ownLook, parent });
        else if (family === 'table' && hidden) hiddenTables.add(name);
        else if (family === 'table-row' && low) lowRows.add(name);
      }
    }
  }
  const familyOf = (face: string): string => faces.get(face) ?? plainFamily(face);
  return {
    cellLook: looksOf(cells, standard, familyOf),
    textLook: looksOf(texts, {}, familyOf),
    hiddenTables,
    lowRows,
  };
}

/** The look of a style by its name: what it leaves open its parents say, and then the standard. */
function looksOf(
  styles: ReadonlyMap<string, Style>,
  standard: Look,
  familyOf: (face: string) => string,
): (name: string) => OpenLook {
  const known = new Map<string, OpenLook>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const seen = new Set<string>();
    let said: Look = {};
    for (let at: string | undefined = name; at !== undefined && !seen.has(at); at = styles.get(at)?.parent) {
      seen.add(at);
      said = { ...styles.get(at)?.ownLook, ...said };
    }
    const { font = '', struck = false, raised, ink, ground } = { ...standard, ...said };
    const look: OpenLook = { font: familyOf(font), struck, raised, ink, ground };
    known.set(name, look);
    return look;
  };
}

/** Reads the style just opened to its end. */
function readStyle(scanner: XmlScanner): StyleLook {
  const { depth } = scanner;
  const look: Look = {};
  let hidden = false;
  let low = false;
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    if (token !== OPEN) continue;
    if (scanner.name === 'text-properties') readLetters(scanner, look);
    else if (scanner.name === 'table-cell-properties') {
      const ground = colourOf(scanner.linked('background-color'));
      if (ground !== undefined) look.ground = ground;
    } else if (scanner.name === 'table-properties') hidden = scanner.linked('display') === 'false';
    else if (scanner.name === 'table-row-properties') low = isLow(scanner.linked('row-height') ?? '');
  }
  return { ownLook: look, hidden, low };
}

function readLetters(scanner: XmlScanner, look: Look): void {
  const font = scanner.linked('font-name') ?? scanner.linked('font-family');
  if (font !== undefined) look.font = font;
  const line = scanner.linked('text-line-through-style') ?? scanner.linked('text-line-through-type');
  if (line !== undefined) look.struck = line !== 'none';
  const [where = ''] = (scanner.linked('text-position') ?? '').split(' ');
  if (where !== '')
    look.raised = /^(?:super|[1-9])/.test(where) ? 'up' : /^(?:sub|-\d)/.test(where) ? 'down' : undefined;
  const ink = colourOf(scanner.linked('color'));
  if (ink !== undefined) look.ink = ink;
}

function colourOf(text: string | undefined): string | undefined {
  return text !== undefined && /^#[\da-f]{6}$/i.test(text) ? text.slice(1).toUpperCase() : undefined;
}

/** So many points, as in .xlsx: a lower row shows nothing of its letters. */
const LEAST_HEIGHT = 3;
const POINTS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 28.35, mm: 2.835 };

function isLow(height: string): boolean {
  const [, number, unit = ''] = /^([\d.]{1,12})(pt|in|cm|mm)$/.exec(height) ?? [];
  return number !== undefined && Number(number) * (POINTS[unit] ?? 1) < LEAST_HEIGHT;
}

/** `'Times New Roman', serif` → `Times New Roman`. */
function plainFamily(family: string): string {
  return (family.split(',')[0] ?? '').trim().replace(/^['"]|['"]$/g, '');
}
