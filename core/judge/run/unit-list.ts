/**
 * The list of units that every count and every paper uses: the register's units, then those that reported without being
 * in it, each with the report that counts for it. A blank form is not a report, a replaced report counts nowhere, and a
 * report that the council sent back is received but in no sum.
 */
import type { Movement } from '../../movement/movement.ts';
import type { RegisterUnit } from '../../report/register.ts';
import type { ReportResult, RunResult } from './run-result.ts';

export interface ListedUnit {
  readonly name: string;
  readonly audience: string;
  /** null = not in the register, or there is no register. */
  readonly entry: RegisterUnit | null;
  /** missing = nothing came · blank = only an empty form came · returned = the council gave the report back. */
  readonly state: 'received' | 'returned' | 'blank' | 'missing';
  /** The report that counts for it: the latest that is not blank; null where none was received. */
  readonly report: ReportResult | null;
}

type ListInput = Pick<RunResult, 'reports' | 'register'>;

/** Units in the register's order, then those of the reports beside it. */
export function unitList({ reports, register }: ListInput): readonly ListedUnit[] {
  const counting = new Map(
    reports
      .filter(({ reception }) => reception === 'counts' || reception === 'returned')
      .map((report) => [report.unit, report] as const),
  );
  const blank = new Set(reports.filter(({ reception }) => reception === 'blank').map(({ unit }) => unit));
  const listed = (name: string, audience: string, entry: RegisterUnit | null): ListedUnit => {
    const report = counting.get(name) ?? null;
    if (report)
      return { name, audience, entry, state: report.reception === 'returned' ? 'returned' : 'received', report };
    return { name, audience, entry, state: blank.has(name) ? 'blank' : 'missing', report: null };
  };
  const own = (register ?? []).map((entry) => listed(entry.name, entry.audience, entry));
  const known = new Set(own.map(({ name }) => name));
  const others = reports.filter((report) => !known.has(report.unit));
  const names = new Map(others.map((other) => [other.unit, other] as const));
  return [...own, ...[...names.values()].map(({ unit, report }) => listed(unit, report.audience, null))];
}

/**
 * Units that have to report: those that registered, and those that sent a report anyway. Private persons and households
 * are not units.
 */
export function reportingUnits(run: ListInput & Pick<RunResult, 'movement'>): readonly ListedUnit[] {
  const isUnit = unitAudiences(run.movement);
  const own = unitList(run).filter(({ audience }) => isUnit(audience));
  return own.filter(({ entry, state }) => entry === null || entry.registered || state !== 'missing');
}

/** Whether an audience is made of units, and not of private persons or households. */
export function unitAudiences({ audiences }: Pick<Movement, 'audiences'>): (audience: string) => boolean {
  const persons = new Set(audiences.filter(({ subject }) => subject !== 'collective').map(({ kind }) => kind));
  return (audience) => !persons.has(audience);
}

/** Whether the unit sent a report; a blank form is not a report. */
export function isReceived({ state }: Pick<ListedUnit, 'state'>): boolean {
  return state === 'received' || state === 'returned';
}

/** A unit is late when each of its reports is: who mends a report after the last day was in time with the first. */
export function isLate({ reports }: Pick<RunResult, 'reports'>, { name }: Pick<ListedUnit, 'name'>): boolean {
  const own = reports.filter(({ unit, reception }) => unit === name && reception !== 'blank');
  return own.length > 0 && own.every(({ flags }) => flags.some(({ code }) => code === 'late-report'));
}
