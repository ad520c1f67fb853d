#!/usr/bin/env node
/**
 * Launcher of the server: installs its own packages where they are missing, builds server/dist/main.js and its pages
 * (units hand in by one, a province looks at its communes in the other) when a source is newer, runs it. `--build`
 * stops before running.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');
const built = join(here, 'dist/main.js');

function newest(folder) {
  return Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true }).map((entry) => {
      if (entry.name === 'node_modules' || entry.name === 'dist') return 0;
      const path = join(folder, entry.name);
      return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs;
    }),
  );
}

function run(command, args, options) {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
  if (status !== 0) process.exit(2);
}

if (!existsSync(join(here, 'node_modules/hono'))) {
  process.stderr.write('Cài phần riêng của máy chủ (npm ci --prefix server)…\n');
  run('npm', ['ci', '--prefix', here, '--no-audit', '--no-fund'], { shell: process.platform === 'win32' });
}
const sources = ['core', 'session', 'server', 'hand-in', 'province', 'ui'].map((folder) => newest(join(root, folder)));
if (!existsSync(built) || statSync(built).mtimeMs < Math.max(...sources)) {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  if (!existsSync(vite)) {
    process.stderr.write('Hãy chạy "npm ci" trước.\n');
    process.exit(2);
  }
  // The pages first: the server's own program, written last, tells that all are there.
  for (const folder of ['hand-in', 'province', 'server'])
    run(process.execPath, [vite, 'build', '--config', join(root, folder, 'vite.config.ts'), '--logLevel', 'error'], {
      cwd: root,
    });
}
// The page "Bàn chấm", unless another page is set: with it everything can be done in the browser, without a command
// line.
const desk = join(root, 'dist/excel-addin/index.html');
const deskSources = ['core', 'session', 'ui', 'app', 'excel-addin'].map((folder) => newest(join(root, folder)));
const isServing = process.argv.length === 2;
if (isServing && !process.env.BAN_CHAM && (!existsSync(desk) || statSync(desk).mtimeMs < Math.max(...deskSources))) {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  if (existsSync(vite)) {
    process.stderr.write('Dựng trang Bàn chấm, mất chừng một phút…\n');
    run(
      process.execPath,
      [vite, 'build', '--config', join(root, 'excel-addin/vite.config.ts'), '--logLevel', 'error'],
      {
        cwd: root,
      },
    );
  }
}
const build = process.argv.indexOf('--build');
if (build < 0) await import(pathToFileURL(built).href);
