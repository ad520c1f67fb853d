/**
 * `npm test`: types, lint, all tests; every step runs even when an earlier step failed. While lint is checked, packages
 * and the browser are looked for, and installed if missing. The last line is `N passed, N failed`, where each step
 * that is no test file counts as one. `npm test -- <path or name>…` runs only those: words that are part of a test
 * file's path choose files, other words choose tests by their names.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackagesApart } from '../tools/packages-apart.mjs';
import { ensureBrowser } from './ensure-browser.mjs';
import { findFirefox } from './find-browser.mjs';

const words = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-'));
// All runs of vitest share the production builds, and a place for their folders (test/built-once.ts).
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
const packages = isAll || choice.server ? installPackagesApart() : Promise.resolve();
/** What walks and servers need. */
const prepared = Promise.all([
  // Tests of two lanes start the server, and whoever starts it first would build it.
  ...(isAll || choice.server ? [packages.then(() => ended(process.execPath, ['server/start.mjs', '--build']))] : []),
  ...(isAll ? [step('@biomejs/biome/bin/biome', ['check', '.'])] : []),
  ...(isAll || choice.browser ? [browser()] : []),
]);

/** These make much garbage: with more room for what is new it costs a twentieth less of the processor's time. */
const withRoom = {
  ...process.env,
  NODE_OPTIONS: [process.env.NODE_OPTIONS, '--max-semi-space-size=64'].filter(Boolean).join(' '),
};

/** What one run of vitest has compiled the others read. */
const COMPILED = ['--experimental.fsModuleCache', `--experimental.fsModuleCachePath=${join(folder, 'compiled')}`];

/** One run of vitest; its tests are counted. */
async function tests(name, args, { mayWait = true, isRoomy = false } = {}) {
  const results = join(folder, `${name}.json`);
  const green = await run(
    'vitest/vitest.mjs',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...COMPILED, ...args],
    { mayWait, ...(isRoomy ? { env: withRoom } : {}) },
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

/** Does the jobs in their order, so many at a time; tells how long each took. */
async function inLanes(lanes, jobs) {
  const waiting = Object.entries(jobs);
  const took = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, job] = next;
      const start = Date.now();
      await job(name);
      took.push(`${name} ${Math.round((Date.now() - start) / 1000)} s`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  console.log(`\n${took.join(', ')}`);
}

const browsing = (folders) => async (name) => {
  await prepared;
  await tests(name, ['--project=e2e', ...folders.map((folder) => join('test/e2e', folder, '/'))], { mayWait: false });
};

function computing(project, ...args) {
  return (name) => tests(name, [`--project=${project}`, ...args], { isRoomy: true });
}

const FIRST_WALKS = ['app', 'excel-addin'];
const walks = readdirSync('test/e2e', { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? one.name : []));
/** The tests in these folders share the plans they read, so they stay in one process. */
const OF_PLANS = ['plan', 'dossier', 'form'];
const unit = computing('unit', '--exclude', `test/unit/{${OF_PLANS}}/**`);

// Two browsers, which come first where all want the processor but wait about a third of their time; two that compute
// fill what is left of two cores. The longest come first, so that all lanes are busy to the end.
if (isAll)
  await inLanes(4, {
    'browser-1': browsing(FIRST_WALKS),
    'browser-2': browsing(walks.filter((name) => !FIRST_WALKS.includes(name))),
    unit: async (name) => {
      // Some of its tests compile too, into the same folder.
      await packages;
      await scriptStep('tools/types.mjs');
      await unit(name);
    },
    host: computing('host'),
    'unit-of-plans': computing('unit', ...OF_PLANS.map((folder) => join('test/unit', folder, '/'))),
    server: async (name) => {
      await prepared;
      await tests(name, ['--project=server']);
    },
    cli: (name) => tests(name, ['--project=cli']),
    bench: () => scriptStep('bench/run.mjs', '--smallest'),
  });
else {
  await prepared;
  await tests('chosen', [...choice.paths, ...(choice.names.length > 0 ? ['-t', choice.names.join(' ')] : [])]);
}
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
