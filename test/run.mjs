/**
 * `npm test`: types, lint, all tests; every step runs even when an earlier step failed. While types and lint are
 * checked, the browser is looked for, and installed if missing. The last line is `N passed, N failed`, where each step
 * that is no test file counts as one. `npm test -- <path or name>…` runs only those: words that are part of a test
 * file's path choose files, other words choose tests by their names.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './ensure-browser.mjs';
import { findFirefox } from './find-browser.mjs';

const words = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-'));
// All runs of vitest share the production builds (test/built-once.ts).
process.env.THI_DUA_SO_BUILT = folder;
let passed = 0;
let failed = 0;

/** True when it exits 0. What may wait leaves the processor to what may not. */
function ended(command, args, { mayWait = false, ...options } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    if (mayWait && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    child.once('close', (code) => done(code === 0));
  });
}

/** Runs a package's command line with this Node; true when it exits 0. */
function run(script, args, options) {
  console.log(`\n> ${script.replace('node_modules/', '')} ${args.join(' ')}`);
  return ended(process.execPath, [join('node_modules', script), ...args], options);
}

/** What only the server needs is a package of its own. */
async function serverPackages() {
  if (existsSync('server/node_modules/pg')) return;
  console.log('\n> npm ci --prefix server');
  const args = ['ci', '--prefix', 'server', '--no-audit', '--no-fund'];
  await ended('npm', args, { shell: process.platform === 'win32' });
}

async function step(script, args) {
  if (await run(script, args)) passed++;
  else failed++;
}

/** One step whose script says by its exit code whether it passed. */
async function scriptStep(script, ...args) {
  console.log(`\n> ${script} ${args.join(' ')}`);
  if (await ended(process.execPath, [script, ...args], { mayWait: true })) passed++;
  else failed++;
}

function testFiles() {
  return readdirSync('test', { recursive: true })
    .map((path) => join('test', path))
    .filter((path) => /\.test\.tsx?$/.test(path));
}

/** What vitest is to choose. */
function chosen() {
  const files = testFiles();
  const paths = words.filter((word) => files.some((file) => file.includes(word)));
  const names = words.filter((word) => !paths.includes(word));
  return {
    paths,
    names,
    browser: needs(files, paths, 'e2e'),
    server: needs(files, paths, join('test', 'server')),
  };
}

/** Whether a chosen file is in the folder. */
function needs(files, paths, folder) {
  return files.some((file) => file.includes(folder) && paths.some((path) => file.includes(path)));
}

async function browser() {
  const { chromium, desktop } = await ensureBrowser();
  if (!chromium) console.error('No Chromium: install it, or the browser tests fail.');
  if (!desktop)
    console.error('No Xvfb and xdotool: keyboard shortcut, context menu and permission dialog are not tested.');
  if (findFirefox() === null) console.error('No Firefox: the page is not opened in it.');
}

const choice = chosen();
const isAll = words.length === 0;
await Promise.all([
  ...(isAll ? [scriptStep('tools/types.mjs')] : choice.server ? [serverPackages()] : []),
  ...(isAll ? [step('@biomejs/biome/bin/biome', ['check', '.'])] : []),
  ...(isAll || choice.browser ? [browser()] : []),
]);

/** These make much garbage: with more room for what is new it costs a twentieth less of the processor's time. */
const ROOMY = new Set(['unit', 'host']);
const withRoom = {
  ...process.env,
  NODE_OPTIONS: [process.env.NODE_OPTIONS, '--max-semi-space-size=64'].filter(Boolean).join(' '),
};

/** One run of vitest; its tests are counted. */
async function tests(name, ...args) {
  const results = join(folder, `${name}.json`);
  const green = await run(
    'vitest/vitest.mjs',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...args],
    { mayWait: name !== 'browser', ...(ROOMY.has(name) ? { env: withRoom } : {}) },
  );
  try {
    const report = JSON.parse(readFileSync(results, 'utf8'));
    passed += report.numPassedTests;
    failed += report.numFailedTests;
    if (!green && report.numFailedTests === 0) failed++; // a file that could not be loaded
  } catch {
    failed++;
  }
}

// The browser waits more than it works and takes longest, so it goes first where all want the processor; the others,
// each one file at a time, fill what it leaves of two cores. The server's tests wait too: they come before what only
// computes. Two browsers were no faster, and starved the rest.
if (isAll)
  await Promise.all([
    tests('server', '--project=server').then(() => tests('unit', '--project=unit')),
    tests('cli', '--project=cli')
      .then(() => tests('host', '--project=host'))
      .then(() => scriptStep('bench/run.mjs', '--smallest')),
    tests('browser', '--project=e2e'),
  ]);
else await tests('chosen', ...choice.paths, ...(choice.names.length > 0 ? ['-t', choice.names.join(' ')] : []));
rmSync(folder, { recursive: true, force: true });

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
