/** Order and words of flags, for sheets and the workbook alike. */
import type { Flag } from '../../judge/flag/flag.ts';
import type { Impact } from '../../judge/score/score-sheet.ts';
import { SEVERITIES } from './look.ts';

/** Errors first, then by their order in the run. */
export function bySeverity(flags: readonly Flag[]): Flag[] {
  return SEVERITIES.flatMap((severity) => flags.filter((flag) => flag.severity === severity));
}

/** `đổi xếp loại, đổi thứ hạng`: what the flag can still change; '' when nothing. */
export function impactText(impact: Impact | undefined): string {
  const changes = [impact?.class && 'xếp loại', impact?.place && 'thứ hạng', impact?.award && 'khen thưởng'];
  return changes.filter((change) => typeof change === 'string').join(', ');
}
