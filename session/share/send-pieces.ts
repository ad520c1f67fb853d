/** Sends the pieces of a large file by a link: only those the server does not have yet. */
import { done, type Result } from '../../core/base/result.ts';
import type { Piece } from '../../core/share/whole-file.ts';

type Send = (path: string, init: RequestInit) => Promise<Result<unknown>>;

/**
 * Until the server has them all. After a break it looks again what is there, as long as each look finds more; `sent` hears
 * which part of the file is there, 0 to 1.
 */
export async function sendPieces(
  send: Send,
  pieces: readonly Piece[],
  sent: (part: number) => void,
): Promise<Result<unknown>> {
  const body = JSON.stringify({ digests: pieces.map(({ digest }) => digest) });
  let last: Result<unknown> = done(null);
  for (let before = pieces.length + 1; ; ) {
    const answer = await send('/pieces', { method: 'POST', body });
    if (!answer.ok) return answer;
    const { has } = answer.value as { readonly has?: unknown };
    const missing = pieces.filter(({ digest }) => !(Array.isArray(has) && has.includes(digest)));
    let left = missing.length;
    if (left === 0) return answer;
    if (left >= before || !(last.ok || last.refusal.code === 'away')) return last;
    before = left;
    for (const { digest, bytes } of missing) {
      sent(1 - left / pieces.length);
      last = await send(`/pieces/${digest}`, { method: 'PUT', body: new Uint8Array(bytes) });
      if (!last.ok) break;
      left -= 1;
    }
  }
}
