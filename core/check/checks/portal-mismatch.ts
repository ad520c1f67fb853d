/** The latest observation of the same indicator, unit and period; "not published" is no figure. */
import type { Observation } from '../../indicator/observation.ts';
import { type Period, periodKey, periodName } from '../../period/period.ts';
import { matchUnit } from '../../report/match-unit.ts';
import { foldKey } from '../../text/text.ts';
import { figureText } from '../between.ts';
import { decimalsOf, figuresOf, MOST_DECIMALS, ratioOf, settledFigure } from '../figures.ts';
import type { Check, Finding, Found } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import type { Line, Run, Subject } from '../run.ts';
import { isFigureInDoubt } from '../value.ts';

export const portalMismatch: Check<'portal-mismatch'> = {
  code: 'portal-mismatch',
  severity: 'error',
  doubt: 'value',
  name: 'Lệch số trên Cổng',
  meaning: 'Số đơn vị báo cáo khác số lấy trên Cổng cùng kỳ.',
  todo: 'Đối chiếu thời điểm lấy số; Hội đồng quyết định dùng số nào.',
  find,
};

function find(run: Run, found: Found): readonly Finding[] {
  const latest = latestObservations(run);
  return run.subjects.flatMap((subject) =>
    subject.lines.flatMap((line): readonly Finding[] => {
      const indicator = line.part === null ? line.criterion.indicator : null;
      if (indicator === null || subject.period === null || isFigureInDoubt(found, subject, line)) return [];
      const key = observationKey(indicator, subject.period);
      const observed = latest.get(key)?.find(({ unit }) => isUnit(unit, subject))?.value ?? null;
      const reported = settledFigure(line);
      if (observed === null || reported === null || isSamePrinted(reported.value, observed, line)) return [];
      const [ours, theirs] = [figureText(line, reported.value), figureText(line, observed)];
      const message = `Tiêu chí ${line.code}: báo cáo ${ours}, trên Cổng ${periodName(subject.period)} là ${theirs}.`;
      const data = { reported: reported.value, observed };
      return [{ subject, line: line.code, cell: reported.cell, message, data, candidates: [reported.value, observed] }];
    }),
  );
}

function observationKey(indicator: string, period: Period): string {
  return `${indicator.toUpperCase()}|${periodKey(period)}`;
}

interface Observed {
  readonly unit: Observation['unit'] & { readonly registered: string | null };
  readonly value: number;
}

/** By indicator and period, latest capture first. */
function latestObservations({ context }: Run): ReadonlyMap<string, readonly Observed[]> {
  const { observations, register } = context;
  const known = (observations ?? []).flatMap(({ value, ...observation }) =>
    value === null || observation.period === null ? [] : [{ ...observation, value, period: observation.period }],
  );
  const instant = (text: string) => Date.parse(text) || 0;
  known.sort((x, y) => instant(y.provenance.capturedAt) - instant(x.provenance.capturedAt));
  const observed = known.map(({ indicator, period, unit, value }) => ({
    key: `${indicator.toUpperCase()}|${period.toUpperCase()}`,
    value,
    unit: { ...unit, registered: register === null ? null : (matchUnit(unit.name, register)?.name ?? null) },
  }));
  return groupBy(observed, ({ key }) => key);
}

function isUnit(observed: Observed['unit'], { registered, unit }: Subject): boolean {
  const code = registered?.portalCode ?? null;
  if (code !== null && (observed.code === code || observed.id === code)) return true;
  if (registered !== null && observed.registered === registered.name) return true;
  return foldKey(observed.name) === foldKey(unit);
}

/**
 * Equal at the coarser of the two precisions in which the figures were printed; a/b is exact and takes the portal's.
 */
function isSamePrinted(reported: number, observed: number, line: Line): boolean {
  const isExact = ratioOf(figuresOf(line)) !== null;
  const places = Math.min(isExact ? MOST_DECIMALS : decimalsOf(reported), decimalsOf(observed));
  return Math.abs(reported - observed) <= 0.5 * 10 ** -places + 1e-9;
}
