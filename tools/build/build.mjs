/**
 * `npm run build`: the page in one file into dist/app, the door of core into dist/core (its types: `npm run types`),
 * the command line into dist/cli, the Excel add-in into dist/excel-addin, the browser extension into dist/extension.
 *   --origin=https://…         where the add-in will be served from (goes into its manifest, and into the extension's
 *     as the one page that may ask it);
 *                              default: the development server's address
 *   --store                    the extension to be distributed: no key in its manifest, and no page may ask it but the
 *     one of --origin
 *   --extension-id=…           with --store: the id the store gave it, which the add-in asks; without it the add-in
 *     asks none
 *   --office-js=cdn|local      Office's script from Microsoft's address (default), or from our own, copied from the
 *     installed package
 */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

const SWITCHES = new Map([
  ['origin', 'THI_DUA_SO_ORIGIN'],
  ['office-js', 'THI_DUA_SO_OFFICE_JS'],
  ['extension-id', 'THI_DUA_SO_EXTENSION_ID'],
]);

for (const argument of process.argv.slice(2)) {
  if (argument === '--store') {
    process.env.THI_DUA_SO_STORE = '1';
    continue;
  }
  const [, name = '', value = ''] = /^--([a-z-]+)=(.+)$/.exec(argument) ?? [];
  const variable = SWITCHES.get(name);
  if (variable === undefined) {
    process.stderr.write(
      `Không hiểu "${argument}". Dùng: npm run build -- [--origin=https://…] [--store [--extension-id=…]] [--office-js=cdn|local]\n`,
    );
    process.exit(2);
  }
  process.env[variable] = value;
}

try {
  for (const configFile of [
    'app/vite.config.ts',
    'tools/build/door.config.ts',
    'vite.config.ts',
    'excel-addin/vite.config.ts',
    'extension/vite.config.ts',
  ]) {
    await build({ configFile, logLevel: 'warn' });
  }
} catch (error) {
  process.stderr.write(`Không dựng được. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
}
