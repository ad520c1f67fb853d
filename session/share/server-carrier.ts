/**
 * A server as carrier. It is believed in nothing: what it hands over is read and verified anew. A push that was not
 * answered is sent again, which does no harm.
 */
import { bytesToHex } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import type { Refusal, Result } from '../../core/base/result.ts';
import { sha256 } from '../../core/council/sha256.ts';
import type { Carrier } from '../../core/share/carrier.ts';
import { type ReadEntry, readEntry, type SharedEntry, type Signer } from '../../core/share/entry.ts';
import { digestOf, LARGEST_FILE } from '../../core/share/named-bytes.ts';
import { proofText } from '../../core/share/proof.ts';
import { IDLE_REASONS } from '../../core/share/standing.ts';

export interface ServerDoor {
  /** `https://so-chung.tinh.gov.vn`, without a path. */
  readonly origin: string;
  readonly space: string;
  readonly signer: Signer;
  /** Code of an invitation; null when this machine takes part already. */
  readonly code: string | null;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** SHA-256 of a text in hexadecimal, where the machine has a faster one than JavaScript. */
  readonly digest?: ((text: string) => string) | undefined;
}

export interface ServerCarrier extends Carrier {
  /** Code of a new invitation into the space. */
  readonly invite: () => Promise<Result<string>>;
  /** Waits for an end of the book other than `head`, at most so long; gives the end it knows of. */
  readonly newsAfter: (head: number | null, milliseconds: number) => Promise<number | null>;
}

/** Entries and characters of a push: below the server's limit. */
const MOST_ENTRIES = 250;
const MOST_TEXT = 250_000;
/** Entries one space may hand over: a server that never ends is not followed. */
const MOST_PULLED = 500_000;
const PAUSES = [300, 1000, 3000];

const saidSchema = z.object({ code: z.string(), message: z.string().check(z.maxLength(300)) });
const pullSchema = z.object({ entries: z.array(z.unknown()), next: z.int(), more: z.boolean(), whole: z.boolean() });
const pushSchema = z.object({ refused: z.array(z.object({ hash: z.string(), code: z.string() })) });
const hasSchema = z.object({ has: z.array(z.string()) });

/** Why a server refuses an entry, in Vietnamese; entries it accepts may still not count (`IDLE_REASONS`). */
const REFUSED: Readonly<Record<string, string>> = {
  ...IDLE_REASONS,
  malformed: 'không đúng dạng',
  'other-space': 'thuộc sổ chung khác',
  signature: 'không mang chữ ký đúng của một máy đã biết',
};

/** Requests to the server as the device this machine is. */
function connection(door: ServerDoor) {
  const { origin, space, signer, code } = door;
  const invited: Record<string, string> = code === null ? {} : { 'x-loi-moi': sha256(code) };
  let token: string | null = null;

  /** Sends a request and returns a successful answer; retries while the server is away. */
  const send = async (path: string, init: RequestInit): Promise<Result<Response>> => {
    let last = `Không nối được máy chủ ${origin}: hãy xem lại mạng rồi thử lại; mọi thứ vẫn còn ở máy này.`;
    for (const pause of [...PAUSES, null]) {
      try {
        const answer = await door.fetch(`${origin}${path}`, { ...init, redirect: 'error' });
        if (answer.ok) return { ok: true, value: answer };
        const body = saidSchema.safeParse(await answer.json().catch(() => null));
        const refusal: Refusal = body.success ? body.data : { code: 'server', message: strange(origin) };
        if (answer.status !== 503) return { ok: false, refusal };
        last = refusal.message;
      } catch {
        // No connection, or broken off: sent again.
      }
      if (pause !== null) await door.wait(pause);
    }
    return { ok: false, refusal: { code: 'away', message: last } };
  };
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  /** A challenge can be answered once: when the answer was lost on the way, request another. */
  const login = async (): Promise<Result<string>> => {
    let token = await loginOnce();
    for (let again = PAUSES.length; again > 0 && !token.ok && token.refusal.code === 'no-key'; again -= 1)
      token = await loginOnce();
    return token;
  };
  const loginOnce = async (): Promise<Result<string>> => {
    const asked = await answerOf(await post('/v1/questions', {}), z.object({ question: z.string() }), origin);
    if (!asked.ok) return asked;
    const { question } = asked.value;
    const bytes = new TextEncoder().encode(proofText(new URL(origin).host, space, question));
    const signature = bytesToHex(await signer.sign(bytes));
    const answer = { space, key: signer.key, question, signature };
    const token = await answerOf(await post('/v1/tokens', answer), z.object({ token: z.string() }), origin);
    return token.ok ? { ok: true, value: token.value.token } : token;
  };
  /** Sends an authenticated request; once more with a new token when the old token has expired. */
  const ask = async (path: string, init: RequestInit): Promise<Result<Response>> => {
    for (const isLast of [false, true]) {
      if (token === null) {
        const given = await login();
        if (!given.ok) return given;
        token = given.value;
      }
      const headers = { ...invited, ...(init.headers as Record<string, string>), authorization: `Bearer ${token}` };
      const answer = await send(`/v1/spaces/${space}${path}`, { ...init, headers });
      if (answer.ok || answer.refusal.code !== 'no-token' || isLast) return answer;
      token = null;
    }
    return { ok: false, refusal: { code: 'server', message: strange(origin) } };
  };
  const askJson = (path: string, body: unknown) =>
    ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return { ask, askJson };
}

export function serverCarrier(door: ServerDoor): ServerCarrier {
  const { origin } = door;
  const { ask, askJson } = connection(door);
  return {
    pull: async (since) => {
      const entries: ReadEntry[] = [];
      const notes = new Set<string>();
      let [next, unread, isWhole] = [since, 0, true];
      for (let more = true; more; ) {
        const response = await ask(`/entries?since=${next}`, { method: 'GET' });
        if (response.ok && response.value.headers.get('x-chay-thu') !== null) notes.add(TRIAL);
        const page = await answerOf(response, pullSchema, origin);
        if (!page.ok) return page;
        const read = page.value.entries.map((entry) => readEntry(entry, door.digest));
        unread += read.filter((readEntry) => readEntry === null).length;
        entries.push(...read.filter((readEntry) => readEntry !== null));
        more = page.value.more && page.value.next > next && entries.length < MOST_PULLED;
        next = page.value.next;
        if (read.length > 0) isWhole &&= page.value.whole;
      }
      if (unread > 0) notes.add(`Máy chủ đưa ${unread} mục bị sửa hoặc không đúng dạng: không nhận.`);
      return { ok: true, value: { entries, next: isWhole ? next : 0, notes: [...notes], damaged: [] } };
    },
    push: async (entries) => {
      const counts = new Map<string, number>();
      for (const batch of batchesOf(entries)) {
        const done = await answerOf(await askJson('/entries', { entries: batch }), pushSchema, origin);
        if (!done.ok) return done;
        for (const item of done.value.refused) counts.set(item.code, (counts.get(item.code) ?? 0) + 1);
      }
      const value = [...counts].map(([why, count]) => `máy chủ không nhận ${count} mục: ${REFUSED[why] ?? why}.`);
      return { ok: true, value };
    },
    has: async (digests) => {
      const held = new Set<string>();
      for (let at = 0; at < digests.length; at += 1000) {
        const missing = await askJson('/files', { digests: digests.slice(at, at + 1000) });
        const page = await answerOf(missing, hasSchema, origin);
        if (!page.ok) return page;
        for (const text of page.value.has) held.add(text);
      }
      return { ok: true, value: held };
    },
    take: async (digest) => {
      const answer = await ask(`/files/${digest}`, { method: 'GET' });
      if (!answer.ok) return answer.refusal.code === 'no-file' ? { ok: true, value: null } : answer;
      const bytes = new Uint8Array(await answer.value.arrayBuffer());
      return { ok: true, value: bytes.length <= LARGEST_FILE && digestOf(bytes) === digest ? bytes : null };
    },
    put: async (digest, bytes) => {
      const uploaded = await ask(`/files/${digest}`, { method: 'PUT', headers: {}, body: new Uint8Array(bytes) });
      return uploaded.ok ? { ok: true, value: null } : uploaded;
    },
    // The server acts on the chair's signed entry, which it has received; no machine can make it destroy anything by a
    // request.
    seal: async () => ({ ok: true, value: null }),
    mend: async () => ({ ok: true, value: null }),
    newsAfter: (head, milliseconds) => newsAfter(head, milliseconds, ask, door.wait),
    invite: async () => {
      const made = bytesToHex(crypto.getRandomValues(new Uint8Array(16)));
      const saved = await askJson('/invitations', { secret: sha256(made) });
      return saved.ok ? { ok: true, value: made } : saved;
    },
  };
}

async function newsAfter(
  head: number | null,
  milliseconds: number,
  ask: ReturnType<typeof connection>['ask'],
  wait: ServerDoor['wait'],
): Promise<number | null> {
  const over = AbortSignal.timeout(milliseconds);
  const answer = await ask('/live', { method: 'GET', signal: over });
  const reader = answer.ok ? answer.value.body?.getReader() : undefined;
  if (!reader) return wait(milliseconds).then(() => head);
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text = (text + decoder.decode(part.value, { stream: true })).slice(-1000);
      const lastEvent = [...text.matchAll(/^data: (\d+)$/gm)].at(-1)?.[1];
      if (lastEvent !== undefined && Number(lastEvent) !== head) return Number(lastEvent);
    }
  } catch {
    // The connection broke, or the time is over: the caller checks for news itself.
  } finally {
    await reader.cancel().catch(() => {});
  }
  return head;
}

/** Note from the carrier of a server that is only for trying out. */
export const TRIAL = 'Máy chủ đang chạy thử: mất điện có thể mất dữ liệu, đừng dùng cho việc thật.';

function strange(origin: string): string {
  return `${origin} không trả lời như một máy chủ sổ chung: hãy xem lại địa chỉ.`;
}

async function answerOf<T>(answer: Result<Response>, schema: z.ZodMiniType<T>, origin: string): Promise<Result<T>> {
  if (!answer.ok) return answer;
  const parsed = schema.safeParse(await answer.value.json().catch(() => null));
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, refusal: { code: 'server', message: strange(origin) } };
}

function batchesOf(entries: readonly SharedEntry[]): readonly (readonly SharedEntry[])[] {
  const batches: SharedEntry[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const { hash, body, signature } of entries) {
    const last = batches.at(-1);
    // A Vietnamese letter is up to three bytes.
    if (!last || last.length >= MOST_ENTRIES || size + body.length > MOST_TEXT) {
      batches.push([{ hash, body, signature }]);
      size = body.length + 300;
    } else {
      last.push({ hash, body, signature });
      size += body.length + 300;
    }
  }
  return batches;
}
