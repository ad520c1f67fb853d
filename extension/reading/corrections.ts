/** Corrections by hand: the typed figure is recorded beside the figure that was read, with the reason. */

import { type Period, periodKey } from '../../core/base/period/period.ts';
import { pageScore } from '../../core/portal/capture/page-number.ts';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import type { CaptureDraft, Correction, FigureCorrection } from '../store/records.ts';

type Corrected =
  | { readonly ok: true; readonly observations: readonly Observation[]; readonly corrections: readonly Correction[] }
  | { readonly ok: false; readonly code: 'bad-correction' | 'no-reason' };

/** The period read, where the officer gave another. */
interface PeriodGiven {
  readonly period: Period | null;
  readonly readPeriod: Period | null;
}

/**
 * Empty text = not published (null). A ratio corrected by hand loses its counts, because they no longer match. A period
 * may be corrected without a reason: the page's period is recorded beside it.
 */
export function correct(observations: readonly Observation[], draft: CaptureDraft, period: PeriodGiven): Corrected {
  const typed = new Map(Object.entries(draft.values));
  const corrections: FigureCorrection[] = [];
  const result: Observation[] = [];
  const reason = draft.reason.normalize('NFC').trim();
  for (const observation of observations) {
    const text = typed.get(observation.indicator);
    const value = text === undefined ? observation.value : typedNumber(text, observation.max ?? null);
    if (value === undefined) return { ok: false, code: 'bad-correction' };
    if (value === observation.value) {
      result.push(observation);
      continue;
    }
    if (reason === '') return { ok: false, code: 'no-reason' };
    corrections.push({ indicator: observation.indicator, read: observation.value, value, reason });
    const { numerator: _n, denominator: _d, ...rest } = observation;
    result.push({ ...rest, value, provenance: { ...observation.provenance, correctedByHand: true } });
  }
  return { ok: true, observations: result, corrections: [...periodCorrected(period, reason), ...corrections] };
}

function periodCorrected({ period, readPeriod }: PeriodGiven, reason: string): readonly Correction[] {
  if (period === null || readPeriod === null) return [];
  return [{ kind: 'period', read: periodKey(readPeriod), value: periodKey(period), reason }];
}

/** `19,5`, `1.234` (a count has no maximum), empty → null; undefined when it is no such number or above the maximum. */
function typedNumber(text: string, max: number | null): number | null | undefined {
  const bare = text.trim();
  if (bare === '') return null;
  if (max !== null) return pageScore(bare.replace(/\s*%$/, ''), max);
  const whole = /^(?:\d{1,12}|\d{1,3}(?:\.\d{3}){1,3})$/.exec(bare);
  return whole ? Number(bare.replaceAll('.', '')) : undefined;
}
