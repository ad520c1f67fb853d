/**
 * A unit's side of its link: what the link is for, and handing in. Queries the server before each report, so that two
 * telephones with one link do not disturb each other.
 */
import * as z from 'zod/mini';
import { done, type Result, refuse } from '../../core/base/result.ts';
import type { Signer } from '../../core/share/entry.ts';
import type { Fact } from '../../core/share/fact.ts';
import { digestOf, digestSchema } from '../../core/share/named-bytes.ts';
import { signEntry } from '../../core/share/sign-entry.ts';
import { tidyName } from '../../core/share/tidy-name.ts';
import { namedBytes } from '../../core/share/whole-file.ts';
import { digestOf as nativeDigest } from '../evidence/digest-of.ts';
import { linkDigest, linkSigner } from './link-key.ts';
import { sendPieces } from './send-pieces.ts';

interface HandInDoor {
  /** `https://so-chung.tinh.gov.vn`, or '' for the page's own. */
  readonly origin: string;
  /** The part of the link after `#`. */
  readonly secret: string;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
}

const receiptSchema = z.object({
  /** Which of the link's reports it is: 1, 2 … */
  n: z.int(),
  /** Of the entry in the book. */
  hash: digestSchema,
  /** When the server had it, UTC. */
  at: z.string(),
  name: z.string(),
  sha256: digestSchema,
  size: z.int(),
  /** Code of the criterion it is evidence for; null = it is a report, or explanations. */
  criterion: z._default(z.nullable(z.string()), null),
  /** Hash of the notice it explains itself on; null = it is no explanation. */
  explains: z._default(z.nullable(z.string()), null),
});
export type Receipt = z.infer<typeof receiptSchema>;

export const linkStateSchema = z.object({
  space: digestSchema,
  state: z.enum(['open', 'late', 'ended']),
  key: z.string(),
  unit: z.string(),
  audience: z.string(),
  period: z.string(),
  until: z.string(),
  /** The server is only for trying out: what it has stored can be lost in a power cut. */
  isTrial: z.boolean(),
  /** The server's clock. */
  now: z.string(),
  receipts: z.array(receiptSchema),
  /** JSON of the movement with only the criteria set of the form. */
  form: z.string(),
  /** What the appraisal left of the unit's points; null = nothing was sent yet. */
  notice: z._default(
    z.nullable(
      z.object({
        /** Of the entry. */
        hash: digestSchema,
        at: z.string(),
        /** ISO instant until which the unit may explain itself. */
        until: z.string(),
        /** JSON of an AppraisalNotice. */
        text: z.string(),
      }),
    ),
    null,
  ),
});
export type LinkState = z.infer<typeof linkStateSchema>;

const saidSchema = z.object({ code: z.string(), message: z.string().check(z.maxLength(300)) });
/** Mended by asking anew and sending again. */
const AGAIN = ['behind', 'clock', 'missing'];
const TRIES = 3;

/** Refused with code `away` where the network is: what was to be sent stays to be sent. */
export async function askLink(door: HandInDoor): Promise<Result<LinkState>> {
  const answer = await send(door, { method: 'GET' });
  if (!answer.ok) return answer;
  const state = linkStateSchema.safeParse(answer.value);
  return state.success ? done(state.data) : STRANGE;
}

/** What a file is, beside a report: evidence for a criterion, or explanations on a notice. */
type HandedAs = Pick<Extract<Fact, { kind: 'handed-in' }>, 'criterion' | 'explains'>;

/**
 * `name` as the file was called; `criterion` = code of the criterion it is evidence for, absent for the report. Answered
 * only when the server has it; `sent` hears which part of a large file is there, 0 to 1.
 */
export function handIn(
  door: HandInDoor,
  name: string,
  bytes: Uint8Array,
  criterion?: string,
  sent?: HandedFile['sent'],
): Promise<Result<Receipt>> {
  return handInAs(door, name, bytes, criterion === undefined ? {} : { criterion }, sent);
}

/** The same, whatever the file is. */
export async function handInAs(
  door: HandInDoor,
  name: string,
  bytes: Uint8Array,
  as: HandedAs,
  sent: HandedFile['sent'] = () => {},
): Promise<Result<Receipt>> {
  let last: Result<Receipt> = STRANGE;
  for (let left = TRIES; left > 0; left -= 1) {
    const state = await askLink(door);
    if (!state.ok) return state;
    const signer = await linkSigner(door.secret, state.value.key);
    if (!signer) return STRANGE;
    last = await handInAfter(door, state.value, signer, { name, bytes, as, sent });
    if (last.ok || !AGAIN.includes(last.refusal.code)) return last;
  }
  return last;
}

interface HandedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly as: HandedAs;
  readonly sent: (part: number) => void;
}

async function handInAfter(
  door: HandInDoor,
  { space, receipts, now }: LinkState,
  signer: Signer,
  { name, bytes, as, sent }: HandedFile,
): Promise<Result<Receipt>> {
  const last = receipts.at(-1);
  // Evidence alone goes in pieces.
  const { named, pieces } =
    as.criterion === undefined
      ? { named: { sha256: digestOf(bytes), size: bytes.length }, pieces: [] }
      : await namedBytes(bytes, nativeDigest);
  const file = { name: tidyName(name) || 'tep', ...named };
  // Sent before, and the answer was lost: nothing new is handed in. An older report may be handed in again.
  const { criterion = null, explains = null } = as;
  const own = receipts.filter((receipt) => receipt.criterion === criterion && receipt.explains === explains);
  const same = (criterion === null && explains === null ? own.slice(-1) : own).find(
    ({ sha256 }) => sha256 === file.sha256,
  );
  if (same) return done(same);
  const isCut = pieces.length > 1;
  const arrived = isCut ? await sendPieces((path, init) => send(door, init, path), pieces, sent) : null;
  if (arrived && !arrived.ok) return arrived;
  const head = { space, n: (last?.n ?? 0) + 1, prev: last?.hash ?? null, knows: [], at: now };
  const { hash, body, signature } = await signEntry(signer, head, { kind: 'handed-in', file, ...as });
  const line = new TextEncoder().encode(`${JSON.stringify({ hash, body, signature })}\n`);
  const answer = await send(door, { method: 'PUT', body: new Blob([line, isCut ? '' : new Uint8Array(bytes)]) });
  if (!answer.ok) return answer;
  const receipt = receiptSchema.safeParse(answer.value);
  const isOurs = receipt.success && receipt.data.sha256 === file.sha256 && receipt.data.hash === hash;
  return isOurs ? done(receipt.data) : STRANGE;
}

const STRANGE = refuse('server', 'Máy chủ trả lời không như mong đợi: hãy thử lại, hoặc hỏi cán bộ xã.');
const AWAY = refuse('away', 'Chưa nối được mạng: mọi thứ đã điền vẫn còn ở máy này.');

async function send({ origin, secret, fetch }: HandInDoor, init: RequestInit, path = ''): Promise<Result<unknown>> {
  try {
    const headers = { 'x-lien-ket': linkDigest(secret) };
    const answer = await fetch(`${origin}/v1/hand-in${path}`, {
      ...init,
      headers,
      redirect: 'error',
      cache: 'no-store',
    });
    const body: unknown = await answer.json();
    if (answer.ok) return done(body);
    const refusal = saidSchema.safeParse(body);
    return refusal.success ? { ok: false, refusal: refusal.data } : STRANGE;
  } catch {
    return AWAY;
  }
}
