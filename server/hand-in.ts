/**
 * What a link may do: ask for its empty form, its receipts and what the appraisal left of its unit's points, and hand
 * in. It reads nothing else of the book, not even what it handed in before.
 */
import type { ReadEntry, Verify } from '../core/share/entry.ts';
import type { LinkFact } from '../core/share/fact.ts';
import { isReport, type LinkNotice } from '../core/share/links.ts';
import { digestOf, LARGEST_FILE } from '../core/share/named-bytes.ts';
import { whyIdle } from '../core/share/standing.ts';
import type { Bodies } from './bodies.ts';
import { type ClosedFile, closedFile, openedFile } from './closed-file.ts';
import type { Engine, Query } from './engine/engine.ts';
import { whyNotWhole } from './hand-in-pieces.ts';
import { rightsAfter } from './judge.ts';
import { JUDGE_SECONDS, type Passes } from './passes.ts';
import { entryRead, factIn } from './read-entry.ts';
import { storedOf } from './stored.ts';
import { toAdd } from './to-add.ts';

/** Reports one link may hand in within an hour, and in all; bytes of them all together. */
const MOST_AN_HOUR = 10;
const MOST_OF_A_LINK = 40;
const MOST_BYTES = 200 * 1024 * 1024;
/** The entry's line before the file. */
export const LARGEST_HEAD = 64 * 1024;
/** How far the clock of who hands in may be from ours: the page takes over our time. */
const CLOCK_SECONDS = 15 * 60;

interface Receipt {
  /** The link's own count: 1, 2 … */
  readonly n: number;
  /** Of the entry in the book. */
  readonly hash: string;
  /** When the server had it, UTC. */
  readonly at: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  /** Code of the criterion it is evidence for; null = it is a report, or explanations. */
  readonly criterion: string | null;
  /** Hash of the notice it explains itself on; null = it is no explanation. */
  readonly explains: string | null;
}

interface LinkState {
  readonly id: number;
  readonly space: string;
  readonly device: string;
  readonly fact: LinkFact;
  readonly state: 'open' | 'late' | 'ended';
  readonly receipts: readonly (Receipt & { readonly seconds: number })[];
}

/** A link, as far as it says what may come by it. */
interface Linked extends Pick<LinkState, 'state' | 'space' | 'device'> {
  readonly receipts: readonly Pick<LinkState['receipts'][number], 'n' | 'hash' | 'size' | 'seconds'>[];
}

interface HandedInRow {
  readonly n: number;
  readonly hash: string;
  readonly at: string;
  readonly seconds: number;
  readonly body: string | null;
}

interface Row {
  readonly space: number;
  readonly digest: string;
  readonly device: string;
  readonly link_body: string | null;
  readonly is_late: boolean;
  readonly ended: boolean;
  readonly handed_in: readonly HandedInRow[];
}

/** Null: no such link. `toHandIn` locks the book until the transaction ends. What cannot be read is passed over. */
async function linkOf(query: Query, secret: string, toHandIn: boolean): Promise<LinkState | null> {
  const [row] = await query<Row>('select * from share.link_of($1, $2)', [secret, toHandIn]);
  const fact = row ? factIn(row.link_body) : null;
  if (!row || fact?.kind !== 'link') return null;
  return {
    ...{ id: row.space, space: row.digest, device: row.device, fact },
    state: row.ended ? 'ended' : row.is_late ? 'late' : 'open',
    receipts: row.handed_in.map(({ n, hash, at, seconds, body }) => {
      const read = factIn(body);
      const handed = read?.kind === 'handed-in' ? read : null;
      const { name, sha256, size } = handed?.file ?? NOT_READ;
      const { criterion = null, explains = null } = handed ?? {};
      return { n, hash, at, seconds, name, sha256, size, criterion, explains };
    }),
  };
}

/** Stands in the receipts for a report whose entry cannot be read any more: it keeps its number. */
const NOT_READ = { name: 'tệp không đọc lại được', sha256: '0'.repeat(64), size: 0 };

/** Notices to the link, the last in force. */
async function noticesOf(query: Query, secret: string, device: string): Promise<readonly ReadEntry[]> {
  const rows = await query<{ hash: string; body: string | null; signature: string }>(
    'select * from share.notices_of($1)',
    [secret],
  );
  const read = rows.flatMap((row) => entryRead(row) ?? []);
  return read.filter(({ content: { fact } }) => fact?.kind === 'appraised' && fact.device === device);
}

function noticeIn({ hash, content: { at, fact } }: ReadEntry): LinkNotice | null {
  return fact?.kind === 'appraised' ? { hash, at, until: fact.until, file: fact.file } : null;
}

async function fileOf(query: Query, secret: string, sha256: string): Promise<string | null> {
  const [kept] = await query<ClosedFile>('select * from share.link_form($1, $2)', [secret, sha256]);
  const bytes = kept ? await openedFile(kept) : null;
  return bytes && new TextDecoder().decode(bytes);
}

/** Whether there is such a link, so that what comes by it is worth reading. */
export function isLink({ asApp }: Engine, secret: string): Promise<boolean> {
  return asApp(async (query) => (await linkOf(query, secret, false)) !== null);
}

/**
 * What the page needs to begin: the empty form, the state of the link's chain, and the earlier hand-ins without their
 * contents.
 */
export async function formOf({ asApp, kind }: Engine, secret: string) {
  return asApp(async (query) => {
    const link = await linkOf(query, secret, false);
    if (!link) return null;
    const { fact, space, state, receipts } = link;
    const last = (await noticesOf(query, secret, link.device)).at(-1);
    const notice = last ? noticeIn(last) : null;
    const text = notice ? await fileOf(query, secret, notice.file.sha256) : null;
    return {
      ...{ space, state, key: fact.key, unit: fact.unit, audience: fact.audience, period: fact.period },
      until: fact.until,
      isTrial: kind === 'embedded',
      now: new Date().toISOString(),
      receipts: receipts.map(receiptOf),
      form: await fileOf(query, secret, fact.form.sha256),
      notice: notice && text !== null ? { hash: notice.hash, at: notice.at, until: notice.until, text } : null,
    };
  });
}

function receiptOf({ seconds: _, ...receipt }: LinkState['receipts'][number]): Receipt {
  return receipt;
}

export type HandInRefusal =
  | 'malformed'
  | 'other-bytes'
  | 'no-link'
  | 'late'
  | 'ended'
  | 'too-many'
  | 'too-often'
  | 'behind'
  | 'clock'
  | 'sealed'
  | 'missing'
  | 'may-not';

type HandedIn =
  | { readonly ok: true; readonly receipt: Receipt; readonly space: string; readonly head: number | null }
  | { readonly ok: false; readonly code: HandInRefusal };

const no = (code: HandInRefusal) => ({ ok: false, code }) as const;

/** How many bytes may still come by a link, or why nothing more comes by it. */
export function allowanceOf({ asApp }: Engine, secret: string): Promise<number | HandInRefusal> {
  return asApp(async (query) => {
    const link = await linkOf(query, secret, false);
    if (!link) return 'no-link';
    const state = stateNow(link, await noticesOf(query, secret, link.device));
    return state === 'open' ? MOST_BYTES - weightOf(link.receipts) : state;
  });
}

/** The state for evidence and explanations, which come until the day set in the last notice too. */
function stateNow({ state }: LinkState, notices: readonly ReadEntry[]): LinkState['state'] {
  const last = notices.at(-1);
  // Set by the officer for what comes after the report.
  const until = last ? (noticeIn(last)?.until ?? '') : '';
  return state === 'late' && Date.parse(until) > Date.now() ? 'open' : state;
}

function weightOf(receipts: readonly Pick<Receipt, 'size'>[]): number {
  return receipts.reduce((sum, { size }) => sum + size, 0);
}

interface Parts {
  readonly engine: Engine;
  readonly passes: Passes;
  readonly verify: Verify;
  readonly bodies: Pick<Bodies, 'inTurn'>;
}

/** `sent`: the entry as one line of JSON, then the file, if it did not come in pieces. `most`: bytes the space may come to. */
export async function handIn(
  parts: Parts,
  request: { readonly secret: string; readonly most: number },
  sent: Uint8Array,
): Promise<HandedIn> {
  const end = sent.subarray(0, LARGEST_HEAD).indexOf(0x0a);
  const entry = end < 0 ? null : entryIn(sent.subarray(0, end));
  const bytes = sent.subarray(end + 1);
  const fact = entry?.content.fact;
  if (!entry || fact?.kind !== 'handed-in') return no('malformed');
  const { engine, passes, verify } = parts;
  const { pieces } = fact.file;
  const inPieces = pieces !== undefined && bytes.length === 0;
  const isOther =
    !inPieces &&
    (bytes.length > LARGEST_FILE || fact.file.size !== bytes.length || digestOf(bytes) !== fact.file.sha256);
  if (isOther) return no('other-bytes');
  const fault = inPieces ? await parts.bodies.inTurn(() => whyNotWhole(engine, request.secret, fact.file)) : null;
  if (fault !== null) return no(fault);
  const closed = inPieces ? null : await closedFile(bytes);
  return engine.asApp(async (query) => {
    const link = await linkOf(query, request.secret, true);
    if (!link) return no('no-link');
    const { space } = link;
    // The answer was lost on the way: the same entry gets the same receipt, whatever has happened since.
    const same = link.receipts.find(({ hash }) => hash === entry.hash);
    if (same) return { ok: true, receipt: receiptOf(same), space, head: null } as const;
    const notices = await noticesOf(query, request.secret, link.device);
    const state = isReport(fact) ? link.state : stateNow(link, notices);
    const refused = whyRefused({ ...link, state }, entry.content, fact.file.size);
    if (refused) return no(refused);
    const pass = passes.make('judge', JUDGE_SECONDS, space);
    const stored = await storedOf(engine, query, { id: link.id, pass }, [entry]);
    const rights = rightsAfter(space, stored, notices);
    const isOwn = await verify(link.fact.key, new TextEncoder().encode(entry.body), signatureOf(entry));
    if (!rights || !isOwn || whyIdle(entry, rights) !== null) return no('may-not');
    const { rows, bodies } = toAdd([entry], rights.names);
    const [kept] = await (closed
      ? query<Kept>('select * from share.hand_in($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
          ...[pass, link.device, rows, bodies, fact.file.sha256, ...closed, request.most],
        ])
      : query<Kept>('select * from share.hand_in_pieces($1, $2, $3, $4, $5, $6, $7)', [
          ...[pass, request.secret, rows, bodies, fact.file.sha256, pieces, request.most],
        ]));
    if (!kept) return no('sealed');
    if (kept.head === null) return no('missing');
    const { criterion = null, explains = null } = fact;
    const { name, sha256, size } = fact.file;
    const { n } = entry.content;
    const receipt = { n, hash: entry.hash, at: kept.at, name, sha256, size, criterion, explains };
    return { ok: true, receipt, space, head: Number(kept.head) } as const;
  });
}

/** `head` null: a piece is missing. */
interface Kept {
  readonly head: string | number | null;
  readonly at: string;
}

/** Null when the link may bring the file; `size` in bytes. */
export function whyRefused(
  { state, space, device, receipts }: Linked,
  read: Pick<ReadEntry['content'], 'space' | 'device' | 'n' | 'prev' | 'at'>,
  size: number,
): HandInRefusal | null {
  if (state !== 'open') return state;
  if (read.space !== space || read.device !== device) return 'may-not';
  const last = receipts.at(-1);
  if (read.n !== (last?.n ?? 0) + 1 || read.prev !== (last?.hash ?? null)) return 'behind';
  if (Math.abs(Date.parse(read.at) - Date.now()) > CLOCK_SECONDS * 1000) return 'clock';
  // What seems to come from the future came while the server's clock was ahead.
  if (receipts.filter(({ seconds }) => Math.abs(seconds) < 3600).length >= MOST_AN_HOUR) return 'too-often';
  return receipts.length >= MOST_OF_A_LINK || weightOf(receipts) + size > MOST_BYTES ? 'too-many' : null;
}

function entryIn(line: Uint8Array): ReadEntry | null {
  try {
    return entryRead(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line)));
  } catch {
    return null;
  }
}

function signatureOf({ signature }: ReadEntry): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(signature, 'hex'));
}
