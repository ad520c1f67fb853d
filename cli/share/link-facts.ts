/** The links an officer asks for, as facts, with what has to be given to each unit. */
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { type Period, periodKey } from '../../core/period/period.ts';
import type { Register } from '../../core/report/register.ts';
import { type Fact, LARGEST_FILE } from '../../core/share/fact.ts';
import type { Link } from '../../core/share/links.ts';
import { digestOf } from '../../core/share/segment.ts';
import type { Standing } from '../../core/share/standing.ts';
import { squashKey } from '../../core/text/text.ts';
import { linkDigest, newLinkKey } from '../../session/share/link-key.ts';
import { refuse } from '../usage-error.ts';
import type { GivenFacts } from './given-facts.ts';

/** Longest name of a unit that an entry carries. */
const LONGEST_NAME = 200;

interface LinksWanted {
  readonly movement: Movement;
  readonly units: Register;
  readonly period: Period;
  /** ISO instant. */
  readonly until: string;
  /** Gives a new link also where one is open, which then ends. */
  readonly again: boolean;
}

export interface NewLink {
  readonly unit: string;
  /** Stands behind `#` in the address. */
  readonly secret: string;
}

interface LinksMade extends GivenFacts {
  readonly links: readonly NewLink[];
  /** Units whose link is open already. */
  readonly open: readonly string[];
  /** Units without criteria in the period; households and persons, whose names are carried nowhere. */
  readonly without: readonly string[];
}

export async function linkFacts(wanted: LinksWanted, standing: Standing): Promise<LinksMade> {
  const { movement, units, period, until, again } = wanted;
  const facts: Fact[] = [];
  const files = new Map<string, Uint8Array>();
  const links: NewLink[] = [];
  const open: string[] = [];
  const without: string[] = [];
  const given = new Set<string>();
  for (const { name, audience } of units) {
    const unit = name.normalize('NFC').trim();
    if (unit.length > LONGEST_NAME) refuse(`Tên đơn vị dài quá ${LONGEST_NAME} ký tự: "${unit.slice(0, 40)}…".`);
    // Listed twice: one link, as both lines are one unit.
    if (given.has(squashKey(unit))) continue;
    given.add(squashKey(unit));
    const form = formFor(movement, audience, period);
    const earlier = linksFor(standing, unit, periodKey(period));
    const stillOpen = earlier.filter(isOpen);
    if (!form) without.push(unit);
    else if (stillOpen.length > 0 && !again) open.push(unit);
    else {
      const { secret, key } = await newLinkKey();
      const sha256 = digestOf(form);
      files.set(sha256, form);
      facts.push(...stillOpen.map((one) => endOf(one, standing, 'Cấp liên kết mới')), {
        ...{ kind: 'link', key, secret: linkDigest(secret), unit, audience, period: periodKey(period), until },
        form: { sha256, size: form.length },
        instead: latest(earlier)?.device ?? null,
      });
      links.push({ unit, secret });
    }
  }
  return { facts, files, notes: [], links, open, without };
}

/** Ends the open links of these units for the period. */
export function linkEnds(
  units: readonly string[],
  period: Period,
  reason: string,
  standing: Standing,
): readonly Fact[] {
  return units.flatMap((unit) => {
    const open = linksFor(standing, unit, periodKey(period)).filter(isOpen);
    if (open.length === 0) refuse(`"${unit}" không có liên kết nộp nào đang mở trong kỳ này.`);
    return open.map((one) => endOf(one, standing, reason));
  });
}

/** The movement with the one set asked for: a unit needs no other, and its network may be weak. */
function formFor(movement: Movement, audience: string, period: Period): Uint8Array | null {
  const set = criteriaSetFor(movement, audience, period);
  const isBody = movement.audiences.some(({ kind, subject }) => kind === audience && subject === 'collective');
  if (!set || !isBody) return null;
  const bytes = new TextEncoder().encode(JSON.stringify({ ...movement, criteriaSets: [set] }));
  return bytes.length <= LARGEST_FILE ? bytes : refuse('Bộ tiêu chí lớn quá 5 MB nên không đưa lên máy chủ được.');
}

function linksFor({ links }: Standing, unit: string, period: string): readonly Link[] {
  return [...links.values()].filter(({ fact }) => fact.period === period && squashKey(fact.unit) === squashKey(unit));
}

function isOpen({ upTo, fact }: Link): boolean {
  return upTo === Number.POSITIVE_INFINITY && Date.parse(fact.until) > Date.now();
}

/** What came in by it until now still counts. */
function endOf({ device }: Link, { counting }: Standing, reason: string): Fact {
  const upTo = Math.max(0, ...counting.flatMap(({ said }) => (said.device === device ? said.n : [])));
  return { kind: 'link-end', device, upTo, reason };
}

/** The one no other was given in place of. */
function latest(links: readonly Link[]): Link | undefined {
  const followed = new Set(links.map(({ fact }) => fact.instead));
  return links.find(({ device }) => !followed.has(device));
}
