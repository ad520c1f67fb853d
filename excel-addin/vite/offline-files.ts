/**
 * What makes the page over files work without a network once it was opened: its service worker with the list of its
 * files, the web app's manifest, and the page as the folder's `index.html`.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const PAGE = 'preview.html';
const INDEX = 'index.html';
const WORKER = 'offline.js';
const WEB_MANIFEST = 'app.webmanifest';
const ICONS = [192, 512].map((size) => ({ path: `assets/icon-${size}.png`, size }));
/** Megabytes that few users need: stored on first use. */
const KEPT_WHEN_USED = /^assets\/ocr-worker-/;

export type BuiltFiles = ReadonlyMap<string, string | Uint8Array>;

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/**
 * The files the page may ever ask for, itself included: those it names, those they name, and so on. Names are looked
 * for in the text of every file, for code names its parts by name: all of them in one pass over its megabytes.
 */
function filesOfPage(files: BuiltFiles): string[] {
  const wanted = [...files.keys()].filter((path) => !path.endsWith('.html') && path !== WORKER);
  // The longer first: a name may begin as another does.
  const names = [...new Set(wanted.map(nameOf))].sort((a, b) => b.length - a.length);
  const anyName = new RegExp(names.map((name) => name.replaceAll(/\W/g, '\\$&')).join('|'), 'g');
  const found = new Set([PAGE]);
  for (const path of found) {
    const content = files.get(path);
    if (content === undefined || !/\.(?:html|js|mjs|css|webmanifest)$/.test(path)) continue;
    const text = typeof content === 'string' ? content : Buffer.from(content).toString();
    const named = new Set(text.match(anyName));
    for (const other of wanted) if (named.has(nameOf(other))) found.add(other);
  }
  return [...found].sort();
}

function sumOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

/** The service worker's code for these files; path → sum, as it checks them. `source` = app/offline/worker.js. */
export function offlineWorker(source: string, files: BuiltFiles): string {
  const listed = [...filesOfPage(files), INDEX].map((path) => {
    const content = files.get(path === INDEX ? PAGE : path) ?? '';
    return [path, KEPT_WHEN_USED.test(path) ? null : sumOf(content)] as const;
  });
  const list = JSON.stringify(Object.fromEntries(listed));
  return source.replace('__FILES__', () => list).replace('__VERSION__', sumOf(list));
}

const MANIFEST = {
  name: 'Thi đua số: Bàn chấm',
  short_name: 'Bàn chấm',
  lang: 'vi',
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: '#0f6cbd',
  icons: ICONS.map(({ path, size }) => ({ src: path, sizes: `${size}x${size}`, type: 'image/png' })),
};

/** `root` is the repository. */
export function offlineFiles(root: string): Plugin {
  return {
    name: 'offline-files',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const emit = (fileName: string, source: string | Uint8Array) =>
          this.emitFile({ type: 'asset', fileName, source });
        const manifest = `${JSON.stringify(MANIFEST, null, 2)}\n`;
        emit(WEB_MANIFEST, manifest);
        const files = new Map(
          Object.values(bundle).map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]),
        );
        files.set(WEB_MANIFEST, manifest);
        const page = files.get(PAGE);
        if (page === undefined) return this.error(`${PAGE} is not in the bundle`);
        emit(INDEX, page);
        emit(WORKER, offlineWorker(readFileSync(join(root, 'app/offline/worker.js'), 'utf8'), files));
      },
    },
  };
}
