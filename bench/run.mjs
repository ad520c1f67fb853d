/**
 * `npm run bench`: bundles each bench with the same tool as the product, runs it in a separate process and prints its
 * table. Figures are ratios of medians, contenders interleaved round by round in the same process. `--write` puts the
 * tables into bench/README.md. Numbers are passed to the benches: `npm run bench -- folder 1000 3000`. `--smallest`:
 * each runs once over the least data, as `npm test` does, so that none rots.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** Run by hand at their full size; with `--smallest` they run too. */
const TRIALS = { 'trial-sheets': ['--count', '3', '--plants', '0'], 'trial-capture': ['--count', '5'] };
const BENCHES = ['score', 'read', 'save', 'folder', 'page', 'excel', 'capture', 'plan', 'plan-words', 'sharing'];
const words = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const isSize = (word) => /^\d+$/.test(word);
const wanted = words.filter((word) => !isSize(word));
const isSmallest = process.argv.includes('--smallest');
const names = wanted.length > 0 ? wanted : BENCHES;

// Contenders that nothing else needs are a package of their own.
if (!existsSync('bench/node_modules')) {
  spawnSync('npm', ['ci', '--prefix', 'bench', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
}

// Under `npm test` the benches take the builds that the tests have made (test/built-once.ts).
if (process.env.THI_DUA_SO_BUILT === undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-bench-'));
  process.env.THI_DUA_SO_BUILT = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
}

await build({
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: true,
    outDir: 'bench/dist',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: { input: Object.fromEntries(names.map((name) => [name, `bench/${name}.ts`])) },
  },
});

for (const name of names) {
  const child = spawnSync(
    process.execPath,
    ['--expose-gc', join('bench/dist', `${name}.js`), ...(isSmallest ? ['--smallest'] : []), ...words.filter(isSize)],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  // Output of a build before the table is not part of it.
  const tables = child.stdout.slice(child.stdout.indexOf('| '));
  process.stdout.write(`\n### ${name}\n\n${tables}`);
  if (child.status !== 0) {
    process.stderr.write(`error: the bench ${name} ended with ${child.status}\n`);
    process.exit(1);
  }
  if (process.argv.includes('--write')) replaceTable(name, tables.trim());
}

for (const [name, size] of isSmallest && wanted.length === 0 ? Object.entries(TRIALS) : []) {
  const { status } = spawnSync(process.execPath, [join('bench', `${name}.mjs`), '--seed', '1', ...size], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) {
    process.stderr.write(`error: ${name} ended with ${status}\n`);
    process.exit(1);
  }
}

/** Puts a table between the markers of its bench in the README. */
function replaceTable(name, table) {
  const readme = readFileSync('bench/README.md', 'utf8');
  const section = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`);
  writeFileSync(
    'bench/README.md',
    readme.replace(section, (_all, open, close) => `${open}${table}\n${close}`),
  );
}
