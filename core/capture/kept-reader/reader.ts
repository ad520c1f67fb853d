/** A kept definition as a reader like ours: the same contract, the same guarantees. */
import { parsePage } from '../parse-page.ts';
import type { Reader } from '../reader.ts';
import { addressText, isAddressOf } from './address.ts';
import type { KeptReader } from './definition.ts';
import { readKept } from './read.ts';

export function keptReader(definition: KeptReader): Reader {
  const { id, version, label, address, instead, tables } = definition;
  const named = tables.find(({ unit }) => unit.name !== null)?.unit.name;
  return {
    ...{ id, version, label, pages: addressText(address) },
    ...(instead === null ? {} : { instead }),
    ...(named == null ? {} : { unit: named }),
    matches: (captured) => isAddressOf(address, captured.url) && captured.body.includes('<'),
    read: (captured) => readKept(definition, parsePage(captured.body), captured),
  };
}
