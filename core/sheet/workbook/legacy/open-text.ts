/**
 * The text of an .ods cell: paragraphs are lines; runs of blanks, tabs and breaks are elements of their own; notes are
 * left out. A span with a style of its own is a run.
 */
import { FileFault } from '../xlsx/fault.ts';
import { CLOSE, MAX_PIECES, OPEN, TEXT, type XmlScanner } from '../xlsx/xml-scan.ts';

/** More characters than a cell can hold. */
const MAX_BLANKS = 32_767;

export interface OpenRun {
  readonly text: string;
  /** Name of its text style; '' = the cell's. */
  readonly style: string;
}

/** Reads the cell just opened to its end: its runs in order. */
export function readOpenText(scanner: XmlScanner): readonly OpenRun[] {
  const { depth } = scanner;
  const runs: Run[] = [];
  let lines = 0;
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    if (token !== OPEN) continue;
    if (scanner.name === 'p' || scanner.name === 'h') {
      if (lines > 0) add(runs, '\n', '');
      paragraph(scanner, runs);
      lines += 1;
    } else scanner.skip();
    if (lines > MAX_PIECES) throw new FileFault('too-large');
  }
  return runs;
}

interface Run {
  text: string;
  readonly style: string;
}

function add(runs: Run[], text: string, style: string): void {
  const last = runs.at(-1);
  if (last && last.style === style) last.text += text;
  else if (text !== '') runs.push({ text, style });
}

function paragraph(scanner: XmlScanner, runs: Run[]): void {
  const { depth } = scanner;
  const spans: { readonly depth: number; readonly style: string }[] = [];
  let pieces = 0;
  let isStart = true;
  const put = (text: string): void => {
    add(runs, text, spans.at(-1)?.style ?? '');
    if (text !== '') isStart = text.endsWith('\n');
  };
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    if (++pieces > MAX_PIECES) throw new FileFault('too-large');
    while (spans.length > 0 && scanner.depth < (spans.at(-1)?.depth ?? 0)) spans.pop();
    if (token === TEXT) {
      // White space of the markup counts as one blank, none at the start of a line.
      const plain = scanner.text().replace(/[ \t\n\r]+/g, ' ');
      put(isStart ? plain.replace(/^ /, '') : plain);
    } else if (token === OPEN) {
      if (scanner.name === 's') put(' '.repeat(Math.min(MAX_BLANKS, Number(scanner.linked('c') ?? 1) || 1)));
      else if (scanner.name === 'tab') put('\t');
      else if (scanner.name === 'line-break') put('\n');
      else if (scanner.name === 'annotation' || scanner.name === 'ruby-text') scanner.skip();
      else if (scanner.name === 'span')
        spans.push({ depth: scanner.depth, style: scanner.linked('style-name') ?? spans.at(-1)?.style ?? '' });
    }
  }
}
