/** A link with which a single book can be founded on this server: the operator hands it to the commune. */
import { randomBytes } from 'node:crypto';
import { sha256 } from '../core/council/sha256.ts';
import type { Owner } from './engine/engine.ts';

/** The code stands behind `#`, so that no proxy's log ever has it; the server keeps its digest alone. */
export async function inviteFounder({ asOwner }: Pick<Owner, 'asOwner'>, origin: string): Promise<string> {
  const code = randomBytes(16).toString('hex');
  await asOwner((query) => query('select share.invite_founder($1)', [sha256(code)]));
  return `${origin}/#${code}`;
}
