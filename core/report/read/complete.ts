/**
 * Two tables about the same criteria that part what a report gives: the results in one, the unit's points in the other.
 */
import type { ReportColumns } from './columns.ts';

/** True where one table has the results, the other the points, and neither has both. */
export function complete(a: ReportColumns, b: ReportColumns): boolean {
  const [x, y] = [a, b].map((columns) => ({ results: hasResult(columns), points: columns.self !== undefined }));
  return (
    x !== undefined && y !== undefined && x.results !== y.results && x.points !== y.points && x.results !== x.points
  );
}

/** Some column that a result can stand in. */
export function hasResult({ value, figure, numerator, yes }: ReportColumns): boolean {
  return [value, figure, numerator, yes].some((column) => column !== undefined);
}
