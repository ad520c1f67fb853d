import { periodName } from '../../period/period.ts';
import type { RunResult } from '../../run/run-result.ts';

/** `Kế hoạch … · năm 2025`: what the sheets are about. */
export function councilSubtitle({ movement, period }: RunResult): string {
  return [movement.plan.title, period && periodName(period)].filter(Boolean).join(' · ');
}
