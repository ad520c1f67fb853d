/**
 * The workbook the preview opens at once: the files of the demonstration, one sheet each, as a council would have
 * collected them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { newBook, readBook } from '../../core/sheet/workbook/file.ts';
import { plainCopy } from '../../core/sheet/workbook/plain-copy.ts';
import type { NewSheet } from '../../core/sheet/workbook/port.ts';

const LONGEST_NAME = 31;

/** Bytes of the collected workbook; sheets in the order of the file names. */
export function sampleBook(folder: string): Uint8Array {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.xlsx'))
    .sort((x, y) => x.localeCompare(y, 'vi'));
  const taken = new Set<string>();
  return newBook(names.map((name) => reportSheet(folder, name, taken)));
}

/** The first sheet of a file under the file's name. */
function reportSheet(folder: string, file: string, taken: Set<string>): NewSheet {
  const book = readBook(new Uint8Array(readFileSync(join(folder, file))));
  if (!book.ok) throw new Error(`${file}: ${book.refusal.message}`);
  const [sheet] = plainCopy(book.value);
  if (!sheet) throw new Error(`${file}: no sheet`);
  return { ...sheet, name: sheetName(file, taken) };
}

/** A sheet name that Excel accepts: at most 31 characters, none of `[]:*?/\`, unique regardless of case. */
function sheetName(file: string, taken: Set<string>): string {
  const base = file
    .normalize('NFC')
    .replace(/\.xlsx$/, '')
    .replace(/[[\]:*?/\\]/g, ' ');
  for (let number = 1; ; number++) {
    const tail = number === 1 ? '' : ` ${number}`;
    const name = base.slice(0, LONGEST_NAME - tail.length).trim() + tail;
    const key = name.toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return name;
  }
}

/** Puts `sample/ta-ma-2025.xlsx` and `sample/captures.json` beside the pages. `root` is the repository. */
export function sampleFiles(root: string): Plugin {
  const demo = join(root, 'cli/demo');
  const files: ReadonlyMap<string, () => Uint8Array> = new Map([
    ['sample/ta-ma-2025.xlsx', () => sampleBook(join(demo, 'ta-ma-2025'))],
    ['sample/captures.json', () => new Uint8Array(readFileSync(join(demo, 'captures.json')))],
  ]);
  return {
    name: 'sample-files',
    generateBundle() {
      for (const [fileName, bytes] of files) this.emitFile({ type: 'asset', fileName, source: bytes() });
    },
    configureServer(server) {
      for (const [path, bytes] of files) {
        server.middlewares.use(`/${path}`, (_request, response) => {
          response.end(bytes());
        });
      }
    },
  };
}

/** The sample workbook as a module, for a page that may fetch nothing. `root` is the repository. */
export function sampleModule(root: string): Plugin {
  return {
    name: 'sample-module',
    resolveId: { filter: { id: /^virtual:sample-book$/ }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0virtual:sample-book$/ },
      handler: () => {
        const bytes = sampleBook(join(root, 'cli/demo/ta-ma-2025'));
        return `export const sampleBook = "${Buffer.from(bytes).toString('base64')}";`;
      },
    },
  };
}
