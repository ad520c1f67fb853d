/**
 * Links made on this machine, stored until they end, so that the papers can be made again after the page was closed. As
 * secret as the links themselves (docs/security.md).
 */
import * as z from 'zod/mini';
import { parsePeriod, periodKey } from '../../core/base/period/period.ts';
import type { Standing } from '../../core/share/standing.ts';
import { linkDigest } from '../../session/share/link-key.ts';
import type { AboutLinks } from '../../session/share/link-papers.ts';
import { isOpen, type NewLink } from '../../session/share/unit-links.ts';
import { keep, readStored } from '../browser-store.ts';

const keptSchema = z.array(
  z.object({
    ...{ unit: z.string(), secret: z.string(), title: z.string(), origin: z.string(), until: z.string() },
    period: z.string().check(z.refine((text) => parsePeriod(text) !== undefined)),
    /** The server has it; before that it must not be handed to anybody. */
    arrived: z.boolean(),
  }),
);
export type BrowserLink = z.infer<typeof keptSchema>[number];

const keyOf = (space: string) => `lien-ket-nop ${space}`;

/** The links stored last. */
export async function storedLinks(space: string): Promise<readonly BrowserLink[]> {
  return keptSchema.safeParse(await readStored(keyOf(space))).data ?? [];
}

let changing: Promise<unknown> = Promise.resolve();

/** One change after the other: none is lost to what was read before it. Where this browser keeps nothing it is gone. */
export function changeLinks(
  space: string,
  change: (links: readonly BrowserLink[]) => readonly BrowserLink[],
): Promise<unknown> {
  changing = changing.then(async () => keep(keyOf(space), change(await storedLinks(space))));
  return changing;
}

export function newStoredLinks(
  links: readonly NewLink[],
  { movement, period, origin, until }: AboutLinks,
): BrowserLink[] {
  const about = { title: movement.title, period: periodKey(period), origin, until };
  return links.map(({ unit, secret }) => ({ unit, secret, ...about, arrived: false }));
}

/** Those still open in the book; `arrived` = the server has all the book holds here. */
export function standingLinks(kept: readonly BrowserLink[], { links }: Standing, arrived: boolean): BrowserLink[] {
  const open = new Set([...links.values()].filter(isOpen).map(({ fact }) => fact.secret));
  return kept
    .filter(({ secret }) => open.has(linkDigest(secret)))
    .map((item) => ({ ...item, arrived: item.arrived || arrived }));
}

/** Links grouped by those made together, for the same period and until the same day. */
export function toShow(kept: readonly BrowserLink[]): readonly { links: readonly NewLink[]; about: AboutLinks }[] {
  const groups = new Map<string, { links: NewLink[]; about: AboutLinks }>();
  for (const { unit, secret, title, origin, until, period: key, arrived } of kept) {
    const period = parsePeriod(key);
    if (!arrived || !period) continue;
    const name = JSON.stringify([title, origin, until, key]);
    const group = groups.get(name) ?? { links: [], about: { movement: { title }, period, origin, until } };
    group.links.push({ unit, secret });
    groups.set(name, group);
  }
  return [...groups.values()];
}
