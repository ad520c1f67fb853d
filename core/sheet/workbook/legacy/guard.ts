/**
 * What must hold before bytes of an old kind go to SheetJS, which takes almost anything for a workbook and loops on
 * some broken files. .ods: every XML part inflates under the caps with the right checksum and is well formed; text
 * kinds: decoded and, if XML, well formed. .xls is only checked for its container.
 */
import { FileFault } from '../xlsx/fault.ts';
import type { FileKind } from '../xlsx/kind.ts';
import { openPackage, readPart } from '../xlsx/package.ts';
import { OPEN, XmlScanner } from '../xlsx/xml-scan.ts';
import { decodeXml } from '../xlsx/xml-text.ts';
import { decodeWindows1252 } from './windows-1252.ts';

/** Cells a repetition may stand for before the sheet is refused: SheetJS writes each of them out. */
const MAX_REPEATED = 3_000_000;

/** Parts of an .ods that are read. */
const READ_PARTS = ['content.xml', 'styles.xml', 'meta.xml', 'settings.xml'];

/** Input for SheetJS: bytes, or text where we have to find the encoding ourselves. Throws FileFault. */
export function guardLegacy(bytes: Uint8Array, kind: FileKind): Uint8Array | string {
  if (kind === 'ods') {
    guardOpenDocument(bytes);
    return bytes;
  }
  if (kind === 'xml-2003') {
    const text = decodeXml(bytes);
    scanAll(text, () => undefined);
    return text;
  }
  return kind === 'html' ? decodeHtml(bytes) : bytes;
}

function guardOpenDocument(bytes: Uint8Array): void {
  const pack = openPackage(bytes);
  // First of all: in a protected file the other parts are no XML.
  scanAll(readPart(pack, 'META-INF/manifest.xml') ?? '', (scanner) => {
    if (scanner.name === 'encryption-data') throw new FileFault('encrypted');
  });
  if (!readPart(pack, 'content.xml')) throw new FileFault('damaged');
  let repeated = 0;
  let rows = 1;
  for (const name of READ_PARTS) {
    scanAll(readPart(pack, name) ?? '', (scanner) => {
      if (scanner.name === 'encryption-data') throw new FileFault('encrypted');
      if (scanner.name === 'table-row') rows = Number(scanner.linked('number-rows-repeated') ?? 1);
      const holdsValue = scanner.name === 'table-cell' && scanner.linked('value-type') !== undefined;
      if (holdsValue) repeated += rows * Number(scanner.linked('number-columns-repeated') ?? 1);
      if (repeated > MAX_REPEATED) throw new FileFault('too-large');
    });
  }
}

/** An empty part holds nothing that could harm: older LibreOffice writes some. */
function scanAll(xml: string, onOpen: (scanner: XmlScanner) => void): void {
  if (xml === '') return;
  const scanner = new XmlScanner(xml);
  for (let token = scanner.next(); token; token = scanner.next()) if (token === OPEN) onOpen(scanner);
}

/** Labels that mean windows-1252 on the web. */
const LATIN = /^(?:windows-1252|cp1252|x-cp1252|iso-?8859-?1|latin-?1|us-ascii|ascii)$/i;

/** Charset of the page as it declares it, else UTF-8 if it is that, else Vietnamese Windows. */
function decodeHtml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = String.fromCharCode(...bytes.subarray(0, 2048));
  const declared = /charset\s*=\s*["']?([\w-]{2,40})/i.exec(head)?.[1];
  for (const label of [declared, 'utf-8']) {
    try {
      if (label && LATIN.test(label)) return decodeWindows1252(bytes);
      if (label) return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // Not in the encoding it declares: try the next.
    }
  }
  return new TextDecoder('windows-1258').decode(bytes);
}
