/** Not in the register, or a sheet that names several units, so that nobody can say whose it is. */
import type { Check, Finding } from '../finding.ts';
import { type CheckRun, remarksOf } from '../run.ts';
import { quote } from '../words.ts';

/** Tên đơn vị trong báo cáo không có trong danh sách đơn vị, kể cả các tên gọi khác. */
export const unknownUnit: Check<'unknown-unit'> = {
  code: 'unknown-unit',
  severity: 'error',
  doubt: 'nothing',
  name: 'Đơn vị không có trong danh sách',
  todo: 'Sửa tên trong báo cáo, hoặc thêm đơn vị hay tên gọi khác vào danh sách.',
  find,
};

function find({ context, subjects }: CheckRun): readonly Finding[] {
  return subjects.flatMap((subject): readonly Finding[] => {
    const several = remarksOf(subject, 'several-units')[0];
    if (several !== undefined) {
      const message = `Báo cáo ghi nhiều đơn vị: ${quote(several.text)}.`;
      return [{ subject, cell: several.cell, message, data: { found: several.text } }];
    }
    if (context.register === null || subject.registered !== null) return [];
    const cell = subject.report.unit?.cell ?? null;
    const message = `Đơn vị ${quote(subject.unit)} không có trong danh sách đơn vị.`;
    return [{ subject, cell, message, data: { found: subject.unit } }];
  });
}
