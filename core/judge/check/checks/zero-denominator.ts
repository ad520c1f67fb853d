/**
 * b = 0 although there is a result. 0/0 without a result, or with KPS, means "not arising" and is no fault (CR-09 reads
 * it as 100 %).
 */
import { formatNumber } from '../../../base/quantity/points.ts';
import { figuresOf } from '../figures.ts';
import type { Check, EarlierFindings, Finding } from '../finding.ts';
import type { CheckRun } from '../run.ts';
import { on, openLines } from '../value.ts';
import { percent } from '../words.ts';

/** Tổng (b) bằng 0 mà vẫn ghi kết quả; 0/0 không phải là 100 %. */
export const zeroDenominator: Check<'zero-denominator'> = {
  code: 'zero-denominator',
  severity: 'error',
  doubt: 'value',
  name: 'Mẫu số bằng 0',
  todo: 'Nếu trong kỳ không phát sinh thì ghi KPS thay cho tỷ lệ; nếu có thì sửa b.',
  find,
};

function find(run: CheckRun, found: EarlierFindings): readonly Finding[] {
  return openLines(run, found).flatMap(({ subject, line }) => {
    const { a, b, typed } = figuresOf(line);
    if (line.measure !== 'percentage' || b === null || b.value !== 0) return [];
    if ((a === null || a.value === 0) && typed === null) return [];
    const shown = typed === null ? `số đạt là ${formatNumber(a?.value ?? 0)}` : `vẫn ghi ${percent(typed.value)}`;
    const data = { a: a?.value ?? null, b: 0, typed: typed?.value ?? null };
    return [on(subject, line, b.cell, `tổng số (b) bằng 0 mà ${shown}`, { data })];
  });
}
