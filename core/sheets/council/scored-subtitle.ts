import type { ReportResult, RunResult } from '../../judge/run/run-result.ts';
import { setOfReport } from '../../movement/criteria-set-for.ts';
import { setInPeriod } from '../../movement/set-in-period.ts';
import { versionWords } from '../../movement/set-version.ts';
import { setWithDue } from '../../movement/set-with-due.ts';
import { councilSubtitle } from './council-subtitle.ts';

/** `Kế hoạch … · năm 2025 · bộ tiêu chí: Bản phiên bản 1 (1f0c9ab3)`: by which versions these reports are scored. */
export function scoredSubtitle(result: RunResult, reports: readonly ReportResult[] = result.reports): string {
  const sets = setsUsed(result, reports);
  const words = sets.map(({ audience, version }) => `${audience} ${version}`);
  return [councilSubtitle(result), ...(words.length > 0 ? [`bộ tiêu chí: ${words.join('; ')}`] : [])].join(' · ');
}

/** The criteria sets the reports are scored by, each once, in the movement's order. */
export function setsUsed(
  { movement, period }: RunResult,
  reports: readonly ReportResult[],
): readonly { readonly audience: string; readonly version: string }[] {
  const used = new Set(reports.map(({ report }) => setOfReport(movement, report, period)));
  return movement.criteriaSets
    .filter((set) => used.has(setWithDue(setInPeriod(set, period), movement, period)))
    .map((set) => ({
      audience: movement.audiences.find(({ kind }) => kind === set.audience)?.name ?? set.audience,
      version: versionWords(set),
    }));
}
