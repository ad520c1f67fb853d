/** Who asks: the device of its token, for the space of the address, with the invitation it shows. */
import type { Context } from 'hono';
import type { Parts } from './app.ts';

export interface Asking {
  readonly space: string;
  readonly device: string;
  /** What the database checks once more (passes.ts). */
  readonly token: string;
  /** When the token runs out, in milliseconds. */
  readonly until: number;
  /** Digest of the invitation's code; null where none is shown. */
  readonly secret: string | null;
}

const DIGEST = /^[0-9a-f]{64}$/;

/** Null without a token for the space. */
export function askingOf(c: Context, { login }: Pick<Parts, 'login'>): Asking | null {
  const space = c.req.param('space') ?? '';
  const token = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
  const opened = login.deviceIn(token, space);
  const secret = c.req.header('x-loi-moi') ?? '';
  return opened && { space, token, ...opened, secret: DIGEST.test(secret) ? secret : null };
}
