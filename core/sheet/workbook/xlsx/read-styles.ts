/**
 * styles.xml → the two things reading needs of each cell format: font name and number format. Formats with the same
 * look share one object.
 */
import type { CellLook } from '../../grid/sheet.ts';
import { FileFault } from './fault.ts';
import { builtInFormat } from './number-format.ts';
import { CLOSE, OPEN, XmlScanner } from './xml-scan.ts';

const MAX_FORMATS = 500_000;

/** Looks by format index (the `s` of a cell). A workbook without styles part has one plain look. */
export function readStyles(xml: string | undefined): readonly CellLook[] {
  if (!xml) return [plainLook('')];
  const fonts: string[] = [];
  const formats = new Map<number, string>();
  const cells: { font: number; format: number }[] = [];
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
    if (parent === 'fonts' && scanner.name === 'font') fonts.push('');
    else if (parent === 'font' && scanner.name === 'name' && path.includes('fonts')) {
      fonts[fonts.length - 1] = scanner.attribute('val') ?? '';
    } else if (parent === 'numFmts' && scanner.name === 'numFmt') {
      formats.set(Number(scanner.attribute('numFmtId')), scanner.attribute('formatCode') ?? 'General');
    } else if (parent === 'cellXfs' && scanner.name === 'xf') {
      cells.push({ font: index(scanner, 'fontId'), format: index(scanner, 'numFmtId') });
    }
    if (cells.length + fonts.length > MAX_FORMATS) throw new FileFault('too-large');
  }
  const looks = new Map<string, CellLook>();
  const shared = cells.map(({ font, format }) => {
    const name = fonts[font] ?? fonts[0] ?? '';
    const numberFormat = formats.get(format) ?? builtInFormat(format);
    const key = `${name}\n${numberFormat}`;
    const look = looks.get(key) ?? { font: name, numberFormat };
    looks.set(key, look);
    return look;
  });
  return shared.length > 0 ? shared : [plainLook(fonts[0] ?? '')];
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
