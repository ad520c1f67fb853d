/**
 * Passes: short texts the server seals, by which its database knows that a call comes from the server's own program and
 * for whom. A device shows a pass as its token; a login's challenge and the right to judge entries are passes too.
 * Form: `<seconds of expiry>.<parts…>.<seal>`, the seal being HMAC-SHA256 in hexadecimal. They are not stored.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds of a judge's pass: more than the clocks of server and database may be apart (engine/postgres.ts). */
export const JUDGE_SECONDS = 600;

type PassKind = 'question' | 'token' | 'judge';

/**
 * Seconds that a pass may still last when it is shown: an hour, and what the clocks of two processes may be apart. One
 * that would last longer was sealed while the server's clock was ahead.
 */
const LONGEST = 3600 + 300;

export interface Passes {
  /** Good for so many seconds, by the server's clock. */
  readonly make: (kind: PassKind, seconds: number, ...parts: readonly string[]) => string;
  /** Its parts, and when it runs out (milliseconds); null for what is no pass of this kind, or none any more. */
  readonly open: (kind: PassKind, pass: string) => { readonly parts: readonly string[]; readonly until: number } | null;
}

/** `key`: 32 bytes, the same in every process over one database; `now` in milliseconds. */
export function newPasses(key: Buffer, now: () => number): Passes {
  const seal = (kind: string, text: string) => createHmac('sha256', key).update(`${kind}\n${text}`).digest('hex');
  return {
    make: (kind, seconds, ...parts) => {
      const text = [Math.floor(now() / 1000) + seconds, ...parts].join('.');
      return `${text}.${seal(kind, text)}`;
    },
    open: (kind, pass) => {
      const text = pass.slice(0, -65);
      const [shown, own] = [Buffer.from(pass.slice(-65)), Buffer.from(`.${seal(kind, text)}`)];
      if (shown.length !== own.length || !timingSafeEqual(shown, own)) return null;
      const [seconds = '', ...parts] = text.split('.');
      const until = Number(seconds) * 1000;
      return until > now() && until <= now() + LONGEST * 1000 ? { parts, until } : null;
    },
  };
}

/** The two halves the database checks seals by: HMAC's inner and outer key block. */
export function padsOf(key: Buffer): readonly [inner: Buffer, outer: Buffer] {
  const block = Buffer.concat([key], 64);
  return [block.map((byte) => byte ^ 0x36), block.map((byte) => byte ^ 0x5c)].map(Buffer.from) as [Buffer, Buffer];
}

/** SERVER_KEY as it stands in the environment: 64 hexadecimal digits. Null for anything else. */
export function serverKey(typed: string): Buffer | null {
  return /^[0-9a-f]{64}$/i.test(typed) ? Buffer.from(typed, 'hex') : null;
}
