/**
 * Everything `score` computes besides the units' points: the result of the commune, the candidates for awards, earlier
 * awards.
 */

import { type AppealState, appealStates } from '../../core/commune/calendar/appeal.ts';
import type { Journal } from '../../core/commune/calendar/journal.ts';
import { communeResult } from '../../core/commune/result/commune.ts';
import type { CommuneResult } from '../../core/commune/result/commune-result.ts';
import { returnedUnits } from '../../core/council/returned-units.ts';
import { votedOn } from '../../core/council/voted-on.ts';
import type { AwardCandidate } from '../../core/judge/award/candidate.ts';
import { awardCandidates } from '../../core/judge/award/candidates.ts';
import { type Ledger, wholeLedger } from '../../core/judge/award/ledger.ts';
import type { Nomination } from '../../core/judge/award/nomination.ts';
import type { PlacedEvidence } from '../../core/report/evidence/evidence-file.ts';
import type { NewSheet } from '../../core/sheet/workbook/port.ts';
import type { Awards } from '../../core/sheets/award-sheets.ts';
import { councilSubtitle } from '../../core/sheets/council/council-subtitle.ts';
import { officeOfIssuer } from '../../core/sheets/council/office-frame.ts';
import { yearsSheets } from '../../core/sheets/history/history-sheet.ts';
import { recordsToShow } from '../../core/sheets/history/run-records.ts';
import type { CommandRun } from '../run/run.ts';
import { phaseKey, phasePeriod } from '../run/split-years.ts';
import { yearsJudgeOf } from '../run/years-judge-of.ts';

export interface RunOutcome {
  /** `2023-2025` when several years are closed together. */
  readonly phase: string | null;
  readonly commune: CommuneResult;
  readonly candidates: readonly AwardCandidate[];
  readonly ledger: Ledger;
  /** Sheets over years, with this year; empty if no earlier year is known. */
  readonly years: readonly NewSheet[];
  readonly nominations: readonly Nomination[];
  /** Rows of the ledger and the nominations that were not understood. */
  readonly aside: Awards['aside'];
  readonly journal: Journal;
  /** Appeals of units, each with its answer and the points of today. */
  readonly appeals: readonly AppealState[];
  readonly evidence: readonly PlacedEvidence[];
  /** Names of units whose report the council gave back. */
  readonly returned: ReadonlySet<string>;
}

export function outcomeOf(run: CommandRun): RunOutcome {
  const { result, earlier, awards, records, journal, phase, council, evidence } = run;
  const { movement, register, rankings } = result;
  const period = phase ? phasePeriod(phase) : result.period;
  const ledger = wholeLedger(awards.ledger, register);
  const sheets = result.reports.flatMap(({ score }) => (score ? [score] : []));
  const { nominations, aside } = awards;
  const voted = votedOn(council?.votes ?? [], { movement: movement.id, period });
  const setting = { movement, period, sheets, rankings, register, alreadyAwarded: ledger, nominations, votedOn: voted };
  const key = phase && phaseKey(phase);
  const commune = communeResult({
    result,
    earlier,
    ownFigures: journal.figures ?? [],
    ...(key === null ? {} : { phase: key }),
  });
  const returned = returnedUnits(council?.entries ?? []);
  return {
    phase: key,
    commune,
    candidates: awardCandidates({ ...setting, yearsJudge: yearsJudgeOf(run) }),
    ledger,
    years: yearsSheets(
      recordsToShow(records, ledger, { ...result, period }),
      register,
      councilSubtitle(result),
      officeOfIssuer(movement),
    ),
    nominations,
    aside,
    journal,
    appeals: appealStates(journal.appeals ?? [], result.reports),
    returned,
    evidence,
  };
}
