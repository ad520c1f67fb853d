/**
 * The recorded session: who met, closing the results over the decisions in force, and reopening for a reason. Each act
 * adds a sealed row; closing also brings points and places in the workbook to what is sealed.
 */

import { done, type Result, refuse } from '../../core/base/result.ts';
import { headsOf } from '../../core/council/ancestry.ts';
import { resultDigest } from '../../core/council/result-digest.ts';
import {
  type By,
  closeSession,
  holdSession,
  reopenSession,
  type SessionEntry,
  type SessionFacts,
  type SessionLog,
  type SessionRecord,
} from '../../core/council/session-log.ts';
import { versionUsed } from '../../core/judge/run/version-used.ts';
import { waitsForNumbers } from '../../core/movement/waits-for-numbers.ts';
import { type RunSettings, readSettings } from '../book/settings.ts';
import { settingsActions } from '../book/settings-actions.ts';
import { type Outcome, performWhole } from '../host/outcome.ts';
import type { Host, HostAction, HostBook } from '../host/port.ts';
import { readCouncil } from '../record/council.ts';
import { sealsAfter } from '../record/sealed-rows.ts';
import { memberActions, sessionRowActions } from '../record/sessions.ts';
import { type Scored, score, scoreAfter, type Unscored } from '../run/check-and-score.ts';
import { load } from '../run/load.ts';
import { runOver } from '../run/run.ts';
import { queueOf } from './review.ts';

interface SessionWritten extends Outcome {
  readonly entry: SessionEntry;
}

/** Writes down who met, and keeps the list of members. */
export async function recordSession(host: Host, facts: SessionFacts, by: By): Promise<Result<SessionWritten>> {
  const standing = await sessionsIn(host);
  if (!standing.ok) return standing;
  const { book, settings, record } = standing.value;
  const held = holdSession(record, facts, by);
  if (!held.ok) return held;
  const members = facts.attendance.map(({ member }) => member);
  return written(host, book, settings, held.value, memberActions(book, members));
}

export async function reopenResults(host: Host, reason: string, by: By): Promise<Result<SessionWritten>> {
  const standing = await sessionsIn(host);
  if (!standing.ok) return standing;
  const { book, settings, record } = standing.value;
  const reopened = reopenSession(record, reason, by);
  return reopened.ok ? written(host, book, settings, reopened.value, []) : reopened;
}

/**
 * Closes the results as they are now: a row with digests over decisions, votes, points and places. Open matters are
 * written into it. Refused when our own sheets cannot be read, or numbers of a scanned plan are not confirmed: unknown
 * content is not sealed.
 */
export async function closeResults(host: Host, by: By): Promise<Result<Scored | Unscored>> {
  const read = await load(host);
  if (!read.ok) return read;
  const loaded = read.value;
  const { decisions, votes, sessions } = loaded.council;
  const sound = readSettings(loaded.book);
  for (const item of [sound, decisions, votes, sessions]) if (!item.ok) return item;
  if (!decisions.ok || !votes.ok || !sessions.ok) return refuse('council', 'Chưa đọc được sổ của Hội đồng.');
  if (loaded.reports.length === 0) return refuse('no-reports', 'Chưa có báo cáo nào trong sổ để chốt kết quả.');
  const waits = waitsForNumbers(loaded.movement, 'chốt kết quả');
  if (waits) return waits;
  const run = await runOver(loaded);
  const disputed = run.current.conflicts.length;
  if (disputed > 0)
    return refuse(
      'conflict',
      `Còn ${disputed} nội dung hai bản của sổ quyết định khác nhau: hãy quyết định lại rồi chốt.`,
    );
  const open = queueOf(run).flatMap(({ items }) => items).length;
  const notes = [
    open > 0 ? `Còn ${open} việc chưa quyết định, điểm tính ở mức thấp nhất.` : '',
    decisions.value.fault ?? '',
    votes.value.fault ?? '',
    versionUsed(run.result),
  ];
  const decided = {
    decisions: headsOf(decisions.value.log),
    votes: headsOf(votes.value.log),
    result: resultDigest(run.result),
    note: notes.filter((note) => note !== '').join(' '),
  };
  const closed = closeSession(sessions.value, decided, by);
  if (!closed.ok) return closed;
  const noted = await written(host, loaded.book, loaded.settings, closed.value, []);
  if (!noted.ok) return noted;
  return done(
    await scoreAfter(noted.value, LABEL, async () => {
      const after = await load(host);
      return after.ok ? score(host, after.value, LABEL) : after;
    }),
  );
}

const LABEL = 'Phiên họp Hội đồng';

interface Standing {
  readonly book: HostBook;
  readonly settings: RunSettings;
  readonly record: SessionRecord;
}

async function sessionsIn(host: Host): Promise<Result<Standing>> {
  const read = await host.read();
  if (!read.ok) return read;
  const settings = readSettings(read.value);
  if (!settings.ok) return settings;
  const { sessions } = await readCouncil(read.value, settings.value);
  return sessions.ok ? done({ book: read.value, settings: settings.value, record: sessions.value }) : sessions;
}

/** The row, what goes with it, and the seal. */
async function written(
  host: Host,
  book: HostBook,
  settings: RunSettings,
  { log, entry }: { readonly log: SessionLog; readonly entry: SessionEntry },
  others: readonly HostAction[],
): Promise<Result<SessionWritten>> {
  const sessionSeals = sealsAfter(log, headsOf(log), settings.sessionSeals ?? []);
  const actions = [
    ...others,
    ...sessionRowActions(book, [entry]),
    ...settingsActions(book, { ...settings, sessionSeals }),
  ];
  const outcome = await performWhole(host, LABEL, actions, 'Chưa ghi được phiên họp.');
  return outcome.ok ? done({ ...outcome.value, entry }) : outcome;
}
