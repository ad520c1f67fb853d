/** A shared book on a server: which book is meant, and this machine's part in it. */
import { createHash } from 'node:crypto';
import { done } from '../../core/base/result.ts';
import { folderCarrier } from '../../core/share/folder-carrier.ts';
import { rememberingCarrier } from '../../core/share/remembering-carrier.ts';
import { type Invitation, invitationLink, readInvitation } from '../../session/share/invitation.ts';
import { serverOn } from '../../session/share/server-on.ts';
import { askToTakePart, foundBook } from '../../session/share/take-part.ts';
import { webCipher } from '../../session/share/web-cipher.ts';
import { newVerify } from '../../session/share/web-crypto.ts';
import { refuse } from '../usage-error.ts';
import { nodeFolder } from './node-folder.ts';
import { newStore, type OwnStore, openStore, ownSpaces, rememberServer, serverOf } from './own-store.ts';
import { seenMemory } from './seen-memory.ts';
import { machineName, type OpenSpace, type SpaceWish } from './space.ts';

/** Ends the command where it is not sure which space is meant, or the server refuses. */
export async function openServerSpace(typed: string, wish: SpaceWish): Promise<OpenSpace> {
  const link = linkOf(typed);
  const { stores } = wish;
  if (wish.found !== undefined) return foundThere(link, wish, wish.found);
  if (link.space !== null && !ownSpaces(stores).includes(link.space)) {
    const made = await newStore(stores);
    const name = machineName(wish);
    return joined(link, link.space, await made.keep(link.space), { ...wish, name });
  }
  const space = link.space ?? chosen(link, wish);
  const store = await openStore(stores, space);
  return link.space === null ? opened(link, space, store, stores, null) : joined(link, space, store, wish);
}

export function linkOf(typed: string): Invitation {
  const read = readInvitation(typed);
  return read.ok ? read.value : refuse(read.refusal.message);
}

/** Of the books this machine takes part in: the book named, else the last book it used on this server. */
function chosen({ origin, code }: Invitation, { stores, space }: SpaceWish): string {
  const own = ownSpaces(stores);
  const wanted =
    space === undefined || space === ''
      ? own.filter((text) => code !== null || serverOf(stores, text) === origin)
      : own.filter((text) => text.startsWith(space));
  const [only, second] = wanted;
  if (!only) {
    return refuse(
      `Máy này chưa tham gia sổ chung nào ở ${origin}: cần liên kết mời của chủ tịch, hoặc liên kết lập sổ của người quản trị kèm --found.`,
    );
  }
  if (second)
    refuse(
      `Máy này có ${wanted.length} sổ chung: ${wanted.map((text) => text.slice(0, 16)).join('; ')}. Hãy ghi --space.`,
    );
  return only;
}

async function foundThere(link: Invitation, wish: SpaceWish, title: string): Promise<OpenSpace> {
  if (link.code === null || link.space !== null)
    refuse('Lập sổ trên máy chủ cần liên kết lập sổ của người quản trị máy chủ.');
  const name = machineName(wish);
  const made = await newStore(wish.stores);
  const founded = await foundBook(made.signer, { name, title }, wish.at, async (space) =>
    opened(link, space, await made.keep(space), wish.stores, 'founded'),
  );
  return founded.ok ? { ...founded.value.machine, recovery: founded.value.recovery } : refuse(founded.refusal.message);
}

/** Asks to take part, unless this machine did so before. */
async function joined(link: Invitation, space: string, store: OwnStore, wish: SpaceWish): Promise<OpenSpace> {
  const open = opened(link, space, store, wish.stores, null);
  const request = await askToTakePart(open, () => machineName(wish), wish.at, newVerify());
  if (!request.ok) return refuse(request.refusal.message);
  return request.value.isNew ? { ...open, begun: 'asked' } : open;
}

/** Node's own takes a seventh of the time. */
function digestOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function opened(
  { origin, code }: Invitation,
  space: string,
  store: OwnStore,
  stores: string,
  how: OpenSpace['begun'],
): OpenSpace {
  rememberServer(stores, space, origin);
  const own = folderCarrier(nodeFolder(store.folder), store.device, webCipher);
  const server = serverOn({ origin, space, code, signer: store.signer, digest: digestOfText });
  const invite = async () => {
    const made = await server.invite();
    return made.ok ? done(invitationLink({ origin, space, code: made.value })) : made;
  };
  const others = rememberingCarrier(server, own, seenMemory(stores, space, origin), () => Date.now());
  return {
    space,
    store,
    signer: store.signer,
    own,
    others,
    begun: how,
    recovery: null,
    place: `--server ${origin}`,
    invite,
    newsAfter: server.newsAfter,
  };
}
