/**
 * All that papers are made from: the run, what the council wrote down, what the commune achieved, and the settings.
 * Nothing else is known.
 */

import type { CalendarDay } from '../commune/calendar/calendar-day.ts';
import type { Journal } from '../commune/calendar/journal.ts';
import type { CommuneResult } from '../commune/result/commune-result.ts';
import type { EntryState } from '../council/current.ts';
import type { SessionEntry } from '../council/session-log.ts';
import type { VoteLog } from '../council/vote-log.ts';
import type { AwardCandidate } from '../judge/award/candidate.ts';
import type { Ledger } from '../judge/award/ledger.ts';
import type { YearsJudge } from '../judge/award/years-judge.ts';
import type { RunResult } from '../judge/run/run-result.ts';
import type { RankedUnit } from '../judge/score/score-sheet.ts';
import type { PaperSettings } from './settings.ts';

/** Money of one award where the law fixes it, in đồng; null = the law that is known does not fix it. */
type MoneyOf = (candidate: AwardCandidate) => number | null;

interface EarlierPlaces {
  /** Text form of the period: `2024`. */
  readonly period: string;
  readonly rankings: readonly RankedUnit[];
}

export interface PaperFacts {
  readonly run: RunResult;
  readonly candidates: readonly AwardCandidate[];
  /** Earlier awards, from the ledger and from the register. */
  readonly ledger: Ledger;
  /** Judges conditions on the years before; absent = the plan has none. */
  readonly yearsJudge?: YearsJudge | undefined;
  readonly commune: CommuneResult | null;
  readonly calendar: readonly CalendarDay[];
  /** What was written down over the year; empty lists = nothing was. */
  readonly journal: Journal;
  /** Every entry of the council's log with its present state; null = there is no record. */
  readonly council: CouncilRecord | null;
  readonly moneyOf: MoneyOf;
  /** Places of earlier years, earliest first; empty = the run had none. */
  readonly earlierPlaces: readonly EarlierPlaces[];
  /** The year whose figures stand in the papers of several years closed together; absent = the papers are of one period. */
  readonly lastYear?: number;
  readonly settings: PaperSettings;
}

export interface CouncilRecord {
  readonly entries: readonly EntryState[];
  readonly votes: VoteLog;
  /** The session last written down, or closed; null = none was. */
  readonly session: SessionEntry | null;
}
