/** The results as they were closed, held against those of now. */
import { type Ancestry, headsOf } from './ancestry.ts';
import { resultDigest } from './result-digest.ts';
import { lockSentence, type SessionEntry, type SessionLog, standingClose } from './session-log.ts';

export interface Closed {
  /** null = the log's end is lost, so that nobody knows whether they were closed: locked all the same. */
  readonly entry: SessionEntry | null;
  /** Changes since the record was closed, each a Vietnamese sentence. */
  readonly since: readonly string[];
}

interface Records {
  readonly sessions: SessionLog;
  /** As SessionRecord has it. */
  readonly lost: readonly string[];
  readonly decisions: readonly Ancestry[];
  readonly votes: readonly Ancestry[];
}

/** The closing that holds; null while the results are open. */
export function closedNow(
  { sessions, lost, decisions, votes }: Records,
  result: Parameters<typeof resultDigest>[0],
): Closed | null {
  const entry = standingClose(sessions);
  if (!entry) {
    const locked = lockSentence({ log: sessions, lost });
    return locked === null ? null : { entry, since: [locked] };
  }
  const isSame = (heads: readonly string[], log: readonly Ancestry[]) => headsOf(log).join() === heads.join();
  const since = [
    isSame(entry.decisions, decisions) ? '' : 'Sổ quyết định',
    isSame(entry.votes, votes) ? '' : 'Sổ biểu quyết',
    resultDigest(result) === entry.result ? '' : 'Điểm, thứ hạng tính từ số liệu lúc này',
  ];
  return { entry, since: since.filter((what) => what !== '').map((what) => `${what} khác lúc chốt kết quả.`) };
}
