/** Communes by each indicator of the portal: place among those of the same period, and the course until then. */

import { periodOrder } from '../base/period/period-order.ts';
import { findIndicator, INDICATORS } from '../portal/indicator/catalogue.ts';
import { competitionRanks } from '../portal/indicator/ranks.ts';
import type { CommuneSent } from './results.ts';

interface CoursePoint {
  readonly period: string;
  readonly value: number;
  readonly place: number | null;
  readonly placed: number | null;
}

interface IndicatorRow {
  readonly name: string;
  /** In the table's period; null where the commune has no figure of it. */
  readonly value: number | null;
  /** Among the communes that sent a figure of the period; equal figures share a place. */
  readonly place: number | null;
  /** As the portal places the commune, and among how many. */
  readonly portal: { readonly place: number; readonly placed: number | null } | null;
  /** In order of time. */
  readonly course: readonly CoursePoint[];
}

export interface IndicatorTable {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  /** The one most communes have their last figure of. */
  readonly period: string;
  readonly placed: number;
  /** In the order of the communes. */
  readonly rows: readonly IndicatorRow[];
}

export function indicatorTables(communes: readonly CommuneSent[]): readonly IndicatorTable[] {
  const orderOf = newOrder();
  return INDICATORS.flatMap(({ code }) => {
    const courses = communes.map((commune) => courseOf(commune, code, orderOf));
    const period = commonPeriod(courses, orderOf);
    return period === null ? [] : [tableOf(code, period, communes, courses)];
  });
}

function tableOf(
  code: string,
  period: string,
  communes: readonly CommuneSent[],
  courses: readonly (readonly CoursePoint[])[],
): IndicatorTable {
  const points = courses.map((course) => course.find((coursePoint) => coursePoint.period === period) ?? null);
  const places = competitionRanks(points.map((point) => point?.value ?? null));
  const entry = findIndicator(code);
  return {
    ...{ code, period, name: entry?.name ?? code, unit: entry?.unit ?? '' },
    placed: points.filter((point) => point !== null).length,
    rows: communes.map(({ name }, at): IndicatorRow => {
      const point = points[at] ?? null;
      const { place = null, placed = null } = point ?? {};
      return {
        name,
        value: point?.value ?? null,
        place: places[at] ?? null,
        portal: place === null ? null : { place, placed },
        course: ofOneKind(courses[at] ?? [], period),
      };
    }),
  };
}

/** The points whose period is of the same kind: months are compared with months, years with years. */
export function ofOneKind(course: readonly CoursePoint[], period: string): readonly CoursePoint[] {
  const kind = shapeOf(period);
  return course.filter((point) => shapeOf(point.period) === kind);
}

/** What a period is of shows in its text: `2026`, `2026-03`, `2026-Q1`; read without parsing, for there are many. */
function shapeOf(period: string): string {
  const letter = period.charAt(5).toUpperCase();
  return `${period.length}${letter >= 'A' ? letter : ''}`;
}

/** Over all that was sent: a later result knows earlier periods better. */
function courseOf({ results }: CommuneSent, code: string, orderOf: Order): readonly CoursePoint[] {
  const points = new Map<string, CoursePoint>();
  for (const { indicators } of results.toSorted((x, y) => (x.asOf < y.asOf ? -1 : 1)))
    for (const indicator of indicators)
      if (indicator.code === code) for (const point of indicator.course) points.set(point.period, point);
  return [...points.values()].sort((x, y) => (orderOf(x.period) < orderOf(y.period) ? -1 : 1));
}

/** The period most communes have as their latest; among equally common periods the later. */
function commonPeriod(courses: readonly (readonly CoursePoint[])[], orderOf: Order): string | null {
  const counts = new Map<string, number>();
  for (const course of courses) {
    const last = course.at(-1)?.period;
    if (last !== undefined) counts.set(last, (counts.get(last) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([x, m], [y, n]) => n - m || (orderOf(x) < orderOf(y) ? 1 : -1));
  return first?.[0] ?? null;
}

type Order = (period: string) => string;

/** The few periods there are are read once. */
function newOrder(): Order {
  const known = new Map<string, string>();
  return (text) => {
    const made = known.get(text) ?? periodOrder(text);
    known.set(text, made);
    return made;
  };
}
