/** A shared book on a server: which one is meant, and this machine's part in it. */

import type { Read } from '../../core/share/entry.ts';
import { folderCarrier } from '../../core/share/folder-carrier.ts';
import { rememberingCarrier } from '../../core/share/remembering-carrier.ts';
import { synchronise } from '../../core/share/sync.ts';
import { found, say } from '../../core/share/writer.ts';
import { newLinkKey } from '../../session/share/link-key.ts';
import { serverCarrier } from '../../session/share/server-carrier.ts';
import { newVerify } from '../../session/share/web-crypto.ts';
import { refuse } from '../usage-error.ts';
import { nodeFolder } from './node-folder.ts';
import { newStore, type OwnStore, openStore, ownSpaces, rememberServer, serverOf } from './own-store.ts';
import { recoveryCode } from './recovery-code.ts';
import { seenMemory } from './seen-memory.ts';
import { machineName, type OpenSpace, type SpaceWish } from './space.ts';

/** `#` + code founds a book; `#` + space + `.` + code joins one; nothing = a book this machine takes part in. */
interface Link {
  readonly origin: string;
  readonly space: string | null;
  readonly code: string | null;
}

const SECONDS = 60;

/** Ends the command where it is not sure which space is meant, or the server refuses. */
export async function openServerSpace(typed: string, wish: SpaceWish): Promise<OpenSpace> {
  const link = linkOf(typed);
  const { stores } = wish;
  if (wish.found !== undefined) return foundThere(link, wish, wish.found);
  if (link.space !== null && !ownSpaces(stores).includes(link.space)) {
    const made = await newStore(stores);
    const name = machineName(wish);
    return joined(link, link.space, made.keep(link.space), { ...wish, name });
  }
  const space = link.space ?? chosen(link, wish);
  const store = await openStore(stores, space);
  return link.space === null ? opened(link, space, store, stores, null) : joined(link, space, store, wish);
}

export function linkOf(typed: string): Link {
  const url = URL.canParse(typed)
    ? new URL(typed)
    : refuse(`"${typed}" không phải địa chỉ máy chủ: cần dạng https://…`);
  const isHere = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) {
    refuse('Địa chỉ máy chủ phải bắt đầu bằng https:// để không ai đọc được trên đường truyền.');
  }
  const [, space = null, code = null] = /^#(?:([0-9a-f]{64})\.)?([0-9a-f]{32})$/.exec(url.hash) ?? [];
  if (url.hash !== '' && code === null) refuse('Liên kết mời bị thiếu hoặc thừa ký tự: hãy chép lại cả liên kết.');
  return { origin: url.origin, space, code };
}

/** Of the books this machine takes part in: the one named, else the one it last had on this server. */
function chosen({ origin, code }: Link, { stores, space }: SpaceWish): string {
  const own = ownSpaces(stores);
  const wanted =
    space === undefined || space === ''
      ? own.filter((one) => code !== null || serverOf(stores, one) === origin)
      : own.filter((one) => one.startsWith(space));
  const [only, second] = wanted;
  if (!only) {
    return refuse(
      `Máy này chưa tham gia sổ chung nào ở ${origin}: cần liên kết mời của chủ tịch, hoặc liên kết lập sổ của người quản trị kèm --found.`,
    );
  }
  if (second)
    refuse(
      `Máy này có ${wanted.length} sổ chung: ${wanted.map((one) => one.slice(0, 16)).join('; ')}. Hãy ghi --space.`,
    );
  return only;
}

async function foundThere(link: Link, wish: SpaceWish, title: string): Promise<OpenSpace> {
  if (link.code === null || link.space !== null)
    refuse('Lập sổ trên máy chủ cần liên kết lập sổ của người quản trị máy chủ.');
  const name = machineName(wish);
  const made = await newStore(wish.stores);
  const paper = await newLinkKey();
  const entry = await found(made.signer, wish.at, { name, title, recovery: paper.key });
  const open = await begun(link, entry.hash, made.keep(entry.hash), wish.stores, entry, 'founded');
  return { ...open, recovery: recoveryCode(entry.hash, paper.secret) };
}

/** Asks to take part, unless this machine did so before. */
async function joined(link: Link, space: string, store: OwnStore, wish: SpaceWish): Promise<OpenSpace> {
  const open = opened(link, space, store, wish.stores, null);
  const synced = await synchronise(space, open.own, open.others, newVerify());
  if (!synced.ok) return refuse(synced.refusal.message);
  const { standing } = synced.value;
  if (!standing.founding)
    return refuse('Liên kết mời đã dùng cho máy khác, đã quá 7 ngày, hoặc sai: nhờ chủ tịch mời lại.');
  if (standing.devices.some(({ device }) => device === store.device)) return open;
  const fact = { kind: 'joining', key: store.signer.key, name: machineName(wish) } as const;
  const said = await say(store.signer, space, standing, [fact], wish.at);
  const [entry] = said.ok ? said.value : refuse(said.refusal.message);
  return entry ? begun(link, space, store, wish.stores, entry, 'asked') : refuse('Chưa ghi được mục xin tham gia.');
}

async function begun(
  link: Link,
  space: string,
  store: OwnStore,
  stores: string,
  entry: Read,
  how: 'founded' | 'asked',
): Promise<OpenSpace> {
  const open = opened(link, space, store, stores, how);
  for (const carrier of [open.own, open.others]) {
    const pushed = await carrier.push([entry]);
    if (!pushed.ok) refuse(pushed.refusal.message);
    else if (pushed.value[0] !== undefined) refuse(`Chưa tham gia được: ${pushed.value[0]}`);
  }
  return open;
}

function opened(
  { origin, code }: Link,
  space: string,
  store: OwnStore,
  stores: string,
  how: OpenSpace['begun'],
): OpenSpace {
  rememberServer(stores, space, origin);
  const own = folderCarrier(nodeFolder(store.folder), store.device);
  const server = serverCarrier({
    ...{ origin, space, code, signer: store.signer },
    fetch: (address, init) => fetch(address, { ...init, signal: init.signal ?? AbortSignal.timeout(SECONDS * 1000) }),
    wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  });
  const invite = async () => {
    const made = await server.invite();
    return made.ok ? ({ ok: true, value: `${origin}/#${space}.${made.value}` } as const) : made;
  };
  const others = rememberingCarrier(server, own, seenMemory(stores, space, origin), () => Date.now());
  return {
    space,
    store,
    own,
    others,
    begun: how,
    recovery: null,
    place: `--server ${origin}`,
    invite,
    newsAfter: server.newsAfter,
  };
}
