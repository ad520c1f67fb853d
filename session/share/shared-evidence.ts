/** Evidence between this workbook and a shared book: what comes from it, and what this machine brings to it. */
import { type Period, periodKey } from '../../core/base/period/period.ts';
import type { PlacedEvidence } from '../../core/report/evidence/evidence-file.ts';
import type { Carrier } from '../../core/share/carrier.ts';
import type { Fact } from '../../core/share/fact.ts';
import { MOST_PIECES, PIECE } from '../../core/share/pieces.ts';
import type { Shared } from '../../core/share/shared.ts';
import { tidyName } from '../../core/share/tidy-name.ts';
import { namedBytes, takeWhole } from '../../core/share/whole-file.ts';
import { digestOf } from '../evidence/digest-of.ts';
import type { GivenFile } from '../evidence/read-files.ts';

/** The files this browser stores, by their digests. */
export type StoredBytes = (hash: string) => Promise<Uint8Array | null>;

interface EvidenceOfPeriod {
  readonly evidence: readonly PlacedEvidence[];
  readonly period: Period | null;
}

/**
 * Files of the workbook's own period that it does not list yet, or whose bytes are not here, each with its unit and
 * criterion. Sealed files and files that have not arrived are left out.
 */
export async function sharedEvidenceFiles(
  { evidence, sealed }: Pick<Shared, 'evidence' | 'sealed'>,
  { evidence: listed, period }: EvidenceOfPeriod,
  take: Carrier['take'],
  stored: StoredBytes,
): Promise<readonly GivenFile[]> {
  const standing = new Set(listed.map(({ unit, criterion, hash }) => keyOf(unit, criterion, hash)));
  const files: GivenFile[] = [];
  for (const { unit, period: asked, criterion, file } of evidence) {
    if ((period !== null && periodKey(period) !== asked) || sealed.has(file.sha256)) continue;
    const isListed = standing.has(keyOf(unit, criterion, file.sha256));
    if (isListed && (await stored(file.sha256)) !== null) continue;
    const taken = await takeWhole(take, file);
    if (taken.ok && taken.value)
      files.push({
        name: `${unit}/${criterion} ${file.name}`,
        bytes: taken.value,
        place: { unit, criteria: [criterion] },
      });
  }
  return files;
}

interface EvidenceFacts {
  readonly facts: readonly Fact[];
  /** Bytes of a fact's file, or of its pieces, by digest. */
  readonly read: (fact: Fact) => Promise<ReadonlyMap<string, Uint8Array>>;
  /** Vietnamese sentences on files that are not shared, with the reason. */
  readonly left: readonly string[];
}

/** What of the workbook's list nobody has shared yet. Files that lie on another machine are its to share. */
export async function evidenceFacts(
  listed: readonly PlacedEvidence[],
  period: Period | null,
  known: Pick<Shared, 'evidence'>,
  stored: StoredBytes,
): Promise<EvidenceFacts> {
  const held = new Set(known.evidence.map(({ unit, criterion, file }) => keyOf(unit, criterion, file.sha256)));
  const facts: Fact[] = [];
  const large = new Set<string>();
  for (const { unit, criterion, hash, name, size } of period === null ? [] : listed) {
    if (held.has(keyOf(unit, criterion, hash))) continue;
    if (size > MOST_PIECES * PIECE) large.add(name);
    const bytes = size > MOST_PIECES * PIECE ? null : await stored(hash);
    if (bytes === null || period === null) continue;
    const { named } = await namedBytes(bytes, digestOf);
    if (named.sha256 !== hash) continue;
    const file = { name: tidyName(name.split('/').at(-1) ?? name) || 'tep', ...named };
    facts.push({ kind: 'evidence', unit, period: periodKey(period), criterion, file });
  }
  const left = [...large].map((name) => `Minh chứng "${name}" lớn hơn 20 MB nên không đưa vào sổ chung.`);
  const read = async (fact: Fact) => {
    const bytes = fact.kind === 'evidence' ? await stored(fact.file.sha256) : null;
    const pieces = bytes ? (await namedBytes(bytes, digestOf)).pieces : [];
    return new Map(pieces.map((piece) => [piece.digest, piece.bytes]));
  };
  return { facts, read, left };
}

function keyOf(unit: string, criterion: string, hash: string): string {
  return JSON.stringify([unit, criterion, hash]);
}
