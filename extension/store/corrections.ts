/** Separates the two kinds of corrections of a capture. */
import type { Correction, FigureCorrection, PeriodCorrection } from './records.ts';

export function figureCorrections(corrections: readonly Correction[]): readonly FigureCorrection[] {
  return corrections.flatMap((correction) => (isPeriod(correction) ? [] : [correction]));
}

/** undefined when the period equals the page's or the requested one. */
export function periodCorrection(corrections: readonly Correction[]): PeriodCorrection | undefined {
  return corrections.find(isPeriod);
}

function isPeriod(correction: Correction): correction is PeriodCorrection {
  return 'kind' in correction;
}
