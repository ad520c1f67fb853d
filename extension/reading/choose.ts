/**
 * Chooses the figures of a single unit and period from everything read: by the page's words, else by the officer, never
 * by guessing.
 */

import { type Period, parsePeriod, periodKey, periodName } from '../../core/base/period/period.ts';
import type { PartReading, PartsRead } from '../../core/portal/capture/read-parts.ts';
import type { CapturedUnit, Question } from '../../core/portal/capture/reader.ts';
import { isUnit, unitKey } from '../../core/portal/capture/unit-match.ts';
import type { CaptureDraft } from '../store/records.ts';

type FoundParts = Extract<PartsRead, { kind: 'found' }>;

export interface CaptureChoice {
  /** Named units of the page in its order. */
  readonly units: readonly CapturedUnit[];
  readonly unit: CapturedUnit | null;
  readonly mine: boolean;
  readonly period: Period | null;
  readonly periodSaid: boolean;
  /** The period the page says, where the officer gave another; else null. */
  readonly readPeriod: Period | null;
  readonly periods: readonly Period[];
  /** Periods the page may mean where it contradicts itself: offered, never taken. */
  readonly candidates: readonly Period[];
  readonly readings: readonly PartReading[];
  /** Other months of the same unit in the answer, besides the requested period. */
  readonly course: readonly PartReading[];
  readonly warnings: readonly string[];
  /** Of all that was read, or of the unit chosen. */
  readonly questions: readonly Question[];
}

/**
 * `mine` = the officer's own unit by id, code or name; empty when not set. `pointed` = the one she pointed at when she
 * made the reader.
 */
export function choose(found: FoundParts, mine: string, draft: CaptureDraft | null, pointed?: string): CaptureChoice {
  const units = new Map<string, CapturedUnit>();
  const readings = found.readings.filter(({ course }) => !course);
  for (const { unit } of readings) if (unit.name !== '' && !units.has(unitKey(unit))) units.set(unitKey(unit), unit);
  const list = [...units.values()];
  const notes: string[] = [];
  const unit = list.length === 0 ? typedUnit(draft) : chosenUnit(list, { mine, pointed }, draft, notes);
  const warnings = [...ownWarnings(found, unit), ...notes];
  const own = readings.filter(
    (partReading) => list.length === 0 || (unit && unitKey(partReading.unit) === unitKey(unit)),
  );

  // Before the unit is chosen, the periods of all units count: no question for a period that the request names.
  const speaking = unit === null ? readings : own;
  const periods = new Map(speaking.flatMap(({ period }) => (period ? [[periodKey(period), period] as const] : [])));
  const [only] = periods.size === 1 ? periods.values() : [];
  const drafted = draft?.period ? (parsePeriod(draft.period) ?? null) : null;
  const course = found.readings.filter(
    (partReading) => partReading.course && unit && unitKey(partReading.unit) === unitKey(unit),
  );
  const isHeard = drafted !== null && periods.has(periodKey(drafted));
  // When the officer chooses a month of the course, that month is read.
  const months = isHeard || !drafted ? [] : course.filter((partReading) => isOf(partReading, drafted));
  // The officer chose another period than the page's: hers is used, and a warning names the page's.
  const isOther = only !== undefined && drafted !== null && !isHeard && months.length === 0;
  const readPeriod = isOther ? only : null;
  if (readPeriod && drafted)
    warnings.push(`Trang ghi ${periodName(readPeriod)}; kỳ đã được sửa thành ${periodName(drafted)}.`);
  const isGiven = readPeriod !== null || months.length > 0;
  const period = isGiven ? drafted : (only ?? (periods.size === 0 || isHeard ? drafted : null));
  return {
    units: list,
    unit,
    mine: unit !== null && mine !== '' && isUnit(unit, mine),
    period,
    periodSaid: only !== undefined,
    periods: [...periods.values()],
    readPeriod,
    candidates: found.candidates,
    readings:
      months.length > 0
        ? months
        : own.filter((partReading) => readPeriod !== null || !partReading.period || isOf(partReading, period)),
    course: months.length > 0 || readPeriod !== null ? [] : course.filter((partReading) => !isOf(partReading, period)),
    warnings,
    questions: found.questions.filter(
      (question) => question.unit === undefined || (unit && question.unit === unitKey(unit)),
    ),
  };
}

/** Warnings about other units do not concern the officer's own unit. */
function ownWarnings({ warnings, ofUnits }: FoundParts, unit: CapturedUnit | null): readonly string[] {
  if (unit === null) return warnings;
  return warnings.flatMap((warning) => {
    const units = ofUnits.get(warning);
    return units === undefined ? [warning] : (units.get(unitKey(unit)) ?? []);
  });
}

function isOf({ period }: PartReading, asked: Period | null): boolean {
  return period !== null && asked !== null && periodKey(period) === periodKey(asked);
}

/** The page names no unit: the officer says whose figures they are. */
function typedUnit(draft: CaptureDraft | null): CapturedUnit | null {
  const name = draft?.unit?.normalize('NFC').trim() ?? '';
  return name === '' ? null : { name };
}

function chosenUnit(
  units: readonly CapturedUnit[],
  { mine, pointed }: { readonly mine: string; readonly pointed: string | undefined },
  draft: CaptureDraft | null,
  warnings: string[],
): CapturedUnit | null {
  const drafted = draft?.unit
    ? units.find((unit) => unitKey(unit) === draft.unit || unit.name === draft.unit)
    : undefined;
  if (drafted) return drafted;
  const matching = mine === '' ? [] : units.filter((unit) => isUnit(unit, mine));
  const chosen = pointed === undefined ? [] : units.filter((unit) => isUnit(unit, pointed));
  // A page may name her commune in its own way: what she pointed at is hers.
  if (matching.length === 0 && chosen.length === 1) return chosen[0] ?? null;
  const [capturedUnit] = units.length === 1 ? units : matching;
  if (matching.length > 1) warnings.push(`Có ${matching.length} đơn vị cùng tên “${mine}”: hãy chọn đúng đơn vị.`);
  else if (mine !== '' && matching.length === 0) {
    warnings.push(
      capturedUnit
        ? `Trang này của ${capturedUnit.name}, không phải của “${mine}”.`
        : `Trang này không có đơn vị “${mine}”.`,
    );
  }
  return matching.length > 1 ? null : (capturedUnit ?? null);
}
