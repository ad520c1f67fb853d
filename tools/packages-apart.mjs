/** Separate packages, each with one of its dependencies: installed where they are missing. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

const APART = [
  ['server', 'pg'],
  ['bench', 'exceljs'],
];

export async function installPackagesApart() {
  await Promise.all(APART.map(([folder, dependency]) => install(folder, dependency)));
}

async function install(folder, dependency) {
  if (existsSync(`${folder}/node_modules/${dependency}`)) return;
  process.stdout.write(`\n> npm ci --prefix ${folder}\n`);
  const args = ['ci', '--prefix', folder, '--no-audit', '--no-fund'];
  const child = spawn('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  await new Promise((done) => child.once('close', done));
}
