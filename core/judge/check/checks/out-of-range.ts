import { formatNumber } from '../../../base/quantity/points.ts';
import { factsOf } from '../../../movement/rule.ts';
import { figuresOf, isNumeric, type PlacedNumber, ratioOf } from '../figures.ts';
import type { Check, EarlierFindings, Finding } from '../finding.ts';
import type { CheckRun } from '../run.ts';
import { on, openLines } from '../value.ts';
import { percent } from '../words.ts';

/** Số liệu âm, tỷ lệ vượt 100 %, hoặc số lượng vượt cỡ mẫu quy định. */
export const outOfRange: Check<'out-of-range'> = {
  code: 'out-of-range',
  severity: 'error',
  doubt: 'value',
  name: 'Ngoài khoảng cho phép',
  todo: 'Đối chiếu với hồ sơ gốc và sửa số.',
  find,
};

function find(run: CheckRun, found: EarlierFindings): readonly Finding[] {
  return openLines(run, found).flatMap(({ subject, line }) => {
    if (!isNumeric(line.measure)) return [];
    const figures = figuresOf(line);
    const { a, b, typed } = figures;
    const ratio = ratioOf(figures);
    const findings: Finding[] = [];
    const add = (at: PlacedNumber, message: string, candidates?: readonly number[]) => {
      const data = { found: at.value };
      findings.push(on(subject, line, at.cell, message, { data, ...(candidates ? { candidates } : {}) }));
    };
    if (a !== null && a.value < 0) add(a, `số đạt (a) âm: ${formatNumber(a.value)}`);
    if (b !== null && b.value < 0) add(b, `tổng số (b) âm: ${formatNumber(b.value)}`);
    if (typed === null || findings.length > 0) return findings;
    const known = ratio === null ? undefined : [ratio];
    if (typed.value < 0 && line.measure !== 'rate') add(typed, `kết quả âm: ${formatNumber(typed.value)}`, known);
    if (line.measure === 'percentage' && typed.value > 100)
      add(typed, `tỷ lệ ghi ${percent(typed.value)}, quá 100 %`, known);
    const { sample } = factsOf(line.rule);
    if (sample !== null && typed.value > sample) {
      add(typed, `ghi ${formatNumber(typed.value)}, quá cỡ mẫu ${formatNumber(sample)}`, [sample]);
    }
    return findings;
  });
}
