/**
 * Code pages for SheetJS from the platform's TextDecoder, instead of its 470 KB of tables: old .xls files write text in
 * them.
 */
import { decodeWindows1252 } from './windows-1252.ts';

/** Windows code page numbers whose TextDecoder label is not `windows-<number>`. */
const LABELS = new Map<number, string>([
  [1200, 'utf-16le'],
  [1201, 'utf-16be'],
  [65001, 'utf-8'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [866, 'ibm866'],
  [10000, 'macintosh'],
  [20866, 'koi8-r'],
  [28591, 'iso-8859-1'],
]);

const decoders = new Map<number, TextDecoder | null>();

/** null when the platform does not know the page. */
function decoderOf(page: number): TextDecoder | null {
  const known = decoders.get(page);
  if (known !== undefined) return known;
  const decoder = makeDecoder(LABELS.get(page) ?? `windows-${page}`);
  decoders.set(page, decoder);
  return decoder;
}

function makeDecoder(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label, { ignoreBOM: true });
  } catch {
    return null;
  }
}

/** Text of the bytes. A page nobody knows is no guess: only its ASCII is read, anything else throws. */
function decode(page: number, bytes: Uint8Array): string {
  if (page === 1252) return decodeWindows1252(bytes);
  const decoder = decoderOf(page);
  if (decoder) return decoder.decode(bytes);
  if (bytes.some((byte) => byte >= 0x80)) throw new Error(`unknown code page ${page}`);
  return decodeWindows1252(bytes);
}

/** What SheetJS asks of a code page table when reading. */
export const codePages = {
  utils: {
    decode: (page: number, data: string | ArrayLike<number>): string => {
      const bytes =
        typeof data === 'string' ? Uint8Array.from(data, (datum) => datum.charCodeAt(0)) : Uint8Array.from(data);
      return decode(page, bytes);
    },
    encode: (_page: number, text: string): string => text,
    hascp: (): boolean => true,
  },
};
