/**
 * The one list of units that every count and every paper uses: the register's units, then who reported beside it, each
 * with the one report that counts for it. A blank form is not sent, a replaced report counts nowhere, and one that the
 * council gave back is received and adds to no sum.
 */
import type { RegisterUnit } from '../../report/register.ts';
import { latestOf } from './latest.ts';
import type { ReportResult, RunResult } from './run-result.ts';

export interface ListedUnit {
  readonly name: string;
  readonly audience: string;
  /** null = not in the register, or no register was given. */
  readonly entry: RegisterUnit | null;
  /** missing = nothing came · blank = only an empty form came · returned = the council gave the report back. */
  readonly state: 'received' | 'returned' | 'blank' | 'missing';
  /** The report that counts for it: the latest that is not blank; null where none was received. */
  readonly report: ReportResult | null;
}

type Listed = Pick<RunResult, 'reports' | 'register'>;

/** Units in the register's order, then those of the reports beside it. */
export function unitList({ reports, register }: Listed): readonly ListedUnit[] {
  const counting = new Map(
    reports.filter(({ reception }) => reception === 'counts' || reception === 'returned').map((one) => [one.unit, one] as const),
  );
  const blank = new Set(reports.filter(({ reception }) => reception === 'blank').map(({ unit }) => unit));
  const listed = (name: string, audience: string, entry: RegisterUnit | null): ListedUnit => {
    const report = counting.get(name) ?? null;
    if (report) return { name, audience, entry, state: report.reception === 'returned' ? 'returned' : 'received', report };
    return { name, audience, entry, state: blank.has(name) ? 'blank' : 'missing', report: null };
  };
  const own = (register ?? []).map((entry) => listed(entry.name, entry.audience, entry));
  const known = new Set(own.map(({ name }) => name));
  const others = reports.filter((one) => !known.has(one.unit));
  const names = new Map(others.map((one) => [one.unit, one] as const));
  return [...own, ...[...names.values()].map(({ unit, report }) => listed(unit, report.audience, null))];
}

/** Who was asked for a report: who registered, and who sent one all the same. */
export function askedUnits(run: Listed): readonly ListedUnit[] {
  return unitList(run).filter(({ entry, state }) => entry === null || entry.registered || state !== 'missing');
}

/** Who sent one: a blank form is none. */
export function isReceived({ state }: Pick<ListedUnit, 'state'>): boolean {
  return state === 'received' || state === 'returned';
}

/** Of the reports of each unit which counts: the latest that is not blank. */
export function receptionsOf(
  reports: readonly { readonly unit: string; readonly day: string; readonly blank: boolean }[],
  returned: ReadonlySet<string>,
): readonly ReportResult['reception'][] {
  const filled = reports.filter(({ blank }) => !blank);
  const counting = new Set(
    latestOf(
      filled,
      ({ unit }) => unit,
      ({ day }) => day,
    ),
  );
  return reports.map((one) => {
    if (one.blank) return 'blank';
    if (!counting.has(one)) return 'replaced';
    return returned.has(one.unit) ? 'returned' : 'counts';
  });
}
