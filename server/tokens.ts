/**
 * A device shows that it holds its key by signing a question of the server; for an hour a token then stands for it.
 * Both are texts the server seals itself, so nothing is kept of them. No password exists.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { deviceOf, type Verify } from '../core/share/entry.ts';
import { proofText } from '../core/share/proof.ts';

const QUESTION_SECONDS = 120;
const TOKEN_SECONDS = 3600;

export interface Tokens {
  readonly question: () => string;
  /** Null when the answer is not that of the key to a question of ours. */
  readonly tokenFor: (answer: Answer, host: string) => Promise<string | null>;
  /** The device the token stands for in the space; null when it does not, or no longer. */
  readonly deviceIn: (token: string, space: string) => string | null;
}

interface Answer {
  readonly space: string;
  readonly key: string;
  readonly question: string;
  readonly signature: string;
}

/** `secret` is the same in every process over one database; `now` in milliseconds, by the server's clock alone. */
export function newTokens(secret: string, verify: Verify, now: () => number): Tokens {
  const seal = (kind: string, text: string) =>
    createHmac('sha256', secret).update(`${kind}\n${text}`).digest('base64url');
  const sealed = (kind: string, text: string) => `${text}.${seal(kind, text)}`;
  const opened = (kind: string, whole: string): readonly string[] | null => {
    const at = whole.lastIndexOf('.');
    const [text, given, own] = [whole.slice(0, at), Buffer.from(whole.slice(at + 1)), seal(kind, whole.slice(0, at))];
    if (given.length !== own.length || !timingSafeEqual(given, Buffer.from(own))) return null;
    const [expires = '', ...rest] = text.split('.');
    return Number(expires) * 1000 > now() ? rest : null;
  };
  const after = (seconds: number) => String(Math.floor(now() / 1000) + seconds);
  return {
    question: () => sealed('question', `${after(QUESTION_SECONDS)}.${randomBytes(16).toString('base64url')}`),
    tokenFor: async ({ space, key, question, signature }, host) => {
      if (opened('question', question) === null) return null;
      const bytes = new TextEncoder().encode(proofText(host, space, question));
      const isSigned = await verify(key, bytes, new Uint8Array(Buffer.from(signature, 'hex')));
      return isSigned ? sealed('token', `${after(TOKEN_SECONDS)}.${space}.${deviceOf(key)}`) : null;
    },
    deviceIn: (token, wanted) => {
      const [space, device] = opened('token', token) ?? [];
      return space === wanted && device !== undefined ? device : null;
    },
  };
}
