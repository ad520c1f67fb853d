/**
 * Styles of an .ods as far as reading needs them: the font of a cell style, and which table styles hide their sheet.
 */
import { CLOSE, OPEN, XmlScanner } from '../xlsx/xml-scan.ts';

export interface OpenStyles {
  /** Font family of a cell style, its own or one it inherits; '' when none is named. */
  readonly fontOf: (style: string) => string;
  readonly hiddenTables: ReadonlySet<string>;
}

interface CellStyle {
  readonly font: string;
  readonly parent: string | undefined;
}

/** Styles of the parts together (styles.xml, content.xml). Throws FileFault. */
export function readOpenStyles(parts: readonly string[]): OpenStyles {
  const faces = new Map<string, string>();
  const cells = new Map<string, CellStyle>();
  const hiddenTables = new Set<string>();
  let standard = '';
  for (const xml of parts) {
    if (xml === '') continue;
    const scanner = new XmlScanner(xml);
    for (let token = scanner.next(); token; token = scanner.next()) {
      if (token !== OPEN) continue;
      if (scanner.name === 'spreadsheet') scanner.skip();
      else if (scanner.name === 'font-face') {
        faces.set(scanner.linked('name') ?? '', plainFamily(scanner.linked('font-family') ?? ''));
      } else if (scanner.name === 'default-style' && scanner.linked('family') === 'table-cell') {
        standard = readStyle(scanner).font;
      } else if (scanner.name === 'style') {
        const name = scanner.linked('name') ?? '';
        const family = scanner.linked('family');
        const parent = scanner.linked('parent-style-name');
        const { font, hidden } = readStyle(scanner);
        if (family === 'table-cell') cells.set(name, { font, parent });
        else if (family === 'table' && hidden) hiddenTables.add(name);
      }
    }
  }
  const known = new Map<string, string>();
  const fontOf = (name: string): string => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const seen = new Set<string>();
    let font = '';
    for (
      let at: string | undefined = name;
      at !== undefined && font === '' && !seen.has(at);
      at = cells.get(at)?.parent
    ) {
      seen.add(at);
      font = cells.get(at)?.font ?? '';
    }
    const face = font || standard;
    const family = faces.get(face) ?? plainFamily(face);
    known.set(name, family);
    return family;
  };
  return { fontOf, hiddenTables };
}

/** Reads the style just opened to its end. */
function readStyle(scanner: XmlScanner): { readonly font: string; readonly hidden: boolean } {
  const { depth } = scanner;
  let font = '';
  let hidden = false;
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    if (token !== OPEN) continue;
    if (scanner.name === 'text-properties') font = scanner.linked('font-name') ?? scanner.linked('font-family') ?? font;
    if (scanner.name === 'table-properties') hidden = scanner.linked('display') === 'false';
  }
  return { font, hidden };
}

/** `'Times New Roman', serif` → `Times New Roman`. */
function plainFamily(family: string): string {
  return (family.split(',')[0] ?? '').trim().replace(/^['"]|['"]$/g, '');
}
