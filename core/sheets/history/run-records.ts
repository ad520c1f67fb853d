/** Records from a run: the results of its units in the year, and the awards of its ledger. */

import { squashKey } from '../../base/text/text.ts';
import type { Ledger } from '../../judge/award/ledger.ts';
import type { History } from '../../judge/history/history.ts';
import { historyOf } from '../../judge/history/history-of.ts';
import type { YearRecord } from '../../judge/history/year-record.ts';
import type { RunResult } from '../../judge/run/run-result.ts';

export const THIS_RUN = 'Kỳ này';

/** The settled results of a run over a whole year. */
function recordsOfRun({
  movement,
  period,
  reports,
}: Pick<RunResult, 'movement' | 'period' | 'reports'>): readonly YearRecord[] {
  if (period?.kind !== 'year') return [];
  return reports.flatMap(({ unit, score, reception }): YearRecord[] => {
    if (score === null || reception !== 'counts' || score.low !== score.high) return [];
    const subject = movement.audiences.find(({ kind }) => kind === score.audience)?.subject;
    const classification = score.possibleClasses.length > 1 ? undefined : score.classification?.name;
    return [
      {
        ...{ name: unit, year: period.year, movement: movement.title, source: THIS_RUN },
        ...{ points: score.total, share: score.share },
        ...(subject ? { kind: subject } : {}),
        ...(classification ? { classification } : {}),
      },
    ];
  });
}

/** A ledger belongs to a single movement. */
function recordsOfLedger(ledger: Ledger, movement: string): readonly YearRecord[] {
  return ledger.map(({ unit, form, year, kind, decision, date }) => ({
    ...{ name: unit, year, movement, title: form, source: 'Sổ khen thưởng' },
    ...(kind ? { kind } : {}),
    ...(decision ? { decision } : {}),
    ...(date ? { date } : {}),
  }));
}

/** Drops the results of an earlier run over the same movement and year, which this run replaces. */
function withoutRun(
  records: readonly YearRecord[],
  { movement, period }: Pick<RunResult, 'movement' | 'period'>,
): readonly YearRecord[] {
  return records.filter(
    ({ year, movement: own, source }) =>
      source !== THIS_RUN || year !== period?.year || squashKey(own) !== squashKey(movement.title),
  );
}

/** The history that the run's awards are judged by; undefined = no record of earlier years. */
export function historyBefore(
  records: readonly YearRecord[],
  ledger: Ledger,
  result: Pick<RunResult, 'movement' | 'period' | 'register'>,
): History | undefined {
  const known = [...withoutRun(records, result), ...recordsOfLedger(ledger, result.movement.title)];
  return known.length === 0 ? undefined : historyOf(known, result.register);
}

/** Records for the sheets over years: earlier years and the settled results of this one; empty = no earlier year. */
export function recordsToShow(
  records: readonly YearRecord[],
  ledger: Ledger,
  result: Pick<RunResult, 'movement' | 'period' | 'reports'>,
): readonly YearRecord[] {
  const before = withoutRun(records, result);
  if (before.length === 0) return [];
  const known = new Set(before.filter(({ title }) => title !== undefined).map(awardKey));
  const own = recordsOfLedger(ledger, result.movement.title).filter((record) => !known.has(awardKey(record)));
  return [...before, ...own, ...recordsOfRun(result)];
}

function awardKey({ name, year, title = '', decision = '' }: YearRecord): string {
  return JSON.stringify([squashKey(name), year, squashKey(title), squashKey(decision)]);
}
