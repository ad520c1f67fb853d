/**
 * Compares with the observation that the points are computed from: the latest of the same indicator, unit and period.
 */
import { periodName } from '../../../base/period/period.ts';
import { indexObservations } from '../../score/observed.ts';
import { figureText } from '../between.ts';
import { decimalsOf, figuresOf, MOST_DECIMALS, ratioOf, settledFigure } from '../figures.ts';
import type { Check, EarlierFindings, Finding } from '../finding.ts';
import type { CheckRun, Line } from '../run.ts';
import { isFigureInDoubt } from '../value.ts';

/** Số đơn vị báo cáo khác số lấy trên Cổng cùng kỳ. */
export const portalMismatch: Check<'portal-mismatch'> = {
  code: 'portal-mismatch',
  severity: 'error',
  doubt: 'value',
  name: 'Lệch số trên Cổng',
  todo: 'Đối chiếu thời điểm lấy số; Hội đồng quyết định dùng số nào.',
  find,
};

function find({ context, subjects }: CheckRun, found: EarlierFindings): readonly Finding[] {
  const observations = indexObservations(context.observations ?? [], context.register);
  return subjects.flatMap((subject) => {
    const { unit, registered, period } = subject;
    const observe = observations(unit, registered, period);
    if (observe === null || period === null) return [];
    return subject.lines.flatMap((line): readonly Finding[] => {
      const indicator = line.part === null ? line.criterion.indicator : null;
      if (indicator === null || isFigureInDoubt(found, subject, line)) return [];
      const observed = observe(indicator)?.value ?? null;
      const reported = settledFigure(line);
      if (observed === null || reported === null || isSamePrinted(reported.value, observed, line)) return [];
      const [ours, theirs] = [figureText(line, reported.value), figureText(line, observed)];
      const message = `Tiêu chí ${line.code}: báo cáo ${ours}, trên Cổng ${periodName(period)} là ${theirs}.`;
      const data = { reported: reported.value, observed };
      return [{ subject, line: line.code, cell: reported.cell, message, data, candidates: [reported.value, observed] }];
    });
  });
}

/**
 * Equal at the coarser of the two precisions in which the figures were printed; a/b is exact and takes the portal's.
 */
function isSamePrinted(reported: number, observed: number, line: Line): boolean {
  const isExact = ratioOf(figuresOf(line)) !== null;
  const places = Math.min(isExact ? MOST_DECIMALS : decimalsOf(reported), decimalsOf(observed));
  return Math.abs(reported - observed) <= 0.5 * 10 ** -places + 1e-9;
}
