import { formatNumber } from '../../../base/quantity/points.ts';
import { type CheckedFigures, figuresOf, isRounding, ratioOf } from '../figures.ts';
import type { Check, EarlierFindings, Finding } from '../finding.ts';
import type { CheckRun, Line } from '../run.ts';
import { on, openLines } from '../value.ts';
import { percent } from '../words.ts';

/** Tỷ lệ đơn vị ghi khác với a chia b, đã trừ sai khác do làm tròn. */
export const ratioMismatch: Check<'ratio-mismatch'> = {
  code: 'ratio-mismatch',
  severity: 'error',
  doubt: 'value',
  name: 'Tỷ lệ không khớp a/b',
  todo: 'Kiểm tra a, b trong hồ sơ và sửa tỷ lệ.',
  find,
};

function find(run: CheckRun, found: EarlierFindings): readonly Finding[] {
  return openLines(run, found).flatMap(({ subject, line }) => {
    const figures = figuresOf(line);
    const { a, b, typed } = figures;
    const ratio = ratioOf(figures);
    if (line.measure !== 'percentage' || a === null || b === null || typed === null || ratio === null) return [];
    if (isRounding(typed.value, ratio) || isRounding(typed.value, exemptedRatio(line, figures) ?? ratio)) return [];
    const message = `tỷ lệ ghi ${percent(typed.value)} nhưng ${formatNumber(a.value)}/${formatNumber(b.value)} = ${percent(ratio)}`;
    const data = { typed: typed.value, computed: ratio, a: a.value, b: b.value };
    return [on(subject, line, typed.cell, message, { data, candidates: [typed.value, ratio] })];
  });
}

/** SR-24: the ratio without the items left out for an objective reason. */
function exemptedRatio(line: Line, { a, b, typed }: CheckedFigures): number | null {
  const exempted = line.entry.exempted?.reading;
  if (exempted?.kind !== 'number' || b === null) return null;
  return ratioOf({ a, b: { ...b, value: b.value - exempted.value }, typed });
}
