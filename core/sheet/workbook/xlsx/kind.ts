/** What kind of file the bytes are, by content and never by name: officers' files often carry the wrong extension. */
import { FileFault } from './fault.ts';
import { looksLikeZip, readZipDirectory } from './zip-directory.ts';

/**
 * `xlsx`: a zip that is no .ods (whether it holds a workbook is the reader's finding). `xls`: an OLE container.
 * `encrypted`: an OLE
 * container around a protected .xlsx. `html` and `xml-2003`: text that Excel saved or opens as .xls. `unknown`: none of
 * these.
 */
export type FileKind = 'xlsx' | 'ods' | 'xls' | 'encrypted' | 'html' | 'xml-2003' | 'unknown';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const OLE_SMALLEST = 512;
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.spreadsheet';

/** Kind of the file. Throws FileFault `damaged` or `too-large` for a zip whose directory cannot be used. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (looksLikeZip(bytes)) return zipKind(bytes);
  if (OLE.every((byte, index) => bytes[index] === byte)) return oleKind(bytes);
  // BIFF 2 to 5 without container: a "beginning of file" record of the length its version has.
  if (bytes[0] === 9 && [0, 2, 4, 8].includes(bytes[1] ?? 1) && bytes.length > 20) return 'xls';
  return textKind(bytes);
}

/** Throws FileFault unless the bytes may be an .xlsx. */
export function refuseOtherKinds(bytes: Uint8Array): void {
  const kind = fileKind(bytes);
  if (kind === 'xlsx') return;
  throw new FileFault(kind === 'encrypted' ? 'encrypted' : kind === 'unknown' ? 'not-workbook' : 'not-xlsx');
}

function zipKind(bytes: Uint8Array): FileKind {
  const entries = readZipDirectory(bytes);
  const mimetype = entries.find((entry) => entry.name === 'mimetype' && entry.method === 0);
  if (mimetype && latin(mimetype.data, 0, 80).startsWith(OPEN_DOCUMENT)) return 'ods';
  const names = new Set(entries.map((entry) => entry.name));
  return names.has('content.xml') && !names.has('[Content_Types].xml') ? 'ods' : 'xlsx';
}

/** Directory sectors of an OLE container list stream names in UTF-16; their entries are 128 bytes long and aligned. */
function oleKind(bytes: Uint8Array): FileKind {
  if (bytes.length < OLE_SMALLEST) return 'unknown';
  for (let at = OLE_SMALLEST; at + 128 <= bytes.length; at += 128) {
    if (bytes[at] === 0x45 && latin(bytes, at, 32).replaceAll('\0', '') === 'EncryptedPackage') return 'encrypted';
  }
  return 'xls';
}

function textKind(bytes: Uint8Array): FileKind {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const raw = latin(bytes, 0, 4096);
  const head = (wide ? raw.replaceAll('\0', '').slice(2) : raw.replace(/^\xef\xbb\xbf/, '')).trimStart().toLowerCase();
  if (/^(?:<!doctype\s+html|<html[\s>]|<table[\s>]|<meta[\s>]|<head[\s>])/.test(head)) return 'html';
  if (!head.startsWith('<?xml') && !head.startsWith('<workbook')) return 'unknown';
  if (head.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml-2003';
  return head.includes('<html') ? 'html' : 'unknown';
}

function latin(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
