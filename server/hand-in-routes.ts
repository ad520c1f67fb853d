/** The addresses of those who hand in by link: known by the digest of their link's secret, in a header no log has. */
import type { Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import * as z from 'zod/mini';
import { digestSchema, LARGEST_FILE } from '../core/share/named-bytes.ts';
import { MOST_PIECES, PIECE } from '../core/share/pieces.ts';
import { jsonOf } from './answers.ts';
import type { Parts } from './app.ts';
import { SMALL_BODY } from './bodies.ts';
import { allowanceOf, formOf, type HandInRefusal, handIn, isLink, LARGEST_HEAD } from './hand-in.ts';
import { keepPiece, piecesHere } from './hand-in-pieces.ts';

type Status = 400 | 403 | 404 | 409 | 410 | 413 | 422 | 429;
/** `behind`, `clock` and `missing` the page mends itself, and sends again. */
const REFUSED: Readonly<Record<HandInRefusal, readonly [Status, string]>> = {
  malformed: [400, 'Máy chủ không hiểu báo cáo gửi lên.'],
  'other-bytes': [422, 'Tệp đến nơi không khớp mã băm: hãy gửi lại.'],
  'no-link': [404, 'Liên kết không đúng: hãy chép lại cả liên kết, hoặc hỏi cán bộ xã đã gửi.'],
  late: [410, 'Liên kết đã hết hạn nộp: hãy liên hệ cán bộ xã.'],
  ended: [410, 'Liên kết đã bị thu hồi: hãy hỏi cán bộ xã liên kết mới.'],
  'too-many': [429, 'Liên kết này đã nộp quá nhiều lần, hoặc quá nhiều dữ liệu: hãy liên hệ cán bộ xã.'],
  'too-often': [429, 'Liên kết này vừa nộp nhiều lần: hãy đợi một giờ rồi nộp lại.'],
  behind: [409, 'Vừa có bản nộp khác: gửi lại là bản này thay bản đó.'],
  clock: [409, 'Đồng hồ của máy gửi sai giờ.'],
  missing: [409, 'Máy chủ chưa có đủ các phần của tệp: trang tự gửi phần còn thiếu.'],
  sealed: [410, 'Tệp này đã bị niêm phong vì có dữ liệu cá nhân: hãy bỏ dữ liệu ấy rồi nộp lại.'],
  'may-not': [403, 'Liên kết này không nộp được báo cáo vào sổ chung.'],
};

export function handInRoutes(app: Hono, parts: Parts): void {
  const { engine, live, metrics, bodies, most } = parts;
  app.get('/v1/hand-in', compress(), async (c) => {
    const secret = secretOf(c);
    const form = secret === null ? null : await formOf(engine, secret);
    return form ? c.json(form) : refuse(c, 'no-link');
  });

  app.put('/v1/hand-in', async (c) => {
    const secret = secretOf(c);
    // Before a byte of the body is read, so that callers without a link cost no memory.
    if (secret === null || !(await isLink(engine, secret))) return refuse(c, 'no-link');
    const answered = await bodies.take(c.req.raw, LARGEST_FILE + LARGEST_HEAD, async (sent) => {
      const done = await handIn(parts, { secret, most }, sent);
      if (!done.ok) return refuse(c, done.code);
      if (done.head !== null) {
        metrics.pushed(1, []);
        live.tell(done.space, done.head);
      }
      return c.json(done.receipt);
    });
    return answered === 'too-large' ? tooLarge(c) : answered;
  });

  app.post('/v1/hand-in/pieces', async (c) => {
    const secret = secretOf(c);
    if (secret === null || !(await isLink(engine, secret))) return refuse(c, 'no-link');
    const answered = await bodies.take(c.req.raw, SMALL_BODY, async (body) => {
      const wanted = wantedSchema.safeParse(jsonOf(body));
      return wanted.success
        ? c.json({ has: await piecesHere(engine, secret, wanted.data.digests) })
        : refuse(c, 'malformed');
    });
    return answered === 'too-large' ? tooManyPieces(c) : answered;
  });

  app.put('/v1/hand-in/pieces/:digest', async (c) => {
    const secret = secretOf(c);
    // Before a byte of the body is read, as above.
    const left = secret === null ? 'no-link' : await allowanceOf(engine, secret);
    if (secret === null || typeof left === 'string') return refuse(c, typeof left === 'string' ? left : 'no-link');
    const answered = await bodies.take(c.req.raw, PIECE, async (bytes) => {
      const refused = await keepPiece(engine, { secret, left, most }, c.req.param('digest'), bytes);
      return refused === null ? c.json({}) : refuse(c, refused);
    });
    return answered === 'too-large' ? tooManyPieces(c) : answered;
  });
}

const wantedSchema = z.strictObject({ digests: z.array(digestSchema).check(z.maxLength(MOST_PIECES)) });

function tooManyPieces(c: Context) {
  return c.json({ code: 'too-large', message: 'Tệp lớn hơn 20 MB, hoặc một phần của tệp lớn quá mức.' }, 413);
}

function secretOf(c: Context): string | null {
  const secret = c.req.header('x-lien-ket') ?? '';
  return /^[0-9a-f]{64}$/.test(secret) ? secret : null;
}

function refuse(c: Context, code: HandInRefusal) {
  const [status, message] = REFUSED[code];
  return c.json({ code, message }, status);
}

function tooLarge(c: Context) {
  return c.json({ code: 'too-large', message: 'Tệp lớn hơn 5 MB: hãy bỏ bớt ảnh trong tệp rồi gửi lại.' }, 413);
}
