/** Builds the extension into dist/extension. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crx } from '@crxjs/vite-plugin';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';
import manifest from './manifest.config.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const extension = fileURLToPath(new URL('.', import.meta.url));

/**
 * Injected files are run by the browser, so no page may load them: listed as web accessible, they would tell every site
 * that we are here.
 */
const nothingForPages: Plugin = {
  name: 'nothing-for-pages',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const file = bundle['manifest.json'];
      if (file?.type !== 'asset') return this.error('no manifest.json in the bundle');
      const { web_accessible_resources: _, ...rest } = JSON.parse(file.source.toString());
      file.source = JSON.stringify(rest, null, 2);
    },
  },
};

/**
 * The style library asks for the mirror image of each style, for scripts from right to left. Vietnamese is none, so that
 * a style is its own image; what mirrors weighs 2 kB of the panel.
 */
const leftToRight: Plugin = {
  name: 'left-to-right',
  enforce: 'pre',
  resolveId: { filter: { id: /^rtl-css-js\/core$/ }, handler: (id) => `\0${id}` },
  load: {
    filter: { id: /^\0rtl-css-js\/core$/ },
    handler: () =>
      'export const convert = (style) => style; export const convertProperty = (key, value) => ({ key, value });',
  },
};

/**
 * The extension parses only pages that it copied or made itself, and a browser writes five names of characters into
 * those (`&nbsp;` is replaced before): the table of the 2,231 names of HTML weighs 19 kB.
 */
const fewCharacterNames: Plugin = {
  name: 'few-character-names',
  transform: {
    filter: { id: /entities\/dist\/esm\/generated\/decode-data-html\.js$/ },
    handler: (_code, id) =>
      readFileSync(id.replace('decode-data-html', 'decode-data-xml'), 'utf8').replace(
        'xmlDecodeTree',
        'htmlDecodeTree',
      ),
  },
};

/**
 * "Bàn chấm" is built apart, into the folder of the same build: what it shares with panel and desk would else be cut in
 * pieces that those would wait for.
 */
const markingPage: Plugin = {
  name: 'marking-page',
  apply: 'build',
  async writeBundle({ dir }) {
    await build({
      configFile: `${extension}marking/vite.config.ts`,
      logLevel: 'error',
      build: { outDir: `${dir}/marking` },
    });
  },
};

export default defineConfig({
  root: extension,
  // A real folder: with `false` the development server would copy the whole project.
  publicDir: `${extension}public`,
  cacheDir: `${root}node_modules/.vite/extension`,
  resolve: {
    alias: {
      // Not the build for engines without classes, which weighs more.
      dexie: 'dexie/dist/modern/dexie.min.mjs',
    },
  },
  plugins: [leftToRight, fewCharacterNames, react(), crx({ manifest }), nothingForPages, markingPage],
  build: {
    outDir: `${root}dist/extension`,
    emptyOutDir: true,
    target: 'chrome120',
    modulePreload: false,
    chunkSizeWarningLimit: 2000,
    // No cache is in between, and parts name each other: letters that chance made do not pack.
    rolldownOptions: { output: { chunkFileNames: 'assets/[name].js' } },
  },
});
