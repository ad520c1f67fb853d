/**
 * `npm test`: types, lint, all tests; every step runs even when an earlier step failed. Packages and the browser are
 * looked for at the start, and installed if missing, while what needs neither has begun. The last line is `N passed, N
 * failed`, where each step that is no test file counts as one. `npm test -- <path or name>…` runs only those: words that
 * are part of a test file's path choose files, other words choose tests by their names.
 * Before the last line stands why it failed: each failed step and test with the first line of its error. A test of the
 * browser that passed only at its second try stands there too, and does not fail the run.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { installPackagesApart } from '../tools/packages-apart.mjs';
import { ensureBrowser } from './ensure-browser.mjs';
import { findFirefox } from './find-browser.mjs';

const words = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-'));
// All runs of vitest share the production builds, and a place for their folders (test/built-once.ts).
process.env.THI_DUA_SO_BUILT = folder;
let passed = 0;
/** Lines for the end of the run. */
const failures = [];
const secondTries = [];

/** True when it exits 0. What may wait leaves the processor to what may not; `hear` gets what it writes. */
function ended(command, args, { mayWait = false, hear, ...options } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: hear ? ['inherit', 'pipe', 'pipe'] : 'inherit', ...options });
    if (mayWait && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    for (const end of ['stdout', 'stderr'])
      child[end]?.on('data', (bytes) => {
        process[end].write(bytes);
        hear(bytes);
      });
    child.once('error', (error) => hear?.(`${error}\n`));
    child.once('close', (code) => done(code === 0));
  });
}

/** Runs a package's command line with this Node; true when it exits 0. */
function run(script, args, options) {
  console.log(`\n> ${script.replace('node_modules/', '')} ${args.join(' ')}`);
  return ended(process.execPath, [join('node_modules', script), ...args], options);
}

/** A step that is no test file: its script says by its exit code whether it passed. */
async function step(script, ...args) {
  console.log(`\n> ${script} ${args.join(' ')}`);
  let output = '';
  const hear = (bytes) => {
    output += bytes;
  };
  if (await ended(process.execPath, [script, ...args], { mayWait: true, hear })) passed++;
  else failures.push(`${script}: ${tellingLine(output)}`);
}

/** The first line that speaks of an error, or the last. */
function tellingLine(output) {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (lines.find((line) => /\berror\b|━━/i.test(line)) ?? lines.at(-1) ?? 'ended without a word').slice(0, 200);
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
  ...(isAll || choice.browser ? [browser()] : []),
]);

/** These make much garbage: with more room for what is new it costs a twentieth less of the processor's time. */
const ROOM = {
  NODE_OPTIONS: [process.env.NODE_OPTIONS, '--max-semi-space-size=64'].filter(Boolean).join(' '),
};

/** What one run of vitest has compiled the others read. */
const COMPILED = ['--experimental.fsModuleCache', `--experimental.fsModuleCachePath=${join(folder, 'compiled')}`];

/** The processor's seconds that a lane took, where the system tells. */
const processor = new Map();

/** One run of vitest; its tests are counted, its failures kept for the end. */
async function tests(name, args, { mayWait = true, isRoomy = false } = {}) {
  const written = join(folder, `${name}.json`);
  const green = await run(
    'vitest/vitest.mjs',
    ['run', '--reporter=default', '--reporter=./test/lane-report.mjs', ...COMPILED, ...args],
    { mayWait, env: { ...process.env, ...(isRoomy ? ROOM : {}), THI_DUA_SO_REPORT: written } },
  );
  const report = existsSync(written) ? JSON.parse(readFileSync(written, 'utf8')) : { passed: 0, failures: [] };
  const line = ({ file, name: test, error }) => [name, file, test, error].filter(Boolean).join(' | ');
  passed += report.passed;
  failures.push(...report.failures.map(line));
  secondTries.push(...(report.secondTries ?? []).map(line));
  if (!green && report.failures.length === 0)
    failures.push(`${name} | vitest ended with an error of its own, see above`);
  if (report.seconds) processor.set(name, report.seconds);
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
      const busy = processor.has(name) ? ` (processor ${processor.get(name)} s)` : '';
      took.push(`${name} ${Math.round((Date.now() - start) / 1000)} s${busy}`);
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

/** Processor seconds on two cores: the add-in 290, the extension 230, all others together about 200. */
const LONG_WALKS = ['excel-addin', 'extension'];
const otherWalks = readdirSync('test/e2e', { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() && !LONG_WALKS.includes(entry.name) ? entry.name : [],
);
/** The tests in these folders share the plans they read, so they stay in one process. */
const OF_PLANS = ['plan', 'dossier', 'form'];
const OF_SHEETS = ['sheet', 'sheets', 'grammar', 'report', 'portal'];
const inFolders = (folders) => folders.map((folder) => join('test/unit', folder, '/'));
const SESSIONS = 'test/host/session-';

// Two browsers, which come first where all want the processor, but wait about a third of their time; two that compute
// fill the rest of two cores. More at once only slow each other down. The longest come first, so that all lanes are
// busy to the end.
if (isAll)
  await inLanes(4, {
    'browser-1': browsing([LONG_WALKS[0]]),
    'browser-2': browsing([LONG_WALKS[1]]),
    unit: async (name) => {
      // Some of its tests compile too, into the same folder.
      await packages;
      await step('tools/types.mjs', '--singleThreaded');
      await computing('unit', '--exclude', `test/unit/{${[...OF_PLANS, ...OF_SHEETS]}}/**`)(name);
    },
    'unit-of-plans': computing('unit', ...inFolders(OF_PLANS)),
    // Not with the first two: it would be the last to end, with one processor idle.
    'browser-3': browsing(otherWalks),
    sessions: computing('host', SESSIONS),
    server: async (name) => {
      await prepared;
      await tests(name, ['--project=server']);
    },
    'unit-of-sheets': computing('unit', ...inFolders(OF_SHEETS)),
    // After the rest of its project has begun: the first to begin prepares Fluent for both.
    host: computing('host', '--exclude', `${SESSIONS}*`),
    cli: (name) => tests(name, ['--project=cli']),
    bench: () => step('bench/run.mjs', '--smallest'),
    lint: () => step('node_modules/@biomejs/biome/bin/biome', 'check', '.'),
  });
else {
  await prepared;
  await tests('chosen', [...choice.paths, ...(choice.names.length > 0 ? ['-t', choice.names.join(' ')] : [])]);
}
try {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
} catch (error) {
  // A browser that has ended may be writing its last: what it leaves behind is no fault of the tests.
  console.error(`Left behind: ${error.message}`);
}

tellAll('Passed at the second try', secondTries);
tellAll('Failed', failures);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 && passed > 0 ? 0 : 1;

function tellAll(heading, lines) {
  if (lines.length > 0) console.log(`\n${heading}:\n${lines.map((line) => `  ${line}`).join('\n')}`);
}
