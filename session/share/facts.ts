/** Facts that a machine has to share and no machine has shared yet. */
import { isAppraisal } from '../../core/council/entry-kinds.ts';
import type { Log } from '../../core/council/log.ts';
import type { SessionLog } from '../../core/council/session-log.ts';
import type { VoteLog } from '../../core/council/vote-log.ts';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import type { Fact, FileFact } from '../../core/share/fact.ts';
import { digestOf, LARGEST_FILE } from '../../core/share/named-bytes.ts';
import type { Shared, SharedFile } from '../../core/share/shared.ts';
import { tidyName } from '../../core/share/tidy-name.ts';
import type { Additions } from './take-part.ts';

/** The council's record, as a workbook or a file holds it. */
export interface CouncilLogs {
  readonly log: Log;
  readonly votes: VoteLog;
  readonly sessions: SessionLog;
}

interface IncomingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface FileFacts extends Additions {
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
}

/** A new file replaces a shared file with the same name. */
export function fileFacts(
  kind: FileFact['kind'],
  given: readonly IncomingFile[],
  known: readonly SharedFile[],
): FileFacts {
  const files = new Map<string, Uint8Array>();
  const refused: { file: string; reason: string }[] = [];
  const facts: Fact[] = [];
  const ofKind = known.filter((sharedFile) => sharedFile.kind === kind);
  const digests = new Set(ofKind.map(({ sha256 }) => sha256));
  for (const { name: file, bytes } of given) {
    const name = tidyName(file);
    const sha256 = digestOf(bytes);
    if (bytes.length > LARGEST_FILE) refused.push({ file, reason: TOO_LARGE });
    if (bytes.length > LARGEST_FILE || digests.has(sha256)) continue;
    digests.add(sha256);
    const earlier = ofKind.filter((sharedFile) => sharedFile.name === name);
    // Of two that stand side by side under this name neither is chosen for the officer.
    const [only] = earlier.length === 1 ? earlier : [];
    facts.push({ kind, file: { name, sha256, size: bytes.length, replaces: only?.hash ?? null } });
    files.set(sha256, bytes);
  }
  return { facts, files, refused };
}

const TOO_LARGE = 'Tệp lớn hơn 5 MB nên không đưa vào sổ chung; hãy bỏ bớt ảnh trong tệp.';

export function councilFacts({ log, votes, sessions }: CouncilLogs, known: CouncilLogs): readonly Fact[] {
  const held = new Set([...known.log, ...known.votes, ...known.sessions].map(({ hash }) => hash));
  return [
    ...log
      .filter(({ hash }) => !held.has(hash))
      .map((entry): Fact => ({ kind: isAppraisal(entry.kind) ? 'appraisal' : 'decision', entry })),
    ...votes.filter(({ hash }) => !held.has(hash)).map((entry): Fact => ({ kind: 'vote', entry })),
    ...sessions.filter(({ hash }) => !held.has(hash)).map((entry): Fact => ({ kind: 'session', entry })),
  ];
}

export function captureFacts(
  observations: readonly Observation[],
  known: Pick<Shared, 'observations'>,
): readonly Fact[] {
  const held = new Set(known.observations.map(figureKey));
  return observations
    .filter((observation) => !held.has(figureKey(observation)))
    .map((observation) => ({ kind: 'observation', observation }));
}

/**
 * Equal for a figure and its copy read back from a sheet, where an absent field may have become null, or the other way.
 */
function figureKey({ indicator, unit, period, provenance, ...figure }: Observation): string {
  const { value, max = null, numerator = null, denominator = null } = figure;
  const of = unit.code ?? unit.id ?? unit.name;
  return JSON.stringify([indicator, of, period, value, max, numerator, denominator, provenance.capturedAt]);
}
