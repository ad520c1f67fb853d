/**
 * A ratio that is `#DIV/0!` because a or b is empty or b is 0 follows from those cells: they are flagged, not the
 * ratio.
 */
import { figuresOf, isSilent, ratioOf } from '../figures.ts';
import type { Check, Finding } from '../finding.ts';
import type { CheckRun } from '../run.ts';
import { allSpots, spotFinding, type ValueCell } from '../value-cells.ts';
import { quote } from '../words.ts';

/** Ô chứa lỗi của Excel (#N/A, #REF!, #DIV/0! …), không phải số 0. */
export const formulaError: Check<'formula-error'> = {
  code: 'formula-error',
  severity: 'error',
  doubt: 'value',
  name: 'Lỗi công thức',
  todo: 'Đề nghị đơn vị sửa công thức hoặc gõ thẳng số liệu.',
  find,
};

function find(run: CheckRun): readonly Finding[] {
  return allSpots(run).flatMap((spot) => {
    const { reading } = spot.read;
    if (reading.kind !== 'error' || followsFromFigures(spot, reading.text)) return [];
    const finding = spotFinding(spot, `chứa lỗi ${quote(reading.text)}`);
    const ratio = spot.line === null ? null : ratioOf(figuresOf(spot.line));
    return [spot.what === 'value' && ratio !== null ? { ...finding, candidates: [ratio], isOneOf: true } : finding];
  });
}

function followsFromFigures({ line, what }: ValueCell, error: string): boolean {
  if (what !== 'value' || line === null || error !== '#DIV/0!') return false;
  const { numerator, denominator } = line.entry;
  const { a, b } = figuresOf(line);
  if (a !== null && b !== null) return a.value !== 0 && b.value === 0;
  return denominator !== undefined && (isSilent(numerator) || isSilent(denominator));
}
