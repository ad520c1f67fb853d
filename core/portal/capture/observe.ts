/**
 * From a capture to observations: read it with the reader that knows the page, keep the requested unit, label each
 * figure with its origin.
 */

import { periodKey, periodName } from '../../base/period/period.ts';
import type { Observation } from '../indicator/observation.ts';
import { unsurePeriod } from './page-period.ts';
import type { Captured, CaptureReading, Reader, ReadOutcome } from './reader.ts';
import { READERS, readCaptured } from './registry.ts';
import { isUnit } from './unit-match.ts';

interface Observed {
  readonly observations: readonly Observation[];
  /** null when no reader knows the page. */
  readonly reader: { readonly id: string; readonly version: string } | null;
  /** Vietnamese sentences; when nothing was found, the reason comes first. */
  readonly warnings: readonly string[];
  /** What must be answered before the figures count, and what the page shows of it. */
  readonly questions: readonly { readonly about: string; readonly shown: string }[];
}

/**
 * Reads a capture. `unit` is a portal id, a code (`H01.187`) or a name (`xã Ta Ma`); null keeps every unit; where the
 * page names none, it is the name of the unit. `contentHash` is the hash of the body, reckoned by the caller.
 */
export function observe(
  captured: Captured,
  unit: string | null,
  contentHash: string,
  readers: readonly Reader[] = READERS,
): Observed {
  const { reader, outcome } = readCaptured(captured, readers);
  const known = reader && { id: reader.id, version: reader.version };
  if (outcome.kind === 'not-found' || !known) {
    const reason = outcome.kind === 'not-found' ? outcome.reason : '';
    return { observations: [], reader: known, warnings: [`Không tìm thấy: ${reason}`], questions: [] };
  }
  const isNameless = outcome.readings.every((reading) => reading.unit.name === '');
  if (isNameless && unit === null) {
    const missingUnit = 'Trang không ghi đơn vị: hãy cho biết số liệu của đơn vị nào.';
    const questions = [{ about: missingUnit, shown: '' }, ...questionsOf(outcome, outcome.readings)];
    return { observations: [], reader: known, warnings: [missingUnit, ...outcome.warnings], questions };
  }
  const named = outcome.readings.map((reading) =>
    isNameless ? { ...reading, unit: { name: (unit ?? '').normalize('NFC').trim() } } : reading,
  );
  const readings = unit === null ? named : named.filter((reading) => isUnit(reading.unit, unit));
  if (readings.length === 0) {
    const isCoded = named.some((reading) => reading.unit.code !== undefined);
    const hint = !isCoded && /\d/.test(unit ?? '') ? ' Trang này không ghi mã đơn vị: hãy viết tên.' : '';
    return {
      observations: [],
      reader: known,
      warnings: [`Không tìm thấy đơn vị “${unit}” trên trang này.${hint}`, ...outcome.warnings],
      questions: [],
    };
  }
  const names = new Set(readings.map((reading) => reading.unit.id ?? reading.unit.code ?? reading.unit.name));
  if (unit !== null && names.size > 1) {
    const list = [...new Set(readings.map((reading) => reading.unit.name))].join('; ');
    return {
      observations: [],
      reader: known,
      warnings: [`Có ${names.size} đơn vị cùng tên “${unit}” (${list}): hãy dùng mã.`],
      questions: [],
    };
  }
  const provenance = {
    url: captured.url,
    request: captured.request,
    capturedAt: captured.at,
    reader: known,
    contentHash,
    screenshotHash: null,
    correctedByHand: false,
  };
  const observations = readings.map(({ period, course: _course, ...reading }) => ({
    ...reading,
    period: period && periodKey(period),
    provenance,
  }));
  return { observations, reader: known, warnings: outcome.warnings, questions: questionsOf(outcome, readings) };
}

/** Those of the engine, then the period where a figure has none. */
function questionsOf(outcome: Extract<ReadOutcome, { kind: 'found' }>, readings: readonly CaptureReading[]) {
  const open = (outcome.questions ?? []).map(({ about, shown }) => ({ about, shown }));
  const candidates = outcome.candidates ?? [];
  const isUndated = readings.some(({ period }) => period === null);
  return isUndated
    ? [...open, { about: unsurePeriod(candidates), shown: candidates.map(periodName).join('; ') }]
    : open;
}
