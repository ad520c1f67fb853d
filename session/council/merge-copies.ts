/**
 * Decisions and votes of other copies of this workbook come into it: every entry once, those that are missing here
 * under those that stand, then points, places and marks brought to what counts now. Nothing is dropped; what was
 * decided differently waits for the council.
 */
import { headsOf } from '../../core/council/ancestry.ts';
import type { Log } from '../../core/council/log.ts';
import { mergeLogs } from '../../core/council/merge.ts';
import { mergeSessions } from '../../core/council/session-log.ts';
import { mergeVotes } from '../../core/council/vote-log.ts';
import type { Result } from '../../core/result.ts';
import { load } from '../book/load.ts';
import { readSettings } from '../book/settings.ts';
import { settingsActions } from '../book/settings-actions.ts';
import { performWhole } from '../host/outcome.ts';
import type { Host } from '../host/port.ts';
import { done, refuse } from '../host/refusal.ts';
import type { NamedFile } from '../received/collect.ts';
import { type Scored, score, scoreAfter, type Unscored } from '../run/check-and-score.ts';
import { entryActions, readCouncilLog } from './council-log.ts';
import { sealsAfter } from './sealed-rows.ts';
import { sessionRowActions } from './sessions.ts';
import { readVotes, voteRowActions } from './votes.ts';
import { readCopy, type WorkbookCopy } from './workbook-copy.ts';

interface Merge {
  /** Entries that were not here before. */
  readonly decisions: number;
  readonly votes: number;
  readonly read: number;
  /** How each copy's last seal stands to ours, a Vietnamese sentence each. */
  readonly compared: readonly string[];
  /** Files left out, each with one Vietnamese sentence. */
  readonly unused: readonly { readonly file: string; readonly reason: string }[];
}

type CopiesMerged = Merge & (Scored | Unscored);

const LABEL = 'Gộp quyết định từ bản sao';
/** Share of the progress bar that reading, then writing, has reached. */
const READ = 0.3;
const WRITTEN = 0.5;

export async function mergeCopies(
  host: Host,
  files: readonly NamedFile[],
  progress: (done: number) => void = () => undefined,
): Promise<Result<CopiesMerged>> {
  const loaded = await load(host, (done) => progress(done * READ));
  if (!loaded.ok) return loaded;
  const { book, settings, log, council } = loaded.value;
  const { seals, voteSeals = [], sessionSeals = [] } = settings;
  const { sessions } = council;
  if (!sessions.ok) return sessions;
  const readable = readCouncilLog(book, seals);
  if (!readable.ok) return readable;
  const sound = readSettings(book);
  if (!sound.ok) return sound;
  const votes = readVotes(book, voteSeals);
  if (!votes.ok) return votes;

  const copies: (WorkbookCopy & { readonly file: string })[] = [];
  const unused: { file: string; reason: string }[] = [];
  for (const { name: file, bytes } of files) {
    const copy = readCopy(bytes, settings);
    if (copy.ok) copies.push({ ...copy.value, file });
    else unused.push({ file, reason: copy.refusal.message });
  }
  const [first] = unused;
  if (copies.length === 0 && first) {
    const all = unused.map(({ file, reason }) => `"${file}": ${reason}`).join(' ');
    return refuse('no-copy', all);
  }

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
  const noted = await performWhole(host, LABEL, actions, 'Chưa gộp được.');
  if (!noted.ok) return noted;
  progress(WRITTEN);
  const scored = await scoreAfter(noted.value, LABEL, async () => {
    const after = await load(host);
    return after.ok ? score(host, after.value, LABEL, (done) => progress(WRITTEN + (1 - WRITTEN) * done)) : after;
  });
  return done({
    ...scored,
    decisions: newOnes.length,
    votes: newVotes.length,
    read: copies.length,
    compared: copies.map((copy) => comparedText(copy, log, seals)),
    unused,
  });
}

/**
 * What the ends of the two logs say of each other. `known` = our seals: one that only the copy still has was lost here.
 */
function comparedText(copy: WorkbookCopy & { readonly file: string }, own: Log, known: readonly string[]): string {
  const ours = new Set(own.map(({ hash }) => hash));
  const theirs = new Set(copy.log.map(({ hash }) => hash));
  const lost = known.filter((seal) => !ours.has(seal) && theirs.has(seal)).length;
  if (lost > 0)
    return `Sổ này đã mất dòng quyết định mang dấu vết đã ghi nhận; bản "${copy.file}" còn giữ nên đã lấy lại.`;
  const hasOurs = own.every(({ hash }) => theirs.has(hash));
  const hasTheirs = copy.log.every(({ hash }) => ours.has(hash));
  if (hasOurs && hasTheirs) return `Dấu vết cuối của bản "${copy.file}" trùng với sổ này.`;
  if (hasOurs) return `Bản "${copy.file}" có đủ quyết định của sổ này và thêm ${copy.log.length - own.length} dòng.`;
  if (hasTheirs) return `Bản "${copy.file}" cũ hơn: sổ này có đủ các quyết định của bản đó.`;
  return `Bản "${copy.file}" thiếu quyết định của sổ này và có quyết định sổ này chưa có: hai bản đã tách nhau.`;
}

/** Those of the merged log that were not in ours, in order. */
function without<T extends { readonly hash: string }>(merged: readonly T[], own: readonly T[]): readonly T[] {
  const held = new Set(own.map(({ hash }) => hash));
  return merged.filter(({ hash }) => !held.has(hash));
}
