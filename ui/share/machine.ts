/** This browser's part in a shared book: its key, what it keeps, the way to the others. */
import { done, type Result } from '../../core/base/result.ts';
import { folderCarrier } from '../../core/share/folder-carrier.ts';
import { memoryIn, rememberingCarrier } from '../../core/share/remembering-carrier.ts';
import { deviceOf } from '../../core/share/sign-entry.ts';
import { invitationLink } from '../../session/share/invitation.ts';
import type { ServerCarrier, ServerDoor } from '../../session/share/server-carrier.ts';
import type { Machine } from '../../session/share/take-part.ts';
import { askToTakePart, foundBook } from '../../session/share/take-part.ts';
import { webCipher } from '../../session/share/web-cipher.ts';
import { newKeyPair, newVerify, signerOf } from '../../session/share/web-crypto.ts';
import { handleFolder, mayUse } from './chosen-folder.ts';
import { dropSpace, keepSpace, type StoredSpace, spaceFolder, storedSpaces, type Way } from './stored-spaces.ts';

/** How this page reaches a server. */
export interface ServerWay {
  /** The browser asks the officer, when it has to; only within a press of a button. */
  readonly mayReach: (origin: string) => Promise<boolean>;
  readonly carrierOn: (door: Pick<ServerDoor, 'origin' | 'space' | 'signer' | 'code'>) => ServerCarrier;
}

export interface BrowserMachine extends Machine {
  readonly device: string;
  readonly way: Way;
  /** The code on paper, when the book was founded just now. */
  readonly recovery?: string;
  /**
   * Makes a link with which another machine may ask to take part; null where everybody with access to the folder may.
   */
  readonly invite: (() => Promise<Result<string>>) | null;
  /** The browser asks the officer, when it has to; only within a press of a button. */
  readonly mayUse: () => Promise<boolean>;
}

/**
 * `code` = of an invitation; null once this machine takes part. Throws where the book is on a server and this page
 * reaches none (`servers` = null).
 */
export async function machineOf(
  stored: StoredSpace,
  servers: ServerWay | null,
  code: string | null = null,
): Promise<BrowserMachine> {
  const { space, way } = stored;
  const signer = await signerOf(stored.pair);
  const device = deviceOf(signer.key);
  const own = folderCarrier(spaceFolder(space), device, webCipher);
  const here = { space, signer, device, own, way };
  if (way.kind === 'folder') {
    const others = folderCarrier(handleFolder(way.handle), device, webCipher);
    return { ...here, others, invite: null, mayUse: () => mayUse(way.handle).catch(() => false) };
  }
  if (servers === null) throw new Error('no way to the server');
  const { origin } = way;
  const server = servers.carrierOn({ origin, space, signer, code });
  const memory = memoryIn(stored.seen, (seen) => keepSpace({ ...stored, seen }));
  const others = rememberingCarrier(server, own, memory, () => Date.now());
  const invite = async () => {
    const made = await server.invite();
    return made.ok ? done(invitationLink({ origin, space, code: made.value })) : made;
  };
  return { ...here, others, invite, mayUse: () => servers.mayReach(origin) };
}

interface Names {
  /** Of the machine and who uses it. */
  readonly name: string;
  readonly title: string;
}

export async function foundHere(way: Way, servers: ServerWay | null, code: string | null, names: Names, at: string) {
  const pair = await newKeyPair(false);
  let begunSpace = '';
  const founded = await foundBook(await signerOf(pair), names, at, (space) => {
    begunSpace = space;
    return begun({ space, pair, way, seen: null }, servers, code);
  });
  if (!founded.ok) await dropSpace(begunSpace);
  return founded;
}

/** Asks to take part in the space, with this browser's key for it or a new key. */
export async function askHere(
  way: Way,
  servers: ServerWay | null,
  { space, code, name }: { readonly space: string; readonly code: string | null; readonly name: string },
  at: string,
): Promise<Result<BrowserMachine>> {
  const known = (await storedSpaces()).find((storedSpace) => storedSpace.space === space);
  const machine = await begun(
    { space, pair: known?.pair ?? (await newKeyPair(false)), way, seen: null },
    servers,
    code,
  );
  const joined = await askToTakePart(machine, () => name, at, newVerify());
  if (joined.ok) return { ok: true, value: machine };
  if (known) await keepSpace(known);
  else await dropSpace(space);
  return joined;
}

/** The key is stored before anything is signed with it. */
async function begun(stored: StoredSpace, servers: ServerWay | null, code: string | null): Promise<BrowserMachine> {
  await keepSpace(stored);
  return machineOf(stored, servers, code);
}
