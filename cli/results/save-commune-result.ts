/** Writes the result of the commune that goes to its province: what `sync --results` sends. */

import { hanoiTime } from '../../core/base/period/hanoi-time.ts';
import { sendResult } from '../../core/commune/result/send-result.ts';
import { guardOf } from '../files/identity.ts';
import { safeWrite } from '../files/safe-write.ts';
import type { CommandRun } from '../run/run.ts';
import { refuse } from '../usage-error.ts';
import type { RunOutcome } from './outcome.ts';

/** `asOf`: the day of the check, else today. */
export function saveCommuneResult(run: CommandRun, { commune }: RunOutcome, asOf: string | null, path: string): void {
  const made = sendResult(run.result, commune, asOf ?? hanoiTime(new Date()).slice(0, 10));
  const result = made.ok ? made.value : refuse(made.refusal.message);
  const text = `${JSON.stringify(result, null, 2)}\n`;
  safeWrite(path, new TextEncoder().encode(text), guardOf(run.inputs));
}
