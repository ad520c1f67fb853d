/** Code pages for SheetJS from the platform's TextDecoder, instead of its 470 KB of tables: old .xls files write text in them. */

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

const decoders = new Map<number, TextDecoder>();

function decoderOf(page: number): TextDecoder {
  const known = decoders.get(page);
  if (known) return known;
  const decoder = makeDecoder(LABELS.get(page) ?? `windows-${page}`);
  decoders.set(page, decoder);
  return decoder;
}

function makeDecoder(label: string): TextDecoder {
  try {
    return new TextDecoder(label, { ignoreBOM: true });
  } catch {
    return new TextDecoder('windows-1252');
  }
}

/** What SheetJS asks of a code page table when reading. */
export const codePages = {
  utils: {
    decode: (page: number, data: string | ArrayLike<number>): string => {
      const bytes =
        typeof data === 'string' ? Uint8Array.from(data, (one) => one.charCodeAt(0)) : Uint8Array.from(data);
      return decoderOf(page).decode(bytes);
    },
    encode: (_page: number, text: string): string => text,
    hascp: (): boolean => true,
  },
};
