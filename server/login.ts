/**
 * A device shows that it holds its key by signing a question of the server; for an hour a token then stands for it. No
 * password exists.
 */
import { randomBytes } from 'node:crypto';
import type { Verify } from '../core/share/entry.ts';
import { proofText } from '../core/share/proof.ts';
import { deviceOf } from '../core/share/sign-entry.ts';
import type { Passes } from './passes.ts';

const QUESTION_SECONDS = 120;
const TOKEN_SECONDS = 3600;

export interface Login {
  readonly question: () => string;
  /** Null when the answer is not that of the key to a question of this server, or the question was answered before. */
  readonly tokenFor: (answer: Answer) => Promise<string | null>;
  /** The device the token stands for in the space, and until when (milliseconds); null when it does not, or no longer. */
  readonly deviceIn: (token: string, space: string) => { readonly device: string; readonly until: number } | null;
}

interface Answer {
  readonly space: string;
  readonly key: string;
  readonly question: string;
  readonly signature: string;
}

/**
 * `host`: of the address that devices use (ORIGIN). It is never taken from a request, because somebody who relays an
 * answer can write anything there. `spend`: true the first time it receives a challenge, also across restarts.
 */
export function newLogin(
  passes: Passes,
  verify: Verify,
  host: string,
  spend: (question: string) => Promise<boolean>,
): Login {
  return {
    question: () => passes.make('question', QUESTION_SECONDS, randomBytes(16).toString('base64url')),
    tokenFor: async ({ space, key, question, signature }) => {
      if (passes.open('question', question) === null) return null;
      const bytes = new TextEncoder().encode(proofText(host, space, question));
      const isSigned = await verify(key, bytes, new Uint8Array(Buffer.from(signature, 'hex')));
      return isSigned && (await spend(question)) ? passes.make('token', TOKEN_SECONDS, space, deviceOf(key)) : null;
    },
    deviceIn: (token, wanted) => {
      const opened = passes.open('token', token);
      const [space, device] = opened?.parts ?? [];
      return opened && space === wanted && device !== undefined ? { device, until: opened.until } : null;
    },
  };
}
