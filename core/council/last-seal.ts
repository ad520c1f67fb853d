/**
 * The last seal of a log, to be noted outside the workbook. A seal holds no secret, so anybody with the file can
 * rewrite the whole log; a seal noted elsewhere (minutes, a message, another copy) reveals that a log was cut short or
 * rewritten.
 */
import { type Ancestry, headsOf } from './ancestry.ts';

/** Fewer letters of a seal tell nothing. */
const SHORTEST = 12;

/** `Sổ quyết định … có 5 dòng, dấu vết cuối: 0a1b…; …`: whole seals, every end where copies went apart. */
export function sealSentence(decisions: readonly Ancestry[], votes: readonly Ancestry[]): string {
  return endsOf(decisions, votes, (heads) => `dấu vết cuối: ${heads.join('; ')}`);
}

/** The same for the minutes, which people sign: `… có 5 dòng, mã đối chiếu 0a1b 2c3d 4e5f; …`. */
export function sealNote(decisions: readonly Ancestry[], votes: readonly Ancestry[]): string {
  return endsOf(decisions, votes, (heads) => `mã đối chiếu ${heads.map(shortSeal).join('; ')}`);
}

/** As much of a seal as finding it again asks, in groups a hand can copy: `0a1b 2c3d 4e5f`. */
export function shortSeal(seal: string): string {
  return (seal.slice(0, SHORTEST).match(/.{1,4}/g) ?? []).join(' ');
}

function endsOf(
  decisions: readonly Ancestry[],
  votes: readonly Ancestry[],
  words: (heads: readonly string[]) => string,
) {
  const ends = (name: string, log: readonly Ancestry[]) =>
    log.length === 0 ? `${name} chưa có dòng nào` : `${name} có ${log.length} dòng, ${words(headsOf(log))}`;
  return `${ends('Sổ quyết định của Hội đồng', decisions)}; ${ends('sổ biểu quyết', votes)}.`;
}

/** What a seal noted outside the workbook shows about the log now. */
type SealFound =
  /** Too short, or no seal at all. */
  | { readonly kind: 'unreadable' }
  /** The log was cut or rewritten since it was noted. */
  | { readonly kind: 'absent' }
  /** All up to the row is as it was; `after` = rows written since. */
  | { readonly kind: 'held'; readonly seq: number; readonly after: number };

/** `typed` = the seal or its beginning, spaces do not count. */
export function findSeal(log: readonly Ancestry[], typed: string): SealFound {
  const seal = typed.replace(/[\s.]+/g, '').toLowerCase();
  if (!/^[0-9a-f]+$/.test(seal) || seal.length < SHORTEST || seal.length > 64) return { kind: 'unreadable' };
  const at = log.findIndex(({ hash }) => hash.startsWith(seal));
  const entry = log[at];
  return entry ? { kind: 'held', seq: entry.seq, after: log.length - at - 1 } : { kind: 'absent' };
}
