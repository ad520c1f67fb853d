/**
 * What this machine keeps of a shared book: its key and all entries and files it has seen. A folder for each space,
 * readable by its owner alone.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Signer } from '../../core/share/entry.ts';
import { deviceOf } from '../../core/share/sign-entry.ts';
import { keyPairOf, newKeyPair, signerOf } from '../../session/share/web-crypto.ts';
import { writeTrouble } from '../files/file-trouble.ts';
import { refuse, UsageError } from '../usage-error.ts';
import { lockStore } from './store-lock.ts';

const KEY_FILE = 'khoa-may.json';
const SERVER_FILE = 'may-chu.txt';

export interface OwnStore {
  /** Where its entries and files lie; absolute. */
  readonly folder: string;
  /** Where its key lies, and what else is this machine's alone; absolute. */
  readonly home: string;
  readonly signer: Signer;
  readonly device: string;
  /** Lets other commands of this machine sign; this one signs no more. */
  readonly release: () => void;
}

/** Where the stores lie: `--home`, or the place the system has for a user's own data. */
export function storesFolder(home: string | undefined): string {
  if (home !== undefined) return join(home, 'so-chung');
  const { THI_DUA_SO_HOME: own, LOCALAPPDATA: windows, XDG_DATA_HOME: data } = process.env;
  return join(own || join(windows || data || join(homedir(), '.local', 'share'), 'thi-dua-so'), 'so-chung');
}

/** Names of the spaces this machine takes part in. */
export function ownSpaces(stores: string): readonly string[] {
  if (!existsSync(stores)) return [];
  return readdirSync(stores).filter((name) => /^[0-9a-f]{64}$/.test(name) && existsSync(join(stores, name, KEY_FILE)));
}

/** The server on which this machine last had the space; '' = none. */
export function serverOf(stores: string, space: string): string {
  const path = join(stores, space, SERVER_FILE);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
}

export function rememberServer(stores: string, space: string, origin: string): void {
  if (serverOf(stores, space) === origin) return;
  const path = join(stores, space, SERVER_FILE);
  try {
    writeFileSync(path, `${origin}\n`, { mode: 0o600 });
  } catch (error) {
    refuse(`Không ghi được "${path}": ${writeTrouble(error)}.`);
  }
}

/**
 * The store of a space this machine takes part in, for this command alone (store-lock.ts); ends the command when its key
 * cannot be read.
 */
export async function openStore(stores: string, space: string): Promise<OwnStore> {
  const folder = join(stores, space);
  try {
    const signer = await signerOf(await keyPairOf(JSON.parse(readFileSync(join(folder, KEY_FILE), 'utf8'))));
    return await locked(folder, signer);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const path = join(folder, KEY_FILE);
    return refuse(`Không đọc được khóa của máy này ("${path}"): hãy lấy lại tệp đó, hoặc bỏ đi rồi xin tham gia lại.`);
  }
}

/** The device this machine is in the space; null where its key cannot be read. */
export async function deviceIn(stores: string, space: string): Promise<string | null> {
  try {
    const jwk = JSON.parse(readFileSync(join(stores, space, KEY_FILE), 'utf8'));
    return deviceOf((await signerOf(await keyPairOf(jwk))).key);
  } catch {
    return null;
  }
}

async function locked(folder: string, signer: Signer): Promise<OwnStore> {
  const release = await lockStore(folder);
  return { folder: entriesIn(folder), home: folder, signer, device: deviceOf(signer.key), release };
}

/** A key for a space not joined yet; it is stored when `keep` is called with the space's name. */
export async function newStore(
  stores: string,
): Promise<{ readonly signer: Signer; readonly keep: (space: string) => Promise<OwnStore> }> {
  const pair = await newKeyPair(true);
  const signer = await signerOf(pair);
  const jwk = JSON.stringify(await crypto.subtle.exportKey('jwk', pair.privateKey));
  return {
    signer,
    keep: async (space) => {
      const folder = join(stores, space);
      try {
        mkdirSync(entriesIn(folder), { recursive: true, mode: 0o700 });
        writeFileSync(join(folder, KEY_FILE), jwk, { mode: 0o600, flag: 'wx' });
        chmodSync(folder, 0o700);
      } catch (error) {
        refuse(`Không giữ được khóa của máy này trong "${folder}": ${writeTrouble(error)}.`);
      }
      return locked(folder, signer);
    },
  };
}

/** Separate from the key, because any file in it may be read as entries. */
function entriesIn(folder: string): string {
  return join(folder, 'muc');
}
