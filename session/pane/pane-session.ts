/**
 * What the pane asks of the session: plain data to show and the things an officer can have done. The pane knows neither
 * Excel nor scoring; whatever can fail answers with a refusal it can print.
 */

import type { Period } from '../../core/base/period/period.ts';
import type { Points } from '../../core/base/quantity/points.ts';
import type { Result } from '../../core/base/result.ts';
import type { CalendarDay, FollowUp } from '../../core/commune/calendar/calendar-day.ts';
import type { Journal, Model, Visit } from '../../core/commune/calendar/journal.ts';
import type { SentResult } from '../../core/commune/result/sent-result.ts';
import type { NamedLevel } from '../../core/council/alike.ts';
import type { Link } from '../../core/council/ancestry.ts';
import type { CouncilMember } from '../../core/council/attendance.ts';
import type { Ballot } from '../../core/council/ballot.ts';
import type { Closed } from '../../core/council/closed.ts';
import type { EntryKind } from '../../core/council/entry-kinds.ts';
import type { SessionFacts, SessionLog } from '../../core/council/session-log.ts';
import type { VoteEntry } from '../../core/council/vote-log.ts';
import type { VoteRule } from '../../core/council/vote-rule.ts';
import type { ScanPictures } from '../../core/dossier/scanned-sheet.ts';
import type { Decision } from '../../core/judge/flag/decision.ts';
import type { Flag } from '../../core/judge/flag/flag.ts';
import type { RunResult } from '../../core/judge/run/run-result.ts';
import type { Moves, WhatIf } from '../../core/judge/run/what-if.ts';
import type { Proposal } from '../../core/judge/score/score-sheet.ts';
import type { Bounds } from '../../core/movement/bounds-of.ts';
import type { Movement, MovementHeading } from '../../core/movement/movement.ts';
import type { DecisionSigned } from '../../core/paper/signed-awards.ts';
import type { Register } from '../../core/report/register.ts';
import type { CellRef, Report } from '../../core/report/report.ts';
import type { TableTold } from '../../core/report/tell-columns.ts';
import type { VersionChanges } from '../book/new-version.ts';
import type { CellTold, ChangedSet } from '../book/own-movement.ts';
import type { BallotCast } from '../council/ballot.ts';
import type { VoteWanted } from '../council/record-vote.ts';
import type { WithdrawWanted } from '../council/review.ts';
import type { DecisionForm } from '../papers/record-decision.ts';
import type { ColumnsWanted } from '../received/report-columns.ts';
import type { OldReport } from '../received/resent.ts';
import type { Course } from '../run/follow-up-course.ts';
import type { UnitsToLink } from '../share/book-to-send.ts';
import type { BookToShare, FromOthers } from '../share/shared-book.ts';

/** A report sheet as the last reading found it. */
export interface SheetFound {
  readonly sheet: string;
  readonly unit: string | null;
  /** Kind of audience; null when no criteria set fits. */
  readonly audience: string | null;
  /** empty = a form nobody filled in · waiting = not scored yet · scored · changed = edited since it was scored. */
  readonly state: 'empty' | 'waiting' | 'scored' | 'changed';
  /** As it was read; absent before a movement is chosen. */
  readonly report?: Report;
}

export interface Settings {
  /** Id of the movement; null = not chosen yet. */
  readonly movement: string | null;
  /** null = the one most reports name. */
  readonly period: Period | null;
  /** The group that appraises goes before the council; absent = as it is set. */
  readonly twoRounds?: boolean;
}

export interface DecisionMade extends Decision {
  /** The cell under it changed since: it no longer counts and waits to be made again. */
  readonly stale: boolean;
  /** Id of a decision on the same thing from another copy of the workbook. */
  readonly conflictsWith: string | null;
  /** Who took it back, when and why; null = nobody did. */
  readonly withdrawn: { readonly who: string; readonly at: string; readonly reason: string } | null;
}

/** A flag, or a criterion only the council can grade, that waits for a decision. */
export interface QueueItem {
  readonly key: string;
  readonly flag: Flag | null;
  readonly criterion: string | null;
  readonly title: string;
  /**
   * Points it counts now, the range left, and the most it can be adjusted to (hundredths); null when no single
   * criterion is meant.
   */
  readonly points: { readonly now: Points; readonly low: Points; readonly high: Points; readonly max: Points } | null;
  readonly changes: { readonly class: boolean; readonly place: boolean; readonly award: boolean };
  /** The unit's own points; null = none. */
  readonly self: Points | null;
  /** What the group that appraises puts to the council for the criterion; null = nothing. */
  readonly proposal: Proposal | null;
  /** Between which points it can be set; null = not at all. */
  readonly bounds: Bounds | null;
  /** Grades the criterion names; empty where points are given freely. */
  readonly levels: readonly NamedLevel[];
  readonly cell: CellRef | null;
  /** Waits for the unit, to which it was returned. */
  readonly returned: boolean;
  /** Decisions on it that do not settle it. */
  readonly earlier: readonly unknown[];
}

/** One unit's sheet in the queue; the order of the queue is the order of what is at stake. */
export interface QueueSheet {
  readonly unit: string;
  readonly audience: string;
  readonly total: { readonly now: Points; readonly low: Points; readonly high: Points; readonly max: Points };
  readonly classes: readonly string[];
  readonly place: { readonly now: number; readonly best: number; readonly worst: number } | null;
  readonly items: readonly QueueItem[];
}

/**
 * Decisions made in different copies of the workbook that cannot both hold: none counts until the council decides anew.
 */
export interface DecisionConflict {
  readonly unit: string;
  readonly criterion: string | null;
  /** Those made in this workbook first. */
  readonly sides: readonly {
    readonly id: string;
    readonly kind: EntryKind;
    readonly points: Points | null;
    readonly reason: string;
    readonly who: string;
    readonly at: string;
    /** File name of the copy it came from; null = this workbook. */
    readonly from: string | null;
  }[];
  /** Key of the queue's item a new decision is made on. */
  readonly item: string | null;
}

export type { Ballot, BallotCast, VoteWanted, WithdrawWanted };

/** All the pane shows, as of the last reading. */
export interface Workspace {
  readonly book: string;
  readonly settings: Settings;
  /** The chosen one with the criteria in force; null = not chosen yet. */
  readonly movement: Movement | null;
  /**
   * The movement of one's own this workbook holds the dossier of, and what is to be put right and confirmed in it when
   * it is the chosen one.
   */
  readonly dossier: {
    readonly heading: MovementHeading;
    readonly told: readonly CellTold[];
    /** Criteria sets edited since they were used. */
    readonly changed: readonly ChangedSet[];
  } | null;
  /** Under review: of the settings, else the one the reports name; null while neither says it. */
  readonly period: Period | null;
  /** What is compared with; null = nothing. */
  readonly previous: { readonly units: number; readonly periods: readonly Period[] } | null;
  readonly sheets: readonly SheetFound[];
  /** Files that bring a report anew and wait for the officer's word; `changes` in Vietnamese, one a figure. */
  readonly resent: readonly { readonly file: string; readonly old: readonly OldReport[] }[];
  /** null = the book has no list of units, or none that can be read. */
  readonly register: Register | null;
  /** null = nothing was checked yet. */
  readonly run: RunResult | null;
  readonly queue: readonly QueueSheet[];
  /** In the order of the log. */
  readonly decisions: readonly DecisionMade[];
  readonly conflicts: readonly DecisionConflict[];
  /** In the order of the log. */
  readonly votes: readonly VoteEntry[];
  /** Rows of the log as a seal noted elsewhere is looked for in. */
  readonly log: readonly Link[];
  /** Set when the past of the votes was changed: one Vietnamese sentence. */
  readonly voteFault: string | null;
  /** As kept in the workbook. */
  readonly voteRules: readonly VoteRule[];
  /** Sessions, closings and reopenings, in the order of the log. */
  readonly sessions: SessionLog;
  /** Set when the past of that log was changed: one Vietnamese sentence. */
  readonly sessionFault: string | null;
  /** The council, as kept in the workbook. */
  readonly members: readonly CouncilMember[];
  /** Set while the results are closed: nothing is changed until they are reopened. */
  readonly closed: Closed | null;
  /** Vietnamese sentences on rules that could not be understood. */
  readonly voteNotes: readonly string[];
  /** Set when the past of the log was changed: one Vietnamese sentence. */
  readonly logFault: string | null;
  /** What of our own sheets cannot be used, each a Vietnamese sentence that names sheet and cell. */
  readonly faults: readonly string[];
  /** There are reports and no list of units: what needs it stays silent. */
  readonly noRegister: boolean;
  /** The run that can be taken back. */
  readonly undo: { readonly label: string; readonly at: string } | null;
}

/** What was done, in Vietnamese, a line each, and what stands now. */
export interface Done {
  readonly workspace: Workspace;
  readonly said: string;
  /** What of it could not be done and why; '' = all was. */
  readonly left: string;
}

export type Progress = (done: number) => void;
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The year beside the reports: the plan's dates, where each unit stands, what was visited, which models there are. */
export interface YearRound {
  /** ISO day it is looked at from. */
  readonly asOf: string;
  readonly days: readonly CalendarDay[];
  /** null = there is no list of units, or no period. */
  readonly board: readonly (FollowUp & { readonly visit: string; readonly message: string | null })[] | null;
  /** What is written to the units of one audience. */
  readonly messages: readonly { readonly group: string; readonly text: string }[];
  /** Half sentences: who registered, whose plan came. */
  readonly registration: readonly string[];
  readonly journal: Journal;
  /** Names to choose from. */
  readonly units: readonly string[];
  /** Vietnamese sentences on rows of the journal that could not be used. */
  readonly faults: readonly string[];
}

/**
 * The Word papers, in one .zip; the workbook of results, ready to print; a form for each unit, in one .zip; the short
 * forms of a month or quarter; the books of households of an audience's units; a dossier copied.
 */
export type FileKind =
  | 'papers'
  | 'results'
  | 'forms'
  | { readonly kind: 'follow-up'; readonly period: Period }
  | { readonly kind: 'tally'; readonly audience: string; readonly period: Period }
  | CopyAsked;

/** A dossier for another year, or for the commune several were joined into. */
export interface CopyAsked {
  readonly kind: 'copy';
  /** It begins in. */
  readonly year: number;
  /** '' = the same. */
  readonly commune: string;
  readonly province: string;
  /** Day from which the commune bears its name, as typed; '' = it is not said. */
  readonly since: string;
  /** Dossiers or lists of units of the old communes. */
  readonly from: readonly NamedFile[];
}

/** A file for the officer to keep, made from the workbook, which stays as it is. */
export interface FileMade {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What was made, one Vietnamese sentence. */
  readonly said: string;
  /** Vietnamese sentences: what to look at before anything of it is signed. */
  readonly notes: readonly string[];
}

/** Files for a folder of the officer's, made from the workbook, which stays as it is. */
export interface FolderMade {
  /** Of the folder they go into: movement and period. */
  readonly name: string;
  /** By their paths in it. */
  readonly files: readonly NamedFile[];
  /** Vietnamese sentences: what to look at before anything of it is signed. */
  readonly notes: readonly string[];
}

interface FormsWanted {
  /** null = each unit's own, told by its line of the list. */
  readonly audience: string | null;
  readonly period: Period;
  readonly units: readonly string[];
  /** Bytes of a list (.xlsx, .csv) in place of the two, each unit with its audience. */
  readonly listed?: Uint8Array;
}

export interface DecisionWanted {
  readonly unit: string;
  readonly flag: string | null;
  readonly criterion: string | null;
  readonly kind: Decision['kind'];
  readonly points: Points | null;
  readonly reason: string;
  readonly who: string;
}

/** The extension of the browser this page runs in. */
interface ExtensionSession {
  /** How many captures wait; undefined when nobody answers. */
  readonly waiting: () => Promise<number | undefined>;
  /** Takes them into the workbook. */
  readonly take: (progress: Progress) => Promise<Result<Done>>;
}

export interface PaneSession {
  readonly kind: 'excel' | 'preview';
  /** Those that can be chosen. */
  readonly movements: readonly MovementHeading[];
  readonly open: (progress: Progress) => Promise<Result<Workspace>>;
  readonly saveSettings: (settings: Settings) => Promise<Result<Done>>;
  readonly makeForms: (wanted: FormsWanted, progress: Progress) => Promise<Result<Done>>;
  readonly collect: (files: readonly NamedFile[], progress: Progress) => Promise<Result<Done>>;
  /** Files of `Workspace.resent` take the place of the old reports, which stay, hidden; or they are left out. */
  readonly replaceReports: (files: readonly string[], progress: Progress) => Promise<Result<Done>>;
  readonly leaveReports: (files: readonly string[]) => Promise<Result<Done>>;
  /** The list of units, begun with those whose reports stand. */
  readonly makeRegister: () => Promise<Result<Done>>;
  readonly checkAndScore: (progress: Progress) => Promise<Result<Done>>;
  /** What the columns of the report on a sheet were taken for, read anew. */
  readonly columnsOn: (sheet: string) => Promise<Result<readonly TableTold[]>>;
  /** What would change in the figures; changes nothing. */
  readonly columnChanges: (wanted: ColumnsWanted) => Promise<Result<readonly string[]>>;
  /** Keeps the officer's word on the columns, then checks and scores anew. */
  readonly keepColumns: (wanted: ColumnsWanted, progress: Progress) => Promise<Result<Done>>;
  /** A captures file, or text pasted from the portal. */
  readonly importCaptures: (from: NamedFile | string, progress: Progress) => Promise<Result<Done>>;
  /** null = this page can ask no browser extension. */
  readonly extension: ExtensionSession | null;
  readonly undo: () => Promise<Result<Done>>;
  readonly decide: (wanted: DecisionWanted) => Promise<Result<Done>>;
  /** Many in one act, an entry each; all or none. */
  readonly decideAll: (wanted: readonly DecisionWanted[]) => Promise<Result<Done>>;
  /** Takes a decision back; what it was on is open again. */
  readonly withdraw: (wanted: WithdrawWanted) => Promise<Result<Done>>;
  readonly vote: (wanted: VoteWanted) => Promise<Result<Done>>;
  readonly withdrawVote: (wanted: WithdrawWanted) => Promise<Result<Done>>;
  /** All candidates as they may be voted on now; changes nothing. */
  readonly ballot: () => Promise<Result<Ballot>>;
  readonly castBallot: (wanted: BallotCast) => Promise<Result<Done>>;
  /** Who would move, were one criterion's points set otherwise; changes nothing. */
  readonly whatIf: (asked: WhatIf) => Promise<Result<Moves>>;
  /** Who met; what was written before is superseded. */
  readonly recordSession: (facts: SessionFacts, who: string) => Promise<Result<Done>>;
  /** Closes the results as they stand: until they are reopened nothing is scored, decided or changed. */
  readonly closeResults: (who: string) => Promise<Result<Done>>;
  readonly reopenResults: (wanted: Omit<WithdrawWanted, 'id'>) => Promise<Result<Done>>;
  /** Decisions and votes of other copies of this workbook come into it. */
  readonly mergeCopies: (files: readonly NamedFile[], progress: Progress) => Promise<Result<Done>>;
  /** What this workbook has that others may have; changes nothing. */
  readonly bookToShare: () => Promise<Result<BookToShare>>;
  /** Whom links may be given to, and with which criteria; changes nothing. */
  readonly unitsToLink: () => Promise<Result<UnitsToLink>>;
  /** The result of the commune as its province gets it; changes nothing. */
  readonly resultToSend: () => Promise<Result<SentResult>>;
  /** What others decided and captured comes into it. */
  readonly takeShared: (given: FromOthers, progress: Progress) => Promise<Result<Done>>;
  /** Reports of an earlier period, to compare with. */
  readonly takePrevious: (files: readonly NamedFile[], progress: Progress) => Promise<Result<Done>>;
  readonly dropPrevious: () => Promise<Result<Done>>;
  /** Books of households are added up into the reports of the villages that kept them. */
  readonly fillTally: (files: readonly NamedFile[]) => Promise<Result<Done>>;
  /** How far the targets have come, from the short forms of a month or quarter; changes nothing. */
  readonly followUpCourse: (files: readonly NamedFile[]) => Promise<Result<Course>>;
  /** `templates` = the province's own .docx, by their names; for papers. */
  readonly makeFile: (
    kind: FileKind,
    progress: Progress,
    templates?: readonly NamedFile[],
  ) => Promise<Result<FileMade>>;
  /** The papers and the book of results, file by file. */
  readonly makeFolder: (progress: Progress, templates?: readonly NamedFile[]) => Promise<Result<FolderMade>>;
  /** Brings a cell into view. */
  readonly select: (cell: CellRef) => Promise<Result<void>>;
  /** Shows the sheet the criteria of the movement are edited in, making it when absent. */
  /** Read anew each time. */
  readonly yearRound: () => Promise<Result<YearRound>>;
  readonly noteVisit: (visit: Visit) => Promise<Result<Done>>;
  readonly noteModel: (model: Model) => Promise<Result<Done>>;
  /** Whom a signed decision may name, read anew each time; changes nothing. */
  readonly decisionForm: () => Promise<Result<DecisionForm>>;
  readonly recordDecision: (signed: DecisionSigned) => Promise<Result<Done>>;
  readonly openCriteria: (audience: string) => Promise<Result<Done>>;
  /** A movement of one's own comes into the workbook as the sheets of its dossier. */
  readonly takeMovement: (movement: Movement, pictures?: ScanPictures) => Promise<Result<Done>>;
  readonly takeDossier: (file: NamedFile) => Promise<Result<Done>>;
  /** Marks what is to be put right and confirmed in the dossier of the workbook, each place at its cell. */
  readonly reviewDossier: () => Promise<Result<Done>>;
  /** What was changed in criteria sets since they were used, and whose points it would move; changes nothing. */
  readonly versionChanges: () => Promise<Result<VersionChanges>>;
  /** Gives the changed sets their next number: from then on they count. */
  readonly newVersion: () => Promise<Result<Done>>;
  /** Units of communes that were joined, out of their dossiers or lists. */
  readonly takeOldUnits: (files: readonly NamedFile[]) => Promise<Result<Done>>;
  /** Tells that the workbook was edited outside our own writes; returns how to stop. */
  readonly watch: (changed: () => void) => () => void;
}
