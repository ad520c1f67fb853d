/** A kept definition as a reader like the built-in readers: the same contract, the same guarantees. */
import { addressPairs, ROUTE } from '../address-pairs.ts';
import { pageOf } from '../parse-page.ts';
import type { KnownConditions } from '../question.ts';
import type { Reader } from '../reader.ts';
import { addressParts, addressText, isAddressOf, isTelling } from './address.ts';
import type { TaughtReader } from './definition.ts';
import { readTaught } from './read.ts';

export function taughtReader(definition: TaughtReader): Reader {
  const { id, version, label, address, instead, tables } = definition;
  const named = tables.find(({ unit }) => unit.name !== null)?.unit.name;
  return {
    ...{ id, version, label, pages: addressText(address) },
    ...{ source: null, sourceName: label },
    ...(instead === null ? {} : { instead }),
    ...(named == null ? {} : { unit: named }),
    knownConditions: ({ url }) => knownIn(definition, url),
    matches: (captured) => isAddressOf(address, captured.url) && captured.body.includes('<'),
    read: (captured) => readTaught(definition, pageOf(captured), captured),
  };
}

/**
 * The parameters that the address had when the officer made the reader, and those that only choose time or page; any
 * other condition is unknown.
 */
function knownIn({ address, free }: TaughtReader, url: string): KnownConditions {
  const stored = new Set([...address.query.map(({ name }) => name), ...(free ?? [])]);
  const query = addressParts(url)?.query;
  const pairs = addressPairs(url);
  // What stands behind the `#` is held by the address itself.
  const isHeld = (name: string) => !query?.has(name) && `${address.path}${address.fragment}`.includes(name);
  const isOwnRoute = (value: string) =>
    value.split('/').every((step) => `${address.path}/${address.fragment}`.split(/[/#!]+/).includes(step));
  const isKnown = (name: string, value: string) =>
    name === ROUTE ? isOwnRoute(value) : stored.has(name) || !isTelling(name, value) || isHeld(name);
  const known = pairs.filter(([name, value]) => (free === undefined && query?.has(name)) || isKnown(name, value));
  return new Map(known.map(([name]) => [name.toLowerCase(), /^/]));
}
