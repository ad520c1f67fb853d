/**
 * Links by which units hand in: creating them as facts with a message for each unit, ending them, and the state of each
 * unit.
 */

import { dayText } from '../../core/base/period/day.ts';
import { hanoiTime } from '../../core/base/period/hanoi-time.ts';
import { type Period, periodKey } from '../../core/base/period/period.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import { plainText } from '../../core/base/text/plain-text.ts';
import { squashKey } from '../../core/base/text/text.ts';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { Register } from '../../core/report/register.ts';
import type { Fact } from '../../core/share/fact.ts';
import type { HandedIn, SharedLink } from '../../core/share/links.ts';
import { digestOf, LARGEST_FILE } from '../../core/share/named-bytes.ts';
import type { Standing } from '../../core/share/standing.ts';
import { linkDigest, newLinkKey } from './link-key.ts';
import type { Additions } from './take-part.ts';

/** Longest name of a unit that an entry carries. */
const LONGEST_NAME = 200;

export interface LinksWanted {
  readonly movement: Movement;
  readonly units: Register;
  readonly period: Period;
  /** ISO day on which the last report is taken. */
  readonly until: string;
  /** Makes a new link also where a link is open, which then ends. */
  readonly again: boolean;
}

export interface NewLink {
  readonly unit: string;
  /** Stands behind `#` in the address. */
  readonly secret: string;
}

export interface LinksMade extends Additions {
  readonly links: readonly NewLink[];
  /** Units whose link is open already, with the digests of its secret. */
  readonly open: readonly { readonly unit: string; readonly secrets: readonly string[] }[];
  /** Units without criteria in the period; households and persons, whose names are carried nowhere. */
  readonly without: readonly string[];
}

/** Refused when the day has passed, a name is too long or the criteria are too large. `now` = ISO instant of Hanoi. */
export async function newLinks(wanted: LinksWanted, standing: Standing, now: string): Promise<Result<LinksMade>> {
  const { movement, units, period, until, again } = wanted;
  if (until < now.slice(0, 10))
    return refuse('link-late', `Hạn nộp ${dayText(until)} đã qua nên liên kết không dùng được.`);
  const facts: Fact[] = [];
  const files = new Map<string, Uint8Array>();
  const links: NewLink[] = [];
  const open: { unit: string; secrets: readonly string[] }[] = [];
  const without: string[] = [];
  for (const { unit, audience } of onceEach(units)) {
    if (unit.length > LONGEST_NAME)
      return refuse('link-name', `Tên đơn vị dài quá ${LONGEST_NAME} ký tự: "${unit.slice(0, 40)}…".`);
    const form = formFor(movement, audience, period);
    const earlier = linksFor(standing, unit, period);
    const stillOpen = earlier.filter(isOpen);
    if (!form) without.push(unit);
    else if (form.length > LARGEST_FILE)
      return refuse('link-form', 'Bộ tiêu chí lớn quá 5 MB nên không đưa lên máy chủ được.');
    else if (stillOpen.length > 0 && !again) open.push({ unit, secrets: stillOpen.map(({ fact }) => fact.secret) });
    else {
      const { secret, key } = await newLinkKey();
      const sha256 = digestOf(form);
      files.set(sha256, form);
      facts.push(...stillOpen.map((sharedLink) => endOf(sharedLink, standing, 'Cấp liên kết mới')), {
        ...{ kind: 'link', key, secret: linkDigest(secret), unit, audience, period: periodKey(period) },
        ...{ until: `${until}T23:59:59+07:00`, form: { sha256, size: form.length } },
        instead: latest(earlier)?.device ?? null,
      });
      links.push({ unit, secret });
    }
  }
  return done({ facts, files, links, open, without });
}

/** Ends the open links of these units for the period; refused when a unit has none. */
export function linkEnds(
  units: readonly string[],
  period: Period,
  reason: string,
  standing: Standing,
): Result<readonly Fact[]> {
  const facts: Fact[] = [];
  for (const unit of units) {
    const open = linksFor(standing, unit, period).filter(isOpen);
    if (open.length === 0) return refuse('no-link', `"${unit}" không có liên kết nộp nào đang mở trong kỳ này.`);
    facts.push(...open.map((sharedLink) => endOf(sharedLink, standing, reason)));
  }
  return done(facts);
}

/** State of a unit's link: it cannot have a link, has none yet, has an open link, or its link was ended or expired. */
export interface UnitLink {
  readonly unit: string;
  readonly state: 'cannot' | 'none' | 'open' | 'ended' | 'expired';
  /**
   * ISO instant of Hanoi until which the open link is valid, or the last link was; null = there is none, or it was
   * ended.
   */
  readonly until: string | null;
  /** When the last link was ended: ISO instant of Hanoi, and why. */
  readonly ended: { readonly at: string; readonly reason: string } | null;
  /** ISO instant of Hanoi of the report that stands; null = none came. */
  readonly handedIn: string | null;
}

export function unitLinks(
  { movement, units, period }: Pick<LinksWanted, 'movement' | 'units' | 'period'>,
  standing: Standing,
  handedIn: readonly HandedIn[],
): readonly UnitLink[] {
  return onceEach(units).map(({ unit, audience }) => {
    const links = linksFor(standing, unit, period);
    const open = links.find(isOpen);
    const came = handedIn.findLast(({ link, replaced }) => !replaced && links.includes(link));
    const shown = open ?? latest(links);
    const { ended = null } = shown ?? {};
    const canHave = formFor(movement, audience, period) !== null;
    return {
      unit,
      state: open ? 'open' : !canHave ? 'cannot' : !shown ? 'none' : ended ? 'ended' : 'expired',
      until: shown && !ended ? hanoiTime(new Date(shown.fact.until)) : null,
      ended: ended && { at: hanoiTime(new Date(ended.at)), reason: ended.reason },
      handedIn: came ? hanoiTime(new Date(came.entry.content.at)) : null,
    };
  });
}

/** A unit listed twice gets a single link. */
function onceEach(units: Register): readonly { readonly unit: string; readonly audience: string }[] {
  const named = new Map<string, { readonly unit: string; readonly audience: string }>();
  for (const { name, audience } of units) {
    const unit = plainText(name.normalize('NFC')).trim();
    if (!named.has(squashKey(unit))) named.set(squashKey(unit), { unit, audience });
  }
  return [...named.values()];
}

/** The movement with only the unit's criteria set, because the unit's network may be weak. */
function formFor(movement: Movement, audience: string, period: Period): Uint8Array | null {
  const set = criteriaSetFor(movement, audience, period);
  const isBody = movement.audiences.some(({ kind, subject }) => kind === audience && subject === 'collective');
  return set && isBody ? new TextEncoder().encode(JSON.stringify({ ...movement, criteriaSets: [set] })) : null;
}

function linksFor({ links }: Standing, unit: string, period: Period): readonly SharedLink[] {
  const key = periodKey(period);
  return [...links.values()].filter(({ fact }) => fact.period === key && squashKey(fact.unit) === squashKey(unit));
}

export function isOpen({ ended, fact }: SharedLink): boolean {
  return ended === null && Date.parse(fact.until) > Date.now();
}

/** Reports handed in through the link until now still count. */
function endOf({ device }: SharedLink, { counting }: Standing, reason: string): Fact {
  const upTo = Math.max(0, ...counting.flatMap(({ content }) => (content.device === device ? content.n : [])));
  return { kind: 'link-end', device, upTo, reason };
}

/** The latest link: no other replaced it. */
function latest(links: readonly SharedLink[]): SharedLink | undefined {
  const followed = new Set(links.map(({ fact }) => fact.instead));
  return links.find(({ device }) => !followed.has(device));
}
