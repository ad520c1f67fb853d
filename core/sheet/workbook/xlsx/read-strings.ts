/**
 * Shared strings and inline strings → plain text: runs joined, phonetic readings left out, Excel's escapes undone. A
 * text with a run that has its own look keeps its runs, because the visible part depends on the cell it stands in.
 */
import type { TextRun } from '../../../base/text/seen-text.ts';
import { decodeExcelText } from './excel-text.ts';
import { FileFault } from './fault.ts';
import { CLOSE, MAX_PIECES, OPEN, type XmlScanner } from './xml-scan.ts';

const MAX_STRINGS = 3_000_000;

/** One run of a text; `ink` = its colour as RRGGBB, absent = the cell's. */
interface InkedRun extends TextRun {
  readonly ink?: string | undefined;
}

/** A text whose runs have looks of their own. */
export interface RunText {
  readonly runs: readonly InkedRun[];
}

/** Texts of sharedStrings.xml by index. Excel 2007 before its release wrote `sstItem` for `si`. */
export function readSharedStrings(scanner: XmlScanner): readonly (string | RunText)[] {
  const strings: (string | RunText)[] = [];
  for (let token = scanner.next(); token; token = scanner.next()) {
    if (token !== OPEN || (scanner.name !== 'si' && scanner.name !== 'sstItem')) continue;
    strings.push(readRuns(scanner));
    if (strings.length > MAX_STRINGS) throw new FileFault('too-large');
  }
  return strings;
}

/** Reads the `<si>`, `<is>` or `<text>` just opened to its end and gives its text, looks left out. */
export function readRichText(scanner: XmlScanner): string {
  const text = readRuns(scanner);
  return typeof text === 'string' ? text : text.runs.map((run) => run.text).join('');
}

type Look = Omit<InkedRun, 'text'>;

/** Reads the `<si>` or `<is>` just opened to its end: its text, or its runs where a run has its own look. */
export function readRuns(scanner: XmlScanner): string | RunText {
  const depth = scanner.depth;
  let text = '';
  let runs: { text: string; look: Look | null }[] | null = null;
  let look: Look | null = null;
  let pieces = 0;
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    if (token !== OPEN) continue;
    if (++pieces > MAX_PIECES) throw new FileFault('too-large');
    if (scanner.name === 't') {
      const part = scanner.content();
      text += part;
      if (runs || look) {
        runs ??= text.length > part.length ? [{ text: text.slice(0, text.length - part.length), look: null }] : [];
        runs.push({ text: part, look });
      }
    } else if (scanner.name === 'rPr') look = readLook(scanner);
    else if (scanner.name === 'r') look = null;
    else scanner.skip();
  }
  if (!runs?.some((run) => run.look !== null)) return decodeExcelText(text);
  return { runs: runs.map((run) => ({ ...run.look, text: decodeExcelText(run.text) })) };
}

/** Looks that can change what is seen of the letters; null = none of them. */
function readLook(scanner: XmlScanner): Look | null {
  const depth = scanner.depth;
  let struck = false;
  let raised: 'up' | 'down' | undefined;
  let font = '';
  let ink: string | undefined;
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    if (token !== OPEN) continue;
    const value = scanner.attribute('val');
    if (scanner.name === 'strike') struck = value === undefined || /^(?:1|true|on)$/.test(value);
    else if (scanner.name === 'vertAlign')
      raised = value === 'superscript' ? 'up' : value === 'subscript' ? 'down' : undefined;
    else if (scanner.name === 'rFont') font = value ?? '';
    else if (scanner.name === 'color') ink = inkOf(scanner);
  }
  if (!struck && raised === undefined && ink === undefined && !TELLING_FONT.test(font)) return null;
  return { struck, raised, font, ink };
}

/** Old one-byte fonts and picture fonts: their letters are not what they seem. */
const TELLING_FONT = /^\.?vn|dings|^symbol$/i;

/** Only light colours can vanish on their ground. */
function inkOf(scanner: XmlScanner): string | undefined {
  const hex = scanner.attribute('rgb')?.slice(-6).toUpperCase();
  if (hex !== undefined) return hex === '000000' ? undefined : hex;
  return scanner.attribute('theme') === '0' && scanner.attribute('tint') === undefined ? 'FFFFFF' : undefined;
}
