/**
 * From a stored raw capture to its figures for a single unit and period, compared with the last ones. Read again each
 * time: a result from elsewhere is never trusted.
 */

import { type Period, parsePeriod, periodKey, periodName } from '../../core/base/period/period.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { CapturedUnit } from '../../core/portal/capture/reader.ts';
import type { Province } from '../../core/portal/capture/readers/national-2026/provinces.ts';
import { provincesHeard } from '../../core/portal/capture/readers/national-2026/provinces-heard.ts';
import { unitKey } from '../../core/portal/capture/unit-match.ts';
import { findIndicator } from '../../core/portal/indicator/catalogue.ts';
import { dateLine } from '../../core/portal/indicator/date-line.ts';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import { indicatorTargets } from '../../core/portal/indicator/targets.ts';
import type { Preview } from '../messages/contract.ts';
import { lastOfSeries, partBodies } from '../store/captures.ts';
import type { Store } from '../store/db.ts';
import type { CaptureDraft, CaptureRecord } from '../store/records.ts';
import { seriesKey } from '../store/series.ts';
import { latestFigures } from '../store/series-history.ts';
import { answersFor } from '../store/site-answers.ts';
import { allReaders } from './all-readers.ts';
import type { CaptureChoice } from './choose.ts';
import { measured, sameFigures, sinceText } from './compare.ts';
import { heardText, isTooOld } from './heard-time.ts';
import { ownQuestions } from './own-questions.ts';
import { NOTHING_SHOWN, type PageShown, pageShown } from './page-shown.ts';
import { previousPeriod } from './previous-period.ts';
import { type BodiesRead, readBodies } from './read-bodies.ts';

type Last = Awaited<ReturnType<typeof lastOfSeries>>;

export type CaptureRead =
  | { readonly kind: 'evidence-changed' }
  | (Extract<BodiesRead, { kind: 'not-found' }> & {
      readonly provinces: readonly Province[];
      readonly shown: PageShown;
    })
  | (Extract<BodiesRead, { kind: 'found' }> & {
      readonly provinces: readonly Province[];
      readonly shown: PageShown;
      readonly last: Last;
      /**
       * The last figure of each indicator of the same period, from whichever capture has it: a capture with two of the
       * seven tables does not hide the other five.
       */
      readonly pressed: readonly Observation[];
      /** ISO instant of the latest of them; null = none. */
      readonly pressedAt: string | null;
      /** What the figures are held against: those of the period before; of the same period where there are none. */
      readonly before: readonly Observation[];
      /** Text form of the period `before` is of; null = there is nothing to compare with. */
      readonly beforePeriod: string | null;
    });

export async function readCapture(
  db: Store,
  record: CaptureRecord,
  mine: string,
  draft: CaptureDraft | null,
): Promise<CaptureRead> {
  const bodies = await partBodies(db, record);
  if (!bodies) return { kind: 'evidence-changed' };
  const siteAnswers = await answersFor(db, record.url);
  const read = readBodies(record, bodies, await allReaders(db), { mine, draft, siteAnswers });
  const provinces = provincesIn(record, bodies);
  const shown = isPortalPage(record.url) ? pageShown(record, bodies) : NOTHING_SHOWN;
  if (read.kind === 'not-found') return { ...read, provinces, shown };
  const {
    source,
    choice: { unit, period },
  } = read;
  const series = unit && period ? seriesKey(source, unitKey(unit), periodKey(period)) : null;
  const last = series === null ? null : await lastOfSeries(db, series);
  const own = series === null ? [] : await latestFigures(db, series);
  const earlier = unit && period ? previousPeriod(periodKey(period)) : null;
  const earlierSeries = unit && earlier !== null ? seriesKey(source, unitKey(unit), earlier) : null;
  const others = earlierSeries === null ? [] : await latestFigures(db, earlierSeries);
  const compared = others.length > 0 ? others : own;
  const beforePeriod = compared.length === 0 ? null : others.length > 0 ? earlier : periodKeyOf(period);
  return {
    ...{ ...read, provinces, shown, last, beforePeriod },
    pressed: own.map((figure) => figure.observation),
    pressedAt: own[0]?.at ?? null,
    before: compared.map((figure) => figure.observation),
  };
}

/** Provinces that the answers name, each once, with its last name. */
function provincesIn({ parts }: CaptureRecord, bodies: readonly string[]): readonly Province[] {
  const named = parts.flatMap(({ kind, request }, index) =>
    kind === 'answer' && request !== null ? provincesHeard(request, bodies[index] ?? '') : [],
  );
  return [...new Map(named.map((province) => [province.id, province])).values()];
}

/** The capture that already holds exactly these figures. */
export function duplicateOf(observations: readonly Observation[], last: Last): string | null {
  return last && observations.length > 0 && sameFigures(observations, last.observations) ? last.captureId : null;
}

function periodKeyOf(period: Period | null): string | null {
  return period && periodKey(period);
}

/** `tháng 8 năm 2025`, or that it is an earlier press for the same period. */
function basisText(before: string | null, now: string | null): string | null {
  if (before === null) return null;
  const parsed = before === now ? undefined : parsePeriod(before);
  return parsed ? periodName(parsed) : 'lần lấy trước của kỳ này';
}

/** More than the country has communes. */
const MOST_UNITS = 5_000;

/** Tables of the 2026 portal that together are a unit's whole evaluation. */
const CALLS = 7;

/** `movement` = what the figures are held against on the day `today`. */
export function previewOf(
  record: CaptureRecord,
  read: Exclude<CaptureRead, { kind: 'evidence-changed' }>,
  movement: Movement | undefined,
  today: string,
): Preview {
  const tables = tablesHeard(record, read);
  const askable = isPortalPage(record.url) && tables < CALLS;
  const provinces = [...read.provinces];
  if (read.kind === 'not-found') return { ...read, askable, provinces };
  const { reader, choice, observations, last, before, beforePeriod, pressed, pressedAt } = read;
  const { unit, period } = choice;
  const crossed = dateLine(read.source, beforePeriod ?? '', periodKeyOf(period) ?? '');
  const heard = heardText(
    choice.readings.flatMap(({ part }) => record.parts[part] ?? []),
    record,
  );
  return {
    kind: 'found',
    label: reader.label,
    reader: { id: reader.id, version: reader.version },
    units: offeredUnits(choice).map((capturedUnit) => ({ key: unitKey(capturedUnit), name: capturedUnit.name })),
    unit: unit && { key: unitKey(unit), name: unit.name, mine: choice.mine },
    period: periodKeyOf(period),
    periodSaid: choice.periodSaid,
    periods: choice.periods.map(periodKey),
    candidates: choice.candidates.map(periodKey),
    figures: measured(observations, before, movement ? indicatorTargets(movement, today) : [], today, pressed),
    movement: movement?.title ?? null,
    lastAt: last?.at ?? null,
    basis: basisText(beforePeriod, periodKeyOf(period)),
    since:
      pressedAt === null || beforePeriod === periodKeyOf(period) ? null : sinceText(observations, pressed, pressedAt),
    duplicateOf: duplicateOf(observations, last),
    warnings: [
      ...(askable ? [`Cổng mới trả lời ${tables} trong ${CALLS} bảng: số liệu chưa đủ.`] : []),
      ...choice.warnings,
      ...(heard === null ? [] : [heard]),
      ...(crossed === null ? [] : [crossed]),
    ],
    questions: choice.questions.map(({ key, about, isKept }) => ({ key, about, isKept })),
    askable,
    slowest: read.slowest,
    lacksOwn: isPortalPage(record.url) && ownQuestions(record, read).length > 0,
    provinces,
    shown: read.shown,
  };
}

/**
 * Number of tables with points for the chosen unit and period, because seven answers may be of two periods. Before
 * these are known, the number of answers.
 */
function tablesHeard(record: CaptureRecord, read: Exclude<CaptureRead, { kind: 'evidence-changed' }>): number {
  if (read.kind === 'found' && read.choice.unit && read.choice.period) {
    return new Set(
      read.observations.map((observation) => observation.indicator).filter((code) => findIndicator(code)?.max != null),
    ).size;
  }
  const answers = record.parts.filter(({ kind }) => kind === 'answer');
  return new Set(answers.filter((part) => !isTooOld(part, record)).map(({ url }) => url.replace(/\?.*$/, ''))).size;
}

/** Always includes the chosen unit: a list without it would show another name above its figures. */
function offeredUnits({ units, unit }: CaptureChoice): readonly CapturedUnit[] {
  const first = units.slice(0, MOST_UNITS);
  return unit === null || units.length === first.length || first.includes(unit) ? first : [unit, ...first];
}

/** The 2026 portal, whose figures stand in its own answers only; its old pages are read as they are. */
export function isPortalPage(url: string): boolean {
  return /^https:\/\/dichvucong\.gov\.vn(?::\d+)?\/(?!p\/home\/)/.test(url);
}
