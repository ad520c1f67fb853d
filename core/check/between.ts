/** Checks of a report against others: the portal, the last period, its peers, its copies. */

import type { Observation } from '../indicator/observation.ts';
import { type Period, periodKey, periodName } from '../period/period.ts';
import { formatNumber } from '../quantity/points.ts';
import { matchUnit } from '../report/match-unit.ts';
import { foldKey } from '../text/text.ts';
import { byArrival } from './arrival.ts';
import { decimalsOf, figuresOf, MOST_DECIMALS, type Placed, ratioOf, settledFigure } from './figures.ts';
import type { Check, Finding, Found } from './finding.ts';
import { groupBy } from './group-by.ts';
import { medianOf, outlyingAmong } from './outlying.ts';
import { type Line, prepareSubject, type Run, type Subject } from './run.ts';
import { likeness, type TellingFigure, tellingFigures } from './telling-figures.ts';
import { isFigureInDoubt } from './value.ts';
import { percent, quote } from './words.ts';

export const betweenChecks: readonly Check[] = [
  { code: 'copied-report', find: copiedReport },
  { code: 'portal-mismatch', find: portalMismatch },
  { code: 'sudden-change', find: suddenChange },
  { code: 'outlier', find: outlier },
];

/** So many figures (a and b of five rows, or ten ratios and counts) must be comparable before one report is called a copy … */
const LEAST_COMPARABLE = 10;
/** … and this share of them equal. */
const COPIED_SHARE = 0.9;

/** One flag a copy: at the later report, naming the earlier one it resembles most. */
function copiedReport({ subjects }: Run): readonly Finding[] {
  const byAudience = groupBy([...subjects].sort(byArrival), ({ set }) => set);
  return [...byAudience.values()].flatMap((peers) => {
    const figures = peers.map((subject) => ({ subject, telling: tellingFigures(subject) }));
    const holders = new Map<string, number[]>();
    return figures.flatMap(({ subject, telling }, at): readonly Finding[] => {
      let most: { readonly unit: string; readonly same: number; readonly compared: number } | null = null;
      for (const [index, shared] of sharing(telling, holders, at)) {
        const earlier = figures[index];
        if (earlier === undefined || 2 * shared < COPIED_SHARE * LEAST_COMPARABLE) continue;
        if (foldKey(earlier.subject.unit) === foldKey(subject.unit)) continue;
        const { same, compared } = likeness(earlier.telling, telling);
        if (compared < LEAST_COMPARABLE || same < COPIED_SHARE * compared || same <= (most?.same ?? 0)) continue;
        most = { unit: earlier.subject.unit, same, compared };
      }
      if (most === null) return [];
      const message = `${most.same}/${most.compared} số liệu của ${subject.unit} giống hệt ${most.unit}.`;
      return [{ subject, cell: subject.report.unit?.cell ?? null, message, data: { ...most } }];
    });
  });
}

/** Earlier report → in how many rows it holds the figure of this one. `holders` learns this report's figures. */
function sharing(
  telling: ReadonlyMap<string, TellingFigure>,
  holders: Map<string, number[]>,
  at: number,
): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  for (const [line, { figure }] of telling) {
    const place = `${line}|${figure}`;
    const earlier = holders.get(place) ?? [];
    for (const other of earlier) shared.set(other, (shared.get(other) ?? 0) + 1);
    holders.set(place, [...earlier, at]);
  }
  return shared;
}

/** The latest observation of the same indicator, unit and period; "not published" is no figure. */
function portalMismatch(run: Run, found: Found): readonly Finding[] {
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

/** Equal at the coarser of the two precisions in which the figures were printed; a/b is exact and takes the portal's. */
function isSamePrinted(reported: number, observed: number, line: Line): boolean {
  const isExact = ratioOf(figuresOf(line)) !== null;
  const places = Math.min(isExact ? MOST_DECIMALS : decimalsOf(reported), decimalsOf(observed));
  return Math.abs(reported - observed) <= 0.5 * 10 ** -places + 1e-9;
}

function figureText(line: Line, value: number): string {
  return line.measure === 'percentage' ? percent(value) : `${formatNumber(value)} ${line.criterion.unit}`.trim();
}

/** A ratio that moved by so many percentage points, or a count that grew or shrank so many times, is to be explained. */
const SUDDEN_POINTS = 30;
const SUDDEN_FACTOR = 3;
/** Below this a count may well triple. */
const SUDDEN_LEAST = 10;

function suddenChange(run: Run, found: Found): readonly Finding[] {
  const previous = (run.context.previous ?? []).map((report) => prepareSubject(report, report.file, run.context, null));
  const byUnit = new Map(previous.map((subject) => [foldKey(subject.unit), subject]));
  return run.subjects.flatMap((subject) => {
    const last = byUnit.get(foldKey(subject.unit));
    if (last === undefined || found.inReport(subject, 'wrong-period', 'wrong-audience')) return [];
    const before = new Map(last.lines.map((line) => [line.code, line]));
    return subject.lines.flatMap((line): readonly Finding[] => {
      const earlier = before.get(line.code);
      if (earlier === undefined || earlier.measure !== line.measure) return [];
      if (isFigureInDoubt(found, subject, line) || found.on(subject, line.code, 'portal-mismatch')) return [];
      const [now, then] = [settledFigure(line), settledFigure(earlier)];
      if (now === null || then === null || !isSudden(line, now, then, isSameKind(subject, last))) return [];
      const what = now.value > then.value ? 'tăng' : 'giảm';
      const message = `Tiêu chí ${line.code}: ${what} từ ${figureText(line, then.value)} kỳ trước lên ${figureText(line, now.value)}.`;
      const data = { previous: then.value, current: now.value };
      return [
        {
          subject,
          line: line.code,
          cell: now.cell,
          message: what === 'tăng' ? message : message.replace(' lên ', ' xuống '),
          data,
        },
      ];
    });
  });
}

/** A quarter's count says nothing against a year's. */
function isSameKind(now: Subject, then: Subject): boolean {
  return now.period === null || then.period === null || now.period.kind === then.period.kind;
}

function isSudden(line: Line, now: Placed, then: Placed, sameKind: boolean): boolean {
  const [low, high] = now.value < then.value ? [now.value, then.value] : [then.value, now.value];
  if (line.measure === 'percentage' || line.measure === 'rate') return high - low >= SUDDEN_POINTS;
  return sameKind && low >= 0 && high >= SUDDEN_LEAST && high >= SUDDEN_FACTOR * low;
}

function outlier({ subjects }: Run, found: Found): readonly Finding[] {
  const sound = subjects.filter(
    (subject) => !found.inReport(subject, 'wrong-audience', 'wrong-period', 'duplicate-report'),
  );
  const figures = sound.flatMap((subject) =>
    subject.lines.flatMap((line) => {
      const figure = isFigureInDoubt(found, subject, line) ? null : settledFigure(line);
      return figure === null ? [] : [{ subject, line, figure }];
    }),
  );
  const byCriterion = groupBy(
    figures,
    ({ subject, line }) => `${subject.report.audience}|${subject.set?.version}|${line.code}`,
  );
  return [...byCriterion.values()].flatMap((peers) => {
    const values = peers.map(({ figure }) => figure.value);
    const median = medianOf(values);
    const isOutlying = outlyingAmong(values, peers[0]?.line.measure === 'percentage' ? 'ratio' : 'count');
    return peers.flatMap(({ subject, line, figure }): readonly Finding[] => {
      if (found.on(subject, line.code, 'portal-mismatch', 'sudden-change')) return [];
      if (!isOutlying(figure.value)) return [];
      const message = `Tiêu chí ${line.code}: ${subject.unit} ghi ${figureText(line, figure.value)}, mức giữa của ${values.length} đơn vị cùng đối tượng ${quote(line.title)} là ${figureText(line, median)}.`;
      const data = { value: figure.value, median, units: values.length };
      return [{ subject, line: line.code, cell: figure.cell, message, data }];
    });
  });
}
