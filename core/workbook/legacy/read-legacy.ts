/**
 * .xls, .ods, and HTML or XML-2003 saved as .xls → `Book`, over SheetJS, which is loaded only when such a file comes. Run it under a
 * time and memory limit: the guard stops what is known to hang it, not what is unknown.
 */
import type { Book } from '../../grid/sheet.ts';
import type { Result } from '../port.ts';
import { type FaultCode, FileFault, guarded, refused } from '../xlsx/fault.ts';
import { fileKind } from '../xlsx/kind.ts';
import { readBiffFonts, type SheetFonts } from './biff-fonts.ts';
import { codePages } from './codepages.ts';
import { bookFromSheetJs } from './from-sheet-js.ts';
import { guardLegacy } from './guard.ts';

type SheetJs = typeof import('@e965/xlsx');

/** Reads a workbook of an old kind; the kind is found by content. Refusals as of `readBook`. */
export async function readLegacyBook(bytes: Uint8Array): Promise<Result<Book>> {
  const guardedInput = guarded(() => {
    const kind = fileKind(bytes);
    if (kind === 'encrypted') throw new FileFault('encrypted');
    if (kind === 'unknown' || kind === 'xlsx') throw new FileFault('not-workbook');
    return { kind, input: guardLegacy(bytes, kind) };
  });
  if (!guardedInput.ok) return guardedInput;
  const { kind, input } = guardedInput.value;
  const sheetJs = await import('@e965/xlsx');
  sheetJs.set_cptable(codePages);
  try {
    const workbook = sheetJs.read(input, {
      type: typeof input === 'string' ? 'string' : 'array',
      dense: true,
      cellFormula: true,
      cellNF: true,
      cellStyles: true,
      cellText: false,
      cellHTML: false,
      bookVBA: true,
      // A page's figures stay text: SheetJS would read 1.234 and 01/02 the American way.
      raw: kind === 'html',
    });
    return guarded(() => bookFromSheetJs(workbook, kind === 'xls' ? fontsOf(sheetJs, bytes) : []));
  } catch (error) {
    return refused(faultOf(String(error)));
  }
}

/** SheetJS says what is wrong in words only. */
function faultOf(message: string): FaultCode {
  if (/password|encrypt/i.test(message)) return 'encrypted';
  if (/cannot find workbook/i.test(message)) return 'not-workbook';
  return /could not find <table>/i.test(message) ? 'no-worksheet' : 'damaged';
}

/** Fonts by sheet, in the order of sheets; empty where the container or the stream cannot be read. */
function fontsOf(sheetJs: SheetJs, bytes: Uint8Array): readonly SheetFonts[] {
  try {
    const container = sheetJs.CFB.read(bytes, { type: 'array' });
    const stream = ['/Workbook', '/Book'].map((name) => sheetJs.CFB.find(container, name)).find(Boolean);
    return stream ? readBiffFonts(Uint8Array.from(stream.content)) : [];
  } catch {
    return [];
  }
}
