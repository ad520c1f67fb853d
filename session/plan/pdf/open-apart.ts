/** Opens a PDF in a browser's worker: no scripts, fonts or forms of it. pdf.js is handed in. */
import type * as Pdfjs from 'pdfjs-dist';

type DocumentOptions = Exclude<
  NonNullable<Parameters<typeof Pdfjs.getDocument>[0]>,
  string | URL | ArrayBufferView | ArrayBuffer
>;

/** Throws what pdf.js throws: `PasswordException` by its name, anything else is a broken file. */
export function openApart(
  { getDocument }: Pick<typeof Pdfjs, 'getDocument'>,
  data: Uint8Array,
  more: DocumentOptions = {},
) {
  return getDocument({
    data,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    // Larger than any page that was ever scanned.
    maxImageSize: 100_000_000,
    verbosity: 0,
    ...more,
  }).promise;
}
