/**
 * Reads everything captured by a single press (the page, its frames, the answers heard) together: each figure of each
 * unit and period once.
 */

import { type Period, periodKey } from '../../base/period/period.ts';
import { indicatorName } from '../indicator/indicator-name.ts';
import { aroundOf, isPage } from './around.ts';
import { groupsAgainstTotal } from './groups-against-total.ts';
import { besideNotes, unsurePeriod } from './page-period.ts';
import type { Captured, CaptureReading, OfUnits, Question, Reader, Slowest } from './reader.ts';
import { READERS, readCaptured } from './registry.ts';
import { sourceOf } from './source.ts';
import { unitKey } from './unit-match.ts';

export interface PartReading extends CaptureReading {
  /** Index of the part it was read from. */
  readonly part: number;
}

export type PartsRead =
  | {
      readonly kind: 'found';
      readonly reader: Reader;
      readonly source: string;
      readonly readings: readonly PartReading[];
      readonly warnings: readonly string[];
      readonly ofUnits: OfUnits;
      /** What must be answered before the figures count. */
      readonly questions: readonly Question[];
      /** Periods meant, perhaps, where a part contradicts itself. */
      readonly candidates: readonly Period[];
      readonly slowest?: Slowest | undefined;
    }
  | { readonly kind: 'not-found'; readonly reason: string };

/**
 * The first reader that finds figures decides the source; parts of another source are left out, because figures of two
 * sources are never mixed. Of two answers to the same question the page shows the later; where two questions yield
 * different values for a figure, the first is used, with a warning.
 */
export function readParts(parts: readonly Captured[], readers: readonly Reader[] = READERS): PartsRead {
  const read = new Map<string, { readonly part: number; readonly reader: Reader; readonly outcome: FoundOutcome }>();
  let reason: string | undefined;
  for (const [part, captured] of parts.entries()) {
    const { reader, outcome } = readCaptured(captured, readers);
    if (!reader) continue;
    if (outcome.kind === 'not-found') reason ??= outcome.reason;
    else read.set(questionOf(captured, part), { part, reader, outcome });
  }
  const chosen = new Map<string, PartReading>();
  const warnings = new Set<string>();
  const ofUnits = new Map<string, ReadonlyMap<string, string>>();
  const questions = new Map<string, Question>();
  const candidates = new Map<string, Period>();
  const differing = new Set<string>();
  let found: { readonly reader: Reader; readonly source: string } | undefined;
  for (const { part, reader, outcome } of read.values()) {
    const source = sourceOf(reader.id, parts[part]?.url ?? '');
    found ??= { reader, source };
    if (found.source !== source) continue;
    for (const warning of outcome.warnings) warnings.add(warning);
    for (const [warning, units] of outcome.ofUnits ?? [])
      ofUnits.set(warning, new Map([...(ofUnits.get(warning) ?? []), ...units]));
    for (const question of outcome.questions ?? []) questions.set(question.key, question);
    for (const period of outcome.candidates ?? []) candidates.set(periodKey(period), period);
    for (const reading of outcome.readings) {
      const key = JSON.stringify([
        unitKey(reading.unit),
        reading.period && periodKey(reading.period),
        reading.indicator,
      ]);
      const held = chosen.get(key);
      // A figure of the requested period is preferred to a figure from a chart beside another answer.
      const isFirst = !held || (held.value === null && reading.value !== null) || (held.course && !reading.course);
      if (isFirst) chosen.set(key, { ...reading, part });
      else if (reading.course) continue;
      else if (reading.value !== null && reading.value !== held.value)
        differing.add(`“${indicatorName(held.indicator)}” của ${held.unit.name}`);
    }
  }
  if (differing.size > 0) warnings.add(twoValues([...differing]));
  if (!found) return { kind: 'not-found', reason: reason ?? 'Chưa có cách đọc nào cho trang này.' };
  const own = new Set([...chosen.values()].map(({ part }) => part));
  const isFigured = (at: number) => own.has(at) && isPageAt(parts, at);
  const beside = parts.filter((captured, at) => isPage(captured) && !own.has(at));
  const around = parts.some((_, at) => isFigured(at)) ? aroundOf(beside) : undefined;
  const readings = [...chosen.values()].map((reading) => {
    if (!reading.period || !around || around.times.length === 0 || !isFigured(reading.part)) return reading;
    const { period, candidates: meant } = besideNotes({ period: reading.period, candidates: [] }, around.times);
    for (const item of period ? [] : meant) candidates.set(periodKey(item), item);
    return { ...reading, period };
  });
  if (readings.some(({ period }) => period === null) && [...chosen.values()].every(({ period }) => period !== null))
    warnings.add(unsurePeriod([...candidates.values()]));
  for (const question of [...(around?.questions ?? []), ...groupsAgainstTotal(readings)])
    questions.set(question.key, question);
  return {
    kind: 'found',
    ...found,
    readings,
    warnings: [...warnings],
    ofUnits,
    questions: [...questions.values()],
    candidates: [...candidates.values()],
    slowest: [...read.values()].find(({ outcome }) => outcome.slowest)?.outcome.slowest,
  };
}

function isPageAt(parts: readonly Captured[], at: number): boolean {
  const captured = parts[at];
  return captured !== undefined && isPage(captured);
}

type FoundOutcome = Extract<ReturnType<typeof readCaptured>['outcome'], { kind: 'found' }>;

/** Pages are no answers: each is its own. */
function questionOf({ url, request }: Captured, part: number): string {
  return JSON.stringify(request === null ? [part] : [url, request]);
}

function twoValues(names: readonly string[]): string {
  const more = names.length > 1 ? ` và ${names.length - 1} số khác` : '';
  return `Hai bảng của trang cho hai số khác nhau về ${names[0]}${more}: lấy số của bảng đọc trước.`;
}
