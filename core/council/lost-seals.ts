/**
 * Entries at the end of a sealed log that are missing or no longer match their seal. An entry is confirmed by the rows
 * after it; the content of a lost last entry cannot be recovered.
 */
import type { Ancestry } from './ancestry.ts';
import { canonicalJson } from './canonical-json.ts';
import { digest } from './seal.ts';
import type { SealedReading } from './sealed-table.ts';
import { sha256 } from './sha256.ts';

/** `known` = seals noted in the settings; where they are gone too, the changed rows themselves tell. */
export function lostSeals<T extends Ancestry>(
  { log, edited }: SealedReading<T>,
  known: readonly string[],
): readonly string[] {
  const spokenFor = new Set(log.flatMap(({ hash, previous }) => [hash, ...previous]));
  const ends = known.length > 0 ? known : edited.map(({ seal, cells }) => seal || canonicalJson(cells.map(String)));
  return [...new Set(ends.map(asDigest))].filter((seal) => !spokenFor.has(seal));
}

/** A text that is no digest any more still needs a digest to refer to it. */
function asDigest(seal: string): string {
  return digest.safeParse(seal).success ? seal : sha256(seal);
}
