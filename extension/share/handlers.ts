/**
 * The worker's part in the shared book: joining, sending, leaving. One at a time, because two at once with the same key
 * would use a number twice.
 */

import { done, type Result, refuse } from '../../core/base/result.ts';
import { comparisonNumber } from '../../core/share/entry.ts';
import { deviceOf } from '../../core/share/sign-entry.ts';
import { tidyName } from '../../core/share/tidy-name.ts';
import { readInvitation } from '../../session/share/invitation.ts';
import { askToTakePart } from '../../session/share/take-part.ts';
import { newKeyPair, newVerify, signerOf } from '../../session/share/web-crypto.ts';
import { booksIn } from '../../ui/share/books-in.ts';
import type { Way } from '../../ui/share/stored-spaces.ts';
import type { MessageInput, MessageName, Output, Reply } from '../messages/contract.ts';
import type { Handlers } from '../messages/handle.ts';
import type { Store } from '../store/db.ts';
import type { SharedBookRecord } from '../store/records.ts';
import { type CarrierOf, forgetPart, ownPart } from './own-part.ts';
import { type Sent, sendCaptures } from './send-captures.ts';
import { sentCounts } from './waiting.ts';

interface Surroundings {
  readonly db: Store;
  /** ISO instant with the offset of Asia/Ho_Chi_Minh. */
  readonly now: () => string;
  /** Whether the officer lets this browser reach the server, or use the folder. */
  readonly mayReach: (way: Way) => Promise<boolean>;
  /** Runs what nothing else of this extension may do meanwhile. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** Something was tried: whether figures still wait for the book. */
  readonly tried: (waits: boolean) => void;
  readonly reach?: CarrierOf;
}

type Joined = MessageInput<'shared.join'>;
/** Which book, and how it is reached. */
interface Meant {
  readonly way: Way;
  readonly space: string;
  readonly code: string | null;
}
type SharedName = Extract<MessageName, `shared.${string}`>;

export interface SharedBookHandlers {
  readonly answers: Pick<Handlers, SharedName>;
  /** Sends when figures wait; nothing leaves this machine otherwise. Never rejects. */
  readonly sendWaiting: () => Promise<void>;
}

export function sharedBookHandlers({ db, now, mayReach, alone, tried, reach }: Surroundings): SharedBookHandlers {
  const verify = newVerify();
  const send = async (book: SharedBookRecord): Promise<Result<null>> => {
    const sent = (await mayReach(book.way))
      ? await sendCaptures(db, book, await ownPart(db, book, reach), verify, now())
      : refuse('not-allowed', notAllowed(book.way));
    await db.sharedBook.update(book.id, sent.ok ? heardOf(sent.value, now()) : { trouble: sent.refusal.message });
    // Whose part ended need not ask again by itself.
    const isEnded = sent.ok && sent.value.part?.ended === true;
    tried(!isEnded && (await sentCounts(db, book.since)).waiting > 0);
    if (!sent.ok) return sent;
    return sent.value.why === null ? done(null) : refuse('waits', sent.value.why);
  };

  const meant = async (book: Joined['book']): Promise<Result<Meant>> => {
    if ('space' in book) {
      const chosen = await db.chosenFolder.get('folder');
      if (!chosen) return NO_FOLDER;
      return done({ way: { kind: 'folder', handle: chosen.handle }, space: book.space, code: null });
    }
    const read = readInvitation(book.link);
    if (!read.ok) return read;
    const { origin, space, code } = read.value;
    if (space === null || code === null) return refuse('link', NOT_AN_INVITATION);
    return done({ way: { kind: 'server', origin }, space, code });
  };

  const join = async ({ book: wanted, name, past }: Joined): Promise<Result<null>> => {
    if ((await db.sharedBook.count()) > 0)
      return refuse('taken', 'Máy này đang gửi vào một sổ chung khác: hãy thôi sổ ấy trước.');
    const read = await meant(wanted);
    if (!read.ok) return read;
    const { way, space, code } = read.value;
    const called = tidyName(name);
    if (called === '') return refuse('name', 'Hãy ghi tên máy và người dùng, ví dụ: Máy Văn phòng, Lò Văn A.');
    if (!(await mayReach(way))) return refuse('not-allowed', notAllowed(way));
    const at = now();
    const pair = await newKeyPair(false);
    const number = comparisonNumber(deviceOf((await signerOf(pair)).key));
    // The key is stored before anything is signed with it.
    const book: SharedBookRecord = {
      ...{ id: 'book', space, way, name: called, pair, number, since: past ? '' : at },
      ...{ seen: null, part: null, sentAt: null, trouble: '' },
    };
    await db.sharedBook.put(book);
    const joined = await askToTakePart(await ownPart(db, book, reach, code), () => called, at, verify);
    if (joined.ok) return send((await db.sharedBook.get(book.id)) ?? book);
    await forgetPart(db);
    return joined;
  };

  const sendNow = async () => {
    const book = await db.sharedBook.get('book');
    return book ? send(book) : refuse('no-book', 'Máy này chưa tham gia sổ chung nào.');
  };
  return {
    answers: {
      'shared.join': async (input) => reply(await alone(() => join(input))),
      'shared.books': async () => {
        const chosen = await db.chosenFolder.get('folder');
        const books = chosen ? await booksIn(chosen.handle) : NO_FOLDER;
        return books.ok
          ? { ok: true, data: { kind: 'books', books: [...books.value] } }
          : { ok: true, data: { kind: 'refused', reason: books.refusal.message } };
      },
      'shared.send': async () => reply(await alone(sendNow)),
      'shared.leave': async () => {
        await alone(() => forgetPart(db));
        tried(false);
        return { ok: true, data: { kind: 'done' } };
      },
    },
    sendWaiting: async () => {
      const book = await db.sharedBook.get('book').catch(() => undefined);
      if (!book || (await sentCounts(db, book.since)).waiting === 0) return;
      // What went wrong stands in the store, where the desk shows it.
      await alone(sendNow).catch(() => undefined);
    },
  };
}

const NO_FOLDER = refuse('no-folder', 'Hãy chọn lại thư mục chung.');
const NOT_AN_INVITATION =
  'Cần liên kết mời một máy vào sổ đã có: nhờ chủ tịch mở Bàn chấm, phần “Dùng chung”, bấm “Mời một máy”.';

function notAllowed(way: Way): string {
  return way.kind === 'server'
    ? `Trình duyệt chưa được phép nối tới ${way.origin}: hãy bấm “Gửi ngay” rồi chọn “Cho phép”.`
    : `Trình duyệt đã khóa lại thư mục “${way.handle.name}”: hãy bấm “Gửi ngay” rồi chọn “Cho phép”.`;
}

function heardOf({ part, why, isAll, notes }: Sent, at: string): Partial<SharedBookRecord> {
  const trouble = [...(why === null ? [] : [why]), ...notes].join(' ');
  return { part, trouble, ...(isAll ? { sentAt: at } : {}) };
}

function reply(end: Result<null>): Reply<Output<'shared.send'>> {
  return { ok: true, data: end.ok ? { kind: 'done' } : { kind: 'refused', reason: end.refusal.message } };
}
