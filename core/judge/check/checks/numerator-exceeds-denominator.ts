/** The figure may be the full ratio, the two numbers swapped, or what was typed. */
import { formatNumber } from '../../../base/quantity/points.ts';
import { figuresOf } from '../figures.ts';
import type { Check, EarlierFindings, Finding } from '../finding.ts';
import type { CheckRun } from '../run.ts';
import { on, openLines } from '../value.ts';

/** Phần (a) lớn hơn tổng (b): có thể đảo hai số, hoặc đếm cả trường hợp ngoài tổng. */
export const numeratorExceedsDenominator: Check<'numerator-exceeds-denominator'> = {
  code: 'numerator-exceeds-denominator',
  severity: 'error',
  doubt: 'value',
  name: 'Tử số lớn hơn mẫu số',
  todo: 'Hỏi đơn vị a và b có bị đảo không, b có thiếu đối tượng nào không.',
  find,
};

function find(run: CheckRun, found: EarlierFindings): readonly Finding[] {
  return openLines(run, found).flatMap(({ subject, line }) => {
    const { a, b, typed } = figuresOf(line);
    if (line.measure !== 'percentage' || a === null || b === null || b.value <= 0 || a.value <= b.value) return [];
    const candidates = [(100 * b.value) / a.value, 100];
    if (typed !== null && typed.value >= 0 && typed.value <= 100) candidates.push(typed.value);
    const message = `số đạt (a) ${formatNumber(a.value)} lớn hơn tổng số (b) ${formatNumber(b.value)}`;
    return [on(subject, line, a.cell, message, { data: { a: a.value, b: b.value }, candidates })];
  });
}
