/**
 * A report sent as a document: what kind the bytes are, and a Word file as a workbook. The pages of a PDF are read by
 * who has the machine for it (a process or worker that can be ended).
 */
import type { Result } from '../../base/result.ts';
import { readPlanFile } from '../../plan/file/plan-file.ts';
import type { Book } from '../../sheet/grid/sheet.ts';
import { guarded, refused } from '../../sheet/workbook/xlsx/fault.ts';
import { looksLikeZip, readZipDirectory } from '../../sheet/workbook/xlsx/zip-directory.ts';
import { textBook } from './text-book.ts';

/** `csv` is recognised by the file name, because its bytes are plain text. */
export type DocumentFormat = 'word' | 'pdf' | 'csv';

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const MACROS = /(?:^|\/)vbaProject\.bin$/i;
/** A report has some hundred lines. */
const MOST_LINES = 50_000;

/** By content, never by name. null = no document: a workbook, a picture, anything else. */
export function documentKind(bytes: Uint8Array): 'word' | 'pdf' | null {
  if (looksLikeZip(bytes)) return partsOf(bytes).some((name) => name === 'word/document.xml') ? 'word' : null;
  if (OLE.every((byte, at) => bytes[at] === byte)) return holdsWords(bytes) ? 'word' : null;
  return /%PDF-\d\.\d/.test(latin(bytes.subarray(0, 1024))) ? 'pdf' : null;
}

/** A .docx, .docm or .doc as a workbook; a broken or foreign file is a refusal. */
export function wordBook(bytes: Uint8Array): Result<Book> {
  const read = readPlanFile(bytes);
  if (read.kind === 'refused') return { ok: false, refusal: { code: 'damaged', message: read.reason } };
  if (read.kind !== 'text') return refused('not-workbook');
  return documentBook(
    read.text,
    partsOf(bytes).some((name) => MACROS.test(name)),
  );
}

/** The text of a document (as `documentText` and `pdfLines` write it) as a workbook. */
export function documentBook(text: string, macros = false): Result<Book> {
  const lines = text.split('\n').length;
  if (lines > MOST_LINES)
    return { ok: false, refusal: { code: 'too-large', message: `Tệp dài ${lines} dòng, không phải một báo cáo.` } };
  return { ok: true, value: textBook(text, macros) };
}

function partsOf(bytes: Uint8Array): readonly string[] {
  const read = guarded(() => (looksLikeZip(bytes) ? readZipDirectory(bytes).map(({ name }) => name) : []));
  return read.ok ? read.value : [];
}

/** Directory sectors of an OLE container list stream names in UTF-16; their entries are 128 bytes long and aligned. */
function holdsWords(bytes: Uint8Array): boolean {
  for (let at = 512; at + 128 <= bytes.length; at += 128)
    if (bytes[at] === 0x57 && latin(bytes.subarray(at, at + 24)).replaceAll('\0', '') === 'WordDocument') return true;
  return false;
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
