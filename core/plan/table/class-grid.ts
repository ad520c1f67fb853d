/**
 * A grid of classes, told by its figures: in one column (or one row) bounds in points, each of which ends where its
 * neighbour begins; in another their names, on either side of them.
 */
import type { Grid, PlacedCell } from '../document/grids.ts';
import { areNeighbours, isOneWay, type PointRange, pointRanges } from '../figure/point-range.ts';

/** A class with its bound, whose place is in the running text. */
interface ClassInGrid {
  readonly name: string;
  readonly bound: PointRange;
}

/** As written, two at least; null = it is no such grid. */
export function classesInGrid({ rows, width }: Pick<Grid, 'rows' | 'width'>): readonly ClassInGrid[] | null {
  return classesIn(rows) ?? classesIn(Array.from({ length: width }, (_, at) => rows.flatMap((row) => row[at] ?? [])));
}

type Lines = readonly (readonly PlacedCell[])[];

function classesIn(lines: Lines): readonly ClassInGrid[] | null {
  const top = lines.findIndex((line) => line.some(({ text }) => boundIn(text) !== null));
  const body = lines.slice(Math.max(0, top));
  const heads = lines.slice(0, Math.max(0, top));
  for (const column of (body[0] ?? []).keys()) {
    const run = body.flatMap((line) => boundIn(line[column]?.text ?? '', line[column]?.start) ?? []);
    if (run.length < 2 || run.length < body.length) continue;
    const heading = heads.map((line) => line[column]?.text ?? '').join(' ');
    const isLadder = isOneWay(run) && run.slice(1).every((range, at) => run[at] && areNeighbours(run[at], range));
    const names = namesIn(body, heads, column);
    if (isLadder && names && (OF_POINTS.test(heading) || run.some(({ ofPoints }) => ofPoints)))
      return run.map((bound, at) => ({ name: names[at] ?? '', bound }));
  }
  return null;
}
const OF_POINTS = /(?<!\p{L})điểm(?!\p{L})/iu;

/** The cell is nothing but a bound. */
function boundIn(text: string, start = 0): PointRange | null {
  const [range] = pointRanges(text);
  const isWhole = range?.start === 0 && range.end === text.length;
  return isWhole ? { ...range, start, end: start + text.length } : null;
}

/** Of columns with a name of its own in each cell, the one headed as a class, else the first. */
function namesIn(body: Lines, heads: Lines, bounds: number): readonly string[] | null {
  const columns = [...(body[0] ?? []).keys()].flatMap((column) => {
    const names = body.map((line) => line[column]?.text ?? '');
    const isNamed = new Set(names).size === names.length && names.every((name) => CLASS.test(name));
    const isHeaded = heads.some((line) => NAMES_CLASSES.test(line[column]?.text ?? ''));
    return column !== bounds && isNamed ? { names, isHeaded } : [];
  });
  return (columns.find(({ isHeaded }) => isHeaded) ?? columns[0])?.names ?? null;
}
const CLASS = /^\p{L}[^\d%]{0,60}\d?$/u;
const NAMES_CLASSES = /loại|hạng|mức|danh hiệu|đánh giá/iu;
