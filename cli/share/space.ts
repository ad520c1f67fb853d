/** Which shared book is meant, and this machine's part in it. Of several none is chosen for the officer. */

import type { Result } from '../../core/base/result.ts';
import type { DamagedFile } from '../../core/share/carrier.ts';
import { type ReadEntry, verified } from '../../core/share/entry.ts';
import { type FolderPort, folderCarrier } from '../../core/share/folder-carrier.ts';
import { tidyName } from '../../core/share/tidy-name.ts';
import { askToTakePart, foundBook, type Machine } from '../../session/share/take-part.ts';
import { webCipher } from '../../session/share/web-cipher.ts';
import { newVerify } from '../../session/share/web-crypto.ts';
import { refuse } from '../usage-error.ts';
import { nodeFolder } from './node-folder.ts';
import { deviceIn, newStore, type OwnStore, openStore, ownSpaces } from './own-store.ts';

export interface OpenSpace extends Machine {
  readonly store: OwnStore;
  /** Whether the book was founded, or joining was requested, by this command. */
  readonly begun: 'founded' | 'asked' | null;
  /** The recovery code on paper, shown once when the book was founded; null otherwise. */
  readonly recovery: string | null;
  /** How the others are named on the command line. */
  readonly place: string;
  /**
   * Makes a link with which another machine may ask to take part; null where everybody with access to the folder may.
   */
  readonly invite: (() => Promise<Result<string>>) | null;
  /** Waits for news (server-carrier.ts); null where the carrier sends none. */
  readonly newsAfter: ((head: number | null, milliseconds: number) => Promise<number | null>) | null;
}

export interface SpaceWish {
  /** Title of a new space. */
  readonly found: string | undefined;
  /** Name of the space, or its beginning. */
  readonly space: string | undefined;
  /** The name of this machine. */
  readonly name: string | undefined;
  readonly stores: string;
  readonly at: string;
}

/** Ends the command where it is not sure which space is meant. */
export async function openSpace(port: FolderPort, wish: SpaceWish): Promise<OpenSpace> {
  const seen = await folderCarrier(port, '', webCipher).pull(0);
  if (!seen.ok) return refuse(seen.refusal.message);
  const there = await foundingsIn(seen.value.entries);
  const { damaged, entries } = seen.value;
  // Without its founding entry, names of files and other entries still say whose book it is: this machine brings it back.
  const unread = there.length === 0 ? await ownBook(seen.value, wish) : undefined;
  if (unread !== undefined) return opened(port, unread, await openStore(wish.stores, unread), null);
  if (there.length === 0 && damaged.length > 0) return refuse(nothingRead(damaged));
  if (there.length === 0 && entries.length > 0 && wish.found === undefined) return refuse(NO_FOUNDING);
  if (wish.found !== undefined) return foundSpace(port, wish, wish.found, there);
  const fits = ({ hash }: ReadEntry) => wish.space === undefined || hash.startsWith(wish.space);
  const wanted = there.filter(fits);
  const own = new Set(ownSpaces(wish.stores));
  // A folder that lost all: this machine still has the book and brings it back.
  const named = [...own].filter((text) => wish.space !== undefined && wish.space !== '' && text.startsWith(wish.space));
  const [lost] = wanted.length === 0 && named.length === 1 ? named : [];
  if (lost !== undefined) return opened(port, lost, await openStore(wish.stores, lost), null);
  const ours = wanted.filter(({ hash }) => own.has(hash));
  if (ours.length > 1) return refuse(`Thư mục có ${ours.length} sổ chung của máy này: ${listed(ours)}. ${CHOOSE}`);
  const [mine] = ours;
  if (mine) return opened(port, mine.hash, await openStore(wish.stores, mine.hash), null);
  const [only, second] = wanted;
  if (!only) {
    return refuse(
      there.length === 0
        ? 'Thư mục chưa có sổ chung. Người phụ trách lập sổ bằng --found "Tên xã – phong trào" --name "Tên máy".'
        : `Thư mục không có sổ chung mã "${wish.space}". Đang có: ${listed(there)}.`,
    );
  }
  if (second || wish.space === undefined || wish.space.length < 8)
    return refuse(`Máy này chưa tham gia sổ chung nào ở đây. Đang có: ${listed(there)}. ${CHOOSE}`);
  return ask(port, wish, only.hash);
}

/** This machine's book that the files belong to; undefined when there is none, or more than one. */
async function ownBook(
  { damaged, entries }: { readonly damaged: readonly DamagedFile[]; readonly entries: readonly ReadEntry[] },
  { stores, space, found }: SpaceWish,
): Promise<string | undefined> {
  if (found !== undefined) return undefined;
  const fits: string[] = [];
  for (const ownSpace of ownSpaces(stores)) {
    const device = await deviceIn(stores, ownSpace);
    const isNamed =
      entries.some(({ content }) => content.space === ownSpace) ||
      damaged.some((file) => file.device !== null && device?.startsWith(file.device));
    if (ownSpace.startsWith(space ?? '') && isNamed) fits.push(ownSpace);
  }
  return fits.length === 1 ? fits[0] : undefined;
}

function nothingRead(damaged: readonly DamagedFile[]): string {
  const names = damaged.slice(0, 3).map(({ name }) => `"${name}"`);
  return `Thư mục có ${damaged.length} tệp của một sổ chung nhưng chưa tệp nào đọc được (${names.join('; ')}${damaged.length > 3 ? ' …' : ''}): chờ đồng bộ xong, hoặc chạy sync ở một máy đã tham gia sổ là các tệp được ghi lại. Đừng lập sổ mới ở đây.`;
}

const NO_FOUNDING =
  'Thư mục có mục của một sổ chung nhưng thiếu tệp lập sổ: chờ đồng bộ xong, hoặc chạy sync ở một máy đã tham gia sổ là tệp được ghi lại. Đừng lập sổ mới ở đây.';
const CHOOSE = 'Hãy đối chiếu mã với người lập sổ rồi ghi --space kèm ít nhất 8 ký tự đầu của mã.';

async function foundSpace(
  port: FolderPort,
  wish: SpaceWish,
  title: string,
  there: readonly ReadEntry[],
): Promise<OpenSpace> {
  const same = there.filter(({ content }) => content.fact?.kind === 'founding' && content.fact.title === title);
  if (same.length > 0) return refuse(`Thư mục đã có sổ chung tên đó: ${listed(same)}. Muốn tham gia thì dùng --space.`);
  const made = await newStore(wish.stores);
  const names = { name: machineName(wish), title };
  const founded = await foundBook(made.signer, names, wish.at, async (space) =>
    opened(port, space, await made.keep(space), 'founded'),
  );
  return founded.ok ? { ...founded.value.machine, recovery: founded.value.recovery } : refuse(founded.refusal.message);
}

async function ask(port: FolderPort, wish: SpaceWish, space: string): Promise<OpenSpace> {
  const name = machineName(wish);
  const made = await newStore(wish.stores);
  const open = opened(port, space, await made.keep(space), 'asked');
  const joined = await askToTakePart(open, () => name, wish.at, newVerify());
  return joined.ok ? open : refuse(joined.refusal.message);
}

function opened(port: FolderPort, space: string, store: OwnStore, how: OpenSpace['begun']): OpenSpace {
  const own = folderCarrier(nodeFolder(store.folder), store.device, webCipher);
  return {
    space,
    store,
    signer: store.signer,
    own,
    others: folderCarrier(port, store.device, webCipher),
    begun: how,
    recovery: null,
    place: '<thư mục>',
    invite: null,
    newsAfter: null,
  };
}

async function foundingsIn(entries: readonly ReadEntry[]): Promise<readonly ReadEntry[]> {
  const founding = entries.filter(
    ({ content }) => content.fact?.kind === 'founding' && content.space === '' && content.n === 1,
  );
  return verified(founding, newVerify());
}

/** Ends the command when the machine has no name. */
export function machineName({ name }: SpaceWish): string {
  const tidy = tidyName(name ?? '');
  return tidy === ''
    ? refuse('Hãy ghi tên máy và người dùng bằng --name, ví dụ --name "Máy Văn phòng, Lò Văn A".')
    : tidy;
}

function listed(foundings: readonly ReadEntry[]): string {
  return foundings
    .map(({ hash, content }) => `${hash.slice(0, 16)} (${content.fact?.kind === 'founding' ? content.fact.title : ''})`)
    .join('; ');
}
