#!/usr/bin/env node
/**
 * Launcher of the command line: builds dist/cli/thi-dua-so.js when it is missing or older than a source file, then runs
 * it. Plain JavaScript, because it is what Node runs before anything is built. Nothing but the command itself writes to
 * stdout.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const built = join(root, 'dist/cli/thi-dua-so.js');
const lock = join(root, 'dist/.building');
const LOCK_EXPIRES = 60_000;

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

/** Latest change of a source file under the folder; tests and samples are not part of the build. */
function newestSource(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) newest = Math.max(newest, newestSource(path));
    else if (/\.(ts|json)$/.test(entry.name)) newest = Math.max(newest, modified(path) ?? 0);
  }
  return newest;
}

function isFresh() {
  const at = modified(built);
  if (at === undefined) return false;
  const sources = [
    newestSource(join(root, 'core')),
    newestSource(join(root, 'session')),
    newestSource(join(root, 'cli')),
    newestSource(join(root, 'movements')),
    modified(join(root, 'vite.config.ts')) ?? 0,
  ];
  return at > Math.max(...sources);
}

/** One process builds, the others wait: a half-written bundle is never run. */
async function takeLock() {
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const since = modified(lock);
      if (since !== undefined && Date.now() - since > LOCK_EXPIRES) rmSync(lock, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Builds beside the old bundle and swaps the folders, so that a failed build leaves the old bundle. */
async function build() {
  const fresh = join(root, `dist/.cli-${process.pid}`);
  await takeLock();
  try {
    if (isFresh()) return;
    const started = new Date();
    // In a process of its own, so that the builder's memory is gone before the work begins.
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    if (!existsSync(vite)) throw new Error('Hãy chạy "npm ci" trước.');
    const args = [vite, 'build', '--outDir', fresh, '--logLevel', 'error'];
    const { status, stderr, stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr || stdout);
    // A source changed while we built is newer than this mark: the next run builds again.
    utimesSync(join(fresh, 'thi-dua-so.js'), started, started);
    rmSync(join(root, 'dist/cli'), { recursive: true, force: true });
    renameSync(fresh, join(root, 'dist/cli'));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    if (existsSync(lock)) rmdirSync(lock);
  }
}

try {
  if (!isFresh()) await build();
} catch (error) {
  const reason = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  process.stderr.write(`Không dựng được chương trình. ${reason.split('\n').slice(0, 8).join('\n')}\n`);
  process.exit(2);
}
await import(pathToFileURL(built).href);
