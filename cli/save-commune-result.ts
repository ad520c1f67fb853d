/** Writes the result of the commune that goes to its province: what `sync --results` sends. */
import { sendResult } from '../core/commune/send-result.ts';
import { hanoiTime } from '../core/period/hanoi-time.ts';
import { guardOf } from './identity.ts';
import type { Outcome } from './outcome.ts';
import type { Run } from './run.ts';
import { safeWrite } from './safe-write.ts';
import { refuse } from './usage-error.ts';

/** `asOf`: the day of the check, else today. */
export function saveCommuneResult(run: Run, { commune }: Outcome, asOf: string | null, path: string): void {
  const made = sendResult(run.result, commune, asOf ?? hanoiTime(new Date()).slice(0, 10));
  const result = made.ok ? made.value : refuse(made.refusal.message);
  const text = `${JSON.stringify(result, null, 2)}\n`;
  safeWrite(path, new TextEncoder().encode(text), guardOf(run.given));
}
