/**
 * Brings in the council's record from elsewhere: every entry once, missing entries below the present ones; then points,
 * places and marks are brought up to date. Nothing is dropped; contradicting decisions wait for the council.
 */

import { done, type Result } from '../../core/base/result.ts';
import { headsOf } from '../../core/council/ancestry.ts';
import { mergeLogs } from '../../core/council/merge.ts';
import { mergeSessions } from '../../core/council/session-log.ts';
import { mergeVotes } from '../../core/council/vote-log.ts';
import { readSettings } from '../book/settings.ts';
import { settingsActions } from '../book/settings-actions.ts';
import { performWhole } from '../host/outcome.ts';
import type { Host } from '../host/port.ts';
import { entryActions, readCouncilLog } from '../record/council-log.ts';
import { sealsAfter } from '../record/sealed-rows.ts';
import { sessionRowActions } from '../record/sessions.ts';
import { readVotes, voteRowActions } from '../record/votes.ts';
import { type Scored, score, scoreAfter, type Unscored } from '../run/check-and-score.ts';
import { type LoadedBook, load } from '../run/load.ts';
import type { WorkbookCopy } from './workbook-copy.ts';

/** A record with where it came from, as the workbook notes it beside each entry. */
export type RecordFrom = WorkbookCopy & { readonly file: string };

/** Entries that were not here before. */
export interface RecordMerged {
  readonly decisions: number;
  readonly votes: number;
  readonly sessions: number;
}

/** Share of the progress that writing has reached; scoring is the rest. */
const WRITTEN = 0.3;

/** Refused where the record of the workbook itself cannot be read. */
export async function mergeRecord(
  host: Host,
  { book, settings, log, council }: LoadedBook,
  copies: readonly RecordFrom[],
  label: string,
  progress: (done: number) => void = () => undefined,
): Promise<Result<RecordMerged & (Scored | Unscored)>> {
  const { seals, voteSeals = [], sessionSeals = [] } = settings;
  const { sessions } = council;
  if (!sessions.ok) return sessions;
  const readable = readCouncilLog(book, seals);
  if (!readable.ok) return readable;
  const sound = readSettings(book);
  if (!sound.ok) return sound;
  const votes = readVotes(book, voteSeals);
  if (!votes.ok) return votes;

  const merged = mergeLogs([log, ...copies.map((copy) => copy.log)]).log;
  const mergedVotes = mergeVotes([votes.value.log, ...copies.map((copy) => copy.votes)]);
  const mergedSessions = mergeSessions([sessions.value.log, ...copies.map((copy) => copy.sessions)]);
  const newSessions = without(mergedSessions, sessions.value.log);
  const newOnes = without(merged, log);
  const newVotes = without(mergedVotes, votes.value.log);
  const copyWith = (hash: string, of: (copy: WorkbookCopy) => readonly { readonly hash: string }[]) =>
    copies.find((copy) => of(copy).some((entry) => entry.hash === hash))?.file ?? null;
  const actions = [
    ...entryActions(book, newOnes, ({ hash }) => copyWith(hash, (copy) => copy.log)),
    ...voteRowActions(book, newVotes, ({ hash }) => copyWith(hash, (copy) => copy.votes)),
    ...sessionRowActions(book, newSessions, ({ hash }) => copyWith(hash, (copy) => copy.sessions)),
    ...settingsActions(book, {
      ...settings,
      seals: sealsAfter(merged, headsOf(merged), seals),
      voteSeals: sealsAfter(mergedVotes, headsOf(mergedVotes), voteSeals),
      sessionSeals: sealsAfter(mergedSessions, headsOf(mergedSessions), sessionSeals),
    }),
  ];
  const noted = await performWhole(host, label, actions, 'Chưa gộp được.');
  if (!noted.ok) return noted;
  progress(WRITTEN);
  const scored = await scoreAfter(noted.value, label, async () => {
    const after = await load(host);
    return after.ok ? score(host, after.value, label, (done) => progress(WRITTEN + (1 - WRITTEN) * done)) : after;
  });
  return done({ ...scored, decisions: newOnes.length, votes: newVotes.length, sessions: newSessions.length });
}

/** Those of the merged log that were not in ours, in order. */
function without<T extends { readonly hash: string }>(merged: readonly T[], own: readonly T[]): readonly T[] {
  const held = new Set(own.map(({ hash }) => hash));
  return merged.filter(({ hash }) => !held.has(hash));
}

/** The conflicts for the council to settle after records were merged; '' = none. */
export function conflictText(scored: Scored | Unscored): string {
  const disputed = 'run' in scored ? scored.run.current.conflicts.length : 0;
  return disputed > 0 ? `Có ${disputed} nội dung được quyết định khác nhau, Hội đồng cần xét lại.` : '';
}
