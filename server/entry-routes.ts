/** Routes that send out and accept entries, and with which a chair invites another device. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { digestSchema } from '../core/share/named-bytes.ts';
import { jsonOf, malformed, noSpace, noToken, refused, tooLarge } from './answers.ts';
import type { Parts } from './app.ts';
import { type Asking, askingOf } from './asking.ts';
import { SMALL_BODY } from './bodies.ts';

/** Bytes and entries of one push; entries of one pull. */
const LARGEST_PUSH = 1024 * 1024;
const MOST_ENTRIES = 500;
const JSON_TYPE = { 'content-type': 'application/json' };
const gzipped = promisify(gzip);

const pushSchema = z.strictObject({ entries: z.array(z.unknown()).check(z.maxLength(MOST_ENTRIES)) });
const inviteSchema = z.strictObject({ secret: digestSchema });
const sinceSchema = z.coerce.number().check(z.int(), z.gte(0), z.lte(Number.MAX_SAFE_INTEGER));

interface PulledRow {
  readonly seq: string | number;
  readonly hash: string;
  /** Null where what is stored cannot be read. */
  readonly body: string | null;
  readonly signature: string;
  readonly is_whole: boolean;
}

export function entryRoutes(app: Hono, parts: Parts): void {
  const { engine, push, live, metrics, bodies, most, log } = parts;

  app.get('/v1/spaces/:space/entries', async (c) => {
    const who = askingOf(c, parts);
    const since = sinceSchema.safeParse(c.req.query('since') ?? '0');
    if (!who) return noToken(c);
    if (!since.success) return malformed(c);
    const rows = await engine.query<PulledRow>('select * from share.pull($1, $2, $3, $4)', [
      ...[who.token, who.secret, since.data, MOST_ENTRIES],
    ]);
    const entries = rows.flatMap(({ hash, body, signature }) => (body === null ? [] : { hash, body, signature }));
    if (entries.length < rows.length)
      log({ t: new Date().toISOString(), error: 'unreadable', entries: rows.length - entries.length });
    const last = rows.at(-1);
    const more = rows.length === MOST_ENTRIES;
    // Who sees a part may see more of what came before once it is admitted: its numbers are no place to go on from.
    return packed(c, { entries, next: last ? Number(last.seq) : since.data, more, whole: last?.is_whole ?? false });
  });

  app.post('/v1/spaces/:space/entries', async (c) => {
    const who = askingOf(c, parts);
    if (!who) return noToken(c);
    if (!(await isWorthReading(c, parts, who, 'push'))) return noSpace(c);
    const answered = await bodies.take(c.req.raw, LARGEST_PUSH, async (body) => {
      const pushed = pushSchema.safeParse(shallowJson(body));
      if (!pushed.success) return malformed(c);
      const done = await push({ ...who, most }, pushed.data.entries);
      if (!done) return noSpace(c);
      metrics.pushed(done.added, done.refused);
      if (done.added > 0) live.tell(who.space, done.head);
      return c.json({ head: done.head, refused: done.refused });
    });
    return answered === 'too-large' ? tooLarge(c) : answered;
  });

  app.post('/v1/spaces/:space/invitations', async (c) => {
    const who = askingOf(c, parts);
    if (!who) return noToken(c);
    const answered = await bodies.take(c.req.raw, SMALL_BODY, async (body) => {
      const invitation = inviteSchema.safeParse(jsonOf(body));
      if (!invitation.success) return malformed(c);
      const [made] = await engine.query<{ is_made: boolean }>('select share.invite($1, $2) as is_made', [
        ...[who.token, invitation.data.secret],
      ]);
      return made?.is_made
        ? c.json({ days: 7 })
        : refused(c, 403, 'may-not-invite', 'Chỉ máy của chủ tịch được mời, và nhiều nhất 200 lời mời đang chờ.');
    });
    return answered === 'too-large' ? tooLarge(c) : answered;
  });
}

/** A push as JSON; each entry is parsed by itself (entry.ts), so that a bad entry does not cost the others. */
function shallowJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

/** Small bodies are always read; for larger ones the sender needs a part in the space. */
export async function isWorthReading(
  c: Context,
  { engine }: Parts,
  { token, secret }: Asking,
  what: 'push' | 'file',
): Promise<boolean> {
  const stated = Number(c.req.header('content-length') ?? Number.NaN);
  if (stated <= SMALL_BODY) return true;
  const [may] = await engine.query<{ may: boolean }>('select share.may_send($1, $2, $3) as may', [token, secret, what]);
  return may?.may ?? false;
}

/** Half the processor's time of the usual level, a fifth more bytes; most answers in a single step. */
const PACKING = { level: 3, chunkSize: 256 * 1024 };

/** As JSON, packed at once: through a stream it takes several times as long. */
async function packed(c: Context, value: unknown) {
  const text = JSON.stringify(value);
  if (text.length < 1024 || !/\bgzip\b/.test(c.req.header('accept-encoding') ?? ''))
    return c.body(text, 200, JSON_TYPE);
  const bytes = new Uint8Array(await gzipped(text, PACKING));
  return c.body(bytes, 200, { ...JSON_TYPE, 'content-encoding': 'gzip', vary: 'accept-encoding' });
}
