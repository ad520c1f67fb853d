/** Builds the pane's view of a workbook from its loaded and scored data. Pure. */

import type { EntryState } from '../../core/council/current.ts';
import type { LogEntry } from '../../core/council/entry.ts';
import { TAKEN_BACK_BY } from '../../core/council/entry-kinds.ts';
import { councilQueue } from '../../core/council/queue.ts';
import type { DecisionTarget } from '../../core/council/subject.ts';
import { targetKey } from '../../core/council/target-key.ts';
import { dossierHeading } from '../../core/dossier/dossier-heading.ts';
import type { Decision } from '../../core/judge/flag/decision.ts';
import { findTable, OWN_TABLES, ownSheets } from '../book/own-tables.ts';
import { readRegister } from '../book/register.ts';
import type { RunSettings } from '../book/settings.ts';
import type { HostBook, UndoRecord } from '../host/port.ts';
import { isBlank } from '../received/is-blank.ts';
import type { Council } from '../record/council.ts';
import type { LoadedBook } from '../run/load.ts';
import type { SessionRun } from '../run/run.ts';
import { scoreActions } from '../run/score-actions.ts';
import type { DecisionConflict, DecisionMade, SheetFound, Workspace } from './workspace-data.ts';

/** Before a movement is chosen, or when our own sheets cannot be used: the sheets by name only. */
export function bareWorkspace(
  book: HostBook,
  settings: RunSettings,
  { votes, rules: { rules, notes }, sessions, members }: Council,
  undo: UndoRecord | null,
): Workspace {
  const own = ownSheets(book);
  const heading = dossierHeading(book.book);
  // The sheet every new workbook has is nobody's report.
  const sheets = book.book.sheets.filter(
    ({ name, state, rows }) => state === 'visible' && rows.size > 0 && !own.has(name),
  );
  return {
    book: book.name,
    settings: { movement: settings.movement, period: settings.period, twoRounds: settings.twoRounds ?? false },
    movement: null,
    dossier: heading && { heading, toCheck: [], changed: [] },
    sheets: sheets.map(({ name }) => ({ sheet: name, unit: null, audience: null, state: 'waiting' })),
    resent: [],
    register: null,
    evidence: [],
    run: null,
    queue: [],
    period: settings.period,
    previous: null,
    decisions: [],
    conflicts: [],
    votes: votes.ok ? votes.value.log : [],
    log: [],
    voteFault: votes.ok ? votes.value.fault : votes.refusal.message,
    voteRules: rules,
    sessions: sessions.ok ? sessions.value.log : [],
    sessionFault: sessions.ok ? sessions.value.fault : sessions.refusal.message,
    members,
    closed: null,
    voteNotes: notes,
    logFault: null,
    undo: undo && { label: undo.label, at: undo.at },
    faults: [],
    noRegister: false,
  };
}

/** `fresh` = the workbook was just brought to this run. */
export function workspaceOf(loaded: LoadedBook, run: SessionRun, fresh: boolean, undo: UndoRecord | null): Workspace {
  const bare = bareWorkspace(loaded.book, loaded.settings, loaded.council, undo);
  const wasRun = fresh || findTable(loaded.book, OWN_TABLES.flags.table) !== undefined || loaded.columns.length > 0;
  const queue = wasRun ? councilQueue(run.result, run.current) : [];
  return {
    ...bare,
    movement: loaded.movement,
    dossier: bare.dossier && {
      ...{ ...bare.dossier, toCheck: loaded.toCheck ?? [], changed: loaded.changed?.sets ?? [] },
      ...(loaded.edited && { held: loaded.held ?? 0, edited: loaded.edited }),
    },
    sheets: sheetsFound(loaded, run, fresh),
    register: loaded.register,
    evidence: loaded.evidence,
    run: wasRun ? run.result : null,
    queue,
    closed: run.closed,
    period: loaded.period,
    previous: loaded.previous && { units: loaded.previous.length, periods: loaded.previousPeriods },
    decisions: decisionsMade(run),
    conflicts: conflictsIn(run, loaded.origins, queue),
    log: loaded.log,
    logFault: loaded.logFault,
    faults: loaded.faults,
    noRegister: loaded.register === null && loaded.reports.length > 0 && !hasRegisterFault(loaded),
  };
}

/** A list that cannot be read is to be put right, not made anew. */
function hasRegisterFault({ book, movement }: LoadedBook): boolean {
  return !readRegister(book, movement).ok;
}

function sheetsFound(loaded: LoadedBook, run: SessionRun, fresh: boolean): SheetFound[] {
  const scored = new Set(loaded.columns.map(({ sheet }) => sheet));
  const behind = new Set(
    fresh ? [] : scoreActions(loaded, run).flatMap((action) => (action.kind === 'write' ? [action.sheet] : [])),
  );
  return loaded.reports.map(({ report, unit }) => {
    const { sheet } = report.layout;
    const isScored = fresh || scored.has(sheet);
    const state = isBlank(report) ? 'empty' : !isScored ? 'waiting' : behind.has(sheet) ? 'changed' : 'scored';
    return { sheet, unit, audience: report.audience, state, report };
  });
}

/**
 * Decisions in force, decisions whose basis has changed, and withdrawn decisions; superseded ones are in the sheet
 * only.
 */
function decisionsMade({ current }: SessionRun): DecisionMade[] {
  return current.entries.flatMap(({ entry, target, state, conflictsWith }): DecisionMade[] => {
    const { id, kind, points, reason, who, at } = entry;
    if (kind === 'withdraw' || kind === 'withdraw-appraisal' || state === 'superseded') return [];
    const decision: Decision = { id, ...target, kind, points, reason, who, at };
    const withdrawn = state === 'withdrawn' ? withdrawalOf(entry, target, current) : null;
    return [{ ...decision, stale: state === 'stale', conflictsWith: conflictsWith[0] ?? null, withdrawn }];
  });
}

/** The first taking back after the entry, on the same thing. */
function withdrawalOf(
  { hash, kind }: LogEntry,
  on: DecisionTarget,
  { entries }: SessionRun['current'],
): DecisionMade['withdrawn'] {
  const from = entries.findIndex(({ entry }) => entry.hash === hash);
  const later = entries.slice(from + 1);
  const takesBack = ({ entry, target }: EntryState) =>
    entry.kind === TAKEN_BACK_BY[kind] && targetKey(target) === targetKey(on);
  const found = later.find(takesBack)?.entry;
  return found ? { who: found.who, at: found.at, reason: found.reason } : null;
}

/**
 * Decisions of several copies that cannot both hold, those of this workbook first, with what in the queue settles them.
 */
function conflictsIn(
  { current }: SessionRun,
  origins: ReadonlyMap<string, string>,
  queue: Workspace['queue'],
): DecisionConflict[] {
  const waiting = new Set(queue.flatMap(({ items }) => items.map(({ key }) => key)));
  const targets = new Map(current.entries.map(({ entry, target }) => [entry, target]));
  return current.conflicts.map(({ unit, criterion, entries }) => {
    const sides = entries.map((entry) => {
      const { id, kind, points, reason, who, at } = entry;
      return { id, kind, points, reason, who, at, from: origins.get(entry.hash) ?? null };
    });
    const keys = entries.map((entry) => targetKey(targets.get(entry) ?? entry));
    return {
      unit,
      criterion,
      sides: [...sides.filter(({ from }) => from === null), ...sides.filter(({ from }) => from !== null)],
      item: keys.find((key) => waiting.has(key)) ?? null,
    };
  });
}
