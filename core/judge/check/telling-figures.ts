/**
 * The figures that distinguish a report from others: ratios with their a and b, and counts. Figures that many reports
 * share by nature are left out.
 */
import { figuresOf, isNumeric, settledFigure } from './figures.ts';
import type { CheckSubject, Line } from './run.ts';

/** Below this a count or a total is shared by chance. */
const LEAST_TELLING = 10;

export interface TellingFigure {
  /** The figure to two decimals: equal in two reports that say the same in different columns. */
  readonly figure: string;
  /** a and b behind it, when the sheet has them. */
  readonly pair: string | null;
}

/** Line → its figure. Yes, no, 0 % and 100 % without a and b, small counts tell nothing and are absent. */
export function tellingFigures(subject: CheckSubject): ReadonlyMap<string, TellingFigure> {
  const telling = new Map<string, TellingFigure>();
  for (const line of subject.lines) {
    const figure = tellingFigure(line);
    if (figure !== null) telling.set(line.code, figure);
  }
  return telling;
}

function tellingFigure(line: Line): TellingFigure | null {
  const settled = isNumeric(line.measure) ? settledFigure(line) : null;
  if (settled === null) return null;
  const figure = settled.value.toFixed(2);
  const { a, b } = figuresOf(line);
  if (a !== null && b !== null) return b.value >= LEAST_TELLING ? { figure, pair: `${a.value}/${b.value}` } : null;
  const isTelling =
    line.measure === 'percentage' ? settled.value > 0 && settled.value < 100 : settled.value >= LEAST_TELLING;
  return isTelling ? { figure, pair: null } : null;
}

/** How many figures two reports have in common, of those both give: a row with a and b on both sides counts as two. */
export function likeness(
  x: ReadonlyMap<string, TellingFigure>,
  y: ReadonlyMap<string, TellingFigure>,
): { readonly same: number; readonly compared: number } {
  let same = 0;
  let compared = 0;
  for (const [line, tellingFigure] of x) {
    const other = y.get(line);
    if (other === undefined) continue;
    const isPair = tellingFigure.pair !== null && other.pair !== null;
    const weight = isPair ? 2 : 1;
    compared += weight;
    if (isPair ? tellingFigure.pair === other.pair : tellingFigure.figure === other.figure) same += weight;
  }
  return { same, compared };
}
