/**
 * The province over all its communes for one period: targets × communes, who reported and in time, indicators of the
 * portal with their places, who needs help. A pure function of what the communes sent.
 */

import { groupBy } from '../base/group-by.ts';
import { squashKey } from '../base/text/text.ts';
import type { TargetState } from '../commune/result/commune-result.ts';
import type { SentResult, SentTarget } from '../commune/result/sent-result.ts';
import { type Need, needsOf } from './needs.ts';
import { type IndicatorTable, indicatorTables } from './places.ts';
import type { CommuneSent } from './results.ts';

/** Part of a whole; null where the whole is not known or nothing. */
export interface PartOfWhole {
  readonly part: number;
  readonly whole: number | null;
}

export interface CommuneRow {
  readonly name: string;
  /** The commune's name in its own result, where it differs; else null. */
  readonly claimed: string | null;
  /** Null: nothing was sent for the period. */
  readonly result: SentResult | null;
  /** Units that reported, of those that registered. */
  readonly received: PartOfWhole;
  /** Of those that reported: in time, by a known day. Null where the plan gives no day. */
  readonly inTime: PartOfWhole | null;
  /** In the order of the columns; null = the commune has no such target. */
  readonly cells: readonly (SentTarget | null)[];
  readonly met: number;
  readonly needs: readonly Need[];
}

export interface TargetColumn {
  readonly text: string;
  readonly unit: string | null;
  /** Required levels: several where the communes' plans differ. */
  readonly levels: readonly string[];
  readonly counts: Readonly<Record<TargetState, number>>;
  /** Σ a ÷ Σ b in percent over the communes that gave both, and how many these are; null where none did. */
  readonly whole: { readonly a: number; readonly b: number; readonly communes: number } | null;
}

export interface ProvinceView {
  readonly period: string | null;
  /** All periods for which a commune sent a result, the period with most communes first. */
  readonly periods: readonly string[];
  readonly columns: readonly TargetColumn[];
  readonly rows: readonly CommuneRow[];
  readonly indicators: readonly IndicatorTable[];
  readonly sent: number;
  /** Units of the communes whose register is known; in time, of those whose last day is known. */
  readonly received: PartOfWhole;
  readonly inTime: PartOfWhole;
}

/** `wanted`: the period to look at; without it, or where nobody sent it, the one most communes sent. */
export function rollUp(communes: readonly CommuneSent[], wanted?: string): ProvinceView {
  const periods = periodsOf(communes);
  const period = periods.find((period) => period === wanted) ?? periods[0] ?? null;
  const own = communes.map(({ name, results }) => ({
    name,
    result: results.find((result) => result.period === period) ?? null,
  }));
  const targetsOf = own.map(({ result }) => new Map(result?.targets.map((target) => [targetKey(target), target])));
  const byLevel = groupBy(
    targetsOf.flatMap((targets) => [...targets]),
    ([key]) => key,
  );
  // Targets that most communes have come first; among equal ones in the plan's order.
  const order = [...byLevel].sort(([, x], [, y]) => y.length - x.length);
  const rows = own.map(({ name, result }, at): CommuneRow => {
    const cells = order.map(([key]) => targetsOf[at]?.get(key) ?? null);
    const received = { part: result?.reports.received ?? 0, whole: result?.reports.asked ?? null };
    const met = cells.filter((target) => target?.state === 'met').length;
    const claimed = result && squashKey(result.commune) !== squashKey(name) ? result.commune : null;
    return { name, claimed, result, received, inTime: inTimeOf(result), cells, met, needs: needsOf(result) };
  });
  const known = rows.filter(({ received }) => received.whole !== null);
  const dated = rows.flatMap(({ inTime }) => inTime ?? []);
  return {
    ...{ period, periods, rows },
    columns: order.map(([, targets]) => columnOf(targets.map(([, target]) => target))),
    indicators: indicatorTables(communes),
    sent: rows.filter(({ result }) => result !== null).length,
    received: {
      part: known.reduce((sum, { received }) => sum + received.part, 0),
      whole: known.reduce((sum, { received }) => sum + (received.whole ?? 0), 0),
    },
    inTime: {
      part: dated.reduce((sum, { part }) => sum + part, 0),
      whole: dated.reduce((sum, { whole }) => sum + (whole ?? 0), 0),
    },
  };
}

function periodsOf(communes: readonly CommuneSent[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { results } of communes)
    for (const { period } of results) counts.set(period, (counts.get(period) ?? 0) + 1);
  return [...counts].sort(([x, m], [y, n]) => n - m || (x < y ? 1 : -1)).map(([period]) => period);
}

/** Plans of several communes ask the same in the same words; their codes are each plan's own. */
function targetKey({ text, unit }: SentTarget): string {
  return `${squashKey(text)}|${unit ?? ''}`;
}

function inTimeOf(result: SentResult | null): PartOfWhole | null {
  if (!result || result.reports.late === null) return null;
  const { received, late, undated } = result.reports;
  return { part: Math.max(0, received - late - undated), whole: received };
}

function columnOf(targets: readonly SentTarget[]): TargetColumn {
  const [first] = targets;
  const counts: Record<TargetState, number> = {
    ...{ met: 0, 'not-met': 0, 'not-enough-data': 0, 'no-source': 0, 'not-due': 0 },
  };
  for (const { state } of targets) counts[state] += 1;
  const shares = targets.flatMap(({ a, b }) => (a !== null && b !== null && b > 0 ? [{ a, b }] : []));
  const sum = (pick: (item: { readonly a: number; readonly b: number }) => number) =>
    shares.reduce((total, item) => total + pick(item), 0);
  return {
    text: first?.text ?? '',
    unit: first?.unit ?? null,
    levels: [...groupBy(targets, ({ level }) => level).keys()],
    counts,
    whole: shares.length > 0 ? { a: sum(({ a }) => a), b: sum(({ b }) => b), communes: shares.length } : null,
  };
}
