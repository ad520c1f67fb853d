/**
 * The text of an .ods cell: paragraphs are lines; runs of blanks, tabs and breaks are elements of their own; notes are
 * left out.
 */
import { FileFault } from '../xlsx/fault.ts';
import { CLOSE, MAX_PIECES, OPEN, TEXT, type XmlScanner } from '../xlsx/xml-scan.ts';

/** More characters than a cell can hold. */
const MAX_BLANKS = 32_767;

/** Reads the cell just opened to its end. */
export function readOpenText(scanner: XmlScanner): string {
  const { depth } = scanner;
  const lines: string[] = [];
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    if (token !== OPEN) continue;
    if (scanner.name === 'p' || scanner.name === 'h') lines.push(paragraph(scanner));
    else scanner.skip();
    if (lines.length > MAX_PIECES) throw new FileFault('too-large');
  }
  return lines.join('\n');
}

function paragraph(scanner: XmlScanner): string {
  const { depth } = scanner;
  let text = '';
  let pieces = 0;
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    if (++pieces > MAX_PIECES) throw new FileFault('too-large');
    if (token === TEXT) {
      // White space of the markup counts as one blank, none at the start of a line.
      const plain = scanner.text().replace(/[ \t\n\r]+/g, ' ');
      text += text === '' || text.endsWith('\n') ? plain.replace(/^ /, '') : plain;
    } else if (token === OPEN) {
      if (scanner.name === 's') text += ' '.repeat(Math.min(MAX_BLANKS, Number(scanner.linked('c') ?? 1) || 1));
      else if (scanner.name === 'tab') text += '\t';
      else if (scanner.name === 'line-break') text += '\n';
      else if (scanner.name === 'annotation' || scanner.name === 'ruby-text') scanner.skip();
    }
  }
  return text;
}
