/** The pane's view of a workbook as plain data, and the outcome of an act. */

import type { Period } from '../../core/base/period/period.ts';
import type { Points } from '../../core/base/quantity/points.ts';
import type { Ancestry } from '../../core/council/ancestry.ts';
import type { CouncilMember } from '../../core/council/attendance.ts';
import type { Closed } from '../../core/council/closed.ts';
import type { EntryKind } from '../../core/council/entry-kinds.ts';
import type { QueueSheet } from '../../core/council/queue.ts';
import type { SessionLog } from '../../core/council/session-log.ts';
import type { VoteEntry } from '../../core/council/vote-log.ts';
import type { VoteRule } from '../../core/council/vote-rule.ts';
import type { Decision } from '../../core/judge/flag/decision.ts';
import type { RunResult } from '../../core/judge/run/run-result.ts';
import type { Movement, MovementHeading } from '../../core/movement/movement.ts';
import type { PlacedEvidence } from '../../core/report/evidence/evidence-file.ts';
import type { Register } from '../../core/report/register.ts';
import type { Report } from '../../core/report/report.ts';
import type { CellToCheck, ChangedSet } from '../book/own-movement.ts';
import type { OldReport } from '../received/resent.ts';
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
  /** null = the period that most reports name. */
  readonly period: Period | null;
  /** The group that appraises goes before the council; absent = as it is set. */
  readonly twoRounds?: boolean;
}

export interface DecisionMade extends Decision {
  /** The cell under it changed since: it no longer counts and waits to be made again. */
  readonly stale: boolean;
  /** Id of a decision on the same thing from another copy of the workbook. */
  readonly conflictsWith: string | null;
  /** Withdrawal of the entry: by whom, when and why; null = not withdrawn. */
  readonly withdrawn: { readonly who: string; readonly at: string; readonly reason: string } | null;
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

/** All the pane shows, as of the last reading. */
export interface Workspace {
  readonly book: string;
  readonly settings: Settings;
  /** The chosen movement with the criteria in force; null = not chosen yet. */
  readonly movement: Movement | null;
  /** The movement whose dossier this workbook holds; with its faults and questions when it is the chosen movement. */
  readonly dossier: {
    readonly heading: MovementHeading;
    readonly toCheck: readonly CellToCheck[];
    /** How many findings wait for a fault to be put right: they may only follow from it. */
    readonly held?: number;
    /** As the rows of the dossier are, whatever is in force. */
    readonly edited?: Movement;
    /** Criteria sets edited since they were used. */
    readonly changed: readonly ChangedSet[];
  } | null;
  /** Period under review: from the settings, else from the reports; null while neither names it. */
  readonly period: Period | null;
  /** The earlier periods compared with; null = none. */
  readonly previous: { readonly units: number; readonly periods: readonly Period[] } | null;
  readonly sheets: readonly SheetFound[];
  /**
   * Files with a report that the workbook already has, waiting for the officer's answer; `changes` in Vietnamese, one
   * per figure.
   */
  readonly resent: readonly { readonly file: string; readonly old: readonly OldReport[] }[];
  /** null = the book has no list of units, or none that can be read. */
  readonly register: Register | null;
  /** Files handed in as evidence, each with what became of it. */
  readonly evidence: readonly PlacedEvidence[];
  /** null = nothing was checked yet. */
  readonly run: RunResult | null;
  readonly queue: readonly QueueSheet[];
  /** In the order of the log. */
  readonly decisions: readonly DecisionMade[];
  readonly conflicts: readonly DecisionConflict[];
  /** In the order of the log. */
  readonly votes: readonly VoteEntry[];
  /** Rows of the log as a seal noted elsewhere is looked for in. */
  readonly log: readonly Ancestry[];
  /** Set when the past of the votes was changed: one Vietnamese sentence. */
  readonly voteFault: string | null;
  /** As stored in the workbook. */
  readonly voteRules: readonly VoteRule[];
  /** Sessions, closings and reopenings, in the order of the log. */
  readonly sessions: SessionLog;
  /** Set when the past of that log was changed: one Vietnamese sentence. */
  readonly sessionFault: string | null;
  /** The council, as stored in the workbook. */
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

/** The outcome of an act in Vietnamese, a line for each step, and the new state of the workbook. */
export interface Done {
  readonly workspace: Workspace;
  readonly message: string;
  /** Steps that failed, with reasons; '' = none failed. */
  readonly left: string;
}
