/** A page of the server, as built beside it: read once, handed out unchanged. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Hono } from 'hono';
import { compress } from 'hono/compress';

/** By path behind the page's address; '' is the page itself. */
export type PageFiles = ReadonlyMap<string, { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> }>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
/** Only the page's own files, and no frames: a secret is in its address. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; worker-src 'self'; img-src data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Empty where the page was not built. */
export function pageFiles(folder: string): PageFiles {
  if (!existsSync(folder)) return new Map();
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return new Map(
    paths.flatMap((path) => {
      const type = TYPES[extname(path)];
      if (type === undefined) return [];
      return [[path === 'index.html' ? '' : path, { type, bytes: new Uint8Array(readFileSync(join(folder, path))) }]];
    }),
  );
}

/** `address`: `/nop`, `/tinh`. */
export function ownPage(app: Hono, address: string, files: PageFiles): void {
  // The browser keeps what stands behind `#`.
  app.get(address, (c) => c.redirect(`${address}/`));
  app.get(`${address}/:path{.*}`, compress(), (c, next) => {
    const path = c.req.param('path') ?? '';
    const file = files.get(path);
    if (!file) return next();
    c.header('content-security-policy', POLICY);
    c.header('cache-control', path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    return c.body(file.bytes, 200, { 'content-type': file.type });
  });
}
