/** Which flags are shown, in which order, and the details of a flag. Pure. */

import { groupBy } from '../../core/base/group-by.ts';
import { inNameOrder } from '../../core/base/text/name-order.ts';
import type { Flag, Severity } from '../../core/judge/flag/flag.ts';
import type { RunResult } from '../../core/judge/run/run-result.ts';
import type { CriterionScore, Impact } from '../../core/judge/score/score-sheet.ts';
import type { FlagFilter } from './state.ts';

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
/** Group of the flags of no unit. */
export const NO_UNIT = 'Chưa rõ đơn vị';

interface FlagGroup {
  readonly unit: string;
  readonly flags: readonly Flag[];
}

/** Flags the filter lets through, by unit in the order of the run, errors first within each. */
export function groupedFlags(flags: readonly Flag[], filter: FlagFilter): FlagGroup[] {
  const groups = groupBy(
    flags.filter((flag) => passes(flag, filter)),
    (flag) => flag.unit ?? NO_UNIT,
  );
  return [...groups].map(([unit, own]) => ({
    unit,
    flags: own.toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity]),
  }));
}

function passes(flag: Flag, { severity, unit, code }: FlagFilter): boolean {
  return (
    (severity === null || flag.severity === severity) &&
    (unit === '' || (flag.unit ?? NO_UNIT) === unit) &&
    (code === '' || flag.code === code)
  );
}

/** The flag `step` places on; from nowhere the first or last; null when there is none that way. */
export function neighbour(groups: readonly FlagGroup[], from: string | null, step: 1 | -1): Flag | null {
  const all = groups.flatMap(({ flags }) => flags);
  const at = all.findIndex(({ id }) => id === from);
  if (at < 0) return (step === 1 ? all[0] : all.at(-1)) ?? null;
  return all[at + step] ?? null;
}

export function countBySeverity(flags: readonly Flag[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of flags) counts[severity]++;
  return counts;
}

/** Codes that occur, by their Vietnamese names. */
export function codesIn(
  flags: readonly Flag[],
): { readonly code: string; readonly name: string; readonly count: number }[] {
  const counts = new Map<string, { code: string; name: string; count: number }>();
  for (const { code, name } of flags) counts.set(code, { code, name, count: (counts.get(code)?.count ?? 0) + 1 });
  return [...counts.values()].sort((a, b) => inNameOrder(a.name, b.name));
}

interface Why {
  readonly score: CriterionScore | null;
  /** `xếp loại, thứ hạng`; null when nothing hangs on it. */
  readonly changes: string | null;
}

/** The points the flag's criterion earned and why, and what the flag can still change. */
export function whyOf(run: RunResult, flag: Flag): Why {
  const result =
    run.reports.find(({ flags }) => flags.some(({ id }) => id === flag.id)) ??
    run.reports.find(({ unit }) => unit === flag.unit);
  return {
    score: result?.score?.points.find(({ criterion }) => isOf(flag.criterion, criterion)) ?? null,
    changes: changesText(run.impacts.find((impact) => impact.flag === flag.id)),
  };
}

/** Nothing of its criterion can be reckoned: accepted as it is, it earns the least the criterion can. */
export function earnsLeast(run: RunResult, flag: Flag): boolean {
  return flag.severity === 'error' && flag.doubt === 'value' && whyOf(run, flag).score?.computed === null;
}

/**
 * `1.2.a` is of 1.2 and of 1.2.a. The set holds no criterion whose code begins with another's and a dot, parts apart.
 */
function isOf(code: string | null, criterion: string): boolean {
  return code === criterion || (code?.startsWith(`${criterion}.`) ?? false);
}

export function changesText(impact: Pick<Impact, 'class' | 'place' | 'award'> | undefined): string | null {
  if (impact === undefined) return null;
  const changes = [impact.class && 'xếp loại', impact.place && 'thứ hạng', impact.award && 'khen thưởng'];
  const texts = changes.filter((change) => typeof change === 'string');
  return texts.length === 0 ? null : texts.join(', ');
}
