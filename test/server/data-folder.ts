/**
 * Folders for the data of a server that runs over the embedded database, which is in them already with its tables and
 * nothing else: to make one takes three seconds of the processor. process.test.ts has the server make its own.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../built-for-production.ts';
import { builtOnce, runFolder } from '../built-once.ts';

export async function newDataFolder(): Promise<string> {
  const made = await builtOnce('embedded-database', makeDatabase);
  const folder = mkdtempSync(join(runFolder(), 'server-'));
  cpSync(made, folder, { recursive: true });
  return folder;
}

async function makeDatabase(folder: string): Promise<void> {
  // Installs the server's packages where they are missing.
  execFileSync(process.execPath, [join(ROOT, 'server/start.mjs'), '--build'], { stdio: 'ignore' });
  const { openEmbedded } = await import('../../server/engine/embedded.ts');
  // The server puts its own key in the place of this one.
  const engine = await openEmbedded(folder, join(ROOT, 'server/migrations'), Buffer.alloc(32));
  await engine.close();
}
