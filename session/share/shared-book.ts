/**
 * What a workbook has to share, and how entries from others come into it: the council's record once each, conflicts
 * side by side; of a figure captured twice the later one. Reports come in as files do (received/collect.ts).
 */

import type { Period } from '../../core/base/period/period.ts';
import { done, type Result } from '../../core/base/result.ts';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import { mergeObservations, observationActions, observationKey, readObservations } from '../book/observations.ts';
import { readReceived } from '../book/received-files.ts';
import { readSeals, readSettings } from '../book/settings.ts';
import { conflictText, mergeRecord, type RecordMerged } from '../council/merge-record.ts';
import { openHost } from '../council/open-host.ts';
import { perform } from '../host/outcome.ts';
import type { Host } from '../host/port.ts';
import { readCouncilLog } from '../record/council-log.ts';
import { readSessions } from '../record/sessions.ts';
import { readVotes } from '../record/votes.ts';
import type { Scored, Unscored } from '../run/check-and-score.ts';
import { load } from '../run/load.ts';
import type { CouncilLogs } from './facts.ts';

export interface BookToShare extends CouncilLogs {
  readonly observations: readonly Observation[];
  /** Of the settings. */
  readonly period: Period | null;
  /** Names of the files whose reports stand in the workbook. */
  readonly received: readonly string[];
  /** Vietnamese sentences on what is not shared, since its past was changed. */
  readonly notes: readonly string[];
}

/** A record whose past was changed is put right before any of it goes to others. */
export async function bookToShare(host: Host): Promise<Result<BookToShare>> {
  const read = await host.read();
  if (!read.ok) return read;
  const book = read.value;
  const { seals, voteSeals = [], sessionSeals = [] } = readSeals(book);
  const settings = readSettings(book);
  const notes: string[] = [];
  const sound = <T>(part: Result<{ readonly log: readonly T[]; readonly fault: string | null }>): readonly T[] => {
    const fault = part.ok ? part.value.fault : part.refusal.message;
    if (fault !== null) notes.push(`Chưa đưa vào sổ chung: ${fault}`);
    return part.ok && fault === null ? part.value.log : [];
  };
  return done({
    log: sound(readCouncilLog(book, seals)),
    votes: sound(readVotes(book, voteSeals)),
    sessions: sound(readSessions(book, sessionSeals)),
    observations: readObservations(book).observations ?? [],
    period: settings.ok ? settings.value.period : null,
    received: readReceived(book).map(({ name }) => name),
    notes,
  });
}

export interface FromOthers extends CouncilLogs {
  /** Title of the shared book. */
  readonly title: string;
  readonly observations: readonly Observation[];
}

interface SharedTaken {
  /** null = nothing of the council's came. */
  readonly record: (RecordMerged & (Scored | Unscored)) | null;
  /** Vietnamese sentences on entries that came in. */
  readonly messages: readonly string[];
  readonly refused: readonly string[];
}

const LABEL = 'Đồng bộ sổ chung';

/** While the results are closed the council's record alone comes in: it is what may open them again. */
export async function takeShared(
  host: Host,
  { title, log, votes, sessions, observations }: FromOthers,
  progress: (done: number) => void,
): Promise<Result<SharedTaken>> {
  const figures = await takeFigures(openHost(host), observations);
  if (!figures.ok) return figures;
  const { count, refused } = figures.value;
  const some = count > 0 ? [`Thêm vào sổ ${count} số liệu Cổng.`] : [];
  if (log.length + votes.length + sessions.length === 0) return done({ record: null, messages: some, refused });
  const loaded = await load(host);
  if (!loaded.ok) return loaded;
  const from = { log, votes, sessions, file: `Sổ chung "${title}"` };
  const record = await mergeRecord(host, loaded.value, [from], LABEL, progress);
  if (!record.ok) return record;
  const { decisions, votes: voted, sessions: met } = record.value;
  const found = `Thêm vào sổ ${decisions} quyết định, ${voted} biểu quyết, ${met} dòng sổ phiên họp.`;
  return done({ record: record.value, messages: [found, ...some, conflictText(record.value)], refused });
}

async function takeFigures(
  host: Host,
  observations: readonly Observation[],
): Promise<Result<Pick<SharedTaken, 'refused'> & { readonly count: number }>> {
  if (observations.length === 0) return done({ count: 0, refused: [] });
  const read = await host.read();
  if (!read.ok) return done({ count: 0, refused: [`Chưa nhận số liệu Cổng từ sổ chung. ${read.refusal.message}`] });
  const held = readObservations(read.value).observations ?? [];
  const newer = newerFigures(held, observations);
  const actions = newer.length === 0 ? [] : observationActions(read.value, mergeObservations(held, newer));
  const noted = await perform(host, LABEL, actions);
  return noted.ok ? done({ count: newer.length, refused: noted.value.refused }) : noted;
}

/** Those that were captured after what stands, the earlier first. */
export function newerFigures(
  held: readonly Observation[],
  observations: readonly Observation[],
): readonly Observation[] {
  const standing = new Map(held.map((observation) => [observationKey(observation), capturedAt(observation)]));
  return observations
    .filter((observation) => capturedAt(observation) > (standing.get(observationKey(observation)) ?? UNSEEN))
    .toSorted((a, b) => capturedAt(a) - capturedAt(b));
}

/** Earlier than any figure, also than a figure without a time. */
const UNSEEN = -1;

/** Milliseconds; 0 where the figure says no time. */
function capturedAt({ provenance }: Observation): number {
  return Date.parse(provenance.capturedAt) || 0;
}
