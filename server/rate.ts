/**
 * Limits how many requests a minute a network address may send; a refused request weighs more, so that guessing ends
 * soon. Addresses are held only in memory, as long as their budget is not full again.
 */
import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';

/** A commune's whole network may stand behind one address. */
const A_MINUTE = 3000;
/** Weight of a refused request, relative to an answered request. */
const REFUSED = 20;
/** Addresses remembered; beyond, those longest unheard of are forgotten. */
const MOST = 100_000;

export interface Rate {
  /** Whether the address may send a request now; `weight` of the request. */
  readonly spend: (address: string, weight: number) => boolean;
}

/** `now` in milliseconds; a clock that is set back costs nobody anything. */
export function newRate(now: () => number, aMinute = A_MINUTE): Rate {
  const left = new Map<string, { readonly tokens: number; readonly at: number }>();
  return {
    spend: (address, weight) => {
      const at = now();
      const held = left.get(address);
      const tokens = Math.min(
        aMinute,
        (held?.tokens ?? aMinute) + (Math.max(0, at - (held?.at ?? at)) * aMinute) / 60_000,
      );
      left.delete(address);
      left.set(address, { tokens: Math.max(tokens - weight, -aMinute), at });
      const [oldest] = left.keys();
      if (left.size > MOST && oldest !== undefined) left.delete(oldest);
      return tokens > 0;
    },
  };
}

/**
 * The caller's address: from the header a proxy of ours writes, where its name is set, else from the connection. Null
 * for this machine itself: that is a proxy without a named header, which has to limit by itself. The last address in a
 * header counts, because the proxy wrote it; of IPv6 the network.
 */
function addressOf(c: Context, header: string | null): string | null {
  const written = header === null ? undefined : c.req.header(header)?.split(',').at(-1)?.trim();
  const bindings = c.env as Partial<HttpBindings> | undefined;
  const address = (written || bindings?.incoming?.socket.remoteAddress || '').replace(/^::ffff:/i, '').toLowerCase();
  if (address === '' || address === '::1' || address.startsWith('127.')) return null;
  return address.includes(':') ? networkOf(address) : address;
}

/** The first 64 bits: one customer has all of them. */
function networkOf(address: string): string {
  const [before = '', behind] = (address.split('%')[0] ?? '').split('::');
  const parts = before === '' ? [] : before.split(':');
  const rest = behind === undefined || behind === '' ? [] : behind.split(':');
  const zeros =
    behind === undefined ? [] : Array.from({ length: Math.max(0, 8 - parts.length - rest.length) }, () => '0');
  return [...parts, ...zeros, ...rest]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':');
}

/** 429 with when to come again; a request that was refused for what it was weighs more. */
export function limitedByAddress(rate: Rate, header: string | null): MiddlewareHandler {
  return async (c, next) => {
    const address = addressOf(c, header);
    if (address === null) return next();
    if (!rate.spend(address, 1)) {
      c.header('retry-after', '60');
      const message =
        'Địa chỉ mạng này gửi quá nhiều yêu cầu: hãy đợi một phút rồi thử lại; mọi thứ vẫn còn ở máy gửi.';
      return c.json({ code: 'too-many-requests', message }, 429);
    }
    await next();
    if ([400, 401, 403, 404, 422].includes(c.res.status)) rate.spend(address, REFUSED);
    return undefined;
  };
}
