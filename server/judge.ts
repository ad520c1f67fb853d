/**
 * Which entries the server accepts: those of devices with a right to them, each following the entry before it. The
 * server only keeps rubbish out; every machine works out for itself what counts (core/share/standing.ts).
 */

import { groupBy } from '../core/base/group-by.ts';
import type { ReadEntry } from '../core/share/entry.ts';
import { healedBy, isLeftOut } from '../core/share/healing.ts';
import { type IdleReason, type Rights, rightsOf, whyIdle } from '../core/share/standing.ts';

/** What the server has of the space, as far as it matters. */
export interface StoredSpace {
  /** Founding, admissions, revocations, and the asking of those devices whose entries come in. */
  readonly rights: readonly ReadEntry[];
  /** Known hashes, of the entries that arrive and of those they refer to as the one before. */
  readonly known: ReadonlySet<string>;
  /** First number a device used twice. */
  readonly forked: ReadonlyMap<string, number>;
}

interface Pusher {
  readonly device: string;
  /** It may ask to take part. */
  readonly invited: boolean;
}

type RefusalCode = IdleReason | 'malformed' | 'other-space' | 'signature';

export interface Refused {
  readonly hash: string;
  readonly code: RefusalCode;
}

interface Judged {
  /** New entries, ordered so that each follows the entry before it. */
  readonly taken: readonly ReadEntry[];
  readonly refused: readonly Refused[];
  readonly rights: Rights | null;
}

/** `incoming` are of this space and verified. */
export function judge(space: string, stored: StoredSpace, incoming: readonly ReadEntry[], pusher: Pusher): Judged {
  const linked = linkedOf(space, stored, incoming);
  const rights = rightsAfter(space, stored, linked.sound);
  if (!rights) return { taken: [], refused: incoming.map(({ hash }) => ({ hash, code: 'waiting' })), rights: null };
  const left = new Set<string>();
  const taken: ReadEntry[] = [];
  const refused: Refused[] = [...linked.refused];
  for (const entry of linked.sound) {
    const code = left.has(entry.content.prev ?? '') ? 'waiting' : whyNot(entry, rights, pusher);
    if (code === null) taken.push(entry);
    else {
      left.add(entry.hash);
      refused.push({ hash: entry.hash, code });
    }
  }
  return { taken, refused, rights };
}

/** Null while the space is not founded. */
export function rightsAfter(
  space: string,
  { rights, forked }: StoredSpace,
  sound: readonly ReadEntry[],
): Rights | null {
  const known = [...new Map([...rights, ...sound].map((readEntry) => [readEntry.hash, readEntry])).values()];
  const founding = known.find(({ hash, content }) => hash === space && content.fact?.kind === 'founding');
  if (!founding) return null;
  // Only a chair's were taken in.
  const healed = healedBy(known);
  const rightful = known
    .filter(({ content }) => content.n < (forked.get(content.device) ?? Number.POSITIVE_INFINITY))
    .filter((entry) => !isLeftOut(entry, healed.get(entry.content.device)))
    .sort((a, b) => a.content.n - b.content.n);
  const chains = [...groupBy(rightful, ({ content }) => content.device)].map(
    ([device, own]) => [device, { sound: own }] as const,
  );
  return rightsOf(founding, new Map(chains));
}

function linkedOf(space: string, { known, forked }: StoredSpace, incoming: readonly ReadEntry[]) {
  const have = new Set(known);
  const sound: ReadEntry[] = [];
  const refused: Refused[] = [];
  const used = new Map<string, number>();
  for (const entry of [...incoming].sort((a, b) => a.content.n - b.content.n)) {
    const { hash, content } = entry;
    if (have.has(hash)) continue;
    const place = `${content.device} ${content.n}`;
    const times = used.get(place) ?? 0;
    const isFirst =
      content.n === 1 && content.prev === null && (content.fact?.kind === 'founding') === (hash === space);
    // Two entries of one number show that a key was copied; more show nothing further.
    if (times >= 2 || content.n >= (forked.get(content.device) ?? Number.POSITIVE_INFINITY))
      refused.push({ hash, code: 'forked' });
    else if (!isFirst && (content.n === 1 || content.prev === null || !have.has(content.prev)))
      refused.push({ hash, code: 'waiting' });
    else {
      used.set(place, times + 1);
      have.add(hash);
      sound.push(entry);
    }
  }
  return { sound, refused };
}

function whyNot(entry: ReadEntry, rights: Rights, { device, invited }: Pusher): RefusalCode | null {
  const { content } = entry;
  const mayPush = rights.roles.has(device) && !rights.upTo.has(device);
  const mayAsk = content.fact?.kind === 'joining' && content.device === device && invited;
  if (!mayPush && !mayAsk) return rights.upTo.has(device) ? 'revoked' : 'stranger';
  if (content.fact !== null) return whyIdle(entry, rights);
  // Of a newer version: stored for machines that know it.
  if (!rights.roles.has(content.device)) return 'stranger';
  return content.n > (rights.upTo.get(content.device) ?? Number.POSITIVE_INFINITY) ? 'revoked' : null;
}
