/** The page and the command line as they are given out, built once for all test files. */
import { join } from 'node:path';
import { build } from 'vite';
import { builtOnce } from '../built-once.ts';

export const ROOT = join(import.meta.dirname, '../../..');

/** Folder of the built page. */
export const builtPage = () => builtOnce('app', (to) => production('app/vite.config.ts', to));
/** Folder of the built command line. */
export const builtCli = () => builtOnce('cli', (to) => production('vite.config.ts', to));

async function production(configFile: string, outDir: string): Promise<void> {
  const before = process.env.NODE_ENV;
  // Else React's slow half would be built in, with the paths of its sources.
  process.env.NODE_ENV = 'production';
  try {
    await build({ configFile: join(ROOT, configFile), logLevel: 'error', build: { outDir, emptyOutDir: true } });
  } finally {
    process.env.NODE_ENV = before;
  }
}
