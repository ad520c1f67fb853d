/**
 * `npm run types`: checks the types of everything, the server and the benches too, whose packages are installed where
 * they are missing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** Separate packages, each with one of its dependencies. */
const APART = [
  ['server', 'pg'],
  ['bench', 'exceljs'],
];
for (const [folder, dependency] of APART) {
  if (existsSync(`${folder}/node_modules/${dependency}`)) continue;
  process.stdout.write(`\n> npm ci --prefix ${folder}\n`);
  spawnSync('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

const projects = ['core', '.', 'excel-addin', 'extension', 'hand-in', 'province', 'server', 'bench'];
const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', ...projects], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
