/** The page "Bàn chấm" as built for the web: handed out by the server, it connects to this server and no other. */
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { compress } from 'hono/compress';

export const DESK_ADDRESS = '/ban-cham';

/** `folder` = the files of the web page; absolute. */
export function deskPage(app: Hono, folder: string): void {
  // The browser keeps what stands behind `#`.
  app.get(DESK_ADDRESS, (c) => c.redirect(`${DESK_ADDRESS}/`));
  app.use(`${DESK_ADDRESS}/*`, compress(), async (c, next) => {
    await next();
    // The page's own policy limits what it may load and connect to.
    c.header('content-security-policy', "frame-ancestors 'self'");
    const isNamedByContent = c.req.path.startsWith(`${DESK_ADDRESS}/assets/`);
    c.header('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  app.get(
    `${DESK_ADDRESS}/*`,
    serveStatic({ root: folder, rewriteRequestPath: (path) => path.slice(DESK_ADDRESS.length) }),
  );
}
