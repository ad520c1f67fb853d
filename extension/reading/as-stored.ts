/** The figures of a capture as they were stored; apart from compare.ts, which the panel does not load. */
import { difference } from '../../core/portal/indicator/difference.ts';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import type { CapturedFigure } from '../messages/contract.ts';

/**
 * Figures as they were read → as they were stored: what was corrected by hand has its new value, and neither the counts
 * nor the target's sentence of the value that was read.
 */
export function asStored(figures: readonly CapturedFigure[], stored: readonly Observation[]): CapturedFigure[] {
  const values = new Map(stored.map(({ indicator, value }) => [indicator, value]));
  return figures.map((figure) => {
    const value = values.get(figure.indicator);
    if (value === undefined || value === figure.value) return figure;
    const last = figure.last && { ...figure.last, delta: difference(value, figure.last.value) };
    return { ...figure, value, last, numerator: null, denominator: null, target: null };
  });
}
