/** Login of a device: the server sends a challenge, the device signs it and receives a token. */
import type { Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { digestSchema } from '../core/share/named-bytes.ts';
import { jsonOf, refused, tooLarge } from './answers.ts';
import type { Parts } from './app.ts';
import { SMALL_BODY } from './bodies.ts';

const answerSchema = z.strictObject({
  space: digestSchema,
  key: z.string().check(z.regex(/^(?:[0-9a-f]{2}){80,160}$/)),
  question: z.string().check(z.maxLength(200)),
  signature: z.string().check(z.regex(/^[0-9a-f]{128}$/)),
});

export function loginRoutes(app: Hono, { login, bodies, origin }: Parts): void {
  const { host } = new URL(origin);
  const wrong = (c: Context) => {
    // Only for the message: the proof is never compared with a header of the request.
    const hostName = c.req.header('host');
    const other =
      hostName === undefined || hostName === host ? '' : ` Máy chủ này ở ${origin}: hãy dùng đúng địa chỉ đó.`;
    return refused(c, 401, 'no-key', `Máy không chứng tỏ được khóa của mình.${other}`);
  };
  app.post('/v1/questions', (c) => c.json({ question: login.question() }));
  app.post('/v1/tokens', async (c) => {
    const answered = await bodies.take(c.req.raw, SMALL_BODY, async (body) => {
      const answer = answerSchema.safeParse(jsonOf(body));
      const token = answer.success ? await login.tokenFor(answer.data) : null;
      return token === null ? wrong(c) : c.json({ token });
    });
    return answered === 'too-large' ? tooLarge(c) : answered;
  });
}
