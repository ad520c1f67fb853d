/**
 * .xls, .ods, and HTML or XML-2003 saved as .xls → `Book`, over SheetJS, which is loaded only when such a file comes.
 * Run it under a time and memory limit: the guard stops what is known to hang it, not what is unknown.
 */

import type { Result } from '../../../base/result.ts';
import type { Book } from '../../grid/sheet.ts';
import { type FaultCode, FileFault, guarded, refused } from '../xlsx/fault.ts';
import { fileKind } from '../xlsx/kind.ts';
import { readBiffLooks } from './biff-looks.ts';
import { codePages } from './codepages.ts';
import { bookFromSheetJs } from './from-sheet-js.ts';
import { guardLegacy } from './guard.ts';
import { openOle } from './ole.ts';
import { readOpenLooks } from './open-looks.ts';
import { screenBiff } from './screen-biff.ts';

type SheetJs = typeof import('./sheet-js.ts');

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
  const sheetJs = await import('./sheet-js.ts');
  sheetJs.set_cptable(codePages);
  if (kind === 'xls') return readXls(sheetJs, bytes);
  return parsed(() => {
    const workbook = sheetJs.read(input, {
      ...OPTIONS,
      type: typeof input === 'string' ? 'string' : 'array',
      cellFormula: true,
      // A page's figures stay text: SheetJS would read 1.234 and 01/02 the American way.
      raw: kind === 'html',
    });
    const looks = kind === 'ods' ? readOpenLooks(bytes) : undefined;
    return bookFromSheetJs(workbook, { open: looks });
  });
}

const OPTIONS = {
  dense: true,
  cellNF: true,
  cellStyles: true,
  cellText: false,
  cellHTML: false,
  bookVBA: true,
} as const;

/** An .xls with its formulas, or without them where SheetJS cannot write a formula out. */
function readXls(sheetJs: SheetJs, bytes: Uint8Array): Result<Book> {
  const opened = guarded(() => openXls(bytes));
  if (!opened.ok) return opened;
  const { stream, macros } = opened.value;
  const read = (formulas: boolean): Result<Book> =>
    parsed(() => {
      const screened = screenBiff(stream, formulas);
      const workbook = sheetJs.read(screened, { ...OPTIONS, type: 'buffer', cellFormula: formulas });
      return bookFromSheetJs(workbook, { biff: readBiffLooks(stream), macros });
    });
  const whole = read(true);
  return whole.ok || whole.refusal.code !== 'damaged' ? whole : read(false);
}

/** Runs SheetJS; what it throws is the file's refusal. */
function parsed(read: () => Book): Result<Book> {
  try {
    return guarded(read);
  } catch (error) {
    return refused(faultOf(String(error)));
  }
}

/** The stream of the workbook: the file itself where it has no container. */
function openXls(bytes: Uint8Array): { readonly stream: Uint8Array; readonly macros: boolean } {
  if (bytes[0] !== 0xd0) return { stream: bytes, macros: false };
  const container = openOle(bytes);
  const stream = container.stream('Workbook') ?? container.stream('Book');
  if (!stream) throw new FileFault('not-workbook');
  return { stream, macros: container.names.has('_VBA_PROJECT_CUR') };
}

/** SheetJS reports faults only as English sentences. */
function faultOf(message: string): FaultCode {
  if (/unknown code page/i.test(message)) return 'unknown-code-page';
  if (/password|encrypt/i.test(message)) return 'encrypted';
  if (/cannot find workbook/i.test(message)) return 'not-workbook';
  return /could not find <table>/i.test(message) ? 'no-worksheet' : 'damaged';
}
