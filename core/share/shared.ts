/** What the counting entries come to: the council's log, the figures of the portal, the files to work with. */
import { canonicalJson, type Plain } from '../council/canonical-json.ts';
import { isSealed } from '../council/entry.ts';
import type { Log } from '../council/log.ts';
import { mergeLogs } from '../council/merge.ts';
import { isSessionSealed, mergeSessions, type SessionLog } from '../council/session-log.ts';
import { isVoteSealed, mergeVotes, type VoteLog } from '../council/vote-log.ts';
import type { Observation } from '../portal/indicator/observation.ts';
import type { ReadEntry } from './entry.ts';
import { bytesNamed, type FileFact, isFileFact } from './fact.ts';
import {
  type HandedIn,
  handedIn,
  type SharedEvidence,
  type SharedExplanation,
  sharedEvidence,
  sharedExplanations,
} from './links.ts';
import type { Standing } from './standing.ts';

export interface SharedFile {
  /** The entry that brought it. */
  readonly hash: string;
  readonly kind: FileFact['kind'];
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
}

/** By whom of the chairs a file was sealed first, in his words. */
export interface Sealed {
  /** ISO instant, by his clock. */
  readonly at: string;
  readonly reason: string;
}

export interface Shared {
  readonly log: Log;
  readonly votes: VoteLog;
  readonly sessions: SessionLog;
  readonly observations: readonly Observation[];
  /** Files that have not been replaced; two files that replace the same file are both listed. By name. */
  readonly files: readonly SharedFile[];
  /** Reports that came by link, those that were replaced too (links.ts). */
  readonly handedIn: readonly HandedIn[];
  /** Evidence that came by link, or was taken in by an officer. */
  readonly evidence: readonly SharedEvidence[];
  /** What units wrote by their links in answer to the notice of their appraisal. */
  readonly explanations: readonly SharedExplanation[];
  /** Files nobody opens any more, and the pieces they travelled in, by their digest; they stay listed where they are. */
  readonly sealed: ReadonlyMap<string, Sealed>;
  /** Digests of all files that ever were shared. */
  readonly digests: ReadonlySet<string>;
}

export function sharedOf({ counting, links }: Pick<Standing, 'counting' | 'links'>): Shared {
  const facts = counting.flatMap((entry) => (entry.content.fact ? [{ entry, fact: entry.content.fact }] : []));
  const replaced = new Set(facts.flatMap(({ fact }) => (isFileFact(fact) ? (fact.file.replaces ?? []) : [])));
  const observations = new Map(
    facts.flatMap(({ fact }) =>
      fact.kind === 'observation' ? [[keyOf(fact.observation), fact.observation] as const] : [],
    ),
  );
  return {
    log: mergeLogs([
      facts.flatMap(({ fact }) =>
        (fact.kind === 'decision' || fact.kind === 'appraisal') && isSealed(fact.entry) ? fact.entry : [],
      ),
    ]).log,
    votes: mergeVotes([
      facts.flatMap(({ fact }) => (fact.kind === 'vote' && isVoteSealed(fact.entry) ? fact.entry : [])),
    ]),
    sessions: mergeSessions([
      facts.flatMap(({ fact }) => (fact.kind === 'session' && isSessionSealed(fact.entry) ? fact.entry : [])),
    ]),
    observations: [...observations].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, item]) => item),
    files: facts
      .flatMap(({ entry, fact }) => (isFileFact(fact) && !replaced.has(entry.hash) ? [fileOf(entry, fact)] : []))
      .sort((a, b) => (a.name === b.name ? (a.hash < b.hash ? -1 : 1) : a.name < b.name ? -1 : 1)),
    handedIn: handedIn(counting, links),
    evidence: sharedEvidence(counting, links),
    explanations: sharedExplanations(counting, links),
    sealed: sealedIn(counting),
    digests: new Set(facts.flatMap(({ fact }) => bytesNamed(fact)?.sha256 ?? [])),
  };
}

/**
 * What was sealed: each file with all its pieces. A file that has a piece with a sealed file in common cannot be put
 * together any more: it counts as sealed too.
 */
export function sealedIn(counting: readonly ReadEntry[]): ReadonlyMap<string, Sealed> {
  const sealed = new Map<string, Sealed>();
  for (const { content } of counting) {
    const { fact, at } = content;
    if (fact?.kind === 'sealing' && !sealed.has(fact.file)) sealed.set(fact.file, { at, reason: fact.reason });
  }
  const cut = counting.flatMap(({ content: { fact } }) => (fact && bytesNamed(fact)) ?? []);
  const all = new Map(sealed);
  for (const { sha256, pieces = [] } of cut) {
    const own = sealed.get(sha256);
    if (own) for (const piece of pieces) all.set(piece, own);
  }
  for (const { sha256, pieces = [] } of cut) {
    const lost = all.get(pieces.find((piece) => all.has(piece)) ?? '');
    if (lost && !all.has(sha256)) all.set(sha256, lost);
  }
  return all;
}

function fileOf({ hash }: ReadEntry, { kind, file }: FileFact): SharedFile {
  return { hash, kind, name: file.name.normalize('NFC'), sha256: file.sha256, size: file.size };
}

/** Equal for the same figure captured twice at the same instant. */
export function keyOf(observation: Observation): string {
  return canonicalJson(JSON.parse(JSON.stringify(observation)) as Plain);
}
