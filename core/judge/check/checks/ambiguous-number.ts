import { formatNumber } from '../../../base/quantity/points.ts';
import { percentage, toNumber } from '../../../base/quantity/quantity.ts';
import { figuresOf } from '../figures.ts';
import type { Check, Finding } from '../finding.ts';
import type { CheckRun } from '../run.ts';
import { allSpots, expectedIn, isFigure, spotFinding, type ValueCell } from '../value-cells.ts';
import { quote } from '../words.ts';

/** Dấu chấm hoặc dấu phẩy làm số đọc được theo hai cách. */
export const ambiguousNumber: Check<'ambiguous-number'> = {
  code: 'ambiguous-number',
  severity: 'error',
  doubt: 'value',
  name: 'Số chưa rõ',
  todo: 'Hỏi đơn vị số đúng và ghi lại, dùng dấu phẩy cho phần thập phân.',
  find,
};

function find(run: CheckRun): readonly Finding[] {
  return allSpots(run).flatMap((spot) => {
    const { reading } = spot.read;
    if (reading.kind !== 'ambiguous' || expectedIn(spot) === 'date') return [];
    const either = reading.candidates.map((value) => formatNumber(value, 4)).join(' hoặc ');
    const candidates = candidatesFor(spot, reading.candidates);
    const finding = spotFinding(spot, `ghi ${quote(reading.text)} có thể đọc là ${either}`);
    return [candidates === undefined ? finding : { ...finding, candidates, isOneOf: true }];
  });
}

/**
 * In the criterion's unit: an unclear a or b gives as many ratios; undefined when the rest of the ratio is not known
 * either.
 */
function candidatesFor({ line, what }: ValueCell, values: readonly number[]): readonly number[] | undefined {
  if (what === 'value') return values;
  if (line === null || !isFigure(what)) return undefined;
  const { a, b } = figuresOf(line);
  if (what === 'numerator' && b !== null && b.value > 0)
    return values.map((value) => toNumber(percentage(value, b.value)));
  if (what === 'denominator' && a !== null && values.every((value) => value > 0)) {
    return values.map((value) => toNumber(percentage(a.value, value)));
  }
  return undefined;
}
