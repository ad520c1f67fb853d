/**
 * What counts of a set of entries. A pure function of the set: order, repetition and the way they came do not matter.
 * Every right comes from the space's founding entry, whose digest is the name of the space.
 */
import { groupBy } from '../base/group-by.ts';
import type { Body, ReadEntry } from './entry.ts';
import { FACT_KINDS, WORKERS } from './fact.ts';
import { type Healed, healedBy, isLeftOut, isWithin } from './healing.ts';
import { chainOfLink, lastInstant, linksOf, type SharedLink } from './links.ts';
import type { Role } from './role.ts';
import { deviceOf } from './sign-entry.ts';

/** Why an entry does not count. */
export const IDLE_REASONS = {
  waiting: 'chưa nhận đủ các mục trước đó của máy này',
  forked: 'máy này đã ghi hai mục khác nhau cùng số thứ tự (khóa bị sao chép hoặc phục hồi từ bản cũ)',
  revoked: 'máy này đã bị thôi quyền trước đó',
  stranger: 'máy này chưa được cho tham gia',
  late: 'liên kết nộp đã hết hạn lúc ghi',
  role: 'vai trò của máy này không được ghi loại mục đó',
  unknown: 'mục của phiên bản mới hơn: hãy cập nhật chương trình',
} as const;
export type IdleReason = keyof typeof IDLE_REASONS;

interface Idle {
  readonly entry: ReadEntry;
  readonly why: IdleReason;
}

export interface Device {
  readonly device: string;
  /** The name it was admitted under; before that, the name it gave itself. */
  readonly name: string;
  /** Empty for a device that only asks for admission. */
  readonly roles: readonly Role[];
  readonly revoked: boolean;
  readonly forked: boolean;
  /** Last entry of its unbroken chain; null when even the first is missing. */
  readonly last: ReadEntry | null;
}

export interface Standing {
  /** Null until the founding entry has arrived: then nothing counts. */
  readonly founding: ReadEntry | null;
  readonly counting: readonly ReadEntry[];
  readonly idle: readonly Idle[];
  readonly devices: readonly Device[];
  /** By device. Those that were ended too. */
  readonly links: ReadonlyMap<string, SharedLink>;
  /** Entries that counting entries refer to and that are not here: still on the way, or withheld by the carrier. */
  readonly missing: readonly string[];
}

export interface Chain {
  /** Entries 1 … k without a gap, each referring to the one before. */
  readonly sound: readonly ReadEntry[];
  readonly rest: readonly Idle[];
  readonly forked: boolean;
}

/** `entries` have been verified (entry.ts). */
export function standingOf(space: string, entries: readonly ReadEntry[]): Standing {
  const own = new Map(
    entries
      .filter(({ hash, content }) => content.space === space || hash === space)
      .map((readEntry) => [readEntry.hash, readEntry]),
  );
  const byDevice = groupBy([...own.values()], ({ content }) => content.device);
  const first = own.get(space);
  const founding = first?.content.fact?.kind === 'founding' && first.content.space === '' ? first : null;
  const { chains, rights } = chainsAndRights(space, founding, byDevice);
  for (const device of rights.links.keys()) chains.set(device, chainOfLink(byDevice.get(device) ?? []));
  const counting: ReadEntry[] = [];
  const idle: Idle[] = [];
  for (const { sound, rest } of chains.values()) {
    for (const entry of sound) {
      const why = founding ? whyIdle(entry, rights) : 'waiting';
      if (why === null) counting.push(entry);
      else idle.push({ entry, why });
    }
    idle.push(...rest);
  }
  const order = (a: ReadEntry, b: ReadEntry) => a.content.n - b.content.n || (a.hash < b.hash ? -1 : 1);
  return {
    founding,
    counting: counting.sort(order),
    idle: idle.sort((a, b) => order(a.entry, b.entry)),
    devices: [...chains]
      .filter(([device]) => !rights.links.has(device))
      .map(([device, chain]) => deviceState(device, chain, rights))
      .sort((a, b) => (a.device < b.device ? -1 : 1)),
    links: rights.links,
    missing: [...new Set(counting.flatMap(({ content }) => content.knows))].filter((hash) => !own.has(hash)).sort(),
  };
}

/**
 * Chains decide who is a chair, and chairs heal chains that fork: what a chair healed stays healed, and its chain may
 * show more chairs and more to heal, until nothing is left.
 */
function chainsAndRights(
  space: string,
  founding: ReadEntry | null,
  byDevice: ReadonlyMap<string, readonly ReadEntry[]>,
) {
  const paper = founding && recoveryDevice(founding);
  const healings = new Map<string, ReadEntry>();
  for (;;) {
    const healed = healedBy([...healings.values()]);
    const chains = new Map(
      [...byDevice].map(([device, said]) => [device, chainOf(said, space, healed.get(device))] as const),
    );
    // The recovery code may speak although it never has.
    if (paper && !chains.has(paper)) chains.set(paper, { sound: [], rest: [], forked: false });
    const rights = founding ? rightsOf(founding, chains) : NO_RIGHTS;
    const fresh = [...chains.values()].flatMap(({ sound }) =>
      sound.filter(
        (entry) =>
          entry.content.fact?.kind === 'healing' && !healings.has(entry.hash) && whyIdle(entry, rights) === null,
      ),
    );
    if (fresh.length === 0) return { chains, rights };
    for (const entry of fresh) healings.set(entry.hash, entry);
  }
}

/** A founding entry begins its device's chain inside the space it founds. Where it was healed, it may run side by side. */
function chainOf(entries: readonly ReadEntry[], space: string, healed: Healed | undefined): Chain {
  const inPlace = entries.filter(({ hash, content }) => (content.fact?.kind === 'founding') === (hash === space));
  const byNumber = groupBy(
    inPlace.filter((entry) => !isLeftOut(entry, healed)),
    ({ content }) => content.n,
  );
  const isFork = ([n, own]: readonly [number, readonly ReadEntry[]]) => own.length > 1 && !isWithin(n, healed);
  const twice = Math.min(
    Number.POSITIVE_INFINITY,
    ...[...byNumber].flatMap((entry) => (isFork(entry) ? [entry[0]] : [])),
  );
  const sound: ReadEntry[] = [];
  let before: ReadonlySet<string | null> = new Set([null]);
  for (let n = 1; n < twice; n += 1) {
    const next = (byNumber.get(n) ?? []).filter(({ content }) => before.has(content.prev));
    if (next.length === 0) break;
    sound.push(...next.sort((a, b) => (a.hash < b.hash ? -1 : 1)));
    before = new Set(next.map(({ hash }) => hash));
  }
  const isSound = new Set(sound);
  const rest = inPlace.filter((entry) => !isSound.has(entry));
  const whyNot = (entry: ReadEntry): IdleReason =>
    entry.content.n >= twice || isLeftOut(entry, healed) ? 'forked' : 'waiting';
  return { sound, rest: rest.map((entry) => ({ entry, why: whyNot(entry) })), forked: Number.isFinite(twice) };
}

/** Who may add what, as worked out from the founding entry on. */
export interface Rights {
  readonly roles: ReadonlyMap<string, ReadonlySet<Role>>;
  readonly names: ReadonlyMap<string, string>;
  /** Number of the last entry that counts, of devices that lost their rights. */
  readonly upTo: ReadonlyMap<string, number>;
  readonly links: ReadonlyMap<string, SharedLink>;
}
const NO_RIGHTS: Rights = { roles: new Map(), names: new Map(), upTo: new Map(), links: new Map() };

/**
 * Four steps, so that no circle can arise: the recovery code makes and unmakes whom it will; below it the founding
 * device alone makes and unmakes chairs; chairs admit and revoke all others; chairs and officers make and end links. A device that lost its rights gets none again: a new key is a new device. Of a chain only these
 * matter.
 */
export function rightsOf(founding: ReadEntry, chains: ReadonlyMap<string, Pick<Chain, 'sound'>>): Rights {
  const founder = founding.content.device;
  const paper = recoveryDevice(founding);
  const roles = new Map<string, Set<Role>>([[founder, new Set(['chair'])]]);
  const names = new Map<string, string>();
  if (paper !== null) {
    roles.set(paper, new Set(['chair']));
    names.set(paper, RECOVERY_NAME);
  }
  const upTo = new Map<string, number>();
  const take = (by: string, mayTouch: (device: string, role: Role | null) => boolean) => {
    const last = upTo.get(by) ?? Number.POSITIVE_INFINITY;
    for (const { content } of chains.get(by)?.sound ?? []) {
      const { fact, n } = content;
      if (n > last) break;
      if (fact?.kind === 'admission' && mayTouch(fact.device, fact.role)) {
        roles.set(fact.device, new Set([...(roles.get(fact.device) ?? []), fact.role]));
        if (!names.has(fact.device)) names.set(fact.device, fact.name);
      } else if (fact?.kind === 'revocation' && mayTouch(fact.device, null)) {
        upTo.set(fact.device, Math.min(fact.upTo, upTo.get(fact.device) ?? fact.upTo));
      }
    }
  };
  if (paper !== null) take(paper, (device) => device !== paper);
  take(founder, (device) => device !== founder && device !== paper);
  const above = new Set([founder, ...(paper === null ? [] : [paper])]);
  const chairs = [...roles].flatMap(([device, held]) => (!above.has(device) && held.has('chair') ? [device] : []));
  const isChair = new Set([...above, ...chairs]);
  for (const chair of chairs.sort()) take(chair, (device, role) => !isChair.has(device) && role !== 'chair');
  const makers = [...roles].filter(([, held]) => WORKERS.some((role) => held.has(role)));
  const entries = makers.flatMap(([device]) =>
    (chains.get(device)?.sound ?? []).filter(
      ({ content: { n } }) => n <= (upTo.get(device) ?? Number.POSITIVE_INFINITY),
    ),
  );
  return { roles, names, upTo, links: linksOf(entries, roles) };
}

/** As the recovery code is called among the machines. */
const RECOVERY_NAME = 'mã phục hồi trên giấy';

/** The device whose key is the recovery code; null for a book without a recovery code. */
function recoveryDevice({ content: { device, fact } }: ReadEntry): string | null {
  const key = fact?.kind === 'founding' ? fact.recovery : undefined;
  const own = key === undefined ? null : deviceOf(key);
  return own === device ? null : own;
}

/** Null when an entry of a sound chain counts. */
export function whyIdle(
  { content: { device, fact, n, at } }: ReadEntry,
  { roles, upTo, links }: Rights,
): IdleReason | null {
  if (fact === null) return 'unknown';
  const { by } = FACT_KINDS[fact.kind];
  if (by === null) return null;
  if (by === 'link') {
    const link = links.get(device);
    if (!link) return 'stranger';
    if (n > link.upTo) return 'revoked';
    return fact.kind === 'handed-in' && Date.parse(at) > Date.parse(lastInstant(link, fact)) ? 'late' : null;
  }
  const held = roles.get(device);
  if (!held) return 'stranger';
  if (n > (upTo.get(device) ?? Number.POSITIVE_INFINITY)) return 'revoked';
  return by.some((role) => held.has(role)) ? null : 'role';
}

function deviceState(device: string, { sound, forked }: Chain, { roles, names, upTo }: Rights): Device {
  return {
    device,
    name: names.get(device) ?? ownName(sound[0]?.content) ?? '',
    roles: [...(roles.get(device) ?? [])],
    revoked: upTo.has(device),
    forked,
    last: sound.at(-1) ?? null,
  };
}

function ownName(body: Body | undefined): string | null {
  return body?.fact?.kind === 'founding' || body?.fact?.kind === 'joining' ? body.fact.name : null;
}

/**
 * Number of the last entry of `own` that the other device had seen when it wrote its last entry; 0 = none. It may have
 * seen more since.
 */
export function seenBy(other: string, own: string, { counting }: Standing): number {
  const numbers = new Map(
    counting.flatMap(({ hash, content }) => (content.device === own ? [[hash, content.n] as const] : [])),
  );
  const named = counting.flatMap(({ content }) => (content.device === other ? content.knows : []));
  return Math.max(0, ...named.map((hash) => numbers.get(hash) ?? 0));
}
