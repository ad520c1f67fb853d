/**
 * Trial of the portal readers by hand: `node bench/trial-capture.mjs --seed 1 --count 2000`. Changes the saved pages
 * and answers of all readers in ten ways and prints how many changed pages were read correctly, refused, read with a
 * warning, lost silently, or read wrongly (goal: none).
 */
import { spawnSync } from 'node:child_process';
import { build } from 'vite';

const argument = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
await build({
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: true,
    outDir: 'dist/trial-capture',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: { input: { trial: 'bench/trial-capture.ts' }, output: { entryFileNames: '[name].mjs' } },
  },
});
const asked = [String(argument('seed', 1)), String(argument('count', 2000))];
process.exit(spawnSync('node', ['dist/trial-capture/trial.mjs', ...asked], { stdio: 'inherit' }).status ?? 1);
