/** What the bodies of a capture say for one unit and period, and nothing of what was confirmed before. Pure. */

import { periodKey } from '../../core/base/period/period.ts';
import type { PartReading, PartsRead } from '../../core/portal/capture/read-parts.ts';
import type { Reader, Slowest } from '../../core/portal/capture/reader.ts';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import type { CaptureDraft, CaptureRecord } from '../store/records.ts';
import { type CaptureChoice, choose } from './choose.ts';
import { isTooOld, tooOldText } from './heard-time.ts';
import { readOnce } from './read-once.ts';

export type BodiesRead =
  | { readonly kind: 'not-found'; readonly reason: string }
  | {
      readonly kind: 'found';
      readonly reader: Reader;
      readonly source: string;
      readonly choice: CaptureChoice;
      /** Without unit or period: empty name, null. Such observations are shown, never confirmed. */
      readonly observations: readonly Observation[];
      /** Months of the same unit before the requested period. */
      readonly course: readonly Observation[];
      readonly slowest: Slowest | null;
    };

type CapturedBodies = Pick<CaptureRecord, 'at' | 'url' | 'parts' | 'picture'>;

interface OfficerInput {
  /** The officer's own unit, empty when not set. */
  readonly mine: string;
  readonly draft: CaptureDraft | null;
  /** Keys of the site's questions answered with yes. */
  readonly siteAnswers?: ReadonlySet<string>;
}

/** `bodies` = of the record's parts, in order. */
export function readBodies(
  record: CapturedBodies,
  bodies: readonly string[],
  readers: readonly Reader[],
  { mine, draft, siteAnswers = new Set() }: OfficerInput,
): BodiesRead {
  const answered = new Set([...siteAnswers, ...(draft?.answers ?? [])]);
  const read = readFresh(record, bodies, readers, answered);
  const tooOld = tooOldText(record);
  if (read.kind === 'not-found') return tooOld === null ? read : { kind: 'not-found', reason: tooOld };
  const { reader, source } = read;
  const found = { ...read, warnings: tooOld === null ? read.warnings : [tooOld, ...read.warnings] };
  const choice = choose(found, mine, draft, reader.unit);
  const { unit, readings } = choice;
  const observed = (all: readonly PartReading[]) =>
    unit ? all.map((partReading) => observation(record, reader, partReading, unit.name, choice)) : [];
  const [observations, course] = [observed(readings), observed(choice.course)];
  return { kind: 'found', reader, source, choice, observations, course, slowest: read.slowest ?? null };
}

/**
 * Of the parts that are not too old, what all of them say; `part` = which of the record's it is. Questions with the keys
 * in `answered` are left out.
 */
export function readFresh(
  record: Pick<CapturedBodies, 'at' | 'parts'>,
  bodies: readonly string[],
  readers: readonly Reader[],
  answered: ReadonlySet<string> = new Set(),
): PartsRead {
  const fresh = record.parts.flatMap((part, index) =>
    part.kind === 'file' || isTooOld(part, record) ? [] : { part, index },
  );
  const captured = fresh.map(({ part: { url, request, at = record.at }, index }) => ({
    ...{ url, request, at, body: bodies[index] ?? '' },
  }));
  const read = readOnce(captured, readers);
  if (read.kind === 'not-found') return read;
  return {
    ...read,
    questions: read.questions.filter(({ key }) => !answered.has(key)),
    readings: read.readings.map((partReading) => ({ ...partReading, part: fresh[partReading.part]?.index ?? -1 })),
  };
}

function observation(
  record: CapturedBodies,
  reader: Reader,
  { part, period: said, unit, course: _course, ...figures }: PartReading,
  name: string,
  { period, readPeriod }: Pick<CaptureChoice, 'period' | 'readPeriod'>,
): Observation {
  const from = record.parts[part];
  const of = readPeriod ? period : (said ?? period);
  return {
    ...figures,
    unit: unit.name === '' ? { ...unit, name } : unit,
    period: of && periodKey(of),
    provenance: {
      url: from?.url ?? record.url,
      request: from?.request ?? null,
      // What was heard before the press is no younger than it is.
      capturedAt: from?.at ?? record.at,
      reader: { id: reader.id, version: reader.version },
      contentHash: from?.hash ?? '',
      screenshotHash: record.picture,
      correctedByHand: readPeriod !== null,
    },
  };
}
