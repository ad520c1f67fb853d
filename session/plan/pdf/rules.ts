/** The straight rules of a PDF's page: lines that are stroked, and the thin rectangles Word fills instead. */
import type { PDFPageProxy } from 'pdfjs-dist';
import type { Rule } from '../../../core/plan/file/pdf-grids.ts';
import { drawnOn, type Matrix, type Operations } from './drawn.ts';

type Point = readonly [x: number, y: number];

/** pdf.js 5 packs a path as numbers: a code, then its points. Its codes have no name outside: `DrawOPS`. */
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;
/** Numbers behind a code: moveTo, lineTo, curveTo, quadraticCurveTo, closePath. */
const NUMBERS = [2, 2, 6, 4, 0] as const;
/** Of a rectangle, its first twice. */
const CORNERS = 5;
/** Points: a thicker rectangle is a shade. */
const THICKEST = 3;
/** Points: what is shorter is a dot, or the corner between two rules. */
const SHORTEST = 4;
/** Points a rule may stray from straight. */
const STRAY = 0.5;
/** A page with more is a drawing and has none. */
const MOST = 5000;

export async function rulesOf(page: PDFPageProxy, OPS: Operations): Promise<readonly Rule[]> {
  const rules: Rule[] = [];
  for (const { args, matrix } of await drawnOn(page, OPS, [OPS.constructPath])) {
    const [paint, path] = args;
    const [data] = Array.isArray(path) ? path : [];
    if (paint === OPS.endPath || !(data instanceof Float32Array)) continue;
    const isFilled = paint === OPS.fill || paint === OPS.eoFill;
    for (const points of shapesOf(data, matrix))
      for (const rule of isFilled ? thinOf(points) : sidesOf(points)) rules.push(rule);
    if (rules.length > MOST) return [];
  }
  return rules;
}

/** The shapes on the page with straight lines only; a closed shape ends where it began. */
function shapesOf(data: Float32Array, [a, b, c, d, e, f]: Matrix): readonly (readonly Point[])[] {
  const shapes: { points: Point[]; isStraight: boolean }[] = [];
  for (let index = 0; index < data.length; ) {
    const code = data[index++];
    const count = NUMBERS[code ?? -1];
    // A code of a later pdf.js: the data behind it cannot be read.
    if (count === undefined) return [];
    if (code === MOVE) shapes.push({ points: [], isStraight: true });
    const shape = shapes.at(-1);
    const [x = 0, y = 0] = data.subarray(index, index + count);
    const start = shape?.points[0];
    if (code === MOVE || code === LINE) shape?.points.push([a * x + c * y + e, b * x + d * y + f]);
    else if (code === CLOSE && start) shape?.points.push(start);
    else if (shape) shape.isStraight = false;
    index += count;
  }
  return shapes.flatMap(({ points, isStraight }) => (isStraight ? [points] : []));
}

function sidesOf(points: readonly Point[]): readonly Rule[] {
  return points.slice(1).flatMap((point, index) => ruleOf([points[index] ?? point, point], STRAY));
}

function thinOf(points: readonly Point[]): readonly Rule[] {
  return points.length <= CORNERS ? ruleOf(points, THICKEST) : [];
}

/** The rule in whose thickness all the points lie. */
function ruleOf(points: readonly Point[], thickest: number): readonly Rule[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (right - left <= thickest && top - bottom >= SHORTEST)
    return [{ upright: true, at: (left + right) / 2, from: bottom, to: top }];
  if (top - bottom <= thickest && right - left >= SHORTEST)
    return [{ upright: false, at: (bottom + top) / 2, from: left, to: right }];
  return [];
}
