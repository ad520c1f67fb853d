/** The pictures that lie on a sheet, each with the row it begins in. What is no .png, or leads nowhere, is left out. */
import { findPart, openPackage, readPart, readRelations } from './package.ts';
import { findWorkbook } from './workbook-parts.ts';
import { CLOSE, END, OPEN, TEXT, XmlScanner } from './xml-scan.ts';
import { inflateEntry } from './zip-inflate.ts';

export interface SheetPicture {
  /** Of the sheet, from 0. */
  readonly row: number;
  readonly png: Uint8Array;
}

const MOST = 5_000;
/** A cut-out of a page is some kB. */
const MOST_BYTES = 4 * 1024 * 1024;

/** [] = none, or no such sheet. Throws FileFault for a package that is damaged. */
export function sheetPictures(bytes: Uint8Array, sheet: string): readonly SheetPicture[] {
  const pack = openPackage(bytes);
  const part = findWorkbook(pack).sheets.find(({ name }) => name === sheet)?.part;
  const drawing = part && readRelations(pack, part).find(({ type, external }) => type === 'drawing' && !external);
  const xml = drawing && readPart(pack, drawing.target);
  if (!drawing || !xml) return [];
  const images = new Map(readRelations(pack, drawing.target).map((relation) => [relation.id, relation]));
  return anchors(xml).flatMap(({ row, image }): SheetPicture[] => {
    const target = images.get(image);
    const entry = target && !target.external ? findPart(pack, target.target) : undefined;
    if (!entry || entry.size > MOST_BYTES) return [];
    const png = inflateEntry(entry);
    return png[0] === 0x89 && png[1] === 0x50 && png.length > 24 ? [{ row, png }] : [];
  });
}

function anchors(xml: string): readonly { readonly row: number; readonly image: string }[] {
  const found: { row: number; image: string }[] = [];
  const scanner = new XmlScanner(xml);
  let row: number | null = null;
  let isFrom = false;
  let isRow = false;
  for (let token = scanner.next(); token !== END && found.length < MOST; token = scanner.next()) {
    if (token === OPEN) {
      if (/Anchor$/.test(scanner.name)) row = null;
      if (scanner.name === 'from') isFrom = true;
      isRow = isFrom && scanner.name === 'row';
      const image = scanner.name === 'blip' ? scanner.linked('embed') : undefined;
      if (image !== undefined && row !== null) found.push({ row, image });
    } else if (token === CLOSE) {
      if (scanner.name === 'from') isFrom = false;
      isRow = false;
    } else if (token === TEXT && isRow) {
      const read = Number(scanner.text());
      row = Number.isInteger(read) && read >= 0 ? read : null;
    }
  }
  return found;
}
