/** The figures of a line: its cells as numbers, and the settled figure of the line. No check is done here. */

import { percentage, toNumber } from '../../base/quantity/quantity.ts';
import { factsOf, type Measure, type ScoringRule } from '../../movement/rule.ts';
import type { CellRef, Entry, Read } from '../../report/report.ts';
import type { CheckSubject, Line } from './run.ts';

/** Columns that hold figures. */
export const FIGURE_ROLES = ['numerator', 'denominator', 'value', 'exempted', 'baseline'] as const;
export type FigureRole = (typeof FIGURE_ROLES)[number];

/** Cells of figures that are there (an empty cell of an existing column counts as there). */
export function figureReads(entry: Entry): readonly { readonly role: FigureRole; readonly read: Read }[] {
  return FIGURE_ROLES.flatMap((role) => {
    const read = entry[role];
    return read === undefined ? [] : [{ role, read }];
  });
}

/** A number with the cell it stands in. */
export interface PlacedNumber {
  readonly value: number;
  readonly cell: CellRef;
}

export interface CheckedFigures {
  readonly a: PlacedNumber | null;
  readonly b: PlacedNumber | null;
  /** Number typed as the result: percent for a ratio, else in the criterion's unit. */
  readonly typed: PlacedNumber | null;
}

/**
 * `72/90` in a single cell supplies a and b, whichever figure column it is in; of a count written `40/50` only the 40
 * counts. A sheet with a single column of figures has them under a.
 */
export function figuresOf({ measure, entry }: Pick<Line, 'measure' | 'entry'>): CheckedFigures {
  const fraction = [entry.value, entry.numerator].find((read) => read?.reading.kind === 'fraction');
  if (measure !== 'percentage') {
    if (fraction?.reading.kind === 'fraction') {
      return { a: null, b: null, typed: { value: fraction.reading.a, cell: fraction.cell } };
    }
    return { a: null, b: null, typed: numberIn(entry.value) ?? (entry.denominator ? null : numberIn(entry.numerator)) };
  }
  const typed = numberIn(entry.value);
  if (fraction?.reading.kind === 'fraction') {
    const { a, b } = fraction.reading;
    return { a: { value: a, cell: fraction.cell }, b: { value: b, cell: fraction.cell }, typed };
  }
  return { a: numberIn(entry.numerator), b: numberIn(entry.denominator), typed };
}

function numberIn(read: Read | undefined): PlacedNumber | null {
  return read?.reading.kind === 'number' ? { value: read.reading.value, cell: read.cell } : null;
}

/** a/b in percent; null while a or b is missing or b is 0. */
export function ratioOf({ a, b }: CheckedFigures): number | null {
  return a === null || b === null || b.value === 0 ? null : toNumber(percentage(a.value, b.value));
}

/** The figure a numeric line means: a/b in percent, else the typed number; null when there is none. */
export function settledFigure(line: Line): PlacedNumber | null {
  if (!isNumeric(line.measure)) return null;
  const figures = figuresOf(line);
  if (line.measure !== 'percentage') return figures.typed;
  const ratio = ratioOf(figures);
  if (ratio === null) return figures.typed;
  const cell = figures.typed?.cell ?? figures.a?.cell;
  return cell === undefined ? null : { value: ratio, cell };
}

export function isNumeric(measure: Measure): boolean {
  return measure !== 'yes-no' && measure !== 'date' && measure !== 'level';
}

export function isGraded(rule: ScoringRule): boolean {
  return factsOf(rule).grader !== null;
}

/** The unit has to give this figure: not the appraiser, the portal or the council. */
export function isFilledByUnit(line: Line): boolean {
  return line.criterion.filledBy === 'unit' && !isGraded(line.rule);
}

/** Left blank it means "nothing to claim": bonus and deduction. */
export function isOptional(line: Line): boolean {
  return line.criterion.bonus || factsOf(line.rule).deducts !== null;
}

/** None of the result cells of this line has anything in it. */
export function isBlank({ entry }: Line): boolean {
  return [entry.numerator, entry.denominator, entry.value].every((read) => !read || read.reading.kind === 'missing');
}

/** A form as it was handed out: no result at all. */
export function isUntouched({ lines }: CheckSubject): boolean {
  return lines.every((line) => isBlank(line) && line.entry.evidence.length === 0);
}

/** Says nothing: no column, an empty cell, or "not arising". */
export function isSilent(read: Read | undefined): boolean {
  return read === undefined || read.reading.kind === 'missing' || read.reading.kind === 'not-applicable';
}

export const MOST_DECIMALS = 6;

/** Decimals a number was typed with; one computed by a formula has many. */
export function decimalsOf(value: number): number {
  for (let places = 0; places < MOST_DECIMALS; places++) {
    const scaled = value * 10 ** places;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * Math.max(1, Math.abs(scaled) * 1e-6)) return places;
  }
  return MOST_DECIMALS;
}

/** A figure rounded once or twice may differ by one unit of the last decimal the sheet shows. */
const LAST_PLACE = 0.01;

/**
 * `typed` is `exact` rounded (half either way) or cut off at the decimals it was typed with; also when it was rounded
 * from the two decimals a sheet shows (94,545 … → 94,55 → 94,6).
 */
export function isRounding(typed: number, exact: number): boolean {
  const step = 10 ** -decimalsOf(typed);
  const slack = 1e-9 * Math.max(1, Math.abs(exact));
  const above = typed - exact;
  const aboveShown = typed - Math.round(exact * 100) / 100;
  return (
    Math.min(Math.abs(above), Math.abs(aboveShown)) <= Math.max(step / 2, LAST_PLACE) + slack ||
    (above <= 0 && -above < step - slack)
  );
}
