/**
 * Bytes of an XML part ↔ text: UTF-8 and UTF-16 with or without byte order mark, and the encodings a declaration may
 * name.
 */
import { FileFault } from './fault.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The part as text, without byte order mark. Throws FileFault `damaged` when the bytes are not in their encoding. */
export function decodeXml(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  if (wide) return decodeAs(wide, bytes);
  try {
    return UTF8.decode(bytes);
  } catch {
    return decodeAs(declaredEncoding(bytes), bytes);
  }
}

/** Bytes from which a part is decoded piece by piece, and of a piece. */
const LARGE = 8 << 20;
const PIECE = 1 << 18;

/** Like `decodeXml`, piece by piece: the text of a large part need never stand in memory whole. '' at its end. */
export function xmlPieces(bytes: Uint8Array): () => string {
  const read = bytes.length < LARGE || wideEncoding(bytes) || !isUtf8(bytes) ? whole(bytes) : utf8Pieces(bytes);
  return () => {
    const { value, done } = read.next();
    return done ? '' : value;
  };
}

function* whole(bytes: Uint8Array): Generator<string> {
  yield decodeXml(bytes);
}

function* utf8Pieces(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at < bytes.length; at += PIECE)
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: at + PIECE < bytes.length });
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    for (const _ of utf8Pieces(bytes));
    return true;
  } catch {
    return false;
  }
}

/** Text → UTF-8 bytes; a declaration naming another encoding is corrected. */
export function encodeXml(text: string): Uint8Array {
  const declaration = /^<\?xml[^>]{0,200}?\sencoding\s*=\s*(["'])([^"']{1,40})\1/.exec(text);
  if (!declaration || /^utf-?8$/i.test(declaration[2] ?? '')) return new TextEncoder().encode(text);
  const fixed = declaration[0].slice(0, -(declaration[2]?.length ?? 0) - 1);
  return new TextEncoder().encode(`${fixed}UTF-8${declaration[1]}${text.slice(declaration[0].length)}`);
}

function decodeAs(label: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new FileFault('damaged');
  }
}

/** UTF-16 by its byte order mark or by the zero beside the first `<`. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return undefined;
}

function declaredEncoding(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  return /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w-]{1,40})["']/.exec(head)?.[1] ?? 'utf-8';
}
