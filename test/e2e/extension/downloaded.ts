/** The file a press of a button makes: waited for until it is whole, taken out of the folder of downloads. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from './browser.ts';

export interface Downloaded {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export async function downloaded({ downloads }: Browser, press: () => Promise<void>): Promise<Downloaded> {
  const before = readdirSync(downloads);
  await press();
  const late = Date.now() + 30_000;
  while (Date.now() < late) {
    await new Promise((again) => setTimeout(again, 50));
    const now = readdirSync(downloads).filter((name) => !before.includes(name));
    const [name] = now;
    // Under a name of the browser's own until it is whole.
    if (name === undefined || now.length > 1 || /crdownload$|^\.|^[0-9a-f-]{36}$/.test(name)) continue;
    const bytes = new Uint8Array(readFileSync(join(downloads, name)));
    rmSync(join(downloads, name));
    return { name, bytes };
  }
  throw new Error(`no file was made: ${readdirSync(downloads).join(', ')}`);
}
