/**
 * What Excel fetches beside the pages: the manifest with its real addresses, icons, functions.json, Office's script
 * when it is ours to serve.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { DEVELOPMENT_ORIGIN } from '../../tools/build/origin.ts';
import type { Switches } from './switches.ts';

/** Help texts that Excel shows for our worksheet functions while a formula is typed. */
function functionsJson(addIn: string): string {
  return readFileSync(join(addIn, 'functions/functions.json'), 'utf8');
}

/** The manifest for an address. */
function manifestFor(origin: string, source: string): string {
  return source.replaceAll(DEVELOPMENT_ORIGIN, origin);
}

/** Icons and the other pictures of the folder, by address below the origin. */
function pictures(addIn: string): ReadonlyMap<string, Buffer> {
  const folder = join(addIn, 'assets');
  const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
  return new Map(names.map((name) => [`assets/${name}`, readFileSync(join(folder, name))]));
}

const EXCEL_SCRIPT = /^excel-(?:win32|web|mac|ios|android|winrt)-16\.\d\d(?:-core)?\.js$/;
const SHARED_SCRIPTS = new Set([
  'office.js',
  'o15apptofilemappingtable.js',
  'telemetry/oteljs_agave.js',
  'ariatelemetry/aria-web-telemetry.js',
]);

/**
 * The files of the package that an Excel loads, below its dist folder: Office's loader, Excel's part for each platform,
 * its texts.
 */
function officeScripts(dist: string): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => SHARED_SCRIPTS.has(path) || EXCEL_SCRIPT.test(path) || /^[a-z-]+\/office_strings\.js$/.test(path))
    .sort();
}

/** Adds them to the build. `root` is the repository. */
export function officeFiles(root: string, { origin, officeJs }: Switches): Plugin {
  const addIn = join(root, 'excel-addin');
  return {
    name: 'office-files',
    generateBundle() {
      const emit = (fileName: string, source: string | Buffer) => this.emitFile({ type: 'asset', fileName, source });
      emit('manifest.xml', manifestFor(origin, readFileSync(join(root, 'manifest.xml'), 'utf8')));
      emit('functions.json', functionsJson(addIn));
      emit('boot/old-engine.js', readFileSync(join(addIn, 'boot/old-engine.js')));
      for (const [fileName, bytes] of pictures(addIn)) emit(fileName, bytes);
      if (officeJs === 'cdn') return;
      const dist = join(root, 'node_modules/@microsoft/office-js/dist');
      for (const path of officeScripts(dist)) emit(`office-js/${path}`, readFileSync(join(dist, path)));
    },
    configureServer(server) {
      // The development server answers everything else from the source folder.
      server.middlewares.use('/functions.json', (_request, response) => {
        response.setHeader('Content-Type', 'application/json').end(functionsJson(addIn));
      });
    },
  };
}
