/**
 * Trial on sheets composed at random: `node bench/trial-sheets.mjs --seed N --count 2000 [--plants 20] [--code CODE] [--show 10]`.
 * Prints how many values are read right, wrong or not at all without a flag, error and warning flags a clean sheet, for
 * each code how many planted faults are found, and by which layout choice the failures go. Run by hand;
 * `npm test` runs it over three sheets, so that it does not rot.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const work = await mkdtemp(join(tmpdir(), 'trial-'));
try {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(here, '..'),
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: work,
      minify: false,
      rolldownOptions: { input: { trial: join(here, 'trial-sheets.ts') }, output: { entryFileNames: '[name].mjs' } },
    },
  });
  const { trial } = await import(pathToFileURL(join(work, 'trial.mjs')).href);
  await trial(process.argv.slice(2), (text) => process.stdout.write(`${text}\n`));
} finally {
  await rm(work, { recursive: true, force: true });
}
