/**
 * Links with which a unit hands in its report for a period. A link is a key: whoever has it can write `handed-in`
 * entries and nothing else, for the unit and the period the officer set when the link was made.
 */
import type { ReadEntry } from './entry.ts';
import type { Fact, LinkFact } from './fact.ts';
import type { NamedBytes } from './pieces.ts';
import type { Role } from './role.ts';
import { deviceOf } from './sign-entry.ts';
import type { Chain } from './standing.ts';

type HandedInFact = Extract<Fact, { kind: 'handed-in' }>;

export interface SharedLink {
  readonly device: string;
  readonly fact: LinkFact;
  /** Number of its last entry that counts; infinite while nobody ended it. */
  readonly upTo: number;
  /** By whom it was ended first, in his words; null while nobody did. `at` = ISO instant, by his clock. */
  readonly ended: { readonly at: string; readonly reason: string } | null;
  /** Notices of its appraisal, the notice in force last. */
  readonly notices: readonly LinkNotice[];
}

export interface LinkNotice {
  /** Of the entry. */
  readonly hash: string;
  /** ISO instant, by the clock of who sent it. */
  readonly at: string;
  /** ISO instant until which the unit may explain itself. */
  readonly until: string;
  readonly file: { readonly sha256: string; readonly size: number };
}

/** `said` by those who may make links, as far as it counts. No device that takes part in the book becomes a link. */
export function linksOf(
  entries: readonly ReadEntry[],
  roles: ReadonlyMap<string, ReadonlySet<Role>>,
): ReadonlyMap<string, SharedLink> {
  const links = new Map<string, SharedLink>();
  // Of two facts for the same key, and of two ends at the same instant, every machine chooses the same.
  const byHash = entries.toSorted((a, b) => (a.hash < b.hash ? -1 : 1));
  const ends = byHash.toSorted((a, b) => Date.parse(a.content.at) - Date.parse(b.content.at));
  for (const { content: body } of byHash) {
    const { fact } = body;
    if (fact?.kind !== 'link') continue;
    const device = deviceOf(fact.key);
    if (!links.has(device) && !roles.has(device))
      links.set(device, { device, fact, upTo: Number.POSITIVE_INFINITY, ended: null, notices: [] });
  }
  for (const { hash, content: body } of ends) {
    const { fact, at } = body;
    const known = fact?.kind === 'appraised' ? links.get(fact.device) : undefined;
    if (known && fact?.kind === 'appraised') {
      const notice = { hash, at, until: fact.until, file: fact.file };
      links.set(known.device, { ...known, notices: [...known.notices, notice] });
    }
    const link = fact?.kind === 'link-end' ? links.get(fact.device) : undefined;
    if (!link || fact?.kind !== 'link-end') continue;
    const ended = link.ended ?? { at, reason: fact.reason };
    links.set(link.device, { ...link, upTo: Math.min(link.upTo, fact.upTo), ended });
  }
  return links;
}

/**
 * ISO instant after which nothing of this kind comes by the link any more: a report until the link's own day, evidence
 * and explanations also until the day set in a notice of the appraisal. Of several notices the latest day, so that nothing
 * that was taken in stops counting.
 */
export function lastInstant(
  { fact: { until }, notices }: Pick<SharedLink, 'fact' | 'notices'>,
  handed: Pick<HandedInFact, 'criterion' | 'explains'>,
): string {
  const days = isReport(handed) ? [until] : [until, ...notices.map((notice) => notice.until)];
  return days.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? until;
}

/**
 * All entries of a link. Two telephones may share a link, and a server may have been restored from an older copy: so
 * two entries with the same number are two reports to look at, not a copied key.
 */
export function chainOfLink(entries: readonly ReadEntry[]): Chain {
  const sound = entries.toSorted((a, b) => a.content.n - b.content.n || (a.hash < b.hash ? -1 : 1));
  return { sound: sound.filter(({ content }) => content.fact?.kind === 'handed-in'), rest: [], forked: false };
}

/** A file that proves what a unit reports of a criterion: handed in by link, or taken in by an officer. */
export interface SharedEvidence {
  readonly unit: string;
  /** As links have it: `2025`. */
  readonly period: string;
  readonly criterion: string;
  readonly file: NamedBytes & { readonly name: string };
}

export interface HandedIn {
  readonly link: SharedLink;
  readonly entry: ReadEntry;
  readonly file: { readonly name: string; readonly sha256: string; readonly size: number };
  /** A later one took its place; it stays to be seen. */
  readonly replaced: boolean;
}

/**
 * The reports that were handed in and count, by unit and period, earlier ones first. The last report of a link counts;
 * of the same number both do. A link that replaces another takes over from it with its first report.
 */
export function handedIn(counting: readonly ReadEntry[], links: ReadonlyMap<string, SharedLink>): readonly HandedIn[] {
  const last = new Map<string, number>();
  for (const { content } of counting)
    if (content.fact?.kind === 'handed-in' && isReport(content.fact))
      last.set(content.device, Math.max(content.n, last.get(content.device) ?? 0));
  const followed = new Set([...last.keys()].flatMap((device) => earlierOf(device, links)));
  const found = counting.flatMap((entry): readonly HandedIn[] => {
    const { device, fact, n } = entry.content;
    const link = links.get(device);
    if (!link || fact?.kind !== 'handed-in' || !isReport(fact)) return [];
    return [{ link, entry, file: fact.file, replaced: n < (last.get(device) ?? n) || followed.has(device) }];
  });
  const key = ({ link: { fact }, entry: { content } }: HandedIn) => [fact.unit, fact.period, content.at] as const;
  return found.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)];
    const at = x.findIndex((part, index) => part !== y[index]);
    return at < 0 ? (a.entry.hash < b.entry.hash ? -1 : 1) : (x[at] ?? '') < (y[at] ?? '') ? -1 : 1;
  });
}

/** In the order of the entries. No later file takes the place of an earlier. */
export function sharedEvidence(
  counting: readonly ReadEntry[],
  links: ReadonlyMap<string, SharedLink>,
): readonly SharedEvidence[] {
  return counting.flatMap(({ content: { device, fact } }): readonly SharedEvidence[] => {
    if (fact?.kind === 'evidence') {
      const { unit, period, criterion, file } = fact;
      return [{ unit, period, criterion, file }];
    }
    const link = links.get(device);
    if (!link || fact?.kind !== 'handed-in' || fact.criterion === undefined || fact.explains !== undefined) return [];
    const { unit, period } = link.fact;
    return [{ unit, period, criterion: fact.criterion, file: fact.file }];
  });
}

export function isReport({ criterion, explains }: Pick<HandedInFact, 'criterion' | 'explains'>): boolean {
  return criterion === undefined && explains === undefined;
}

/** What a unit wrote in answer to the notice of its appraisal; each stays, the earlier first. */
export interface SharedExplanation {
  readonly unit: string;
  /** As links have it: `2025`. */
  readonly period: string;
  /** ISO instant, by the clock of who handed it in. */
  readonly at: string;
  readonly file: HandedIn['file'];
  /** The notice it answers; null = it has not arrived. */
  readonly notice: LinkNotice | null;
}

export function sharedExplanations(
  counting: readonly ReadEntry[],
  links: ReadonlyMap<string, SharedLink>,
): readonly SharedExplanation[] {
  const found = counting.flatMap(({ content: { device, fact, at } }): readonly SharedExplanation[] => {
    const link = links.get(device);
    if (!link || fact?.kind !== 'handed-in' || fact.explains === undefined) return [];
    const { unit, period } = link.fact;
    const notice = link.notices.find(({ hash }) => hash === fact.explains) ?? null;
    return [{ unit, period, at, file: fact.file, notice }];
  });
  return found.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Links that this link replaces, if they were for the same unit and period. */
function earlierOf(device: string, links: ReadonlyMap<string, SharedLink>): readonly string[] {
  const found: string[] = [];
  for (let at = links.get(device); at?.fact.instead; ) {
    const earlier = links.get(at.fact.instead);
    const isSame = earlier?.fact.unit === at.fact.unit && earlier.fact.period === at.fact.period;
    if (!earlier || !isSame || found.includes(earlier.device)) break;
    found.push(earlier.device);
    at = earlier;
  }
  return found;
}
