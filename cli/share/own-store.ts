/**
 * What this machine keeps of a shared book: its key and all entries and files it has seen. A folder for each space,
 * readable by its owner alone.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { deviceOf, type Signer } from '../../core/share/entry.ts';
import { keyPairOf, newKeyPair, signerOf } from '../../session/share/web-crypto.ts';
import { writeTrouble } from '../files/file-trouble.ts';
import { refuse } from '../usage-error.ts';

const KEY_FILE = 'khoa-may.json';
const SERVER_FILE = 'may-chu.txt';

export interface OwnStore {
  /** Where its entries and files lie; absolute. */
  readonly folder: string;
  readonly signer: Signer;
  readonly device: string;
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

/** The store of a space this machine takes part in; ends the command when its key cannot be read. */
export async function openStore(stores: string, space: string): Promise<OwnStore> {
  const folder = join(stores, space);
  try {
    const signer = await signerOf(await keyPairOf(JSON.parse(readFileSync(join(folder, KEY_FILE), 'utf8'))));
    return { folder: entriesIn(folder), signer, device: deviceOf(signer.key) };
  } catch {
    const path = join(folder, KEY_FILE);
    return refuse(`Không đọc được khóa của máy này ("${path}"): hãy lấy lại tệp đó, hoặc bỏ đi rồi xin tham gia lại.`);
  }
}

/** A key for a space not joined yet; kept when `keep` is called with the space's name. */
export async function newStore(
  stores: string,
): Promise<{ readonly signer: Signer; readonly keep: (space: string) => OwnStore }> {
  const pair = await newKeyPair(true);
  const signer = await signerOf(pair);
  const jwk = JSON.stringify(await crypto.subtle.exportKey('jwk', pair.privateKey));
  return {
    signer,
    keep: (space) => {
      const folder = join(stores, space);
      try {
        mkdirSync(entriesIn(folder), { recursive: true, mode: 0o700 });
        writeFileSync(join(folder, KEY_FILE), jwk, { mode: 0o600, flag: 'wx' });
        chmodSync(folder, 0o700);
      } catch (error) {
        refuse(`Không giữ được khóa của máy này trong "${folder}": ${writeTrouble(error)}.`);
      }
      return { folder: entriesIn(folder), signer, device: deviceOf(signer.key) };
    },
  };
}

/** Apart from the key: whatever lies there may be read as entries. */
function entriesIn(folder: string): string {
  return join(folder, 'muc');
}
