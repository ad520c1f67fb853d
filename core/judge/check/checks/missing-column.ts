import type { ColumnRole } from '../../../report/report.ts';
import type { Check, Finding } from '../finding.ts';
import { type CheckRun, remarksOf } from '../run.ts';

/** Bảng thiếu một cột cần để chấm điểm. */
export const missingColumn: Check<'missing-column'> = {
  code: 'missing-column',
  severity: 'error',
  doubt: 'nothing',
  name: 'Thiếu cột',
  todo: 'Gửi lại biểu mẫu và đề nghị đơn vị điền đủ cột.',
  find,
};

function find({ subjects }: CheckRun): readonly Finding[] {
  return subjects.flatMap((subject) =>
    remarksOf(subject, 'missing-column').map(({ role, cell }) => ({
      subject,
      cell,
      message: `Bảng không có cột ${COLUMN_NAMES[role]}.`,
      data: { column: role },
    })),
  );
}

const COLUMN_NAMES: Readonly<Record<ColumnRole, string>> = {
  index: 'số thứ tự',
  code: 'mã tiêu chí',
  title: 'tên tiêu chí',
  unit: 'đơn vị tính',
  target: 'chỉ tiêu',
  max: 'điểm tối đa',
  method: 'cách chấm',
  numerator: 'số đạt (a)',
  denominator: 'tổng số (b)',
  value: 'kết quả',
  self: 'điểm tự chấm',
  appraised: 'điểm thẩm định',
  evidence: 'minh chứng',
  explanation: 'giải trình',
  baseline: 'số liệu ban đầu',
  exempted: 'số loại trừ',
};
