/** The server's addresses. Says nothing of one space to those who have no part in it, whether it is there or not. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import * as z from 'zod/mini';
import type { Verify } from '../core/share/entry.ts';
import { digestSchema, LARGEST_FILE } from '../core/share/fact.ts';
import { digestOf } from '../core/share/segment.ts';
import { type ClosedFile, closedFile, openedFile } from './closed-file.ts';
import { type Engine, faultCode, type Query } from './engine/engine.ts';
import { handInRoutes } from './hand-in-routes.ts';
import type { Live } from './live.ts';
import type { Metrics } from './metrics.ts';
import { ownPage, type PageFiles } from './own-page.ts';
import { homePage, TRIAL_NOTICE } from './page.ts';
import type { Push } from './push.ts';
import { limitedByAddress, type Rate } from './rate.ts';
import type { Tokens } from './tokens.ts';

/** Bytes and entries of one push; entries of one pull. */
const LARGEST_PUSH = 1024 * 1024;
const MOST_ENTRIES = 500;
const SMALL = 64 * 1024;
const HEART_BEAT = 25_000;
const JSON_TYPE = { 'content-type': 'application/json' };
const gzipped = promisify(gzip);

export interface Parts {
  readonly engine: Engine;
  readonly verify: Verify;
  readonly push: Push;
  readonly tokens: Tokens;
  readonly live: Live;
  readonly metrics: Metrics;
  /** Bytes one space may come to. */
  readonly most: number;
  /** By address: the page units hand in by, and that of a province. */
  readonly pages: Readonly<Record<string, PageFiles>>;
  /** Header in which a proxy of ours names the address of who asks; null where none does. */
  readonly proxyHeader: string | null;
  readonly rate: Rate;
  /** One line of JSON for each request: route, status, time; nobody's name, address or number. */
  readonly log: (line: { readonly [field: string]: string | number }) => void;
}

const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const answerSchema = z.strictObject({
  space: digest,
  key: z.string().check(z.regex(/^(?:[0-9a-f]{2}){80,160}$/)),
  question: z.string().check(z.maxLength(200)),
  signature: z.string().check(z.regex(/^[0-9a-f]{128}$/)),
});
const pushSchema = z.strictObject({ entries: z.array(z.unknown()).check(z.maxLength(MOST_ENTRIES)) });
const digestsSchema = z.strictObject({ digests: z.array(digestSchema).check(z.maxLength(1000)) });
const inviteSchema = z.strictObject({ secret: digest });
const sinceSchema = z.coerce.number().check(z.int(), z.gte(0), z.lte(Number.MAX_SAFE_INTEGER));

export function newApp(parts: Parts): Hono {
  const { engine, push, tokens, live, metrics, most, log } = parts;
  const app = new Hono();
  const isTrial = engine.kind === 'embedded';

  app.use(async (c, next) => {
    const from = performance.now();
    // Before there is an answer: to change one builds it anew, as a stream.
    if (isTrial) c.header('x-chay-thu', '1');
    c.header('x-content-type-options', 'nosniff');
    c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    c.header('referrer-policy', 'no-referrer');
    await next();
    const ms = Math.round(performance.now() - from);
    const route = c.req.routePath;
    metrics.request(`${c.req.method} ${route}`, c.res.status, ms / 1000);
    log({ t: new Date().toISOString(), route: `${c.req.method} ${route}`, status: c.res.status, ms });
  });
  app.use('/v1/*', limitedByAddress(parts.rate, parts.proxyHeader));
  app.onError((error, c) => {
    const code = faultCode(error);
    const { status, word, message } = faultOf(code);
    log({ t: new Date().toISOString(), error: word, code });
    return c.json({ code: word, message }, status);
  });
  app.notFound((c) => c.json({ code: 'no-such-address', message: 'Máy chủ không có địa chỉ này.' }, 404));

  app.get('/', (c) => c.html(homePage(isTrial)));
  app.get('/health', async (c) => {
    await engine.asApp((query) => query('select 1 from share.sizes()'));
    return c.json({ ok: true, engine: engine.kind, ...(isTrial ? { notice: TRIAL_NOTICE } : {}) });
  });
  app.get('/metrics', async (c) => {
    const [sizes] = await engine.asApp((query) =>
      query<Record<'spaces' | 'entries' | 'bytes', string | number>>('select * from share.sizes()'),
    );
    const { rss } = process.memoryUsage();
    return c.text(
      metrics.text({
        ...{ spaces: Number(sizes?.spaces), entries: Number(sizes?.entries), bytes: Number(sizes?.bytes) },
        ...{ listeners: live.listeners(), memory_bytes: rss },
      }),
    );
  });

  app.post('/v1/questions', (c) => c.json({ question: tokens.question() }));
  app.post('/v1/tokens', limited(SMALL), async (c) => {
    const answer = answerSchema.safeParse(await json(c));
    const token = answer.success ? await tokens.tokenFor(answer.data, c.req.header('host') ?? '') : null;
    return token === null ? refused(c, 401, 'no-key', 'Máy không chứng tỏ được khóa của mình.') : c.json({ token });
  });

  /** Who asks, for which space, with which invitation. */
  const asked = (c: Context) => {
    const space = c.req.param('space') ?? '';
    const device = tokens.deviceIn(/^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '', space);
    const secret = c.req.header('x-loi-moi') ?? '';
    return device === null ? null : { space, device, secret: /^[0-9a-f]{64}$/.test(secret) ? secret : null };
  };
  const one = async <T>(work: (query: Query) => Promise<readonly { readonly value: T }[]>): Promise<T | undefined> =>
    (await engine.asApp(work))[0]?.value;

  app.get('/v1/spaces/:space/entries', async (c) => {
    const who = asked(c);
    const since = sinceSchema.safeParse(c.req.query('since') ?? '0');
    if (!who) return noToken(c);
    if (!since.success) return malformed(c);
    const rows = await engine.asApp((query) =>
      query<{ seq: string | number; hash: string; body: string; signature: string; is_whole: boolean }>(
        'select * from share.pull($1, $2, $3, $4, $5)',
        [who.device, who.space, who.secret, since.data, MOST_ENTRIES],
      ),
    );
    const entries = rows.map(({ hash, body, signature }) => ({ hash, body, signature }));
    const last = rows.at(-1);
    const more = rows.length === MOST_ENTRIES;
    // Who sees a part may see more of what came before once it is admitted: its numbers are no place to go on from.
    return packed(c, { entries, next: last ? Number(last.seq) : since.data, more, whole: last?.is_whole ?? false });
  });

  app.post('/v1/spaces/:space/entries', limited(LARGEST_PUSH), async (c) => {
    const who = asked(c);
    if (!who) return noToken(c);
    const given = pushSchema.safeParse(await json(c));
    if (!given.success) return malformed(c);
    const done = await push({ ...who, most }, given.data.entries);
    if (!done) return noSpace(c);
    metrics.pushed(done.added, done.refused);
    if (done.added > 0) live.tell(who.space, done.head);
    return c.json({ head: done.head, refused: done.refused });
  });

  app.get('/v1/spaces/:space/live', async (c) => {
    const who = asked(c);
    if (!who) return noToken(c);
    const head = await one<string | number | null>((query) =>
      query('select share.head($1, $2) as value', [who.device, who.space]),
    );
    if (head == null) return noSpace(c);
    return streamSSE(c, async (stream) => {
      let wake = () => {};
      let latest = Number(head);
      let told = -1;
      const end = live.listen(who.space, (next) => {
        if (next <= latest) return;
        latest = next;
        wake();
      });
      stream.onAbort(() => {
        end();
        wake();
      });
      while (!stream.aborted) {
        if (latest > told) {
          told = latest;
          await stream.writeSSE({ event: 'head', data: String(told) });
        } else await stream.write(': \n\n');
        if (latest > told) continue;
        await new Promise<void>((done) => {
          const timer = setTimeout(done, HEART_BEAT);
          wake = () => {
            clearTimeout(timer);
            done();
          };
        });
      }
    });
  });

  app.post('/v1/spaces/:space/invitations', limited(SMALL), async (c) => {
    const who = asked(c);
    if (!who) return noToken(c);
    const given = inviteSchema.safeParse(await json(c));
    if (!given.success) return malformed(c);
    const isMade = await one<boolean>((query) =>
      query('select share.invite($1, $2, $3) as value', [who.device, who.space, given.data.secret]),
    );
    return isMade
      ? c.json({ days: 7 })
      : refused(c, 403, 'may-not-invite', 'Chỉ máy của chủ tịch được mời, và nhiều nhất 200 lời mời đang chờ.');
  });

  app.post('/v1/spaces/:space/files', limited(SMALL * 2), async (c) => {
    const who = asked(c);
    if (!who) return noToken(c);
    const given = digestsSchema.safeParse(await json(c));
    if (!given.success) return malformed(c);
    const has = await engine.asApp((query) =>
      query<{ value: string }>('select share.has_files($1, $2, $3) as value', [
        who.device,
        who.space,
        given.data.digests,
      ]),
    );
    return c.json({ has: has.map(({ value }) => value) });
  });

  app.get('/v1/spaces/:space/files/:digest', async (c) => {
    const who = asked(c);
    if (!who) return noToken(c);
    const [kept] = await engine.asApp((query) =>
      query<ClosedFile>('select * from share.take_file($1, $2, $3)', [who.device, who.space, c.req.param('digest')]),
    );
    const bytes = kept ? await openedFile(kept) : null;
    if (!bytes) return refused(c, 404, 'no-file', 'Máy chủ không có tệp này.');
    c.header('content-disposition', 'attachment');
    return c.body(new Uint8Array(bytes), 200, { 'content-type': 'application/octet-stream' });
  });

  app.put('/v1/spaces/:space/files/:digest', limited(LARGEST_FILE), async (c) => {
    const who = asked(c);
    if (!who) return noToken(c);
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    if (digestOf(bytes) !== c.req.param('digest')) return refused(c, 422, 'other-bytes', 'Tệp không khớp mã băm.');
    const closed = await closedFile(bytes);
    const isKept = await one<boolean>((query) =>
      query('select share.put_file($1, $2, $3, $4, $5, $6, $7) as value', [
        ...[who.device, who.space, digestOf(bytes), ...closed, most],
      ]),
    );
    return isKept ? c.json({}) : noSpace(c);
  });

  handInRoutes(app, parts);
  for (const [address, files] of Object.entries(parts.pages)) ownPage(app, address, files);
  return app;
}

/** A length that is stated Node itself keeps to; what comes without one is counted as it comes, as a stream. */
function limited(maxSize: number): MiddlewareHandler {
  const tooLarge = (c: Context) => refused(c, 413, 'too-large', 'Gói gửi lên lớn quá mức cho phép.');
  const counted = bodyLimit({ maxSize, onError: tooLarge });
  return async (c, next) => {
    const stated = c.req.header('content-length');
    if (stated === undefined || c.req.header('transfer-encoding') !== undefined) return counted(c, next);
    return /^\d+$/.test(stated) && Number(stated) <= maxSize ? next() : tooLarge(c);
  };
}

/** As JSON, packed at once: through a stream it takes several times as long. */
async function packed(c: Context, value: unknown) {
  const text = JSON.stringify(value);
  if (text.length < 1024 || !/\bgzip\b/.test(c.req.header('accept-encoding') ?? ''))
    return c.body(text, 200, JSON_TYPE);
  const bytes = new Uint8Array(await gzipped(text));
  return c.body(bytes, 200, { ...JSON_TYPE, 'content-encoding': 'gzip', vary: 'accept-encoding' });
}

async function json(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    return null;
  }
}

function refused(c: Context, status: 400 | 401 | 403 | 404 | 413 | 422, code: string, message: string) {
  return c.json({ code, message }, status);
}
const malformed = (c: Context) => refused(c, 400, 'malformed', 'Máy chủ không hiểu yêu cầu này.');
const noToken = (c: Context) => refused(c, 401, 'no-token', 'Máy chưa chứng tỏ được khóa của mình, hoặc đã quá giờ.');
const noSpace = (c: Context) =>
  refused(c, 403, 'no-space', 'Máy chủ không có sổ chung này, hoặc máy này không được ghi vào đó.');

/** What the database's refusal means to those who asked: try again, or never. */
function faultOf(code: string) {
  if (code === '53100' || code === '53000')
    return {
      status: 507,
      word: 'full',
      message: 'Máy chủ hết chỗ: mục chưa được nhận, vẫn còn nguyên ở máy gửi.',
    } as const;
  if (code === '42501' || code === '23514')
    return { status: 403, word: 'no-space', message: 'Cơ sở dữ liệu không cho phép việc này.' } as const;
  if (code === '') return { status: 500, word: 'fault', message: 'Máy chủ gặp lỗi; hãy báo người quản trị.' } as const;
  return { status: 503, word: 'away', message: 'Máy chủ tạm thời chưa nhận được; hãy gửi lại.' } as const;
}
