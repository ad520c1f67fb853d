/**
 * The last seal of a log, to be noted outside the workbook. A seal holds no secret, so whoever has the file can
 * rewrite the whole log; a seal noted elsewhere (minutes, a message, another copy) shows when a log was cut short or
 * rewritten.
 */
import { type Ancestry, headsOf } from './ancestry.ts';

/** Fewer letters of a seal tell nothing. */
const SHORTEST = 12;

/** `sổ quyết định có 5 dòng, dấu vết cuối: 0a1b…`; every end where copies went apart. */
function endOf(name: string, log: readonly Ancestry[]): string {
  const heads = headsOf(log);
  return heads.length === 0
    ? `${name} chưa có dòng nào`
    : `${name} có ${log.length} dòng, dấu vết cuối: ${heads.join('; ')}`;
}

/** The sentence for the minutes. */
export function sealSentence(decisions: readonly Ancestry[], votes: readonly Ancestry[]): string {
  const text = `${endOf('sổ quyết định của Hội đồng', decisions)}; ${endOf('sổ biểu quyết', votes)}.`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** What a seal noted elsewhere says of a log now. */
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
