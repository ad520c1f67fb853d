/**
 * Checks a backup's confirmed captures against their evidence, because anybody may have made or changed the file. A
 * capture whose evidence does not yield its figures comes in as waiting for confirmation, never as confirmed; its
 * claimed figures go into its draft for the officer to look at. A correction by hand needs the figure of the evidence
 * beside it.
 */

import { periodKey } from '../../core/base/period/period.ts';
import { formatNumber } from '../../core/base/quantity/points.ts';
import type { Reader } from '../../core/portal/capture/reader.ts';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import { readBodies } from '../reading/read-bodies.ts';
import { figureCorrections, periodCorrection } from '../store/corrections.ts';
import type { CaptureRecord, FigureCorrection } from '../store/records.ts';
import { ofWantedPeriod, unitKeyOf } from '../store/series.ts';

/** `bodies` = of its parts, in order, each sound by its hash; undefined = not all are there. */
export function asEvidenceSays(
  record: CaptureRecord,
  bodies: readonly string[] | undefined,
  readers: readonly Reader[],
): CaptureRecord {
  const isSettled = record.state === 'confirmed' || record.state === 'corrected';
  return !isSettled || (bodies && isGiven(record, bodies, readers)) ? record : waitingAgain(record);
}

function isGiven(record: CaptureRecord, bodies: readonly string[], readers: readonly Reader[]): boolean {
  const [first] = record.observations;
  if (!first?.period) return false;
  // Any period can be requested: a period other than the page's is only believed when it is recorded as a correction by
  // hand.
  const byHand = periodCorrection(record.corrections);
  // On a page that names no unit, the officer typed a name; on any other page the unit has a key.
  return [unitKeyOf(first.unit), first.unit.name].some((unit) => {
    const read = readBodies(record, bodies, readers, {
      mine: '',
      draft: { unit, period: first.period, values: {}, reason: '' },
    });
    if (read.kind === 'not-found') return false;
    const { readPeriod } = read.choice;
    if ((readPeriod && periodKey(readPeriod)) !== (byHand?.read ?? null)) return false;
    if (byHand !== undefined && byHand.value !== first.period) return false;
    const reread = new Map(
      [...read.observations, ...read.course].map((observation) => [figureKey(observation), observation]),
    );
    const corrections = new Map(
      figureCorrections(record.corrections).map((figureCorrection) => [figureCorrection.indicator, figureCorrection]),
    );
    return record.observations.every((observation) => {
      const correction = observation.period === first.period ? corrections.get(observation.indicator) : undefined;
      return isSame(observation, reread.get(figureKey(observation)), correction);
    });
  });
}

function figureKey({ indicator, period }: Observation): string {
  return JSON.stringify([indicator, period]);
}

function isSame(
  observation: Observation,
  reread: Observation | undefined,
  correction: FigureCorrection | undefined,
): boolean {
  if (!reread || saidOf(observation) !== saidOf(reread)) return false;
  if (correction !== undefined) {
    return isByHand(observation) && correction.read === reread.value && correction.value === observation.value;
  }
  return isByHand(observation) === isByHand(reread) && figuresIn(observation) === figuresIn(reread);
}

/** Absent in what was stored first. */
function isByHand({ provenance }: Observation): boolean {
  return provenance.correctedByHand === true;
}

/** Whose, of when and from where. */
function saidOf({ unit, period, max, provenance }: Observation): string {
  const { url, request, capturedAt, reader, contentHash } = provenance;
  return JSON.stringify([
    ...[unit.id ?? null, unit.code ?? null, unit.name, period, max ?? null],
    ...[url, request ?? null, capturedAt, reader.id, contentHash],
  ]);
}

function figuresIn({ value, numerator, denominator }: Observation): string {
  return JSON.stringify([value, numerator ?? null, denominator ?? null]);
}

function waitingAgain(record: CaptureRecord): CaptureRecord {
  const [first] = record.observations;
  const values = ofWantedPeriod(record.observations).map(({ indicator, value }) => [
    indicator,
    value === null ? '' : formatNumber(value),
  ]);
  const draft = first && {
    ...{ unit: unitKeyOf(first.unit), period: first.period, values: Object.fromEntries(values) },
    reason: record.corrections.find(({ reason }) => reason !== '')?.reason ?? '',
  };
  return { ...record, state: 'raw', draft: draft ?? null, observations: [], corrections: [] };
}
