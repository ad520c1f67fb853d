/** `--follow`: keeps running and fetches new entries as soon as the server announces them, or once a minute. */

import { hanoiTime } from '../../core/base/period/hanoi-time.ts';
import type { Verify } from '../../core/share/entry.ts';
import type { Standing } from '../../core/share/standing.ts';
import { synchronise } from '../../core/share/sync.ts';
import type { SavedShared } from './save-shared.ts';
import type { OpenSpace } from './space.ts';

const MINUTE = 60_000;

/**
 * Runs until the process is ended; waits while the network is away. `save` writes what arrived to the requested folder.
 */
export async function follow(
  { space, own, others, newsAfter }: OpenSpace,
  verify: Verify,
  save: (standing: Standing) => Promise<SavedShared | null>,
): Promise<never> {
  let head: number | null = null;
  for (;;) {
    head = newsAfter ? await newsAfter(head, MINUTE) : await pause();
    const done = await synchronise(space, own, others, verify);
    if (!done.ok) {
      tell(`${done.refusal.message} Sẽ thử lại sau một phút.`);
      await pause();
      continue;
    }
    const { received, sent, standing } = done.value;
    if (received + sent === 0) continue;
    const saved = await save(standing);
    const written = saved && saved.written.length > 0 ? ` Đã ghi: ${saved.written.join('; ')}.` : '';
    const doubtful = (saved?.doubtful ?? []).map(({ file, reason }) => ` Cần xem lại ${file}: ${reason}`).join('');
    tell(`Nhận về ${received} mục, gửi đi ${sent} mục.${written}${doubtful}`);
  }
}

function pause(): Promise<null> {
  return new Promise((done) => setTimeout(() => done(null), MINUTE));
}

function tell(text: string): void {
  process.stdout.write(`${hanoiTime(new Date()).slice(11, 19)} ${text}\n`);
}
