/** The facts papers are made from, gathered from a run. */

import { type Period, periodDays, periodKey } from '../base/period/period.ts';
import { calendarOf } from '../commune/calendar/calendar.ts';
import type { CalendarDay } from '../commune/calendar/calendar-day.ts';
import { explanationDay, withDay } from '../commune/calendar/explanation-day.ts';
import { type Journal, NO_JOURNAL } from '../commune/calendar/journal.ts';
import { communeResult } from '../commune/result/commune.ts';
import { votedOn } from '../council/voted-on.ts';
import { awardCandidates } from '../judge/award/candidates.ts';
import { type Ledger, wholeLedger } from '../judge/award/ledger.ts';
import { awardMoney } from '../judge/award/money.ts';
import type { Nomination } from '../judge/award/nomination.ts';
import type { YearsJudge } from '../judge/award/years-judge.ts';
import type { RunResult } from '../judge/run/run-result.ts';
import type { Movement } from '../movement/movement.ts';
import type { CouncilRecord, PaperFacts } from './facts.ts';
import { NO_SETTINGS, type PaperSettings } from './settings.ts';
import { withSession } from './with-session.ts';

interface Gathered {
  readonly council?: CouncilRecord | null;
  readonly settings?: PaperSettings;
  /** Runs over earlier periods, earliest first. */
  readonly earlier?: readonly RunResult[];
  readonly nominations?: readonly Nomination[];
  /** Awards of earlier years, beside those in the register. */
  readonly ledger?: Ledger;
  /** Judges conditions on the years before; absent = the plan has none. */
  readonly yearsJudge?: YearsJudge | undefined;
  readonly journal?: Journal;
  /** Years closed together, the run being their last; `2023-2025`. */
  readonly phase?: { readonly period: Period; readonly key: string };
}

export function gatherFacts(
  last: RunResult,
  {
    council = null,
    settings = NO_SETTINGS,
    earlier = [],
    nominations = [],
    ledger = [],
    yearsJudge,
    journal = NO_JOURNAL,
    phase,
  }: Gathered = {},
): PaperFacts {
  const run = phase ? { ...last, period: phase.period } : last;
  const ledgerNow = wholeLedger(ledger, run.register);
  const candidates = awardCandidates({
    movement: run.movement,
    period: run.period,
    sheets: run.reports.flatMap(({ score }) => score ?? []),
    rankings: run.rankings,
    register: run.register,
    alreadyAwarded: ledgerNow,
    yearsJudge,
    nominations,
    votedOn: votedOn(council?.votes ?? [], { movement: run.movement.id, period: run.period }),
  });
  return {
    run,
    candidates,
    ledger: ledgerNow,
    yearsJudge,
    commune: communeResult({
      result: last,
      earlier,
      ownFigures: journal.figures ?? [],
      ...(phase ? { phase: phase.key } : {}),
    }),
    calendar: run.period ? calendarIn(run.movement, run.period, journal) : [],
    journal,
    council,
    ...(phase && last.period ? { lastYear: last.period.year } : {}),
    earlierPlaces: earlier.flatMap(({ period, rankings }) =>
      period === null ? [] : [{ period: periodKey(period), rankings }],
    ),
    moneyOf: ({ form, level, subject }) =>
      level === null ? null : awardMoney({ name: form, level }, subject, settings),
    settings: withSession(settings, council?.session ?? null),
  };
}

/** As seen at the end of the period. */
function calendarIn(movement: Movement, period: Period, journal: Journal): readonly CalendarDay[] {
  const asOf = periodDays(period).to;
  return withDay(calendarOf(movement, period.year, asOf), explanationDay(journal, asOf));
}
