/** Routes for files that entries name: list the stored files, download a file, upload a file. */
import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { digestOf, digestSchema, LARGEST_FILE } from '../core/share/named-bytes.ts';
import { jsonOf, malformed, noSpace, noToken, refused, tooLarge } from './answers.ts';
import type { Parts } from './app.ts';
import { askingOf } from './asking.ts';
import { SMALL_BODY } from './bodies.ts';
import { type ClosedFile, closedFile, openedFile } from './closed-file.ts';
import { isWorthReading } from './entry-routes.ts';

const digestsSchema = z.strictObject({ digests: z.array(digestSchema).check(z.maxLength(1000)) });

export function fileRoutes(app: Hono, parts: Parts): void {
  const { engine, bodies, most } = parts;

  app.post('/v1/spaces/:space/files', async (c) => {
    const who = askingOf(c, parts);
    if (!who) return noToken(c);
    const answered = await bodies.take(c.req.raw, SMALL_BODY * 2, async (body) => {
      const wanted = digestsSchema.safeParse(jsonOf(body));
      if (!wanted.success) return malformed(c);
      const has = await engine.query<{ digest: string }>('select share.has_files($1, $2) as digest', [
        ...[who.token, wanted.data.digests],
      ]);
      return c.json({ has: has.map(({ digest }) => digest) });
    });
    return answered === 'too-large' ? tooLarge(c) : answered;
  });

  app.get('/v1/spaces/:space/files/:digest', async (c) => {
    const who = askingOf(c, parts);
    if (!who) return noToken(c);
    const digest = digestSchema.safeParse(c.req.param('digest'));
    const [kept] = digest.success
      ? await engine.query<ClosedFile>('select * from share.take_file($1, $2)', [who.token, digest.data])
      : [];
    const bytes = kept ? await openedFile(kept) : null;
    if (!bytes) return refused(c, 404, 'no-file', 'Máy chủ không có tệp này.');
    c.header('content-disposition', 'attachment');
    return c.body(new Uint8Array(bytes), 200, { 'content-type': 'application/octet-stream' });
  });

  app.put('/v1/spaces/:space/files/:digest', async (c) => {
    const who = askingOf(c, parts);
    if (!who) return noToken(c);
    if (!(await isWorthReading(c, parts, who, 'file'))) return noSpace(c);
    const answered = await bodies.take(c.req.raw, LARGEST_FILE, async (bytes) => {
      const digest = digestOf(bytes);
      if (digest !== c.req.param('digest')) return refused(c, 422, 'other-bytes', 'Tệp không khớp mã băm.');
      const [kept] = await engine.query<{ is_kept: boolean }>(
        'select share.put_file($1, $2, $3, $4, $5, $6) as is_kept',
        [who.token, digest, ...(await closedFile(bytes)), most],
      );
      return kept?.is_kept ? c.json({}) : noSpace(c);
    });
    return answered === 'too-large' ? tooLarge(c) : answered;
  });
}
