/**
 * Tesseract's core with its Vietnamese data. Its usual wrapper (tesseract.js) is not used, because it fetches every
 * path that is not set from a public network. The caller supplies the parts: from disk, or from a page's own build.
 */
import { gunzipSync } from 'fflate';
import type { Picture } from '../../../core/plan/file/scan/picture.ts';
import type { Recogniser } from '../../../core/plan/file/scan/read-page.ts';

interface EngineParts {
  /** The export of `tesseract.js-core`. */
  readonly start: StartCore;
  readonly wasm: Uint8Array;
  /** `vie.traineddata`, in gzip. */
  readonly language: Uint8Array;
}

interface Api {
  readonly Init: (folder: string, language: string, engine: number) => number;
  readonly SetVariable: (name: string, value: string) => boolean;
  readonly SetImageFile: (turn: number, angle: number, enlarge: boolean) => number;
  readonly Recognize: (monitor: null) => number;
  readonly GetTSVText: (page: number) => string;
  readonly GetUTF8Text: () => string;
  readonly Clear: () => void;
}

interface Core {
  readonly TessBaseAPI: new () => Api;
  readonly FS: { readonly writeFile: (name: string, bytes: Uint8Array) => void };
}
export type StartCore = (options: object) => Promise<Core>;

/** Only the newer of its two engines, to which the data belongs. */
const NEURAL = 1;
/** How the picture is laid out: one block of lines; one line. */
const BLOCK = '6';
const LINE = '7';

export async function startEngine({ start, wasm, language }: EngineParts): Promise<Recogniser> {
  const silent = () => undefined;
  const core = await start({ wasmBinary: wasm, TesseractProgress: silent, print: silent, printErr: silent });
  core.FS.writeFile('vie.traineddata', gunzipSync(language));
  const api = new core.TessBaseAPI();
  if (api.Init('.', 'vie', NEURAL) !== 0) throw new Error('tesseract did not start');
  const recognise = (picture: Picture, layout: string, dots: number): void => {
    const head = new TextEncoder().encode(`P5\n${picture.width} ${picture.height}\n255\n`);
    const bytes = new Uint8Array(head.length + picture.data.length);
    bytes.set(head);
    bytes.set(picture.data, head.length);
    core.FS.writeFile('/input', bytes);
    api.SetVariable('tessedit_pageseg_mode', layout);
    api.SetVariable('user_defined_dpi', String(dots));
    if (api.SetImageFile(1, 0, false) !== 0 || api.Recognize(null) !== 0) throw new Error('tesseract did not read');
  };
  return {
    page: (picture) => {
      recognise(picture, BLOCK, 200);
      const table = api.GetTSVText(0);
      api.Clear();
      return table;
    },
    line: (picture) => {
      recognise(picture, LINE, 400);
      const text = api.GetUTF8Text();
      api.Clear();
      return text.trim();
    },
  };
}
