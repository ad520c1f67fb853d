/**
 * `npm run types`: checks the types of everything, the server and the benches too, whose packages are installed where
 * they are missing. Words are options of the compiler: `--singleThreaded` takes longer, but a third less of the
 * processor.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installPackagesApart } from './packages-apart.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

await installPackagesApart();

const projects = ['core', '.', 'excel-addin', 'extension', 'hand-in', 'province', 'server', 'bench'];
const { status } = spawnSync(
  process.execPath,
  ['node_modules/typescript/bin/tsc', '-b', ...process.argv.slice(2), ...projects],
  {
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
