/** The server's routes. A caller without a part in a space cannot find out whether it exists. */
import { Hono } from 'hono';
import type { Verify } from '../core/share/entry.ts';
import { faultOf } from './answers.ts';
import type { Bodies } from './bodies.ts';
import { type Engine, faultCode } from './engine/engine.ts';
import { entryRoutes } from './entry-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { handInRoutes } from './hand-in-routes.ts';
import type { Live } from './live.ts';
import { liveRoute } from './live-route.ts';
import type { Login } from './login.ts';
import { loginRoutes } from './login-routes.ts';
import type { Metrics } from './metrics.ts';
import { ownPage, type PageFiles } from './own-page.ts';
import { homePage, TRIAL_NOTICE } from './page.ts';
import type { Passes } from './passes.ts';
import type { Push } from './push.ts';
import { limitedByAddress, type Rate } from './rate.ts';

export interface Parts {
  readonly engine: Engine;
  readonly verify: Verify;
  readonly passes: Passes;
  readonly push: Push;
  readonly login: Login;
  readonly live: Live;
  readonly metrics: Metrics;
  readonly bodies: Bodies;
  /** The address devices use: `https://so-chung.tinh.gov.vn`. */
  readonly origin: string;
  /** Bytes one space may come to. */
  readonly most: number;
  /** By address: the page units hand in by, and that of a province. */
  readonly pages: Readonly<Record<string, PageFiles>>;
  /** Header in which a proxy of ours names the address of who asks; null where none does. */
  readonly proxyHeader: string | null;
  readonly rate: Rate;
  /** Address of the page that the server's own address opens; null = the server hands out no page. */
  readonly home: string | null;
  /** One line of JSON for each request: route, status, time; nobody's name, address or number. */
  readonly log: (line: { readonly [field: string]: string | number }) => void;
}

export function newApp(parts: Parts): Hono {
  const { engine, live, metrics, log } = parts;
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
  app.use(limitedByAddress(parts.rate, parts.proxyHeader));
  app.onError((error, c) => {
    const code = faultCode(error);
    const { status, word, message } = faultOf(code);
    log({ t: new Date().toISOString(), error: word, code });
    return c.json({ code: word, message }, status);
  });
  // A person who mistyped an address reads a sentence; a program reads a code.
  app.notFound((c) =>
    c.req.header('accept')?.includes('text/html')
      ? c.text('Máy chủ không có địa chỉ này. Hãy mở lại bằng liên kết đã nhận, hoặc chép lại cả liên kết.', 404)
      : c.json({ code: 'no-such-address', message: 'Máy chủ không có địa chỉ này.' }, 404),
  );

  // The browser keeps what stands behind `#`: a link of invitation opens on the page it is for.
  app.get('/', (c) => (parts.home === null ? c.html(homePage(isTrial)) : c.redirect(parts.home)));
  app.get('/health', async (c) => {
    await engine.query('select 1 from share.sizes()');
    return c.json({ ok: true, engine: engine.kind, ...(isTrial ? { notice: TRIAL_NOTICE } : {}) });
  });
  app.get('/metrics', async (c) => {
    const [sizes] =
      await engine.query<Record<'spaces' | 'entries' | 'bytes', string | number>>('select * from share.sizes()');
    const { rss } = process.memoryUsage();
    return c.text(
      metrics.text({
        ...{ spaces: Number(sizes?.spaces), entries: Number(sizes?.entries), bytes: Number(sizes?.bytes) },
        ...{ listeners: live.listeners(), memory_bytes: rss },
      }),
    );
  });
  loginRoutes(app, parts);
  entryRoutes(app, parts);
  liveRoute(app, parts);
  fileRoutes(app, parts);
  handInRoutes(app, parts);
  for (const [address, files] of Object.entries(parts.pages)) ownPage(app, address, files);
  return app;
}
