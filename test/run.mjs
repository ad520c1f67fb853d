/**
 * `npm test`: types, lint, all tests, one after the other; every step runs even when an earlier one failed.
 * The last line is `N passed, N failed`, where each step that is no test file counts as one.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './ensure-browser.mjs';

const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-'));
const results = join(folder, 'results.json');
let passed = 0;
let failed = 0;

/** Runs a package's command line with this Node; true when it exits 0. */
function run(script, args) {
  console.log(`\n> ${script.replace('node_modules/', '')} ${args.join(' ')}`);
  return spawnSync(process.execPath, [join('node_modules', script), ...args], { stdio: 'inherit' }).status === 0;
}

function step(script, args) {
  if (run(script, args)) passed++;
  else failed++;
}

step('typescript/bin/tsc', ['-p', 'core']);
step('typescript/bin/tsc', ['-p', '.']);
step('typescript/bin/tsc', ['-p', 'excel-addin']);
step('typescript/bin/tsc', ['-p', 'extension']);
step('@biomejs/biome/bin/biome', ['check', '.']);

const { chromium, desktop } = ensureBrowser();
if (!chromium) console.error('No Chromium (/usr/bin/chromium): install it, or the browser tests fail.');
if (!desktop)
  console.error('No Xvfb and xdotool: keyboard shortcut, context menu and permission dialog are not tested.');

const green = run('vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${results}`,
]);
try {
  const report = JSON.parse(readFileSync(results, 'utf8'));
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  if (!green && report.numFailedTests === 0) failed++; // a file that could not be loaded
} catch {
  failed++;
}
rmSync(folder, { recursive: true, force: true });

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
