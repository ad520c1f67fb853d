/** What the command was given to share, as facts: only what nobody has shared yet. */
import { basename } from 'node:path';
import { type SentResult, sentResultSchema } from '../../core/commune/sent-result.ts';
import { canonicalJson, type Plain } from '../../core/council/canonical-json.ts';
import { isAppraisal } from '../../core/council/entry-kinds.ts';
import type { Observation } from '../../core/indicator/observation.ts';
import { type Fact, type FileFact, LARGEST_FILE } from '../../core/share/fact.ts';
import { digestOf } from '../../core/share/segment.ts';
import { keyOf, type Shared, type SharedFile } from '../../core/share/shared.ts';
import type { Standing } from '../../core/share/standing.ts';
import { jsonIn } from '../json-in.ts';
import type { LoadedCouncil } from '../load-council.ts';
import { loadFile, loadInput } from '../load-file.ts';
import { fromUser } from '../paths.ts';
import { refuse } from '../usage-error.ts';
import { type Named, walk } from '../walk.ts';

export interface GivenFacts {
  readonly facts: readonly Fact[];
  /** Bytes of the files the facts name, by digest. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly notes: readonly Named[];
}

/** A new file of a name that is shared already takes that one's place. */
export function fileFacts(kind: FileFact['kind'], typed: readonly string[], known: readonly SharedFile[]): GivenFacts {
  const files = new Map<string, Uint8Array>();
  const notes: Named[] = [];
  const facts: Fact[] = [];
  if (typed.length === 0) return { facts, files, notes };
  const walked = walk(typed.map(fromUser));
  notes.push(...walked.unreadable, ...walked.notReports);
  const ofKind = known.filter((one) => one.kind === kind);
  const digests = new Set(ofKind.map(({ sha256 }) => sha256));
  for (const input of walked.inputs) {
    const loaded = loadInput(input);
    const name = basename(input.name).normalize('NFC');
    const trouble = !loaded.ok ? loaded.refusal.message : loaded.value.length > LARGEST_FILE ? TOO_LARGE : null;
    if (!loaded.ok || trouble !== null) {
      notes.push({ file: input.name, reason: trouble ?? '' });
      continue;
    }
    const sha256 = digestOf(loaded.value);
    if (digests.has(sha256)) continue;
    digests.add(sha256);
    const earlier = ofKind.filter((one) => one.name === name);
    // Of two that stand side by side under this name neither is chosen for the officer.
    const [only] = earlier.length === 1 ? earlier : [];
    facts.push({ kind, file: { name, sha256, size: loaded.value.length, replaces: only?.hash ?? null } });
    files.set(sha256, loaded.value);
  }
  return { facts, files, notes };
}

const TOO_LARGE = 'Tệp lớn hơn 5 MB nên không đưa vào sổ chung; hãy bỏ bớt ảnh trong tệp.';

export function councilFacts({ log, votes, sessions }: LoadedCouncil, known: Shared): readonly Fact[] {
  const held = new Set([...known.log, ...known.votes, ...known.sessions].map(({ hash }) => hash));
  return [
    ...log
      .filter(({ hash }) => !held.has(hash))
      .map((entry): Fact => ({ kind: isAppraisal(entry.kind) ? 'appraisal' : 'decision', entry })),
    ...votes.filter(({ hash }) => !held.has(hash)).map((entry): Fact => ({ kind: 'vote', entry })),
    ...sessions.filter(({ hash }) => !held.has(hash)).map((entry): Fact => ({ kind: 'session', entry })),
  ];
}

export function captureFacts(observations: readonly Observation[], known: Shared): readonly Fact[] {
  const held = new Set(known.observations.map(keyOf));
  return observations
    .filter((one) => !held.has(keyOf(one)))
    .map((observation) => ({ kind: 'observation', observation }));
}

/** Out of files of `score --results`; what this machine said last of a period is not said again. */
export function resultFacts(typed: readonly string[], device: string, { counting }: Standing): readonly Fact[] {
  const last = new Map<string, string>();
  for (const { said } of counting)
    if (said.device === device && said.fact?.kind === 'result')
      last.set(said.fact.result.period, keyOfResult(said.fact.result));
  return typed.flatMap((path): readonly Fact[] => {
    const loaded = loadFile(fromUser(path));
    if (!loaded.ok) return refuse(`Không đọc được "${path}": ${loaded.refusal.message}`);
    const read = sentResultSchema.safeParse(jsonIn(loaded.value));
    if (!read.success) return refuse(`"${path}" không phải tệp kết quả của xã do lệnh score --results ghi ra.`);
    const key = keyOfResult(read.data);
    if (last.get(read.data.period) === key) return [];
    last.set(read.data.period, key);
    return [{ kind: 'result', result: read.data }];
  });
}

function keyOfResult(result: SentResult): string {
  return canonicalJson(JSON.parse(JSON.stringify(result)) as Plain);
}
