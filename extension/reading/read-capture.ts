/** From a stored raw capture to what it says for one unit and period, against the last time. Read anew each time: nothing read is trusted from elsewhere. */
import { type PartReading, readParts } from '../../core/capture/read-parts.ts';
import type { Reader } from '../../core/capture/reader.ts';
import { unitKey } from '../../core/capture/unit-match.ts';
import type { Observation } from '../../core/indicator/observation.ts';
import { type Period, periodKey } from '../../core/indicator/period.ts';
import { indicatorTargets } from '../../core/indicator/targets.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { Preview } from '../messages/contract.ts';
import { lastOfSeries, partBodies } from '../store/captures.ts';
import type { Store } from '../store/db.ts';
import type { CaptureRecord, Draft } from '../store/records.ts';
import { seriesKey } from '../store/series.ts';
import { allReaders } from './all-readers.ts';
import { type Choice, choose } from './choose.ts';
import { measured, sameFigures } from './compare.ts';

type Last = Awaited<ReturnType<typeof lastOfSeries>>;

export type CaptureRead =
  | { readonly kind: 'evidence-changed' }
  | { readonly kind: 'not-found'; readonly reason: string }
  | {
      readonly kind: 'found';
      readonly reader: Reader;
      readonly choice: Choice;
      /** Without unit or period: empty name, null. Such observations are shown, never confirmed. */
      readonly observations: readonly Observation[];
      readonly last: Last;
    };

export async function readCapture(
  db: Store,
  record: CaptureRecord,
  mine: string,
  draft: Draft | null,
): Promise<CaptureRead> {
  const bodies = await partBodies(db, record);
  if (!bodies) return { kind: 'evidence-changed' };
  const found = readParts(
    record.parts.map(({ url, request }, index) => ({ url, request, at: record.at, body: bodies[index] ?? '' })),
    await allReaders(db),
  );
  if (found.kind === 'not-found') return found;
  const choice = choose(found, mine, draft, found.reader.unit);
  const { unit, period, readings } = choice;
  const observations = unit ? readings.map((one) => observation(record, found.reader, one, unit.name, period)) : [];
  const last =
    unit && period ? await lastOfSeries(db, seriesKey(found.source, unitKey(unit), periodKey(period))) : null;
  return { kind: 'found', reader: found.reader, choice, observations, last };
}

/** The capture that already holds exactly these figures. */
export function duplicateOf(observations: readonly Observation[], last: Last): string | null {
  return last && observations.length > 0 && sameFigures(observations, last.observations) ? last.captureId : null;
}

const MOST_UNITS = 500;

/** Tables of the 2026 portal that together are a unit's whole evaluation. */
const CALLS = 7;

/** `movement` = what the figures are held against on the day `today`. */
export function previewOf(
  record: CaptureRecord,
  read: Exclude<CaptureRead, { kind: 'evidence-changed' }>,
  movement: Movement | undefined,
  today: string,
): Preview {
  const heard = new Set(
    record.parts.filter(({ kind }) => kind === 'answer').map(({ url }) => url.replace(/\?.*$/, '')),
  );
  const askable = isPortalPage(record.url) && heard.size < CALLS;
  if (read.kind === 'not-found') return { ...read, askable };
  const { reader, choice, observations, last } = read;
  const { unit, period } = choice;
  return {
    kind: 'found',
    label: reader.label,
    reader: { id: reader.id, version: reader.version },
    units: choice.units.slice(0, MOST_UNITS).map((one) => ({ key: unitKey(one), name: one.name })),
    unit: unit && { key: unitKey(unit), name: unit.name, mine: choice.mine },
    period: period && periodKey(period),
    periodSaid: choice.periodSaid,
    periods: choice.periods.map(periodKey),
    figures: measured(
      observations,
      last?.observations ?? null,
      movement ? indicatorTargets(movement, today) : [],
      today,
    ),
    movement: movement?.title ?? null,
    lastAt: last?.at ?? null,
    duplicateOf: duplicateOf(observations, last),
    warnings: [
      ...(askable ? [`Cổng mới trả lời ${heard.size} trong ${CALLS} bảng: số liệu chưa đủ.`] : []),
      ...choice.warnings,
      ...record.unread.map((url) => `Có khung của trang khác chưa đọc được: ${url}`),
    ],
    askable,
  };
}

/** The 2026 portal, whose figures stand in its own answers only; its old pages are read as they are. */
export function isPortalPage(url: string): boolean {
  return /^https:\/\/dichvucong\.gov\.vn(?::\d+)?\/(?!p\/home\/)/.test(url);
}

function observation(
  record: CaptureRecord,
  reader: Reader,
  { part, period: said, unit, ...figures }: PartReading,
  name: string,
  period: Period | null,
): Observation {
  const from = record.parts[part];
  const of = said ?? period;
  return {
    ...figures,
    unit: unit.name === '' ? { ...unit, name } : unit,
    period: of && periodKey(of),
    provenance: {
      url: from?.url ?? record.url,
      request: from?.request ?? null,
      capturedAt: record.at,
      reader: { id: reader.id, version: reader.version },
      contentHash: from?.hash ?? '',
      screenshotHash: record.picture,
      correctedByHand: false,
    },
  };
}
