/**
 * The council's workbook (council.xlsx) of a whole movement: the chair's page, Tổng hợp, Kết quả toàn xã, Xếp hạng,
 * Cảnh báo, Chỉ số, Đơn vị and a sheet for each unit. Returns the sheets as data; file.ts turns them into bytes. Equal
 * runs give equal sheets.
 */

import { type Journal, NO_JOURNAL } from '../commune/calendar/journal.ts';
import { communeResult, ofPeriod } from '../commune/result/commune.ts';
import type { CommuneResult } from '../commune/result/commune-result.ts';
import { unmeasuredContents } from '../commune/result/content-criteria.ts';
import type { AwardCandidate } from '../judge/award/candidate.ts';
import type { Ledger } from '../judge/award/ledger.ts';
import type { Nomination } from '../judge/award/nomination.ts';
import type { RunResult } from '../judge/run/run-result.ts';
import { setOfReport } from '../movement/criteria-set-for.ts';
import type { Movement } from '../movement/movement.ts';
import type { PlacedEvidence } from '../report/evidence/evidence-file.ts';
import type { NewSheet } from '../sheet/workbook/port.ts';
import { sheetNames } from '../sheet/workbook/sheet-names.ts';
import { APPEAL_SHEET } from './appeal-sheet.ts';
import { ledgerSheet, nominationSheet } from './award-layout.ts';
import { type Awards, LEDGER_SHEET, NOMINATION_SHEET } from './award-sheets.ts';
import { BOARD_SHEET, boardSheet } from './council/board-sheet.ts';
import { CHAIR_SHEET, chairSheet } from './council/chair-sheet.ts';
import { COMMUNE_SHEET, communeSheet } from './council/commune-sheet.ts';
import { councilSubtitle } from './council/council-subtitle.ts';
import { flagSheet } from './council/flag-sheet.ts';
import { observationSheet, registerSheet } from './council/list-sheets.ts';
import { officeOfIssuer, type SheetOffice } from './council/office-frame.ts';
import { PROPOSAL_SHEET, proposalSheet } from './council/proposal-sheet.ts';
import { rankingSheet } from './council/ranking-sheet.ts';
import { scoredSubtitle } from './council/scored-subtitle.ts';
import { type SummaryLine, summarySheet, totalReference } from './council/summary-sheet.ts';
import { unitSheet } from './council/unit-sheet.ts';
import { EVIDENCE_SHEET, evidenceSheet } from './evidence-sheet.ts';
import { journalSheets } from './journal-layout.ts';
import { FIGURE_SHEET, MODEL_SHEET, VISIT_SHEET } from './journal-sheets.ts';

const OWN_SHEETS = [
  CHAIR_SHEET,
  BOARD_SHEET,
  'Tổng hợp',
  COMMUNE_SHEET,
  'Xếp hạng',
  'Cảnh báo',
  'Chỉ số',
  'Đơn vị',
  PROPOSAL_SHEET,
  LEDGER_SHEET,
  NOMINATION_SHEET,
  VISIT_SHEET,
  MODEL_SHEET,
  FIGURE_SHEET,
  APPEAL_SHEET,
  EVIDENCE_SHEET,
];

/** What the run comes to beyond its points; without a part it is reckoned from the run alone. */
interface CouncilOutcome {
  readonly commune?: CommuneResult;
  readonly candidates?: readonly AwardCandidate[];
  readonly ledger?: Ledger;
  readonly nominations?: readonly Nomination[];
  /** The sheets of the years before; absent = there are none. */
  readonly years?: readonly NewSheet[];
  /** Rows of both that were not understood: they stay in the workbook. */
  readonly aside?: Awards['aside'];
  readonly journal?: Journal;
  /** Files handed in as evidence; no sheet without any. */
  readonly evidence?: readonly PlacedEvidence[];
  /** Names of units whose report the council gave back. */
  readonly returned?: ReadonlySet<string>;
  /** Names in force; the plan's own when absent. */
  readonly office?: SheetOffice;
}

/**
 * The sheets in order, each made when the caller takes it. Every total is a formula whose cached value is the core's own
 * total.
 */
export function* councilSheets(result: RunResult, outcome: CouncilOutcome = {}): Generator<NewSheet> {
  const lines = scoredLines(result, outcome.years ?? []);
  const subtitle = councilSubtitle(result);
  const office = outcome.office ?? officeOfIssuer(result.movement);
  const commune = outcome.commune ?? communeResult({ result, ownFigures: outcome.journal?.figures ?? [] });
  const lineOf = new Map(lines.map((line) => [line.result, line]));
  yield chairSheet({ result, commune, office, ...(outcome.candidates ? { candidates: outcome.candidates } : {}) });
  const { journal = NO_JOURNAL } = outcome;
  const board = boardSheet(result, { returned: outcome.returned ?? new Set(), journal }, subtitle, office);
  if (board) yield board;
  yield summarySheet(result, lines, subtitle, office);
  yield communeSheet(commune, subtitle, office);
  yield rankingSheet(
    result,
    { table: 'XepHang', subtitle },
    {
      office,
      pointsOf: (ranked) => {
        const line = lineOf.get(ranked);
        return line && totalReference(line, 'points');
      },
    },
  );
  yield flagSheet(result.flags, { table: 'CanhBao', subtitle }, { impacts: result.impacts, office });
  yield observationSheet(result, subtitle, office);
  yield registerSheet(result, subtitle, { office, printed: board === null });
  if (outcome.candidates) yield proposalSheet(outcome.candidates, result.movement, subtitle, office);
  if (outcome.ledger) yield ledgerSheet(outcome.ledger, subtitle, office, outcome.aside);
  yield* outcome.years ?? [];
  if (outcome.nominations)
    yield nominationSheet(outcome.nominations, result.movement, subtitle, office, {
      ...(outcome.aside ? { aside: outcome.aside } : {}),
      printed: !outcome.candidates,
    });
  if (outcome.journal)
    yield* journalSheets(
      withOpenTargets(outcome.journal, result.movement, commune),
      subtitle,
      office,
      wordsOfPlan(result.movement, commune),
    );
  if (outcome.evidence?.length) yield evidenceSheet(outcome.evidence, subtitle, office);
  for (const [index, line] of lines.entries()) {
    const { report } = line.result;
    const set = setOfReport(result.movement, report, result.period);
    const table = `PhieuDiem_${String(index + 1).padStart(3, '0')}`;
    yield unitSheet(
      line.result,
      line.score,
      set,
      {
        name: line.sheet,
        table,
        subtitle: `${scoredSubtitle(result, [line.result])} · ${report.file}`,
      },
      office,
    );
  }
}

/** Code of a target, content or role → its words. */
function wordsOfPlan(movement: Movement, { targets }: CommuneResult): ReadonlyMap<string, string> {
  return new Map([...toRemarkOn(movement), ...targets].map(({ code, text }) => [code, text]));
}

/** Contents that nothing measures, and what the plan gives whom to do: only the commune can write of them. */
function toRemarkOn(movement: Movement): readonly { readonly code: string; readonly text: string }[] {
  const roles = movement.roles.filter(({ duties }) => duties.some((duty) => duty !== 'signer'));
  return [
    ...unmeasuredContents(movement),
    ...roles.map(({ code, post, text }) => ({ code, text: `${post}: ${text}` })),
  ];
}

/** A row to fill in for each target, content and role of the plan that nothing measures and nobody wrote of. */
function withOpenTargets(journal: Journal, movement: Movement, { targets, period }: CommuneResult): Journal {
  const figures = journal.figures ?? [];
  const own = ofPeriod(figures, [period]);
  const open = [...targets.filter(({ source }) => source === 'none'), ...toRemarkOn(movement)].filter(
    ({ code }) => !own.some(({ target }) => target === code),
  );
  const blank = { value: null, remark: '', who: '', day: null, evidence: '' };
  return {
    ...journal,
    figures: [...figures, ...open.map(({ code }) => ({ target: code, period: period ?? '', ...blank }))],
  };
}

function scoredLines(result: RunResult, years: readonly NewSheet[]): SummaryLine[] {
  const scored = result.reports.flatMap((report) => (report.score ? [{ result: report, score: report.score }] : []));
  const names = sheetNames(
    scored.map((line) => line.result.unit),
    [...OWN_SHEETS, ...years.map(({ name }) => name)],
  );
  return scored.map((line, index) => ({ ...line, sheet: names[index] ?? line.result.unit }));
}
