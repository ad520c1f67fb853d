/** The page "Bàn chấm" as it was built for the web: given out by the server, it reaches this server and no other. */
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { compress } from 'hono/compress';

const ADDRESS = '/ban-cham';

/** `folder` = the files of the web page; absolute. */
export function deskPage(app: Hono, folder: string): void {
  // The browser keeps what stands behind `#`.
  app.get(ADDRESS, (c) => c.redirect(`${ADDRESS}/`));
  app.use(`${ADDRESS}/*`, compress(), async (c, next) => {
    await next();
    // What the page may load and reach it says itself.
    c.header('content-security-policy', "frame-ancestors 'self'");
    const isNamedByContent = c.req.path.startsWith(`${ADDRESS}/assets/`);
    c.header('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  app.get(`${ADDRESS}/*`, serveStatic({ root: folder, rewriteRequestPath: (path) => path.slice(ADDRESS.length) }));
}
