/** Shared strings and inline strings → plain text: runs joined, phonetic readings left out, Excel's escapes undone. */
import { decodeExcelText } from './excel-text.ts';
import { FileFault } from './fault.ts';
import { CLOSE, MAX_PIECES, OPEN, XmlScanner } from './xml-scan.ts';

const MAX_STRINGS = 3_000_000;

/** Texts of sharedStrings.xml by index. Excel 2007 before its release wrote `sstItem` for `si`. */
export function readSharedStrings(xml: string): readonly string[] {
  const scanner = new XmlScanner(xml);
  const strings: string[] = [];
  for (let token = scanner.next(); token; token = scanner.next()) {
    if (token !== OPEN || (scanner.name !== 'si' && scanner.name !== 'sstItem')) continue;
    strings.push(readRichText(scanner));
    if (strings.length > MAX_STRINGS) throw new FileFault('too-large');
  }
  return strings;
}

/** Reads the `<si>` or `<is>` just opened to its end and gives its text. */
export function readRichText(scanner: XmlScanner): string {
  const depth = scanner.depth;
  let text = '';
  let pieces = 0;
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    if (token !== OPEN) continue;
    if (++pieces > MAX_PIECES) throw new FileFault('too-large');
    if (scanner.name === 't') text += scanner.content();
    else if (scanner.name !== 'r') scanner.skip();
  }
  return decodeExcelText(text);
}
