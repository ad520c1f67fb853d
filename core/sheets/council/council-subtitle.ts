import { periodName } from '../../base/period/period.ts';
import type { RunResult } from '../../judge/run/run-result.ts';
import { unconfirmedWords } from '../../movement/unconfirmed.ts';

/** `Kế hoạch … · năm 2025`: what the sheets are about, and whether their points rest on numbers nobody confirmed. */
export function councilSubtitle({ movement, period }: RunResult): string {
  const open = unconfirmedWords(movement);
  return [movement.plan.title, period && periodName(period), open && `TẠM TÍNH: ${open}`].filter(Boolean).join(' · ');
}
